using Dateline.Claims;
using Dateline.Verdicts;
using Npgsql;

namespace Dateline.Contract.Engine;

/// <summary>Two people to a verdict: in the database too, and when several act at once.</summary>
public abstract class TwoPeopleTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    private static readonly DateTimeOffset noon = new(2026, 2, 10, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("ana")]
    [InlineData(" ANA ")]
    public async Task the_database_refuses_an_approval_by_whoever_proposed_whichever_program_writes_it(string by)
    {
        await using var desk = await Proposed();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => desk.Do(Approval(by)));
        Assert.Equal("DL005", refused.SqlState);
        await desk.Do(Approval("ben"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\" \"")]
    public async Task the_database_refuses_an_approval_by_nobody(string by)
    {
        await using var desk = await Proposed();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => desk.Do(Approval("ben").Replace("\"by\": \"ben\"", $"\"by\": {by}", StringComparison.Ordinal)));
        Assert.Equal("DL005", refused.SqlState);
    }

    [Fact]
    public async Task the_database_refuses_an_approval_of_what_nobody_proposed()
    {
        await using var desk = await Proposed();
        Assert.Equal("DL005", (await Assert.ThrowsAsync<PostgresException>(() => desk.Do(Approval("ben").Replace("v-1", "v-2", StringComparison.Ordinal)))).SqlState);
    }

    [Fact]
    public async Task of_two_approvers_at_once_one_approves_and_the_other_hears_of_it()
    {
        await using var desk = await Proposed();
        var both = new[] { "ben", "cem" }.Select(p => desk.Send(new ApproveVerdict("c-1", "v-1", p, "Yes."), p)).ToList();
        var heard = 0;
        foreach (var act in both)
        {
            try
            {
                Assert.NotNull((await act).Position);
            }
            catch (Refused e)
            {
                Assert.Contains("has approved it already", e.Message, StringComparison.Ordinal);
                heard++;
            }
        }
        Assert.Equal(1, heard);
        Assert.Single(await desk.Log(), e => e.Data is VerdictApproved);
    }

    [Fact]
    public async Task of_two_approvers_who_saw_the_same_version_one_hears_of_the_other()
    {
        await using var desk = await Proposed();
        var version = (await desk.Newsroom.Load<Claim>(Ids.Claim("c-1"), null, Cancellation)).Version;
        var acts = new[] { "ben", "cem" }.Select(p => desk.Send(new ApproveVerdict("c-1", "v-1", p, "Yes."), p, version)).ToList();
        var conflicts = 0;
        foreach (var act in acts)
        {
            try
            {
                await act;
            }
            catch (Conflict)
            {
                conflicts++;
            }
        }
        Assert.Equal(1, conflicts);
        Assert.Single(await desk.Log(), e => e.Data is VerdictApproved);
    }

    [Fact]
    public async Task approving_against_withdrawing_ends_in_one_of_the_two_orders()
    {
        await using var desk = await Proposed();
        var approve = desk.Send(new ApproveVerdict("c-1", "v-1", "ben", "Yes."), "ben");
        var withdraw = desk.Send(new WithdrawVerdict("c-1", "v-1", "ana", "No."), "ana");
        try
        {
            await approve;
        }
        catch (Refused)
        {
            // It was withdrawn first.
        }
        await withdraw;
        var claim = (await desk.Newsroom.Load<Claim>(Ids.Claim("c-1"), null, Cancellation)).State!;
        Assert.Equal((null, ProposalState.Withdrawn), (claim.Standing, claim.Verdicts["v-1"].State));
    }

    [Fact]
    public async Task proposing_against_the_withdrawal_of_the_evidence_ends_marked_in_either_order()
    {
        await using var desk = await Open();
        await desk.Send(Newsdesk.Document("d-1", "The mayor of Northgate said that 200 houses were destroyed by the flood.", noon, "one"));
        await desk.Settle();
        var claim = (await desk.Text("select id from claims order by id limit 1"))!;
        desk.Engine.Start();
        var propose = desk.Send(new ProposeVerdict(claim, "v-1", Rating.Verified, null, Confidence.High, "Seen.", [new Evidence("d-1", 1, null)], "ana"), "ana");
        var kill = desk.Send(Newsdesk.Document("d-1", "", noon.AddHours(1), "one", Documents.PublisherAct.Kill));
        await Task.WhenAll(propose, kill);
        Assert.Empty(await desk.Settle());
        Assert.Equal("True", await desk.Text($"select basis_changed from verdicts where claim = '{claim}' and id = 'v-1'"));
    }

    private async Task<Newsdesk> Proposed()
    {
        var desk = await Open();
        await desk.Send(new MentionClaim("c-1", "200 houses", Mode.Assertion, null, new(
            "c-1", "d-1/1#1", "d-1", 1, "wire", "source:one", "200 houses", null, [], null, Polarity.Positive, Certainty.Certain, 1000, null, noon)));
        await desk.Send(new ProposeVerdict("c-1", "v-1", Rating.Verified, null, Confidence.High, "Seen.", [new Evidence("d-1", 1, null)], "ana"), "ana");
        return desk;
    }

    private static string Approval(string by) =>
        $$"""
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp)
        select max(seq_id) + 1, gen_random_uuid(), 'claim/c-1', max(version) filter (where stream_id = 'claim/c-1') + 1,
            '{"claimId": "c-1", "verdictId": "v-1", "by": "{{by}}", "reason": "Yes."}', 'verdict_approved', now() from mt_events
        """;
}
