using System.Text.Json;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

/// <summary>What the log tells: changes between moments, and itself.</summary>
public sealed class LogTests(Shell shell) : FilledHost(shell)
{
    [Fact]
    public async Task what_changed_between_two_moments_is_told()
    {
        var changes = (await Ana.Get("/api/v1/diff?from=2026-01-14&to=2026-01-16&clock=published")).GetProperty("changes");
        Assert.Contains(changes.EnumerateArray(), c => c.GetProperty("text").GetString()!.Contains("Port of Belmar struck", StringComparison.Ordinal));
        await Ana.GetAsync("/api/v1/diff?from=2026-01-14&to=2026-01-13", ApiHost.Cancellation).Problem(422, "refused");
        await Ana.GetAsync("/api/v1/diff?from=yesterday&to=2026-01-13", ApiHost.Cancellation).Problem(400, "invalid");
        await Ana.GetAsync("/api/v1/diff?from=2026-01-14", ApiHost.Cancellation).Problem(400, "invalid");
    }

    [Fact]
    public async Task what_changed_since_one_last_looked_is_told_in_every_session()
    {
        await Ana.Act(HttpMethod.Post, "/api/v1/me/looked?position=3", new { });
        var look = await Ana.Get("/api/v1/me/looked");
        Assert.Equal(3, look.GetProperty("position").GetInt64());
        var since = await Ana.Get("/api/v1/diff?since=last-looked");
        Assert.Equal(3, since.GetProperty("fromPosition").GetInt64());
        Assert.All(since.GetProperty("changes").EnumerateArray(), c => Assert.True(c.GetProperty("position").GetInt64() > 3));
        Assert.NotEmpty(since.GetProperty("changes").EnumerateArray());
        var again = await Ana.Get($"/api/v1/diff?fromPosition=3&toPosition={since.GetProperty("position").GetInt64()}");
        Assert.Equal(since.GetProperty("changes").ToString(), again.GetProperty("changes").ToString());
        await Ana.GetAsync("/api/v1/diff?since=yesterday", ApiHost.Cancellation).Problem(400, "invalid");
        await Ana.GetAsync("/api/v1/diff?since=last-looked&from=2026-01-14", ApiHost.Cancellation).Problem(400, "invalid");
        await Ana.GetAsync("/api/v1/diff?fromPosition=3&toPosition=1000000000", ApiHost.Cancellation).Problem(422, "refused");
    }

    [Fact]
    public async Task the_log_is_exported_and_goes_on_from_any_position()
    {
        var all = (await Ana.GetStringAsync("/api/v1/export", ApiHost.Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("position").GetInt64()).ToList();
        Assert.Equal(Enumerable.Range(1, all.Count).Select(i => (long)i), all);
        var rest = (await Ana.GetStringAsync($"/api/v1/export?after={all.Count - 2}", ApiHost.Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(rest.Length >= 2);
        await Ana.GetAsync("/api/v1/export?type=nonsense", ApiHost.Cancellation).Problem(400, "invalid");
        await Ana.GetAsync("/api/v1/export?after=-1", ApiHost.Cancellation).Problem(400, "invalid");
    }
}
