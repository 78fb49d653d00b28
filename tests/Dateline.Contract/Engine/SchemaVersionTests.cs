using System.Collections.Concurrent;
using System.Globalization;
using Dateline.Postgres;
using Dateline.Sources;
using Npgsql;

namespace Dateline.Contract.Engine;

/// <summary>A schema of another version of Dateline: a later one is refused, an earlier one is brought up to date by whoever may.</summary>
public abstract class SchemaVersionTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    [Fact]
    public async Task a_schema_of_a_later_version_is_refused_and_left_alone()
    {
        await using var desk = await Open();
        await desk.Do("comment on schema dateline is 'dateline schema version 1000'");
        var refused = await Assert.ThrowsAsync<SchemaFault>(() => Open(desk.ConnectionString));
        Assert.Contains("Use a newer Dateline", refused.Message, StringComparison.Ordinal);
        Assert.Equal("dateline schema version 1000", await desk.Text("select obj_description('dateline'::regnamespace, 'pg_namespace')"));
    }

    [Fact]
    public async Task whoever_runs_the_followers_stops_once_a_later_version_has_brought_the_schema_up_to_date()
    {
        await using var leader = await Open();
        await using var standby = await Open(leader.ConnectionString);
        await leader.Send(new RegisterSource("a", "n"));
        Assert.Empty(await leader.Settle());
        standby.Engine.Start();
        // What a later version does, with a view that it keeps otherwise.
        await leader.Do("""
            update mt_event_progression set last_seq_id = 0 where name = 'sources:All';
            update followers set generation = generation + 1 where name = 'sources:All';
            update leadership set epoch = epoch + 1;
            truncate sources;
            comment on schema dateline is 'dateline schema version 1000'
            """);
        foreach (var desk in new[] { leader, standby })
        {
            await Eventually.Holds("the engine is outdated", () => desk.Engine.Outdated.IsCompleted);
            Assert.Contains("Use a newer Dateline", (await desk.Engine.Outdated).Message, StringComparison.Ordinal);
            await Eventually.Holds("it runs no followers", () => !desk.Engine.Leads);
            await Assert.ThrowsAsync<SchemaFault>(() => desk.Settle());
        }
        Assert.Equal("0 0", await leader.Text("select concat_ws(' ', (select coalesce(max(last_seq_id), 0) from mt_event_progression where name = 'sources:All'), (select count(*) from sources))"));
    }

    [Fact]
    public async Task what_comes_after_that_is_left_to_the_later_version()
    {
        await using var desk = await Open();
        await desk.Send(new RegisterSource("a", "n"));
        Assert.Empty(await desk.Settle());
        await desk.Do("update leadership set epoch = epoch + 1; comment on schema dateline is 'dateline schema version 1000'");
        await desk.Send(new RegisterSource("b", "n"));
        await Eventually.Holds("it runs no followers", () => desk.Engine.Outdated.IsCompleted && !desk.Engine.Leads);
        Assert.Equal("2 1", await desk.Text("select concat_ws(' ', (select max(seq_id) from mt_events), (select count(*) from sources))"));
    }

    [Fact]
    public async Task a_database_that_does_not_keep_text_as_unicode_is_refused_and_left_alone()
    {
        var there = new NpgsqlConnectionStringBuilder(await NewDatabase());
        var latin = new NpgsqlConnectionStringBuilder(there.ConnectionString) { Database = there.Database + "_latin" };
        await using (var database = NpgsqlDataSource.Create(there))
        await using (var create = database.CreateCommand($"create database \"{latin.Database}\" encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0"))
            await create.ExecuteNonQueryAsync(Cancellation);
        var refused = await Assert.ThrowsAsync<SchemaFault>(() => Open(latin.ConnectionString));
        Assert.Contains("LATIN1", refused.Message, StringComparison.Ordinal);
        await using var left = NpgsqlDataSource.Create(latin);
        await using var schemas = left.CreateCommand("select count(*) from pg_namespace where nspname = 'dateline'");
        Assert.Equal(0L, await schemas.ExecuteScalarAsync(Cancellation));
    }

    [Fact]
    public async Task a_schema_of_an_earlier_version_is_announced_and_brought_up_to_date()
    {
        var earlier = (Schema.Version - 1).ToString(CultureInfo.InvariantCulture);
        await using var desk = await Open();
        await desk.Send(new RegisterSource("a", "n"));
        // Earlier versions let PostgreSQL keep samples of events.
        await desk.Do($"alter table mt_events alter column data set statistics -1; analyze mt_events; comment on schema dateline is 'dateline schema version {earlier}'");
        Assert.Equal("1", await desk.Text(Samples));
        var epoch = int.Parse(await desk.Text(Epoch), CultureInfo.InvariantCulture);
        await desk.DisposeAsync();
        var announced = await Assert.ThrowsAsync<SchemaFault>(() => Open(desk.ConnectionString, o => o with { Migrate = false }));
        Assert.Contains("version " + earlier, announced.Message, StringComparison.Ordinal);
        var said = new ConcurrentQueue<string>();
        await using var again = await Open(desk.ConnectionString, o => o with { Say = said.Enqueue });
        Assert.Contains("version " + earlier, Assert.Single(said), StringComparison.Ordinal);
        Assert.Equal($"{epoch + 1}", await again.Text(Epoch));
        Assert.Equal($"dateline schema version {Schema.Version}", await again.Text("select obj_description('dateline'::regnamespace, 'pg_namespace')"));
        Assert.Empty(await again.Settle());
        Assert.Equal("1", await again.Text("select count(*) from sources"));
        Assert.Equal("0", await again.Text(Samples));
        await again.Do("analyze mt_events");
        Assert.Equal("0", await again.Text(Samples));
    }

    [Fact]
    public async Task a_database_that_an_early_version_filled_becomes_what_a_new_one_is()
    {
        var database = await NewDatabase();
        await using (var source = NpgsqlDataSource.Create(database))
        await using (var fill = source.CreateCommand(await Early()))
            await fill.ExecuteNonQueryAsync(Cancellation);
        await using var desk = await Open(database);
        Assert.Empty(await desk.Settle());
        await using (var fresh = await Open())
        {
            Assert.Empty(await fresh.Settle());
            Assert.Equal(await fresh.Text(Shape.OfTables), await desk.Text(Shape.OfTables));
        }
        var log = await desk.Log();
        Assert.Equal(Enumerable.Range(1, log.Count).Select(i => (long)i), log.Select(e => e.Position));
        Assert.Equal(log.Count.ToString(CultureInfo.InvariantCulture), await desk.Text("select count(*) from audit"));
        await desk.Send(Newsdesk.Document("d", "The mayor of Northgate said that 200 houses were destroyed.", DateTimeOffset.UnixEpoch));
        Assert.Empty(await desk.Settle());
        var live = await desk.Rows();
        foreach (var view in Postgres.Views.AllViews.Catalogue) await desk.Engine.Rebuild(view.Name, null, Cancellation);
        Assert.Equal(live, await desk.Rows());
    }

    private const string Epoch = "select epoch from leadership";

    private const string Samples = "select count(*) from pg_stats where tablename = 'mt_events' and attname = 'data'";

    /// <summary>A whole database of version 2, with documents filed and a verdict, as pg_dump writes it.</summary>
    private static async Task<string> Early()
    {
        using var dump = new StreamReader(typeof(Newsdesk).Assembly.GetManifestResourceStream("version-2.sql")!);
        return await dump.ReadToEndAsync(Cancellation);
    }

    [Fact]
    public async Task whoever_runs_the_followers_and_would_not_notice_is_to_be_ended_first()
    {
        await using var desk = await Open();
        await desk.Send(Newsdesk.Document("d", "The mayor of Northgate said that 200 houses were destroyed.", DateTimeOffset.UnixEpoch));
        Assert.Empty(await desk.Settle());
        await desk.Do("comment on schema dateline is 'dateline schema version 13'");
        var fault = await Assert.ThrowsAsync<SchemaFault>(async () => await (await Open(desk.ConnectionString)).DisposeAsync());
        Assert.Contains("runs the followers of the database", fault.Message, StringComparison.Ordinal);
        Assert.Equal("1", await desk.Text("select count(*) from documents"));
        await desk.DisposeAsync();
        await using var again = await Open(desk.ConnectionString);
        Assert.Empty(await again.Settle());
        Assert.Equal($"dateline schema version {Schema.Version}", await again.Text("select obj_description('dateline'::regnamespace, 'pg_namespace')"));
    }

    [Fact]
    public async Task whoever_holds_the_tables_in_another_order_does_not_make_it_fail()
    {
        await using var desk = await Open();
        await desk.Send(Newsdesk.Document("d", "The mayor of Northgate said that 200 houses were destroyed.", DateTimeOffset.UnixEpoch));
        Assert.Empty(await desk.Settle());
        await desk.Do("comment on schema dateline is 'dateline schema version 13'");
        await desk.DisposeAsync();
        var board = Postgres.Views.AllViews.Catalogue.Single(v => v.Name == "board").Tables;
        await using var source = NpgsqlDataSource.Create(desk.ConnectionString);
        await using var reader = await source.OpenConnectionAsync(Cancellation);
        await using var reading = await reader.BeginTransactionAsync(Cancellation);
        // Of the two PostgreSQL ends the one that looks first: not the reader.
        await using (var patient = new NpgsqlCommand("set local deadlock_timeout = '1h'", reader, reading)) await patient.ExecuteNonQueryAsync(Cancellation);
        await Read(board[^1]);
        var opening = Open(desk.ConnectionString);
        await Eventually.Holds("the migration waits for the reader", async () =>
        {
            await using var waiting = source.CreateCommand("select count(*) from pg_locks where not granted and relation = to_regclass('dateline.' || $1)");
            waiting.Parameters.Add(new() { Value = board[^1] });
            return (long)(await waiting.ExecuteScalarAsync(Cancellation))! == 1;
        });
        // The two wait for each other: PostgreSQL ends one of them.
        await Read(board[0]).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await reading.RollbackAsync(Cancellation);
        await using var again = await opening;
        Assert.Equal($"dateline schema version {Schema.Version}", await again.Text("select obj_description('dateline'::regnamespace, 'pg_namespace')"));
        Assert.Empty(await again.Settle());

        async Task Read(string table)
        {
            await using var read = new NpgsqlCommand($"select count(*) from dateline.{table}", reader, reading);
            await read.ExecuteScalarAsync(Cancellation);
        }
    }
}
