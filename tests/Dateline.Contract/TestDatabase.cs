using Dateline.Postgres.Cluster;
using Npgsql;

[assembly: AssemblyFixture(typeof(Dateline.Contract.TestDatabase))]

namespace Dateline.Contract;

/// <summary>
/// One throw-away server for the whole run, with a fresh database for whoever asks: a container, where Docker runs and this build has Testcontainers,
/// else a private cluster. DATELINE_TEST_POSTGRES picks its version, 15 to 18; without it, it is the newest that can be had.
/// </summary>
public sealed partial class TestDatabase : IAsyncLifetime
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(90);
    private static readonly Lazy<Task<int?>> major = new(Choose);
    private IAsyncDisposable? server;
    private string connectionString = null!;
    private int databases;

    public async ValueTask InitializeAsync()
    {
        (IAsyncDisposable Server, string ConnectionString)? container = null;
        Func<string, Task<(IAsyncDisposable Server, string ConnectionString)?>>? start = null;
        HasContainers(ref start);
        if (start is not null) container = await start($"postgres:{Asked ?? 18}");
        (server, connectionString) = container ?? await Private();
    }

    public ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        return server?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    /// <summary>Gives how a container of an image is started, where this build can; it gives null where none can be had.</summary>
    static partial void HasContainers(ref Func<string, Task<(IAsyncDisposable Server, string ConnectionString)?>>? start);

    private static async Task<(IAsyncDisposable, string)> Private()
    {
        var cluster = await Start(NewFolder(), throwAway: true);
        return (cluster, cluster.ConnectionString);
    }

    /// <summary>A private server of its own, of the version that the run is on; a test that needs one is skipped where there are no programs for it.</summary>
    public static async Task<PrivateCluster> NewServer(string? folder = null, bool throwAway = true)
    {
        try
        {
            await FindBinaries.Find(new() { Major = await major.Value }, static _ => { }, CancellationToken.None);
        }
        catch (ClusterFault e)
        {
            Assert.Skip($"It takes a server of its own to do harm to, and PostgreSQL's programs are not here: {e.Message}");
        }
        return await Start(folder ?? NewFolder(), throwAway);
    }

    private static async Task<PrivateCluster> Start(string folder, bool throwAway) => await PrivateCluster.Open(
        new(folder) { ThrowAway = throwAway, Binaries = new() { Major = await major.Value } }, static _ => { }, CancellationToken.None);

    private static int? Asked => Environment.GetEnvironmentVariable("DATELINE_TEST_POSTGRES") is not { Length: > 0 } asked ? null
        : int.TryParse(asked, out var number) && number is >= 15 and <= 18 ? number
        : throw new InvalidOperationException($"DATELINE_TEST_POSTGRES is {asked}; it can be 15, 16, 17 or 18.");

    /// <summary>The major version to run on; null for whichever this machine has, where the newest cannot be had in time.</summary>
    private static async Task<int?> Choose()
    {
        if (Asked is { } asked) return asked;
        using var bounded = new CancellationTokenSource(patience);
        try
        {
            return (await FindBinaries.Find(new() { Major = 18 }, static _ => { }, bounded.Token)).Major;
        }
        catch (Exception e) when (e is ClusterFault or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>A folder that the server's user can enter.</summary>
    public static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("dateline-test-").FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return folder;
    }

    /// <summary>The connection string of a new, empty database.</summary>
    public async Task<string> NewDatabase()
    {
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"create database {name}", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(connectionString) { Database = name }.ConnectionString;
    }
}
