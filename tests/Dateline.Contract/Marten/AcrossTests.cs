using Dateline.Contract.Engine;
using Dateline.Postgres.Views;
using Dateline.Sources;

namespace Dateline.Contract.Marten;

/// <summary>One database, two engines: either continues what the other began, and shows the same.</summary>
public sealed class AcrossTests(TestDatabase databases)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task marten_continues_what_the_built_in_engine_began() => Continues<BuiltIn, OnMarten>(11);

    [Fact]
    public Task the_built_in_engine_continues_what_marten_began() => Continues<OnMarten, BuiltIn>(12);

    [Fact]
    public Task what_martens_daemon_fills_from_nothing_is_what_the_built_in_engine_showed() => FillsAnew<BuiltIn, OnMarten>(13);

    [Fact]
    public Task what_the_built_in_engine_fills_from_nothing_is_what_martens_daemon_showed() => FillsAnew<OnMarten, BuiltIn>(14);

    [Fact]
    public async Task marten_changes_no_table_that_the_built_in_engine_made()
    {
        var connection = await databases.NewDatabase();
        string before;
        await using (var desk = await Newsdesk.Open<BuiltIn>(connection))
        {
            await desk.Send(new RegisterSource("a", "n"));
            before = await desk.Text(Shape.OfTables);
        }
        await using var marten = await Newsdesk.Open<OnMarten>(connection);
        await marten.Send(new RegisterSource("b", "n"));
        Assert.Empty(await marten.Settle());
        Assert.Equal(before, await marten.Text(Shape.OfTables));
    }

    [Fact]
    public async Task both_write_to_one_log_at_once_and_one_shows_it()
    {
        await using var marten = await Newsdesk.Open<OnMarten>(await databases.NewDatabase());
        await using var builtIn = await Newsdesk.Open<BuiltIn>(marten.ConnectionString);
        marten.Engine.Start();
        await Task.WhenAll(
            new[] { marten, builtIn }.Select((desk, n) => Task.Run(async () =>
            {
                for (var i = 0; i < 20; i++)
                    await desk.Send(Newsdesk.Document($"d{n}-{i}", $"The mayor of Northgate said that {i} bridges were closed.", DateTimeOffset.UnixEpoch));
            }, Cancellation)));
        Assert.Empty(await marten.Settle());
        var log = await builtIn.Log();
        Assert.Equal(Enumerable.Range(1, log.Count).Select(i => (long)i), log.Select(e => e.Position));
        Assert.Equal(log.Select(e => e.RecordedAt).Order(), log.Select(e => e.RecordedAt));
        Assert.Equal(40, log.Count(e => e.Type == "mentions_filed"));
    }

    [Fact]
    public async Task while_one_engine_runs_the_followers_the_other_does_not_and_says_why()
    {
        await StandsBy<BuiltIn, OnMarten>("The built-in engine runs");
        await StandsBy<OnMarten, BuiltIn>("Marten runs");
    }

    private async Task StandsBy<TFirst, TSecond>(string why) where TFirst : IEngineUnderTest where TSecond : IEngineUnderTest
    {
        await using var first = await Newsdesk.Open<TFirst>(await databases.NewDatabase());
        await first.Send(new RegisterSource("a", "n"));
        await first.Settle();
        var said = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var second = await Newsdesk.Open<TSecond>(first.ConnectionString, o => o with { Say = said.Enqueue });
        second.Engine.Start();
        await Eventually.Holds($"it says \"{why} …\"", () => said.Any(Why));
        Assert.Single(said, Why);
        Assert.False(second.Engine.Leads);
        Assert.StartsWith(why, await second.Engine.Rival(Cancellation), StringComparison.Ordinal);
        Assert.Null(await first.Engine.Rival(Cancellation));
        await second.Send(new RegisterSource("b", "n"));
        Assert.Empty(await second.Settle());
        await first.DisposeAsync();
        await Eventually.Holds("the second leads", () => second.Engine.Leads);
        Assert.Null(await second.Engine.Rival(Cancellation));
        await second.Send(new RegisterSource("c", "n"));
        Assert.Empty(await second.Settle());
        Assert.Equal("3", await second.Text("select count(*) from sources"));

        bool Why(string line) => line.Contains(why, StringComparison.Ordinal);
    }

    private async Task Continues<TFirst, TSecond>(int seed) where TFirst : IEngineUnderTest where TSecond : IEngineUnderTest
    {
        var connection = await databases.NewDatabase();
        await using (var first = await Newsdesk.Open<TFirst>(connection)) await Live(first, seed);
        string shown;
        await using (var second = await Newsdesk.Open<TSecond>(connection))
        {
            await Live(second, seed + 100);
            shown = await second.Rows();
            await Rebuild(second);
            Assert.Equal(shown, await second.Rows());
        }
        await using var again = await Newsdesk.Open<TFirst>(connection);
        await Rebuild(again);
        Assert.Equal(shown, await again.Rows());
        await Live(again, seed + 200);
        var log = await again.Log();
        Assert.Equal(Enumerable.Range(1, log.Count).Select(i => (long)i), log.Select(e => e.Position));
        foreach (var stream in log.GroupBy(e => e.Stream)) Assert.Equal(Enumerable.Range(1, stream.Count()).Select(i => (long)i), stream.Select(e => e.Version));
    }

    /// <summary>A rebuild is the same code in both engines; followers that begin at the first event are not.</summary>
    private async Task FillsAnew<TFirst, TSecond>(int seed) where TFirst : IEngineUnderTest where TSecond : IEngineUnderTest
    {
        var connection = await databases.NewDatabase();
        string shown;
        await using (var first = await Newsdesk.Open<TFirst>(connection))
        {
            await Live(first, seed);
            shown = await first.Rows();
        }
        await using var second = await Newsdesk.Open<TSecond>(connection);
        var views = string.Join(", ", AllViews.Catalogue.Select(v => $"'{v.Name}:All'"));
        await second.Do(
            $"""
            truncate {string.Join(", ", AllViews.Catalogue.SelectMany(v => v.Tables))};
            update mt_event_progression set last_seq_id = 0 where name in ({views});
            update followers set generation = generation + 1 where name in ({views})
            """);
        Assert.NotEqual(shown, await second.Rows());
        var events = await second.Engine.Head(Cancellation);
        Assert.Empty(await second.Settle());
        Assert.Equal(shown, await second.Rows());
        Assert.Equal(events, await second.Engine.Head(Cancellation));
    }

    private static async Task Live(Newsdesk desk, int seed)
    {
        var history = new RandomHistory(desk, seed);
        for (var i = 0; i < 25; i++)
        {
            await history.Step();
            Assert.Empty(await desk.Settle());
        }
    }

    private static async Task Rebuild(Newsdesk desk)
    {
        foreach (var view in AllViews.Catalogue) await desk.Engine.Rebuild(view.Name, null, Cancellation);
    }
}
