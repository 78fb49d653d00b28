using Dateline.Postgres.Cluster;
using Dateline.Postgres.Engine;
using Npgsql;

namespace Dateline.Benchmarks;

/// <summary>A private PostgreSQL that is thrown away in the end, with a schema for each benchmark.</summary>
internal sealed class Ground : IAsyncDisposable
{
    private readonly PrivateCluster cluster;

    private Ground(PrivateCluster cluster) => this.cluster = cluster;

    internal string ConnectionString => cluster.ConnectionString;

    internal string Version => cluster.Binaries.Version;

    internal static async Task<Ground> Open()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"dateline-bench-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        return new(await PrivateCluster.Open(new(folder) { ThrowAway = true }, Console.Error.WriteLine, default));
    }

    /// <summary>An engine whose followers do not run until it is started.</summary>
    internal Task<PostgresEngine> Engine(string schema, EngineOptions? options = null) =>
        PostgresEngine.Open(cluster.ConnectionString, (options ?? new()) with { Schema = schema, Say = Console.Error.WriteLine }, default);

    /// <summary>A connection as bare as Npgsql gives them.</summary>
    internal async Task<NpgsqlConnection> Connect(string schema)
    {
        var connection = new NpgsqlConnection($"{cluster.ConnectionString};Search Path={schema};Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Runs SQL of the benchmark's own.</summary>
    internal static async Task Run(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => cluster.DisposeAsync();
}
