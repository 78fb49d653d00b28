using Dateline.Claims;
using Dateline.Sources;

namespace Dateline.Contract.Engine;

public abstract class AppendTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    [Fact]
    public async Task positions_have_no_gaps_and_recorded_times_never_go_back()
    {
        await using var one = await Open();
        await using var two = await Open(one.ConnectionString);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async w =>
        {
            for (var i = 0; i < 50; i++) await (w % 2 == 0 ? one : two).Send(new RegisterSource($"s{w}-{i}", "n"));
        }));
        var log = await one.Log();
        Assert.Equal(Enumerable.Range(1, 400).Select(i => (long)i), log.Select(e => e.Position));
        Assert.Equal(log.Select(e => e.RecordedAt).Order(), log.Select(e => e.RecordedAt));
    }

    [Fact]
    public async Task the_answer_to_a_command_gives_the_place_of_the_last_of_its_events()
    {
        await using var desk = await Open();
        await desk.Send(new RegisterSource("s", "n"));
        var mention = new ClaimMentioned(
            "c-1", "d/1#1", "d", 1, "s", "source:s", "200 houses were destroyed", null, [], null, Polarity.Positive, Certainty.Certain, 1000, null, DateTimeOffset.UnixEpoch);
        var receipt = await desk.Send(new MentionClaim("c-1", "200 houses were destroyed", Mode.Assertion, null, mention));
        var events = (await desk.Log()).Where(e => e.Stream == receipt.Stream).ToList();
        Assert.Equal(["claim_raised", "claim_mentioned"], events.Select(e => e.Type));
        Assert.Equal((3L, 2L), (receipt.Position!.Value, receipt.Version));
        Assert.Equal((events[^1].Position, events[^1].Version), (receipt.Position.Value, receipt.Version));
    }

    [Fact]
    public async Task of_those_who_saw_the_same_version_one_wins_and_the_others_hear_it()
    {
        await using var one = await Open();
        await using var two = await Open(one.ConnectionString);
        await one.Send(new RegisterSource("s", "n"));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(async i =>
        {
            try
            {
                return (await (i % 2 == 0 ? one : two).Send(new RateSource("s", (Reliability)(1 + (i % 5)), "p" + i, "x"), expect: 1)).Version;
            }
            catch (Conflict)
            {
                return 0;
            }
        }));
        Assert.Equal(1, outcomes.Count(v => v == 2));
        Assert.Equal(9, outcomes.Count(v => v == 0));
        Assert.Equal(2, (await one.Log()).Count);
    }

    [Fact]
    public async Task what_was_decided_on_an_old_state_is_decided_anew()
    {
        await using var one = await Open();
        await using var two = await Open(one.ConnectionString);
        await one.Send(new RegisterSource("s", "n"));
        await one.Send(new RateSource("s", Reliability.A, "ana", "x"));
        await two.Send(new RateSource("s", Reliability.B, "ben", "x"));
        var again = await one.Send(new RateSource("s", Reliability.A, "ana", "x"));
        Assert.Equal(4, again.Version);
        Assert.Equal(Reliability.A, (await two.Newsroom.Load<Source>("source/s", null, Cancellation)).State!.Reliability);
    }

    [Fact]
    public async Task a_long_stream_is_folded_in_order_whole_and_up_to_any_position()
    {
        const int Ratings = 400;
        await using var desk = await Open();
        await desk.Send(new RegisterSource("s", "n"));
        for (var i = 0; i < Ratings; i++) await desk.Send(new RateSource("s", (Reliability)((i + 1) % 6), "ana", "x"));
        await using var other = await Open(desk.ConnectionString);
        var log = await other.Log();
        foreach (var version in new[] { 2, 127, 128, 129, 256, 257, Ratings + 1 })
        {
            var then = await other.Newsroom.Load<Source>("source/s", log[version - 1].Position, Cancellation);
            Assert.Equal((version, (Reliability)((version - 1) % 6)), (then.Version, then.State!.Reliability));
        }
        Assert.Equal(Ratings + 1, (await other.Newsroom.Load<Source>("source/s", null, Cancellation)).Version);
    }

    [Fact]
    public async Task an_event_carries_who_why_and_within_what()
    {
        await using var desk = await Open();
        await desk.Newsroom.Send(new RegisterSource("s", "n"), new("ana", "I know them", "request 1", "cause 1"), Cancellation);
        var e = Assert.Single(await desk.Log());
        Assert.Equal(("ana", "I know them", "request 1", "cause 1", "source_registered", 1L), (e.By, e.Reason, e.Correlation, e.Causation, e.Type, e.Version));
        Assert.Equal("source/s 1 source_registered Dateline.Sources.SourceRegistered, Dateline.Core ana", await desk.Text(
            "select concat_ws(' ', stream_id, version, type, mt_dotnet_type, user_name) from mt_events"));
        Assert.Equal("source/s 1", await desk.Text("select concat_ws(' ', id, version) from mt_streams"));
    }

    [Fact]
    public async Task the_log_reads_the_same_by_streams_and_types_and_ends()
    {
        await using var desk = await Open();
        for (var i = 0; i < 20; i++) await desk.Send(new RegisterSource("s" + i, "n"));
        for (var i = 0; i < 20; i += 2) await desk.Send(new RateSource("s" + i, Reliability.B, "ana", "x"));
        async Task<List<long>> Positions(Range range)
        {
            var found = new List<long>();
            await foreach (var e in desk.Newsroom.Read(range, Cancellation)) found.Add(e.Position);
            return found;
        }
        Assert.Equal([1L, 21L], await Positions(new(Streams: ["source/s0"])));
        Assert.Equal(10, (await Positions(new(Types: ["source_rated"]))).Count);
        Assert.Equal([29L, 30L], await Positions(new(Types: ["source_rated"], Last: 2)));
        Assert.Equal([6L, 7L], await Positions(new(After: 5, Through: 7)));
    }
}
