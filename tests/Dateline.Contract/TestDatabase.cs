using Dateline.Postgres.Cluster;
using Npgsql;

[assembly: AssemblyFixture(typeof(Dateline.Contract.TestDatabase))]

namespace Dateline.Contract;

/// <summary>One throw-away cluster for the whole run, with a fresh database for whoever asks.</summary>
public sealed class TestDatabase : IAsyncLifetime
{
    private PrivateCluster cluster = null!;
    private int databases;

    public PrivateCluster Cluster => cluster;

    public async ValueTask InitializeAsync() => cluster = await PrivateCluster.Open(
        new(NewFolder()) { ThrowAway = true }, static _ => { }, CancellationToken.None);

    public ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        return cluster.DisposeAsync();
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
        await using var connection = new NpgsqlConnection(cluster.ConnectionString);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"create database {name}", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Database = name }.ConnectionString;
    }
}
