using Dateline.Claims;
using Dateline.Documents;
using Dateline.Sources;

namespace Dateline.Contract.Engine;

/// <summary>Commands and what they decide: on streams that are there, and on those that are not.</summary>
public abstract class DecisionTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    [Fact]
    public async Task a_command_on_a_stream_that_does_not_exist_is_decided_on_nothing()
    {
        await using var desk = await Open();
        var receipt = await desk.Send(new RegisterSource("s", "n"));
        Assert.Equal(("source/s", 1L, 1L), (receipt.Stream, receipt.Version, receipt.Position));
        Assert.Equal(new SourceRegistered("s", "n"), Assert.Single(receipt.Events));
    }

    [Fact]
    public async Task a_refusal_says_why_and_records_nothing()
    {
        await using var desk = await Open();
        var refused = await Assert.ThrowsAsync<Refused>(() => desk.Send(new RateSource("nobody", Reliability.A, "ana", "x")));
        Assert.Contains("nobody", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await desk.Log());
        Assert.Equal("0", await desk.Text("select count(*) from mt_streams"));
    }

    [Fact]
    public async Task a_command_that_has_nothing_to_record_gives_the_version_and_no_position()
    {
        await using var desk = await Open();
        Assert.Equal(new(0, null), await Nothing(desk, new MarkFiled("none", 1, "story", "origin", [], DateTimeOffset.UnixEpoch)));
        await desk.Send(new RegisterSource("s", "n"));
        Assert.Equal(new(1, null), await Nothing(desk, new RegisterSource("s", "another name")));
        Assert.Single(await desk.Log());
    }

    [Fact]
    public async Task a_command_that_nothing_decides_is_an_error_of_the_caller()
    {
        await using var desk = await Open();
        await Assert.ThrowsAsync<ArgumentException>(() => desk.Send(new Undecided()));
    }

    [Fact]
    public async Task a_state_can_be_loaded_as_it_was()
    {
        await using var desk = await Open();
        await desk.Send(new RegisterSource("s", "n"));
        await desk.Send(new RegisterSource("other", "n"));
        await desk.Send(new RateSource("s", Reliability.B, "ana", "x"));
        Assert.Equal(new(null, 0), await desk.Newsroom.Load<Source>("source/s", 0, Cancellation));
        Assert.Equal(new(new("s", "n", Reliability.F), 1), await desk.Newsroom.Load<Source>("source/s", 2, Cancellation));
        Assert.Equal(new(new("s", "n", Reliability.B), 2), await desk.Newsroom.Load<Source>("source/s", null, Cancellation));
        Assert.Equal(new(null, 0), await desk.Newsroom.Load<Source>("source/none", null, Cancellation));
    }

    [Fact]
    public async Task the_version_that_is_expected_must_be_the_one_that_is_there()
    {
        await using var desk = await Open();
        await desk.Send(new RegisterSource("s", "n"));
        foreach (var expected in new[] { 0L, 2L })
        {
            var conflict = await Assert.ThrowsAsync<Conflict>(() => desk.Send(new RateSource("s", Reliability.A, "ana", "x"), expect: expected));
            Assert.Equal(("source/s", expected, 1L), (conflict.Stream, conflict.Expected, conflict.Actual));
        }
        Assert.Equal(2, (await desk.Send(new RateSource("s", Reliability.A, "ana", "x"), expect: 1)).Version);
    }

    [Fact]
    public async Task writers_of_one_stream_all_get_through_in_some_order()
    {
        await using var desk = await Open();
        await desk.Send(new RegisterSource("s", "n"));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => desk.Send(new RateSource("s", (Reliability)i, "p" + i, "x"))));
        var log = await desk.Log();
        Assert.Equal(Enumerable.Range(1, log.Count).Select(i => (long)i), log.Select(e => e.Version));
        Assert.InRange(log.Count, 5, 6);
    }

    [Fact]
    public async Task of_those_who_begin_one_stream_at_once_one_does_and_the_others_find_it_begun()
    {
        await using var one = await Open();
        await using var two = await Open(one.ConnectionString);
        for (var round = 0; round < 10; round++)
        {
            var id = "s" + round;
            var receipts = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => (i % 2 == 0 ? one : two).Send(new RegisterSource(id, "n")), Cancellation)));
            Assert.Single(receipts, r => r.Position is not null);
            Assert.All(receipts, r => Assert.Equal(1, r.Version));
        }
        Assert.Equal(10, (await one.Log()).Count);
    }

    [Fact]
    public async Task what_is_decided_names_things_by_their_ids()
    {
        await using var desk = await Open();
        await desk.Send(Newsdesk.Document("d-1", "The mayor said that 200 houses were destroyed by the flood.", DateTimeOffset.UnixEpoch, "one"));
        Assert.Empty(await desk.Settle());
        var mentioned = (await desk.Log()).Select(e => e.Data).OfType<ClaimMentioned>().First();
        var receipt = await desk.Send(new RetractMention(mentioned.ClaimId, mentioned.MentionId, "again", "Gone.", null, DateTimeOffset.UnixEpoch));
        Assert.Equal(mentioned.ClaimId, Assert.IsType<MentionRetracted>(Assert.Single(receipt.Events)).ClaimId);
    }

    private static async Task<(long, long?)> Nothing(Newsdesk desk, ICommand command)
    {
        var receipt = await desk.Send(command);
        Assert.Empty(receipt.Events);
        return (receipt.Version, receipt.Position);
    }

    private sealed record Undecided : ICommand
    {
        public string Id => "source/s";
    }
}
