using System.Diagnostics;
using System.Globalization;
using Dateline.Postgres.Cluster;
using Npgsql;

namespace Dateline.Contract.Cluster;

public sealed class PrivateClusterTests : IDisposable
{
    private readonly string folder = TestDatabase.NewFolder();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task a_second_user_finds_it_running_and_the_last_one_stops_it()
    {
        var first = await Open();
        var second = await Open();
        Assert.True(first.StartedHere);
        Assert.False(second.StartedHere);
        await first.DisposeAsync();
        Assert.Equal(1L, await Ask(second, "select 1::bigint"));
        await second.DisposeAsync();
        Assert.False(File.Exists(Path.Combine(second.Folder, "data", "postmaster.pid")));
    }

    [Fact]
    public async Task one_that_is_to_be_deleted_is_stopped_and_deleted_beside_a_connection_that_was_forgotten()
    {
        var cluster = await PrivateCluster.Open(new(folder) { ThrowAway = true }, static _ => { }, Cancellation);
        await using var forgotten = new NpgsqlConnection(cluster.ConnectionString + ";Pooling=false");
        await forgotten.OpenAsync(Cancellation);
        await cluster.DisposeAsync();
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task two_that_come_at_once_get_one_cluster()
    {
        var both = await Task.WhenAll(Open(), Open());
        Assert.Equal(both[0].ConnectionString, both[1].ConnectionString);
        Assert.Equal(1, both.Count(c => c.StartedHere));
        foreach (var cluster in both) await cluster.DisposeAsync();
    }

    [Fact]
    public async Task what_was_committed_is_there_after_the_server_was_killed()
    {
        var cluster = await Open();
        await Ask(cluster, "create table kept as select 42::bigint as n; select 1::bigint");
        using (var server = Process.GetProcessById(Pid(cluster)))
        {
            server.Kill();
            await server.WaitForExitAsync(Cancellation);
        }
        var again = await Open();
        Assert.True(again.StartedHere);
        Assert.Equal(42L, await Ask(again, "select n from kept"));
        await again.DisposeAsync();
        await cluster.DisposeAsync();
    }

    [Fact]
    public async Task a_server_that_was_killed_is_started_again_for_whoever_keeps_it()
    {
        List<string> said = [];
        var cluster = await PrivateCluster.Open(new(folder), line => { lock (said) said.Add(line); }, Cancellation);
        var lost = 0;
        cluster.Keep(() => lost++);
        await Ask(cluster, "create table kept as select 42::bigint as n; select 1::bigint");
        for (var times = 1; times <= 2; times++)
        {
            using (var server = Process.GetProcessById(Pid(cluster)))
            {
                server.Kill();
                await server.WaitForExitAsync(Cancellation);
            }
            while (!await Answers(cluster)) await Task.Delay(50, Cancellation);
            Assert.Equal(42L, await Ask(cluster, "select n from kept"));
            while (true)
            {
                lock (said) if (said.Count(l => l.EndsWith("had ended and was started again.", StringComparison.Ordinal)) == times) break;
                await Task.Delay(50, Cancellation);
            }
            Assert.Equal(times, lost);
        }

        // Presence is known as before: the one who leaves last stops it.
        var second = await Open();
        await cluster.DisposeAsync();
        Assert.Equal(42L, await Ask(second, "select n from kept"));
        await second.DisposeAsync();
        Assert.False(File.Exists(Path.Combine(second.Folder, "data", "postmaster.pid")));
    }

    [Fact]
    public void what_stopped_a_server_stands_before_the_end_of_its_log()
    {
        List<string> lines = ["LOG:  starting", "PANIC:  could not write to file \"pg_wal/xlogtemp.7\": No space left on device", "LOG:  a", "LOG:  b", "LOG:  c", "LOG:  d", "LOG:  e"];
        Assert.Equal($"{lines[1]} … / LOG:  b / LOG:  c / LOG:  d / LOG:  e", ServerLog.End(lines));
        Assert.Equal("LOG:  starting / FATAL:  x", ServerLog.End(["LOG:  starting", "FATAL:  x"]));
    }

    [Theory]
    [InlineData("fsync", "on")]
    [InlineData("full_page_writes", "on")]
    [InlineData("synchronous_commit", "on")]
    [InlineData("data_checksums", "on")]
    [InlineData("listen_addresses", "")]
    [InlineData("log_statement", "none")]
    public async Task it_is_durable_private_and_silent(string setting, string value)
    {
        await using var cluster = await Open();
        Assert.Equal(value, await AskText(cluster, $"select current_setting('{setting}')"));
    }

    [Fact]
    public async Task a_cluster_left_half_made_is_made_anew()
    {
        var half = Directory.CreateDirectory(Path.Combine(folder, "postgres", "data", "base"));
        await File.WriteAllTextAsync(Path.Combine(half.FullName, "..", "PG_VERSION"), "15\n", Cancellation);
        await using var cluster = await Open();
        Assert.Equal(1L, await Ask(cluster, "select 1::bigint"));
    }

    [Fact]
    public async Task a_folder_with_something_else_in_it_is_not_touched()
    {
        var home = Directory.CreateDirectory(Path.Combine(folder, "postgres"));
        await File.WriteAllTextAsync(Path.Combine(home.FullName, "thesis.txt"), "mine", Cancellation);
        var fault = await Assert.ThrowsAsync<ClusterFault>(Open);
        Assert.Contains("thesis.txt", fault.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(home.FullName, "thesis.txt"), Cancellation));
    }

