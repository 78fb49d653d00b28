using System.Diagnostics;
using Dateline.Postgres.Cluster;
using Npgsql;

[assembly: AssemblyFixture(typeof(Dateline.Server.Tests.Commands.Machine))]

namespace Dateline.Server.Tests.Commands;

/// <summary>One throw-away PostgreSQL for the whole run, begun when the first test asks for a database of its own.</summary>
public sealed class Machine : IAsyncDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private PrivateCluster? _cluster;
    private int _databases;

    /// <summary>The connection string of a new, empty database.</summary>
    public async Task<string> NewDatabase()
    {
        await _one.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _cluster ??= await PrivateCluster.Open(new(NewFolder()) { ThrowAway = true }, static _ => { }, CancellationToken.None);
            var name = $"cli_{++_databases}";
            await using var connection = new NpgsqlConnection(_cluster.ConnectionString);
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var create = new NpgsqlCommand($"create database {name}", connection);
            await create.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            return new NpgsqlConnectionStringBuilder(_cluster.ConnectionString) { Database = name }.ConnectionString;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>A desk on a new database.</summary>
    public async Task<Desk> NewDesk() => new(await NewDatabase());

    /// <summary>A folder that the database's user can enter.</summary>
    public static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("dateline-cli-").FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return folder;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_cluster is not null) await _cluster.DisposeAsync();
        _one.Dispose();
    }

    /// <summary>The program as it was built, with its streams in our hands.</summary>
    internal static Process Start(IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "dateline.exe" : "dateline"), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
            StandardOutputEncoding = new System.Text.UTF8Encoding(false),
            StandardErrorEncoding = new System.Text.UTF8Encoding(false)
        };
        start.Environment.Remove("DATELINE_DATABASE");
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
