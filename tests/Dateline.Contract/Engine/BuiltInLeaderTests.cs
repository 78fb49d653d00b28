using Dateline.Sources;

namespace Dateline.Contract.Engine;

/// <summary>What is so of the built-in engine alone: its leader's epoch.</summary>
public sealed class BuiltInLeaderTests(TestDatabase databases) : Suite<BuiltIn>(databases)
{
    [Fact]
    public async Task a_leader_that_was_replaced_without_knowing_writes_nothing_more()
    {
        await using var one = await Open();
        await one.Send(new RegisterSource("a", "a"));
        await one.Settle();
        await one.Do("update leadership set epoch = epoch + 1");
        await one.Send(new RegisterSource("b", "b"));
        Assert.Empty(await one.Settle());
        Assert.Equal("2", await one.Text("select count(*) from sources"));
        Assert.Equal("3", await one.Text("select epoch from leadership"));
    }
}
