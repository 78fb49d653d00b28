namespace Dateline.Contract.Engine;

/// <summary>Scheduled work: what has ended is cleared away again and again, by one of the processes, and nothing else is.</summary>
public abstract class HousekeepingTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    private const string Left =
        """
        select concat_ws(' ', (select string_agg(id, ',' order by id) from sessions), (select string_agg(invited_by, ',') from invitations),
            (select string_agg(key, ',') from idempotency), (select count(*) from pg_namespace where nspname like 'dateline_rebuild%'))
        """;

    private static readonly TimeSpan often = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task what_has_ended_is_cleared_away_again_and_again_and_nothing_else()
    {
        await using var desk = await Open(o => o with { Housekeeping = often });
        await using var other = await Open(desk.ConnectionString, o => o with { Housekeeping = often });
        desk.Engine.Start();
        other.Engine.Start();
        for (var round = 0; round < 3; round++)
        {
            await Leave(desk, round);
            await desk.Until(Left, "goes-on goes-on goes-on 0");
        }
    }

    [Fact]
    public async Task what_fails_is_said_and_tried_again_and_never_given_up()
    {
        var said = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var desk = await Open(o => o with { Housekeeping = often, Say = said.Enqueue });
        await desk.Do("""
            create sequence refusals;
            create function refuse() returns trigger language plpgsql as $$ begin perform nextval('refusals'); raise 'not now'; end $$;
            create trigger refuse before delete on sessions for each row execute function refuse()
            """);
        await Leave(desk, 0);
        desk.Engine.Start();
        await desk.Until("select last_value >= 5 from refusals", "True");
        Assert.Contains(said, line => line.Contains("could not be cleared away: P0001: not now", StringComparison.Ordinal));
        await desk.Do("drop trigger refuse on sessions");
        await desk.Until(Left, "goes-on goes-on goes-on 0");
    }

    [Fact]
    public async Task it_goes_on_after_the_engine_began_again()
    {
        await using (var desk = await Open(o => o with { Housekeeping = often }))
        {
            await Leave(desk, 0);
            desk.Engine.Start();
            await desk.Until(Left, "goes-on goes-on goes-on 0");
            await desk.DisposeAsync();
            await using var again = await Open(desk.ConnectionString, o => o with { Housekeeping = often });
            await Leave(again, 1);
            again.Engine.Start();
            await again.Until(Left, "goes-on goes-on goes-on 0");
        }
    }

    [Fact]
    public async Task it_goes_on_when_the_process_that_did_it_is_cut_off()
    {
        await using var two = await Open(o => o with { Housekeeping = often });
        var mortal = "mortal_" + await two.Text("select current_database()");
        await two.Do($"create role {mortal} superuser login password 'mortal'");
        await using var one = await Open(
            new Npgsql.NpgsqlConnectionStringBuilder(two.ConnectionString) { Username = mortal, Password = "mortal" }.ConnectionString, o => o with { Housekeeping = often });
        one.Engine.Start();
        await Leave(two, 0);
        await two.Until(Left, "goes-on goes-on goes-on 0");
        two.Engine.Start();
        await two.Do($"alter role {mortal} nologin");
        await two.Do($"select pg_terminate_backend(pid) from pg_stat_activity where usename = '{mortal}'");
        for (var round = 1; round < 3; round++)
        {
            await Leave(two, round);
            await two.Until(Left, "goes-on goes-on goes-on 0");
        }
    }

    [Fact]
    public async Task a_rebuild_that_is_under_way_is_left_alone()
    {
        await using var desk = await Open(o => o with { Housekeeping = often });
        await using var rebuilding = await desk.Engine.Database.OpenConnectionAsync(Cancellation);
        await using var hold = new Npgsql.NpgsqlCommand("select pg_advisory_lock(hashtextextended('dateline rebuild dateline_rebuild_board', 0))", rebuilding);
        await hold.ExecuteNonQueryAsync(Cancellation);
        await Leave(desk, 0);
        desk.Engine.Start();
        await desk.Until(Left, "goes-on goes-on goes-on 1");
        hold.CommandText = "select pg_advisory_unlock_all()";
        await hold.ExecuteNonQueryAsync(Cancellation);
        await desk.Until(Left, "goes-on goes-on goes-on 0");
    }

    private static Task Leave(Newsdesk desk, int round) => desk.Do(
        $"""
        insert into sessions (token_sha256, id, account, way, ends_at) values
            ('\x0{round}', 'ended-{round}', 'ana', 'password', now() - interval '2 hours'), ('\xff', 'goes-on', 'ana', 'password', now() + interval '2 hours') on conflict do nothing;
        insert into invitations (token_sha256, invited_by, expires_at) values
            ('\x0{round}', 'ended-{round}', now() - interval '2 hours'), ('\xff', 'goes-on', now() + interval '2 hours') on conflict do nothing;
        insert into idempotency (account, key, fingerprint, begun_at) values
            ('ana', 'ended-{round}', '\x00', now() - interval '2 days'), ('ana', 'goes-on', '\x00', now()) on conflict do nothing;
        create schema if not exists dateline_rebuild_board
        """);
}
