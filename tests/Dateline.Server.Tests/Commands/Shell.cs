using System.Diagnostics;
using System.Text.Json;
using Dateline.Postgres.Cluster;
using Dateline.Server.Commands;
using Npgsql;

[assembly: AssemblyFixture(typeof(Dateline.Server.Tests.Commands.Shell))]

namespace Dateline.Server.Tests.Commands;

/// <summary>What a run of the program came to.</summary>
public sealed record Ran(int Code, string Out, string Error)
{
    /// <summary>Standard output as one JSON value.</summary>
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>Standard output as JSON Lines.</summary>
    public IReadOnlyList<JsonElement> Lines => [.. Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    /// <summary>The same when it ended with this code; else the test fails and shows what the program said.</summary>
    public Ran With(int code)
    {
        Assert.True(Code == code, $"exit code {Code}, not {code}\n{Error}\n{Out}");
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        return this;
    }
}

/// <summary>Runs the built program as people do, on one throw-away PostgreSQL with a database for each test.</summary>
public sealed class Shell : IAsyncLifetime
{
    private PrivateCluster cluster = null!;
    private int databases;

    // Four tests at once, each with a server and a program beside it. On macOS each connection that could be takes a file of every process.
    private static int Connections => OperatingSystem.IsMacOS() ? 100 : 400;

    public async ValueTask InitializeAsync() =>
        cluster = await PrivateCluster.Open(new(NewFolder()) { ThrowAway = true, Connections = Connections }, static _ => { }, CancellationToken.None);

    public ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        return cluster.DisposeAsync();
    }

    /// <summary>The server's process, for tests that kill it.</summary>
    public PrivateCluster Cluster => cluster;

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

    /// <summary>A desk on a new database.</summary>
    public async Task<Desk> NewDesk() => new(await NewDatabase());

    /// <summary>A folder that other users can enter.</summary>
    public static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("dateline-shell-").FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return folder;
    }

    /// <summary>The engine that a test is done on, all of it: of a build with two, one for half of the classes, the other for the other half.</summary>
    internal static Engines Engine => TestContext.Current.TestClass?.TestClassName is { } name && name.Sum(static c => c) % 2 == 0 && Engines.Choose(null).Name != Engines.BuiltIn
        ? Engines.Choose(Engines.BuiltIn) : Engines.Choose(null);

    /// <summary>Runs the program to its end.</summary>
    public static async Task<Ran> Run(string? input, params string[] arguments)
    {
        using var process = Start(arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (input is not null) await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Runs the program on a database.</summary>
    public static Task<Ran> On(string database, params string[] arguments) => Run("", [.. arguments, "--database", database]);

    /// <summary>Starts the program.</summary>
    public static Process Start(params string[] arguments) => Start(arguments, []);

    /// <summary>Starts the program with something set in its environment.</summary>
    public static Process Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
            StandardOutputEncoding = new System.Text.UTF8Encoding(false),
            StandardErrorEncoding = new System.Text.UTF8Encoding(false),
            WorkingDirectory = Path.GetTempPath(),
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "dateline.dll") }
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        if (arguments.Contains("--database") && !arguments.Contains("--engine") && Engine.Name != Engines.Choose(null).Name)
        {
            start.ArgumentList.Add("--engine");
            start.ArgumentList.Add(Engine.Name);
        }
        start.Environment.Remove("DATELINE_DATABASE");
        // The program has what runs often compiled well at once, as servers need it: for one that ends in a second that would be half of its work.
        start.Environment.TryAdd("DOTNET_TC_CallCountingDelayMs", "100");
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Ends a program as Ctrl-C does; where that cannot reach it, as a service manager does.</summary>
    public static async Task Interrupt(Process program)
    {
        using var kill = Process.Start("kill", [IgnoresInterrupts ? "-TERM" : "-INT", $"{program.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    // A shell without job control has what it starts in the background ignore Ctrl-C's signal, and so do all that comes from it (POSIX, 2.11).
    private static bool IgnoresInterrupts => File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").First(l => l.StartsWith("SigIgn:", StringComparison.Ordinal)) is var ignored
        && (Convert.ToUInt64(ignored["SigIgn:".Length..].Trim(), 16) & 2) != 0;
}
