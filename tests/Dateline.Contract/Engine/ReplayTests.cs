using System.Text.Json;
using Dateline.Claims;
using Dateline.Replay;

namespace Dateline.Contract.Engine;

public abstract class ReplayTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    [Theory]
    [MemberData(nameof(Seeds.Few), MemberType = typeof(Seeds))]
    public async Task a_replay_at_any_position_shows_what_the_views_showed_there(int seed)
    {
        await using var desk = await Open();
        var history = new RandomHistory(desk, seed);
        var shown = new List<(long Position, string Board)>();
        for (var i = 0; i < 50; i++)
        {
            await history.Step();
            Assert.Empty(await desk.Settle());
            shown.Add((await desk.Engine.Head(Cancellation), await Boards.Shown(desk)));
        }
        foreach (var (position, board) in shown)
        {
            var replayed = await Boards.Replayed(desk, position);
            if (position >= history.Redacted) Assert.Equal(board, replayed);
            else Assert.Equal(Boards.Wordless(board), Boards.Wordless(replayed));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds.Two), MemberType = typeof(Seeds))]
    public async Task a_rebuilt_view_equals_the_live_one_row_for_row(int seed)
    {
        await using var desk = await Open();
        var history = new RandomHistory(desk, seed);
        for (var i = 0; i < 60; i++)
        {
            await history.Step();
            await desk.Settle();
        }
        var live = await desk.Rows();
        foreach (var view in Postgres.Views.AllViews.Catalogue) await desk.Engine.Rebuild(view.Name, null, Cancellation);
        Assert.Equal(live, await desk.Rows());
        await history.Step();
        Assert.Empty(await desk.Settle());
        Assert.Equal(await Boards.Replayed(desk, await desk.Engine.Head(Cancellation)), await Boards.Shown(desk));
    }

    [Theory]
    [MemberData(nameof(Seeds.Two), MemberType = typeof(Seeds))]
    public async Task a_view_that_forgets_everything_after_each_event_is_the_same(int seed)
    {
        await using var desk = await Open();
        var history = new RandomHistory(desk, seed);
        for (var i = 0; i < 20; i++)
        {
            await history.Step();
            await desk.Settle();
        }
        var (live, log) = (await desk.Rows(), await desk.Log());
        foreach (var view in Postgres.Views.AllViews.Catalogue)
        {
            await desk.Do($"truncate {string.Join(", ", view.Tables)}");
            foreach (var e in log)
            {
                var follower = view.Follower(desk.Engine.Database);
                await using var batch = desk.Engine.Database.CreateBatch();
                if (follower is Postgres.Views.IRowFollower rows) await rows.Follow(e.Position - 1, e.Position, null, new Postgres.Engine.Sql(batch), Cancellation);
                else if (follower.Types.Count == 0 || follower.Types.Contains(e.Type)) await follower.Follow([e], new Postgres.Engine.Sql(batch), Cancellation);
                if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(Cancellation);
            }
        }
        Assert.Equal(live, await desk.Rows());
    }

    [Fact]
    public async Task views_that_read_themselves_back_show_the_same_as_views_that_remember()
    {
        await using var desk = await Open();
        var connection = desk.ConnectionString;
        var history = new RandomHistory(desk, 6);
        for (var i = 0; i < 30; i++)
        {
            await history.Step();
            await desk.Settle();
        }
        await desk.DisposeAsync();
        for (var round = 0; round < 10; round++)
        {
            await using var again = await Open(connection);
            await again.Send(Newsdesk.Document($"later-{round}", $"The mayor of Northgate said that {round * 100} houses were destroyed by the flood in Northgate.", DateTimeOffset.UnixEpoch.AddYears(56)));
            Assert.Empty(await again.Settle());
            Assert.Equal(await Boards.Replayed(again, await again.Engine.Head(Cancellation)), await Boards.Shown(again));
        }
    }

    [Fact]
    public async Task a_late_mention_of_a_claim_that_was_merged_away_again_and_again_counts_at_its_last_home()
    {
        const int Mergers = 6;
        await using var desk = await Open();
        var at = new DateTimeOffset(2026, 2, 10, 12, 0, 0, TimeSpan.Zero);
        for (var i = 0; i <= Mergers; i++) await desk.Send(Mention(i, i, "one", Polarity.Positive, at));
        for (var i = 0; i < Mergers; i++) await desk.Send(new MergeClaims($"c-{i}", $"c-{i + 1}", $"c-{i}", "ana", "one claim"));
        await desk.Settle();
        Assert.Equal("single-origin", (await desk.Board.Claim($"c-{Mergers}", at, Cancellation))!.Claim.Status);
        await desk.DisposeAsync();
        await using var again = await Open(desk.ConnectionString);
        await again.Send(Mention(0, Mergers + 1, "two", Polarity.Negative, at));
        Assert.Empty(await again.Settle());
        var picture = (await Replayer.At(again.Newsroom, DateTimeOffset.MaxValue, Clock.Recorded, null, Cancellation)).Picture;
        for (var i = 0; i <= Mergers; i++)
            Assert.Equal(
                JsonSerializer.Serialize(Pages.Claim(picture, $"c-{i}", [], Clock.Recorded, at)),
                JsonSerializer.Serialize((await again.Board.Claim($"c-{i}", at, Cancellation))! with { Timeline = [] }));
        Assert.Equal("disputed", picture.Claims[$"c-{Mergers}"].Standing!.Status);

        static MentionClaim Mention(int claim, int document, string origin, Polarity polarity, DateTimeOffset at) => new(
            $"c-{claim}", $"Claim {claim}", Mode.Assertion, null, new(
                $"c-{claim}", $"d-{document}/1/1", $"d-{document}", 1, "wire", "source:" + origin, $"Claim {claim}", null, [], null, polarity, Certainty.Certain, 1000, null, at));
    }

    [Fact]
    public async Task a_late_document_changes_the_published_past_and_leaves_the_recorded_one_alone()
    {
        await using var desk = await Open();
        var noon = new DateTimeOffset(2026, 2, 10, 12, 0, 0, TimeSpan.Zero);
        await desk.Send(Newsdesk.Document("second", "The mayor of Northgate said that 200 houses were destroyed by the flood.", noon, "one"));
        await desk.Settle();
        var between = (await desk.Log())[^1].RecordedAt;
        Assert.Empty(Pages.Stories((await Replayer.At(desk.Newsroom, noon.AddHours(-1), Clock.Published, null, Cancellation)).Picture));
        await desk.Send(Newsdesk.Document("first", "The mayor of Northgate said that 200 houses were destroyed by the flood.", noon.AddHours(-5), "two"));
        await desk.Settle();
        var published = Assert.Single(Pages.Stories((await Replayer.At(desk.Newsroom, noon.AddHours(-1), Clock.Published, null, Cancellation)).Picture));
        Assert.Equal(1, published.Documents);
        var recorded = Assert.Single(Pages.Stories((await Replayer.At(desk.Newsroom, between, Clock.Recorded, null, Cancellation)).Picture));
        Assert.Equal(1, recorded.Documents);
        Assert.Equal(published.Id, recorded.Id);
        Assert.Empty(Pages.Stories((await Replayer.At(desk.Newsroom, noon, Clock.Recorded, null, Cancellation)).Picture));
    }
}
