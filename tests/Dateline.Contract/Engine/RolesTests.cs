using Dateline.Postgres.Cluster;
using Dateline.Postgres.Engine;
using Dateline.Postgres.Seal;
using Npgsql;

namespace Dateline.Contract.Engine;

/// <summary>The built-in engine as the role of the application, which does not own the events.</summary>
public sealed class AsApplication : IEngineUnderTest
{
    public static async Task<IEngine> Open(string connectionString, EngineOptions options, CancellationToken cancellation) =>
        await PostgresEngine.Open(await ApplicationRole.Connect(connectionString, options.Schema, options.Migrate, options.Say, cancellation), options, cancellation);
}

public sealed class AsApplicationRedaction(TestDatabase databases) : RedactionTests<AsApplication>(databases);

public sealed class AsApplicationRebuild(TestDatabase databases) : RebuildTests<AsApplication>(databases);

public sealed class AsApplicationHistory(TestDatabase databases) : ReplayTests<AsApplication>(databases);

public sealed class AsApplicationTwoPeople(TestDatabase databases) : TwoPeopleTests<AsApplication>(databases);

/// <summary>What the application's role can and cannot do to events.</summary>
public sealed class RolesTests(TestDatabase databases) : Suite<AsApplication>(databases)
{
    [Theory]
    [InlineData("update mt_events set data = '{}'")]
    [InlineData("update mt_events set timestamp = now() where seq_id = 1")]
    [InlineData("set dateline.redaction = 'on'; update mt_events set data = '{}'")]
    [InlineData("delete from mt_events")]
    [InlineData("truncate mt_events")]
    [InlineData("truncate mt_events cascade")]
    [InlineData("delete from mt_streams")]
    [InlineData("alter table mt_events disable trigger append_only")]
    [InlineData("alter table mt_events disable trigger user")]
    [InlineData("drop trigger append_only on mt_events")]
    [InlineData("drop table mt_events")]
    [InlineData("drop function refuse_change() cascade")]
    [InlineData("set session_replication_role = 'replica'; delete from mt_events")]
    [InlineData("set role dateline; delete from mt_events")]
    [InlineData("alter role dateline_app superuser")]
    [InlineData("update erasures set tombstone = 0")]
    [InlineData("update redactions_done set done_in = pg_current_xact_id()")]
    [InlineData("delete from originals")]
    [InlineData("update originals set bytes = ''")]
    [InlineData("insert into originals_removed (sha256, tombstone) select sha256, 1 from originals")]
    [InlineData("select give_to_application('dateline_app')")]
    public async Task the_application_cannot_change_events(string attempt)
    {
        await using var desk = await Open();
        await Said(desk);
        var before = await desk.Text(Events);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => desk.Do(attempt));
        Assert.Contains(refused.SqlState, new[] { PostgresErrorCodes.InsufficientPrivilege, "DL007" });
        Assert.Equal(before, await desk.Text(Events));
        Assert.Equal("1", await desk.Text("select count(*) from originals where encode(sha256(bytes), 'hex') = sha256"));
    }

    [Fact]
    public async Task text_leaves_events_only_by_a_redaction_of_two_people_and_once()
    {
        await using var desk = await Open();
        await Said(desk);
        const string Erase = "select erase_events({0}, array[1], array['{{}}'::jsonb], array[null::jsonb])";
        var before = await desk.Text(Events);
        await Refused(1);
        // In one transaction, so that nobody else ever sees the forged tombstone.
        await Refused(
            9000,
            """
            insert into mt_events (seq_id, id, stream_id, version, data, type) select 9000, gen_random_uuid(), stream_id, 9000,
                '{"documentId": "d", "revision": 1, "kind": "a name", "legalReason": "none", "by": "ana", "secondedBy": " ANA"}', 'document_redacted' from mt_events where seq_id = 1;
            """);
        Assert.Equal(before, await desk.Text(Events));
        await desk.Redact("d", 1, "a name", "a court's order", "ana", "ben");
        Assert.Empty(await desk.Settle());
        Assert.Equal("0", await desk.Text("select count(*) from mt_events where strpos(to_jsonb(mt_events)::text, 'Northgate') > 0"));
        Assert.Equal("0 1", await desk.Text("select concat((select count(*) from originals), ' ', (select count(*) from originals_removed))"));
        var kept = await Assert.ThrowsAsync<PostgresException>(() => desk.Do("select remove_originals(tombstone, array['x']) from redactions_done"));
        Assert.Equal("DL006", kept.SqlState);
        await Refused(long.Parse(await desk.Text("select seq_id from mt_events where type = 'document_redacted'"), System.Globalization.CultureInfo.InvariantCulture));
        Assert.True((await new SealedLog(desk.Engine.Database).Verify([], null, null, Cancellation)).Holds);

        async Task Refused(long tombstone, string first = "")
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => desk.Do(first + string.Format(System.Globalization.CultureInfo.InvariantCulture, Erase, tombstone)));
            Assert.Equal("DL006", refused.SqlState);
        }
    }

    [Fact]
    public async Task a_schema_of_an_earlier_version_is_left_to_the_owner_and_given_again()
    {
        await using var desk = await Open();
        await Said(desk);
        await using var owner = NpgsqlDataSource.Create(desk.ConnectionString);
        await using (var earlier = owner.CreateCommand($"comment on schema dateline is 'dateline schema version {Postgres.Schema.Version - 1}'; alter table dateline.looked owner to dateline"))
            await earlier.ExecuteNonQueryAsync(Cancellation);
        await desk.DisposeAsync();
        var role = new NpgsqlConnectionStringBuilder(desk.ConnectionString) { Username = ApplicationRole.Name }.ConnectionString;
        var fault = await Assert.ThrowsAsync<Postgres.SchemaFault>(() => PostgresEngine.Open(role, new(), Cancellation));
        Assert.Contains("owner", fault.Message, StringComparison.Ordinal);
        await using (var migrated = await PostgresEngine.Open(desk.ConnectionString, new(), Cancellation)) await migrated.Head(Cancellation);
        await using var again = await PostgresEngine.Open(role, new(), Cancellation);
        await using var looked = again.Database.CreateCommand("select pg_get_userbyid(relowner)::text from pg_class where oid = 'looked'::regclass");
        Assert.Equal(ApplicationRole.Name, await looked.ExecuteScalarAsync(Cancellation));
    }

    private const string Events = "select string_agg(to_jsonb(e)::text, chr(10) order by seq_id) from mt_events e";

    private static async Task Said(Newsdesk desk)
    {
        await desk.Send(Newsdesk.Document("d", "The mayor of Northgate said that 200 houses were destroyed.", DateTimeOffset.UnixEpoch));
        Assert.Empty(await desk.Settle());
    }
}
