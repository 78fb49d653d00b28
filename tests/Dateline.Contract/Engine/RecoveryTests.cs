using System.Globalization;
using Npgsql;

namespace Dateline.Contract.Engine;

/// <summary>What happens to engines: they end and begin again, are cut off, and lose their connections.</summary>
public abstract class RecoveryTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    [Fact]
    public async Task an_engine_that_begins_again_goes_on_where_it_ended()
    {
        var desk = await Open();
        for (var i = 0; i < 5; i++) await desk.Send(Document(i));
        desk.Engine.Start();
        await desk.DisposeAsync();
        await using var again = await Open(desk.ConnectionString);
        for (var i = 5; i < 10; i++) await again.Send(Document(i));
        Assert.Empty(await again.Settle());
        await Complete(again, 10);
    }

    [Fact]
    public async Task an_engine_that_ended_leaves_no_connection_and_one_that_runs_holds_few()
    {
        var database = await NewDatabase();
        await using var watcher = new NpgsqlConnection(database);
        await watcher.OpenAsync(Cancellation);
        await using var count = new NpgsqlCommand("select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()", watcher);
        await using (var desk = await Open(database))
        {
            for (var i = 0; i < 20; i++) await desk.Send(Document(i));
            Assert.Empty(await desk.Settle());
            Assert.InRange((long)(await count.ExecuteScalarAsync(Cancellation))!, 1, 32);
        }
        // The server counts a connection for a moment after it was closed.
        for (var end = Environment.TickCount64 + 10_000; (long)(await count.ExecuteScalarAsync(Cancellation))! > 0;) Assert.True(Environment.TickCount64 < end);
    }

    [Fact]
    public async Task whoever_only_looks_runs_no_followers_and_sees_whether_somebody_does()
    {
        await using var desk = await Open();
        await desk.Send(Document(0));
        Assert.Empty(await desk.Settle());
        await using var looking = await Open(desk.ConnectionString, o => o with { Migrate = false, Joins = false });
        Assert.True(await looking.Engine.FollowersRun(Cancellation));
        Assert.Empty(await looking.Settle());
        await desk.DisposeAsync();
        await Eventually.Holds("nobody runs the followers", async () => !await looking.Engine.FollowersRun(Cancellation));
        await using var behind = await Open(desk.ConnectionString);
        await behind.Send(Document(1));
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var settling = looking.Engine.Settle(bounded.Token);
        looking.Engine.Start();
        Assert.False(looking.Engine.Leads);
        Assert.Equal("1", await looking.Text("select count(*) from documents"));
        behind.Engine.Start();
        Assert.Empty(await settling);
        Assert.False(looking.Engine.Leads);
        Assert.Equal("2", await looking.Text("select count(*) from documents"));
    }

    [Fact]
    public async Task when_the_leader_is_cut_off_another_takes_over_and_nothing_is_shown_twice()
    {
        await using var two = await Open();
        await using var one = await OpenAsMortal(two, "mortal");
        for (var i = 0; i < 5; i++) await one.Send(Document(i));
        Assert.Empty(await one.Settle());
        two.Engine.Start();
        for (var i = 5; i < 10; i++) await one.Send(Document(i));
        await LetIn(two, "mortal", false);
        for (var i = 10; i < 15; i++) await two.Send(Document(i));
        Assert.Empty(await two.Settle());
        await Complete(two, 15);
    }

    [Fact]
    public async Task a_leader_that_comes_back_takes_nothing_for_known_that_another_has_changed_meanwhile()
    {
        await using var admin = await Open();
        await using var one = await OpenAsMortal(admin, "first");
        await using var two = await OpenAsMortal(admin, "second");
        for (var i = 0; i < 5; i++) await admin.Send(Document(i));
        Assert.Empty(await one.Settle());
        await LetIn(admin, "first", false);
        for (var i = 5; i < 10; i++) await admin.Send(Document(i));
        Assert.Empty(await two.Settle());
        await LetIn(admin, "second", false);
        await LetIn(admin, "first", true);
        for (var i = 10; i < 15; i++) await admin.Send(Document(i));
        Assert.Empty(await Until(one.Settle));
        await Complete(admin, 15);
        var live = await admin.Rows();
        foreach (var view in Postgres.Views.AllViews.Catalogue) await Until(() => one.Engine.Rebuild(view.Name, null, Cancellation));
        Assert.Equal(await admin.Rows(), live);
    }

    [Fact]
    public async Task cut_connections_lose_and_double_nothing()
    {
        await using var desk = await Open();
        desk.Engine.Start();
        for (var i = 0; i < 12; i++)
        {
            await Until(() => desk.Send(Document(i)));
            if (i % 3 == 0) await Until(() => desk.Do("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"));
        }
        Assert.Empty(await Until(desk.Settle));
        await Complete(desk, 12);
    }

    [Fact]
    public async Task more_clients_than_connections_hold_nobody_up()
    {
        await using var desk = await Open();
        desk.Engine.Start();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => desk.Send(Document(i)), Cancellation)));
        Assert.Empty(await desk.Settle());
        await Complete(desk, 100);
    }

    private static Documents.IngestDocument Document(int i) =>
        Newsdesk.Document("d" + i, $"The mayor of Northgate said that {i * 100} houses were destroyed.", DateTimeOffset.UnixEpoch);

    /// <summary>The engine as a role that can be kept out.</summary>
    private static async Task<Newsdesk> OpenAsMortal(Newsdesk admin, string name)
    {
        var role = await Role(admin, name);
        await admin.Do($"create role {role} superuser login password 'mortal'");
        return await Open(new NpgsqlConnectionStringBuilder(admin.ConnectionString) { Username = role, Password = "mortal" }.ConnectionString);
    }

    private static async Task LetIn(Newsdesk admin, string name, bool isLetIn)
    {
        var role = await Role(admin, name);
        await admin.Do($"alter role {role} {(isLetIn ? "login" : "nologin")}");
        if (!isLetIn) await admin.Do($"select pg_terminate_backend(pid) from pg_stat_activity where usename = '{role}'");
    }

    private static async Task<string> Role(Newsdesk admin, string name) => name + await admin.Text("select '_' || current_database()");

    private static async Task Complete(Newsdesk desk, int documents)
    {
        var log = await desk.Log();
        Assert.Equal(Enumerable.Range(1, log.Count).Select(i => (long)i), log.Select(e => e.Position));
        foreach (var type in new[] { "document_ingested", "claims_extracted", "mentions_filed" }) Assert.Equal(documents, log.Count(e => e.Type == type));
        Assert.Equal(log.Count.ToString(CultureInfo.InvariantCulture), await desk.Text("select count(*) from audit"));
        Assert.Equal(documents.ToString(CultureInfo.InvariantCulture), await desk.Text("select count(*) from documents"));
    }

    /// <summary>What a client does whose connection was cut: it asks again.</summary>
    private static async Task<T> Until<T>(Func<Task<T>> act)
    {
        while (true)
        {
            try
            {
                return await act();
            }
            catch (NpgsqlException)
            {
                // A pooled connection that was cut; the next one is new.
            }
        }
    }

    private static Task<bool> Until(Func<Task> act) => Until(async () =>
    {
        await act();
        return true;
    });
}
