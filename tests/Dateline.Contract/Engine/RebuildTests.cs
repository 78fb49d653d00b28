using Dateline.Postgres.Views;
using Dateline.Sources;

namespace Dateline.Contract.Engine;

/// <summary>Views that are built anew while the log goes on.</summary>
public abstract class RebuildTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    [Fact]
    public async Task a_view_is_rebuilt_while_events_keep_coming_and_misses_none()
    {
        await using var desk = await Open();
        desk.Engine.Start();
        for (var i = 0; i < 100; i++) await desk.Send(new RegisterSource("s" + i, "n"));
        var writing = Task.Run(async () =>
        {
            for (var i = 100; i < 200; i++) await desk.Send(new RegisterSource("s" + i, "n"));
        }, Cancellation);
        while (!writing.IsCompleted) foreach (var view in AllViews.Catalogue) await desk.Engine.Rebuild(view.Name, null, Cancellation);
        await writing;
        Assert.Empty(await desk.Settle());
        Assert.Equal("200 200", await desk.Text("select concat_ws(' ', (select count(*) from sources), (select count(*) from audit))"));
    }

    [Fact]
    public async Task a_document_that_was_revised_before_it_was_filed_shows_the_same_rebuilt()
    {
        await using var desk = await Open();
        var text = "Harbour master Edda Lunde will resign on Friday, her office said.";
        foreach (var (added, day) in new[] { ("", 0), (" A picture of the harbour was added.", 1), (" Another was added.", 2) })
            await desk.Send(Newsdesk.Document("d", text += added, DateTimeOffset.UnixEpoch.AddDays(20_000 + day)));
        await desk.Send(Newsdesk.Document("d", text, DateTimeOffset.UnixEpoch.AddDays(20_003), act: Documents.PublisherAct.Correction));
        Assert.Empty(await desk.Settle());
        var live = await desk.Rows();
        foreach (var view in AllViews.Catalogue)
        {
            await desk.Engine.Rebuild(view.Name, null, Cancellation);
            Assert.Equal(live, await desk.Rows());
        }
    }

    [Fact]
    public async Task a_view_that_stopped_goes_on_once_its_cause_is_mended_and_it_is_rebuilt()
    {
        await using var desk = await Open();
        await desk.Send(new RegisterSource("a", "a"));
        await desk.Settle();
        await desk.Do("alter table sources add constraint mend check (id <> 'bad')");
        foreach (var s in new[] { "b", "bad", "c" }) await desk.Send(new RegisterSource(s, s));
        var stopped = Assert.Single(await desk.Settle());
        Assert.Equal(("sources", 3L), (stopped.Name, stopped.StoppedAt!.Value));
        Assert.Equal("a b", await desk.Text("select string_agg(id, ' ' order by id) from sources"));
        await desk.Engine.Rebuild("sources", null, Cancellation);
        Assert.Empty(await desk.Settle());
        Assert.Equal("a b bad c", await desk.Text("select string_agg(id, ' ' order by id) from sources"));
    }

    [Fact]
    public async Task a_view_that_there_is_not_is_refused()
    {
        await using var desk = await Open();
        Assert.Contains("board", (await Assert.ThrowsAsync<Refused>(() => desk.Engine.Rebuild("none", null, Cancellation))).Message, StringComparison.Ordinal);
    }
}
