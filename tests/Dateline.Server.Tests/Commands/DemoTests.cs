namespace Dateline.Server.Tests.Commands;

public sealed class DemoTests : IDisposable
{
    private readonly string _data = Shell.NewFolder();
    private readonly Desk _desk = new(null);

    [Fact]
    public async Task the_demo_shows_the_main_job_and_can_be_run_again()
    {
        var first = (await _desk.Run("demo", "--once", "--data", _data)).With(0).Out;
        foreach (var date in new[] { "2026-01-20", "2026-02-28", "2026-03-03" }) Assert.Contains($"by the end of {date}", first, StringComparison.Ordinal);
        foreach (var shown in new[] { "ana proposes", "refused. Whoever proposed", "ben approves", "withdrawn", "basis changed", "#" })
            Assert.Contains(shown, first, StringComparison.Ordinal);
        Assert.Contains("verified", first, StringComparison.Ordinal);
        Assert.Contains("fulfilled", first, StringComparison.Ordinal);

        var head = (await _desk.Run("doctor", "--json", "--data", _data)).With(0).Json.GetProperty("head").GetInt64();
        var second = (await _desk.Run("demo", "--once", "--data", _data)).With(0).Out;
        Assert.DoesNotContain("ingested", second, StringComparison.Ordinal);
        Assert.DoesNotContain("proposes", second, StringComparison.Ordinal);
        Assert.Contains("basis changed", second, StringComparison.Ordinal);

        // What it says to try next does what it says.
        var tries = first.Split('\n').Where(l => l.Contains(" -- ", StringComparison.Ordinal) || l.Contains("/dateline ", StringComparison.Ordinal)).ToList();
        var story = tries.Select(l => l.Split(" story ")).Single(p => p.Length == 2 && p[1].StartsWith("s-", StringComparison.Ordinal))[1].Split(' ')[0];
        var page = (await _desk.Run("story", story, "--json", "--data", _data)).With(0).Json;
        Assert.NotEmpty(page.GetProperty("timeline").EnumerateArray());
        Assert.All(page.GetProperty("timeline").EnumerateArray(), t => Assert.NotEmpty(t.GetProperty("because").EnumerateArray()));
        var doctor = (await _desk.Run("doctor", "--json", "--data", _data)).With(0).Json;
        Assert.Equal(head, doctor.GetProperty("head").GetInt64());
        Assert.Contains(_data, doctor.Text("database"), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _desk.Dispose();
        Directory.Delete(_data, recursive: true);
    }
}
