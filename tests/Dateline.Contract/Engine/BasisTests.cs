using Dateline.Claims;
using Dateline.Documents;
using Dateline.Postgres.Queries;
using Dateline.Replay;
using Dateline.Verdicts;

namespace Dateline.Contract.Engine;

/// <summary>What touches the evidence marks the verdict with its cause, in every view, by the running followers.</summary>
public abstract class BasisTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    private const string Said = "The mayor of Northgate said that 200 houses were destroyed by the flood in Northgate.";
    private const string Doubted = "200 houses were reportedly destroyed by the flood in Northgate, an anonymous user claimed.";
    private const string Denied = "The army denied that 200 houses were destroyed by the flood in Northgate.";
    private static readonly DateTimeOffset noon = new(2026, 2, 10, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public Task a_correction_marks_what_rests_on_the_corrected_revision() => Marks(
        desk => desk.Send(Newsdesk.Document("d-1", Said.Replace("200", "300", StringComparison.Ordinal), noon.AddHours(1), "one", PublisherAct.Correction)), "correction");

    [Fact]
    public Task a_revision_that_says_it_by_another_speaker_and_less_surely_marks() => Marks(
        desk => desk.Send(Newsdesk.Document("d-1", Doubted, noon.AddHours(1), "one")), "It now differs in who says it");

    [Fact]
    public Task a_withdrawal_marks_what_rests_on_the_document() =>
        Marks(desk => desk.Send(Newsdesk.Document("d-1", "", noon.AddHours(1), "one", PublisherAct.Kill)), "kill");

    [Fact]
    public Task a_redaction_marks_what_rests_on_the_revision() =>
        Marks(desk => desk.Redact("d-1", 1, "privacy", "a court's order", "ana", "ben"), "privacy was removed from d-1");

    [Fact]
    public Task a_new_denial_marks_what_stands_on_the_claim() => Marks(desk => desk.Send(Newsdesk.Document("d-2", Denied, noon.AddHours(1), "two")), "denies it");

    [Fact]
    public async Task a_revision_of_a_document_that_does_not_mention_the_claim_marks_what_rests_on_it()
    {
        await using var desk = await Open();
        await desk.Send(Newsdesk.Document("d-1", Said, noon, "one"));
        await desk.Send(Newsdesk.Document("d-2", "The council said that the permit of the dam expired in 2019.", noon, "two"));
        Assert.Empty(await desk.Settle());
        var claim = await desk.Text("select id from claims where text like '%200 houses%'");
        await desk.Send(new ProposeVerdict(claim, "v-1", Rating.Verified, null, Confidence.High, "Seen.", [new Evidence("d-1", 1, null), new Evidence("d-2", 1, null)], "ana"), "ana");
        Assert.Empty(await desk.Settle());
        await desk.Send(Newsdesk.Document("d-2", "The council said that the permit of the dam never expired.", noon.AddHours(1), "two"));
        Assert.Empty(await desk.Settle());
        var refused = await Assert.ThrowsAsync<Refused>(() => desk.Send(new ApproveVerdict(claim, "v-1", "ben", "Agreed."), "ben"));
        Assert.Contains("d-2/2", refused.Message, StringComparison.Ordinal);
    }

    private async Task Marks(Func<Newsdesk, Task> happens, string cause)
    {
        await using var desk = await Open();
        await desk.Send(Newsdesk.Document("d-1", Said, noon, "one"));
        Assert.Empty(await desk.Settle());
        var claim = await desk.Text("select id from claims where text like '%200 houses%'");
        await Judge(desk, claim, "v-1", null);
        Assert.Empty(await desk.Settle());
        Assert.Equal("False", await desk.Text($"select basis_changed from claims where id = '{claim}'"));
        desk.Engine.Start();
        await happens(desk);
        Assert.Empty(await desk.Settle());
        await IsMarked(desk, claim, cause);

        foreach (var again in new[] { "ben", "cem" }) await Assert.ThrowsAsync<Refused>(() => desk.Send(new ApproveVerdict(claim, "v-1", again, "Still so."), again));
        Assert.Empty(await desk.Settle());
        Assert.Equal("True", await desk.Text($"select basis_changed from claims where id = '{claim}'"));
        await Judge(desk, claim, "v-2", "v-1");
        Assert.Empty(await desk.Settle());
        Assert.Equal("True", await desk.Text("select (select sum(basis_changed) from stories) = (select count(*) from claims where basis_changed)"));
        Assert.Equal("v-2", (await desk.Newsroom.Load<Claim>(Ids.Claim(claim), null, Cancellation)).State!.Standing);
    }

    private static async Task Judge(Newsdesk desk, string claim, string verdict, string? supersedes)
    {
        await desk.Send(new ProposeVerdict(claim, verdict, Rating.Verified, null, Confidence.High, "Seen.", [new Evidence("d-1", 1, null)], "ana", supersedes));
        await Assert.ThrowsAsync<Refused>(() => desk.Send(new ApproveVerdict(claim, verdict, "ana", "Yes."), "ana"));
        Assert.Empty(await desk.Settle());
        var version = (await desk.Newsroom.Load<Claim>(Ids.Claim(claim), null, Cancellation)).Version;
        await desk.Send(await Approval.Of(desk.Newsroom, claim, verdict, "ben", "Yes.", version, [], Cancellation), "ben");
    }

    /// <summary>The board, the verdicts and their acts, the audit, the history on both clocks, and the fold of the log.</summary>
    private static async Task IsMarked(Newsdesk desk, string claim, string cause)
    {
        Assert.Equal("True", await desk.Text($"select basis_changed from claims where id = '{claim}'"));
        Assert.Equal("True", await desk.Text($"select basis_changed from verdicts where claim = '{claim}' and id = 'v-1'"));
        Assert.Contains(cause, await desk.Text($"select string_agg(reason, ' ') from verdict_acts where claim = '{claim}' and act = 'basis changed'"), StringComparison.Ordinal);
        Assert.Contains(cause, await desk.Text("select string_agg(concat_ws(' ', after, why), ' ') from audit where what = 'verdict_basis_changed'"), StringComparison.Ordinal);
        Assert.Equal("True True", await desk.Text(
            $"select string_agg(initcap(basis_changed::text), ' ') from claim_history where id = '{claim}' and ends is null"));
        // The story that holds it says so as well, also where the mention that it rests on is gone.
        Assert.Equal("1 1 1", await desk.Text(
            "select concat_ws(' ', (select sum(basis_changed) from stories), (select string_agg(basis_changed::text, ' ') from story_history where ends is null and basis_changed > 0))"));
        var moment = await Moment.Now.Resolve(desk.Newsroom, DateTimeOffset.UtcNow, Cancellation);
        var around = await new HistoryQueries(desk.Engine.Database).AroundClaim(claim, moment, Cancellation);
        foreach (var picture in new[] { around!.Picture, (await Replayer.At(desk.Newsroom, moment, Cancellation)).Picture })
        {
            var verdict = Assert.Single(picture.Claims[claim].Verdicts);
            Assert.True(verdict.BasisChanged);
            Assert.Contains(verdict.Acts, a => a.Act == "basis changed" && a.Reason!.Contains(cause, StringComparison.Ordinal));
            var story = Assert.Single(Pages.Stories(picture), s => s.BasisChanged > 0);
            Assert.Equal(1, story.BasisChanged);
            Assert.Contains(cause, story.Reason, StringComparison.Ordinal);
            Assert.Contains(cause, Pages.Claim(picture, claim, [], moment.Clock, moment.At)!.Claim.Reason, StringComparison.Ordinal);
            Assert.Contains(story.Id, Pages.Claim(picture, claim, [], moment.Clock, moment.At)!.Stories);
        }
        Assert.Contains(cause, await desk.Text("select string_agg(reason, ' ') from stories where basis_changed = 1 and id in (select id from story_history where ends is null and reason like '%' || stories.reason)"), StringComparison.Ordinal);
        var cited = Assert.Single((await DocumentPage.Of(desk.Newsroom, "d-1", moment.Position, Cancellation))!.CitedBy);
        Assert.Equal(("v-1", claim, true, true), (cited.VerdictId, cited.ClaimId, cited.Standing, cited.BasisChanged));
        Assert.Contains(cause, cited.Cause, StringComparison.Ordinal);
    }
}
