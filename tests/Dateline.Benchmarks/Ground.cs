using System.Globalization;
using Dateline.Postgres.Cluster;
using Dateline.Postgres.Engine;
using Npgsql;

namespace Dateline.Benchmarks;

/// <summary>A private PostgreSQL that is thrown away in the end, with a schema for each benchmark.</summary>
internal sealed class Ground : IAsyncDisposable
{
    private readonly PrivateCluster cluster;

    private Ground(PrivateCluster cluster) => this.cluster = cluster;

    internal string Version => cluster.Binaries.Version;

    internal string ConnectionString => cluster.ConnectionString;

    /// <summary>Where whatever is measured may keep files; thrown away with the rest.</summary>
    internal string Folder => cluster.Folder;

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

    /// <summary>The processor seconds of PostgreSQL's processes, those that have ended included; 0 where the system does not tell (only Linux does).</summary>
    internal double ServerSeconds()
    {
        if (!OperatingSystem.IsLinux()) return 0;
        var server = File.ReadLines(Path.Combine(cluster.Folder, "data", "postmaster.pid")).First();
        // See proc(5): after the name in brackets, the parent is field 4, utime to cstime are fields 14 to 17, in hundredths of a second.
        return Directory.EnumerateDirectories("/proc").Where(d => char.IsAsciiDigit(Path.GetFileName(d)[0])).Sum(d =>
        {
            try
            {
                var stat = File.ReadAllText(Path.Combine(d, "stat"));
                var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                return fields[1] == server || Path.GetFileName(d) == server ? fields[11..15].Sum(f => long.Parse(f, CultureInfo.InvariantCulture)) / 100.0 : 0;
            }
            catch (IOException)
            {
                return 0;
            }
        });
    }

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
