namespace Dateline.Server.Tests.Commands;

public sealed class DemoTests(Shell shell)
{
    [Fact]
    public async Task the_demo_tells_the_whole_story_and_can_be_repeated()
    {
        var database = await shell.NewDatabase();
        var first = await Shell.On(database, "demo", "--once");
        Assert.True(first.Code == 0, first.Error);
        foreach (var part in new[] { "19 documents", "cannot approve it", "2026-01-20", "2026-03-03", "emerging", "developing", "basis changed", "Try next" })
            Assert.Contains(part, first.Out, StringComparison.Ordinal);
        var head = (await Shell.On(database, "doctor", "--json")).Json;
        Assert.Equal(0, head.GetProperty("wrong").GetArrayLength());
        Assert.All(head.GetProperty("followers").EnumerateArray(), f => Assert.Equal(0, f.GetProperty("lag").GetInt64()));
        var second = await Shell.On(database, "demo", "--once");
        Assert.True(second.Code == 0, second.Error);
        Assert.Contains("unchanged", second.Out, StringComparison.Ordinal);
        Assert.Equal(head.GetProperty("head").GetInt64(), (await Shell.On(database, "doctor", "--json")).Json.GetProperty("head").GetInt64());
    }
}
