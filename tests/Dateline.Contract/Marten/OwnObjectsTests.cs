using System.Collections.Concurrent;
using Dateline.Contract.Engine;
using Dateline.Postgres;
using Dateline.Sources;
using Npgsql;

namespace Dateline.Contract.Marten;

/// <summary>What Marten and Wolverine have of their own is made when that was announced, by a role that may; whoever finds it makes nothing.</summary>
public sealed class OwnObjectsTests(TestDatabase databases) : Suite<OnMarten>(databases)
{
    private const string Objects =
        """
        select string_agg(name, ' ' order by name) from (
            select relname::text as name from pg_class where relnamespace = 'dateline'::regnamespace
            union all select proname::text from pg_proc where pronamespace = 'dateline'::regnamespace) all_of_them
        """;

    [Fact]
    public async Task they_are_announced_before_they_are_made()
    {
        await using var first = await Newsdesk.Open<BuiltIn>(await NewDatabase());
        await first.Send(new RegisterSource("a", "n"));
        await first.Settle();
        var before = await first.Text(Objects);
        var announced = await Assert.ThrowsAsync<SchemaFault>(() => Open(first.ConnectionString, o => o with { Migrate = false }));
        Assert.Contains("Marten and Wolverine", announced.Message, StringComparison.Ordinal);
        Assert.Contains("stories --engine marten", announced.Message, StringComparison.Ordinal);
        Assert.Equal(before, await first.Text(Objects));
        await first.DisposeAsync();

        var said = new ConcurrentQueue<string>();
        string made;
        await using (var marten = await Open(first.ConnectionString, o => o with { Say = said.Enqueue }))
        {
            Assert.Contains("added to the schema dateline", Assert.Single(said), StringComparison.Ordinal);
            made = await marten.Text(Objects);
            Assert.NotEqual(before, made);
        }
        await using var again = await Open(first.ConnectionString, o => o with { Migrate = false, Say = said.Enqueue });
        Assert.Empty(await again.Settle());
        Assert.Equal(made, await again.Text(Objects));
        Assert.Single(said);
    }

    [Fact]
    public async Task a_role_that_may_not_make_them_is_told_and_works_once_they_are_there()
    {
        await using var owner = await Newsdesk.Open<BuiltIn>(await NewDatabase());
        await owner.Send(new RegisterSource("a", "n"));
        await owner.Settle();
        var lowly = await Role(owner, "lowly", "all");
        var refused = await Assert.ThrowsAsync<SchemaFault>(() => Open(lowly));
        Assert.Contains("events' owner", refused.Message, StringComparison.Ordinal);
        Assert.InRange(refused.Message.Length, 100, 700);
        await owner.DisposeAsync();

        await using (var marten = await Open(owner.ConnectionString)) await Role(marten, "lowly", "all");
        await using var desk = await Open(lowly);
        await desk.Send(Newsdesk.Document("d", "The mayor of Northgate said that 200 houses were destroyed.", DateTimeOffset.UnixEpoch));
        Assert.Empty(await desk.Settle());
        Assert.Equal("1", await desk.Text("select count(*) from mt_events where type = 'mentions_filed'"));
    }

    [Fact]
    public async Task whoever_only_looks_is_no_node()
    {
        const string Nodes = "select concat_ws(' ', (select count(*) from wolverine_nodes), (select count(*) from wolverine_node_records))";
        await using var desk = await Open();
        Assert.StartsWith("1 ", await desk.Text(Nodes), StringComparison.Ordinal);
        await desk.DisposeAsync();
        await using var looking = await Open(desk.ConnectionString, o => o with { Migrate = false, Joins = false });
        var nodes = await looking.Text(Nodes);
        Assert.StartsWith("0 ", nodes, StringComparison.Ordinal);
        await looking.DisposeAsync();
        await using var after = await Newsdesk.Open<BuiltIn>(desk.ConnectionString);
        Assert.Equal(nodes, await after.Text(Nodes));
    }

    [Fact]
    public async Task a_role_that_may_only_read_reads()
    {
        await using var owner = await Open();
        await owner.Send(Newsdesk.Document("d", "The mayor of Northgate said that 200 houses were destroyed.", DateTimeOffset.UnixEpoch));
        Assert.Empty(await owner.Settle());
        await using var reader = await Open(await Role(owner, "reader", "select"));
        Assert.Empty(await reader.Settle());
        Assert.Equal(await Boards.Shown(owner), await Boards.Shown(reader));
        Assert.Contains("may read", (await Assert.ThrowsAsync<Refused>(() => reader.Send(new RegisterSource("b", "n")))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_database_that_takes_no_writes_is_read()
    {
        await using var owner = await Open();
        await owner.Send(Newsdesk.Document("d", "The mayor of Northgate said that 200 houses were destroyed.", DateTimeOffset.UnixEpoch));
        Assert.Empty(await owner.Settle());
        var standby = new NpgsqlConnectionStringBuilder(owner.ConnectionString) { Options = "-c default_transaction_read_only=on" }.ConnectionString;
        await using var reader = await Open(standby);
        Assert.Equal(await Boards.Shown(owner), await Boards.Shown(reader));
        Assert.Contains("takes no writes", (await Assert.ThrowsAsync<Refused>(() => reader.Send(new RegisterSource("b", "n")))).Message, StringComparison.Ordinal);
    }

    /// <summary>The connection string of a role with nothing but rights on what is in the schema.</summary>
    private static async Task<string> Role(Newsdesk desk, string name, string rights)
    {
        var role = $"{name}_{await desk.Text("select current_database()")}";
        await desk.Do(
            $"""
            do $$ begin if to_regrole('{role}') is null then create role {role} login password 'lowly'; end if; end $$;
            grant usage on schema dateline to {role};
            grant {rights} on all tables in schema dateline to {role};
            grant {rights} on all sequences in schema dateline to {role}
            """);
        return new NpgsqlConnectionStringBuilder(desk.ConnectionString) { Username = role, Password = "lowly" }.ConnectionString;
    }
}