    [Fact]
    public async Task a_path_too_long_for_a_socket_gets_a_short_one()
    {
        var deep = Path.Combine(folder, new string('a', 60), new string('b', 60));
        Directory.CreateDirectory(deep);
        await using var cluster = await PrivateCluster.Open(new(deep), static _ => { }, Cancellation);
        Assert.Equal(1L, await Ask(cluster, "select 1::bigint"));
    }

    [Fact]
    public async Task without_any_programs_the_error_names_every_way_to_get_them()
    {
        var options = new BinariesOptions { Folder = null, UseMachine = false, UseNpm = false };
        var fault = await Assert.ThrowsAsync<ClusterFault>(() => FindBinaries.Find(options, static _ => { }, Cancellation));
        Assert.All(["postgresql", "npm", "Docker", "--database"], way => Assert.Contains(way, fault.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task npm_brings_the_newest_postgresql_where_the_machine_has_none()
    {
        var options = new BinariesOptions { Folder = null, UseMachine = false, Cache = Path.Combine(Folders.State, "postgres-binaries") };
        Binaries binaries;
        try
        {
            binaries = await FindBinaries.Find(options, static _ => { }, Cancellation);
        }
        catch (ClusterFault e) when (e.Message.Contains("npm could not fetch", StringComparison.Ordinal) || e.Message.Contains("cannot be started", StringComparison.Ordinal))
        {
            Assert.Skip("npm or its registry cannot be reached: " + e.Message);
            return;
        }
        Assert.Equal(18, binaries.Major);
        await using var cluster = await PrivateCluster.Open(new(folder) { Binaries = options }, static _ => { }, Cancellation);
        Assert.StartsWith("18", await AskText(cluster, "select current_setting('server_version')"), StringComparison.Ordinal);
    }

    private Task<PrivateCluster> Open() => PrivateCluster.Open(new(folder), static _ => { }, Cancellation);

    private static async Task<bool> Answers(PrivateCluster cluster)
    {
        try
        {
            return await Ask(cluster, "select 1::bigint") == 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static async Task<long> Ask(PrivateCluster cluster, string sql) => (long)(await Scalar(cluster, sql))!;

    private static async Task<string> AskText(PrivateCluster cluster, string sql) => (string)(await Scalar(cluster, sql))!;

    private static async Task<object?> Scalar(PrivateCluster cluster, string sql)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancellation);
    }

    private static int Pid(PrivateCluster cluster) =>
        int.Parse(File.ReadLines(Path.Combine(cluster.Folder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);
}
