using System.Net;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

/// <summary>Versions: whoever acts says what they saw, and the slower one hears it.</summary>
public sealed class VersionTests(Shell shell) : FilledHost(shell)
{
    [Fact]
    public async Task an_act_says_which_version_was_seen_and_the_slower_one_hears_it()
    {
        var path = $"/api/v1/stories/{(await Ana.Get("/api/v1/stories")).Items()[0].GetProperty("id").GetString()}";
        using var seen = await Ana.GetAsync(path, ApiHost.Cancellation);
        var tag = seen.Headers.ETag!.ToString();
        await Ana.Post(path + "/rename", new { title = "One", reason = "So." }, match: null).Problem(428, "precondition-required");
        foreach (var bad in new[] { "nonsense", "\"nonsense\"", "1", "\"1\", \"2\"", "W/\"1\"", "\"1-abc\"", "\"-1\"", "\"1-0123456789abcdefg\"", "*, *" })
            await Ana.Post(path + "/rename", new { title = "One", reason = "So." }, match: bad).Problem(400, "invalid");
        var done = await Ana.Post(path + "/rename", new { title = "One", reason = "So." }, tag).With(200);
        Assert.Contains("has changed", await Ana.Post(path + "/rename", new { title = "Two", reason = "So." }, tag).Problem(412, "changed"), StringComparison.Ordinal);
        await Ana.Post(path + "/rename", new { title = "Two", reason = "So." }, $"\"{done.GetProperty("version").GetInt64()}\"").With(200);
    }

    [Fact]
    public async Task of_several_at_once_one_wins()
    {
        var path = $"/api/v1/stories/{(await Ana.Get("/api/v1/stories")).Items()[0].GetProperty("id").GetString()}";
        using var seen = await Ana.GetAsync(path, ApiHost.Cancellation);
        var tag = seen.Headers.ETag!.ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            using var answer = await Ana.Post(path + "/rename", new { title = $"Title {i}", reason = "So." }, tag);
            return answer.StatusCode;
        }));
        Assert.Single(answers, HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(a => a == HttpStatusCode.PreconditionFailed));
    }
}
