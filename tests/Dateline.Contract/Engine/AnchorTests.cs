using Dateline.Claims;
using Dateline.Documents;

namespace Dateline.Contract.Engine;

/// <summary>An edit elsewhere on a page leaves its promises their day.</summary>
public abstract class AnchorTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    private const string Promise = "Harbour master Edda Lunde will resign on Friday, her office said.";

    private static DateTimeOffset March(int day) => new(2026, 3, day, 8, 0, 0, TimeSpan.Zero);

    private static DateTimeOffset? Since(ClaimsExtracted read) => read.Mentions.Single(m => m.Quote.Contains("Lunde", StringComparison.Ordinal)).AnchoredAt;

    private static async Task<List<ClaimsExtracted>> Read(Newsdesk desk) => [.. (await desk.Log()).Select(e => e.Data).OfType<ClaimsExtracted>()];

    [Fact]
    public async Task a_promise_that_is_overdue_stays_so_when_its_page_is_edited()
    {
        await using var desk = await Open();
        await desk.Send(Newsdesk.Document("d", Promise, March(3)));
        Assert.Empty(await desk.Settle());
        await desk.Send(Newsdesk.Document("d", Promise + " A picture of the harbour was added.", March(7)));
        Assert.Empty(await desk.Settle());
        await desk.Send(Newsdesk.Document("d", Promise + " Two pictures of the harbour were added.", March(17)));
        Assert.Empty(await desk.Settle());
        var log = (await desk.Log()).Select(e => e.Data).ToList();
        var claim = Assert.Single(log.OfType<ClaimRaised>(), c => c.Text.Contains("Lunde", StringComparison.Ordinal)).ClaimId;
        Assert.Equal(["2026-03-06", "2026-03-06", "2026-03-06"], log.OfType<ClaimMentioned>().Where(m => m.ClaimId == claim).Select(m => m.DueAt));
        Assert.Equal([null, March(3), March(3)], log.OfType<ClaimsExtracted>().Select(Since));
        var then = await Replay.Replayer.At(desk.Newsroom, March(8), Replay.Clock.Published, null, Cancellation);
        Assert.Equal("due", Replay.Pages.Claim(then.Picture, claim, then.Changes, then.Clock, then.At)!.Claim.Status);
        var rows = await desk.Rows();
        await desk.Engine.Rebuild("history", null, Cancellation);
        await desk.Engine.Rebuild("board", null, Cancellation);
        Assert.Equal(rows, await desk.Rows());
    }

    [Fact]
    public async Task revisions_that_come_at_once_are_each_read_behind_those_before_them()
    {
        await using var desk = await Open();
        for (var day = 3; day < 28; day++) await desk.Send(Newsdesk.Document("d", $"{Promise} {day} pictures were added.", March(day)));
        desk.Engine.Start();
        Assert.Empty(await desk.Settle());
        var read = await Read(desk);
        Assert.Equal(Enumerable.Range(1, 25), read.Select(e => e.Revision));
        Assert.Equal([null, .. Enumerable.Repeat<DateTimeOffset?>(March(3), 24)], read.Select(Since));
    }

    [Fact]
    public async Task what_was_removed_from_a_revision_anchors_nothing_any_more()
    {
        await using var desk = await Open();
        await desk.Send(Newsdesk.Document("d", Promise, March(3)));
        await desk.Send(Newsdesk.Document("d", Promise + " A picture was added.", March(7)));
        Assert.Empty(await desk.Settle());
        await desk.Redact("d", 1, "privacy", "a court's order", "ana", "ben");
        Assert.Empty(await desk.Settle());
        await desk.Send(Newsdesk.Document("d", Promise + " Two pictures were added.", March(17)));
        Assert.Empty(await desk.Settle());
        Assert.Equal([March(3), March(7)], (await Read(desk)).Skip(1).Select(Since));
    }
}
