using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Dateline.Documents;
using Dateline.Postgres.Cluster;
using Dateline.Sources;
using Npgsql;

namespace Dateline.Contract.Engine;

/// <summary>The database is away or lets nobody in: what was acknowledged is there, the rest was refused and said.</summary>
public abstract class FaultTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    [Theory]
    [InlineData("Host=/nowhere/at/all;Username=x;Database=y")]
    [InlineData("Host=127.0.0.1;Port=1;Username=x;Password=hush;Database=y;Timeout=3")]
    public async Task a_database_that_is_not_there_is_said_when_the_engine_opens(string connection)
    {
        var failure = await Assert.ThrowsAnyAsync<NpgsqlException>(() => Open(connection));
        Assert.DoesNotContain("hush", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_wrong_password_is_said_when_the_engine_opens_and_the_right_one_lets_in()
    {
        await using var server = await TestDatabase.NewServer();
        await Do(server.ConnectionString, "create role writer superuser login password 'right'");
        await File.WriteAllTextAsync(Path.Combine(server.Folder, "data", "pg_hba.conf"), "local all writer scram-sha-256\nlocal all all trust\n", Cancellation);
        await Do(server.ConnectionString, "select pg_reload_conf()");
        var wrong = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Username = "writer", Password = "wrong", Pooling = false };
        PostgresException? failure = null;
        // The server reads its new settings a moment after it was told to.
        for (var end = Environment.TickCount64 + 10_000; failure is null && Environment.TickCount64 < end;) failure = await Refused(wrong.ConnectionString);
        Assert.Equal(PostgresErrorCodes.InvalidPassword, failure?.SqlState);
        Assert.Equal(PostgresErrorCodes.InvalidPassword, (await Assert.ThrowsAsync<PostgresException>(() => Open(wrong.ConnectionString))).SqlState);
        wrong.Password = "right";
        await using var desk = await Open(wrong.ConnectionString);
        Assert.Equal(1, (await desk.Send(new RegisterSource("a", "n"))).Position);
        Assert.Empty(await desk.Settle());
    }

    [Fact]
    public async Task whoever_is_let_in_no_more_pauses_says_so_and_goes_on_when_let_in_again()
    {
        await using var admin = await Open();
        var role = "guest_" + await admin.Text("select current_database()");
        await admin.Do($"create role {role} superuser login password 'hush'");
        var said = new ConcurrentQueue<string>();
        await using var desk = await Open(
            new NpgsqlConnectionStringBuilder(admin.ConnectionString) { Username = role, Password = "hush" }.ConnectionString, o => o with { Say = said.Enqueue });
        await desk.Send(Document(0));
        Assert.Empty(await desk.Settle());
        await admin.Do($"alter role {role} nologin");
        await admin.Do($"select pg_terminate_backend(pid) from pg_stat_activity where usename = '{role}'");
        await Eventually.Holds("the engine says what is wrong", () => !said.IsEmpty);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => desk.Send(Document(1)));
        await admin.Send(Document(2));
        await admin.Do($"alter role {role} login");
        await Until(() => desk.Send(Document(1)));
        Assert.Empty(await desk.Settle());
        await Complete(desk, 3);
        Assert.DoesNotContain(said, s => s.Contains("hush", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_server_that_is_killed_and_stays_away_takes_nothing_that_was_acknowledged()
    {
        var folder = TestDatabase.NewFolder();
        var first = await TestDatabase.NewServer(folder, throwAway: false);
        var said = new ConcurrentQueue<string>();
        await using var desk = await Open(first.ConnectionString, o => o with { Say = said.Enqueue });
        desk.Engine.Start();
        for (var i = 0; i < 5; i++) await desk.Send(Document(i));
        var working = desk.Send(Document(5)).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await Kill(first);
        await first.DisposeAsync();
        var away = Stopwatch.StartNew();
        // Longer than every pause between two attempts of an engine.
        while (away.Elapsed < TimeSpan.FromSeconds(8)) await Assert.ThrowsAnyAsync<NpgsqlException>(() => desk.Send(Document(6)));
        await working;
        Assert.Contains(said, s => s.Contains("the database cannot be reached", StringComparison.Ordinal));
        await using var again = await TestDatabase.NewServer(folder);
        for (var i = 5; i < 10; i++)
        {
            var document = Document(i);
            await Until(() => desk.Send(document));
        }
        Assert.Empty(await desk.Settle());
        await Complete(desk, 10);
        await desk.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
    }

    private static IngestDocument Document(int i) =>
        Newsdesk.Document("d" + i, $"The mayor of Northgate said that {i * 100} houses were destroyed.", DateTimeOffset.UnixEpoch);

    private static async Task Complete(Newsdesk desk, int documents)
    {
        var log = await desk.Log();
        Assert.Equal(Enumerable.Range(1, log.Count).Select(i => (long)i), log.Select(e => e.Position));
        foreach (var type in new[] { "document_ingested", "claims_extracted", "mentions_filed" }) Assert.Equal(documents, log.Count(e => e.Type == type));
        Assert.Equal($"{log.Count} {documents}", await desk.Text("select concat_ws(' ', (select count(*) from audit), (select count(*) from documents))"));
    }

    private static async Task Kill(PrivateCluster cluster)
    {
        var pid = int.Parse(File.ReadLines(Path.Combine(cluster.Folder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        using var server = Process.GetProcessById(pid);
        server.Kill();
        await server.WaitForExitAsync(Cancellation);
    }

    private static async Task Do(string connectionString, string sql)
    {
        // A connection that stays open in a pool keeps the server from being stopped in the end.
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<PostgresException?> Refused(string connectionString)
    {
        try
        {
            await Do(connectionString, "select 1");
            return null;
        }
        catch (PostgresException e)
        {
            return e;
        }
    }

    private static async Task Until(Func<Task> act)
    {
        for (var end = Environment.TickCount64 + 60_000; ;)
        {
            try
            {
                await act();
                return;
            }
            catch (NpgsqlException) when (Environment.TickCount64 < end)
            {
                // The server, or a pooled connection, is not back yet.
            }
        }
    }
}
