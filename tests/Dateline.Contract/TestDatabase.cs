using Dateline.Postgres.Cluster;
using Npgsql;

[assembly: AssemblyFixture(typeof(Dateline.Contract.TestDatabase))]

namespace Dateline.Contract;

/// <summary>
/// One throw-away server for the whole run, with a fresh database for whoever asks: a container, where Docker runs and this build has Testcontainers,
/// else a private cluster. DATELINE_TEST_POSTGRES picks the container's version, 15 to 18.
/// </summary>
public sealed partial class TestDatabase : IAsyncLifetime
{
    private IAsyncDisposable server = null!;
    private string connectionString = null!;
    private int databases;

    public async ValueTask InitializeAsync()
    {
        (IAsyncDisposable Server, string ConnectionString)? container = null;
        Func<string, Task<(IAsyncDisposable Server, string ConnectionString)?>>? start = null;
        HasContainers(ref start);
        if (start is not null) container = await start($"postgres:{Environment.GetEnvironmentVariable("DATELINE_TEST_POSTGRES") ?? "18"}");
        (server, connectionString) = container ?? await Private();
    }

    public ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        return server.DisposeAsync();
    }

    /// <summary>Gives how a container of an image is started, where this build can; it gives null where Docker does not run.</summary>
    static partial void HasContainers(ref Func<string, Task<(IAsyncDisposable Server, string ConnectionString)?>>? start);

    private static async Task<(IAsyncDisposable, string)> Private()
    {
        var cluster = await PrivateCluster.Open(new(NewFolder()) { ThrowAway = true }, static _ => { }, CancellationToken.None);
        return (cluster, cluster.ConnectionString);
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
