using Dateline.Sources;
using Npgsql;

namespace Dateline.Contract.Engine;

/// <summary>
/// Transactions of others that stay open with a number drawn or an event written: no event is lost, none is seen before an earlier one, and nobody
/// waits who need not.
/// </summary>
public abstract class ForeignWriterTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    private const string Write =
        """
        insert into mt_streams (id, version) values ('source/foreign', 1);
        insert into mt_events (seq_id, id, stream_id, version, type, data, timestamp, user_name)
        values (nextval('mt_events_sequence'), gen_random_uuid(), 'source/foreign', 1, 'source_registered', '{"sourceId": "foreign", "name": "n"}', clock_timestamp(), 'x')
        """;

    [Fact]
    public async Task a_writer_that_holds_the_lock_is_waited_for_and_its_event_is_seen_first()
    {
        await using var desk = await Begun();
        await using var foreign = await desk.Engine.Database.OpenConnectionAsync(Cancellation);
        await using var open = await foreign.BeginTransactionAsync(Cancellation);
        await Run(foreign, "select pg_advisory_xact_lock(hashtextextended('dateline writers ' || current_schema(), 0))");
        await Run(foreign, Write);
        var waiting = desk.Send(new RegisterSource("b", "n"));
        await Waits(desk, waiting, "locktype = 'advisory'");
        Assert.Equal([1L], await Positions(desk));
        await open.CommitAsync(Cancellation);
        Assert.Equal(3, (await waiting).Position);
        await AllAreShown(desk, "a foreign b");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task an_event_that_was_written_without_the_lock_is_waited_for_at_its_position(bool commits)
    {
        await using var desk = await Begun();
        await using var foreign = await desk.Engine.Database.OpenConnectionAsync(Cancellation);
        await using var open = await foreign.BeginTransactionAsync(Cancellation);
        await Run(foreign, Write);
        var waiting = desk.Send(new RegisterSource("b", "n"));
        await Waits(desk, waiting, "locktype = 'transactionid'");
        Assert.Equal([1L], await Positions(desk));
        Assert.Equal("1", await desk.Text("select max(last_seq_id) from mt_event_progression where name like '%:All'"));
        if (commits) await open.CommitAsync(Cancellation);
        else await open.RollbackAsync(Cancellation);
        // Its position is taken then: whoever sent the command hears it and asks again.
        try
        {
            await waiting;
        }
        catch (PostgresException e) when (commits && e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            await desk.Send(new RegisterSource("b", "n"));
        }
        await AllAreShown(desk, commits ? "a foreign b" : "a b");
    }

    [Fact]
    public async Task a_number_that_was_drawn_without_the_lock_holds_nobody_up_and_goes_to_the_next_writer()
    {
        await using var desk = await Begun();
        await using var foreign = await desk.Engine.Database.OpenConnectionAsync(Cancellation);
        await using (var open = await foreign.BeginTransactionAsync(Cancellation))
        {
            // It has a transaction id, a lock on a table and a number, and stays open.
            await Run(foreign, "insert into mt_streams (id, version) values ('source/foreign', 1); select nextval('mt_events_sequence')");
            Assert.Equal(2, (await desk.Send(new RegisterSource("b", "n"))).Position);
            await AllAreShown(desk, "a b");
            var late = Write[Write.IndexOf("insert into mt_events", StringComparison.Ordinal)..].Replace("nextval('mt_events_sequence')", "2", StringComparison.Ordinal);
            var refused = await Assert.ThrowsAsync<PostgresException>(() => Run(foreign, late));
            Assert.Equal(PostgresErrorCodes.UniqueViolation, refused.SqlState);
        }
        Assert.Equal(3, (await desk.Send(new RegisterSource("c", "n"))).Position);
        await AllAreShown(desk, "a b c");
    }

    /// <summary>One event, which every follower has taken in.</summary>
    private async Task<Newsdesk> Begun()
    {
        var desk = await Open();
        await desk.Send(new RegisterSource("a", "n"));
        Assert.Empty(await desk.Settle());
        return desk;
    }

    /// <summary>Waits until whoever sends stands before a lock.</summary>
    private static async Task Waits(Newsdesk desk, Task sending, string which)
    {
        var waits = $"select count(*) from pg_locks join pg_stat_activity using (pid) where not granted and {which} and datname = current_database()";
        for (var end = Environment.TickCount64 + 20_000; await desk.Text(waits) == "0"; await Task.Delay(20, Cancellation))
            Assert.True(!sending.IsCompleted && Environment.TickCount64 < end, "nobody waits");
        Assert.False(sending.IsCompleted);
    }

    private static async Task<IEnumerable<long>> Positions(Newsdesk desk) => (await desk.Log()).Select(e => e.Position);

    private static async Task AllAreShown(Newsdesk desk, string sources)
    {
        Assert.Empty(await desk.Settle());
        Assert.Equal(Enumerable.Range(1, sources.Split(' ').Length).Select(i => (long)i), await Positions(desk));
        Assert.Equal(sources, await desk.Text("select string_agg(substr(stream, 8), ' ' order by position) from audit"));
        Assert.Equal(sources.Split(' ').Order(), (await desk.Text("select string_agg(id, ' ') from sources")).Split(' ').Order());
    }

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
