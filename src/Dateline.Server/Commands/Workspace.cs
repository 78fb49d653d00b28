using System.CommandLine;
using Dateline.Matching;
using Dateline.Postgres.Cluster;
using Dateline.Postgres.Engine;
using Dateline.Postgres.Queries;
using Npgsql;

namespace Dateline.Server.Commands;

/// <summary>The database that a command works on, and the engine on it.</summary>
internal sealed class Workspace : IAsyncDisposable
{
    private readonly PrivateCluster? cluster;

    private Workspace(IEngine engine, Engines kind, PrivateCluster? cluster, string connectionString)
    {
        (Engine, Kind) = (engine, kind);
        this.cluster = cluster;
        ConnectionString = connectionString;
        Board = new(engine.Database);
    }

    /// <summary>The engine.</summary>
    internal IEngine Engine { get; }

    /// <summary>Which engine it is, and why.</summary>
    internal Engines Kind { get; }

    /// <summary>Commands, states and the log.</summary>
    internal INewsroom Newsroom => Engine.Newsroom;

    /// <summary>The views as they stand.</summary>
    internal BoardQueries Board { get; }

    /// <summary>Dateline's own PostgreSQL, when that is what is used.</summary>
    internal PrivateCluster? Cluster => cluster;

    /// <summary>The connection string, with its password if it has one.</summary>
    internal string ConnectionString { get; }

    /// <summary>The time now: the only clock that commands go by.</summary>
    internal static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>Opens the database that the options or the environment name, else Dateline's own.</summary>
    internal static Task<Workspace> Open(ParseResult parse, Output output, CancellationToken cancellation) => Open(
        parse.GetValue(Shared.Database) ?? (Environment.GetEnvironmentVariable("DATELINE_DATABASE") is { Length: > 0 } named ? named : null),
        parse.GetValue(Shared.Data) ?? Folders.State, parse.GetValue(Shared.Schema)!, Engines.Choose(parse.GetValue(Shared.Engine)), output, cancellation);

    internal static async Task<Workspace> Open(
        string? database, string data, string schema, Engines kind, Output output, CancellationToken cancellation)
    {
        var options = new EngineOptions
        {
            Schema = schema,
            Services = [new FilingDesk()],
            Poison = Environment.GetEnvironmentVariable("DATELINE_POISON") == "set-aside" ? Poison.SetAside : Poison.Stop,
            Say = output.Say
        };
        if (database is not null)
        {
            Check(database);
            return new(await kind.Open(database, options, cancellation), kind, null, database);
        }
        PrivateCluster cluster;
        try
        {
            cluster = await PrivateCluster.Open(new(data), output.Say, cancellation);
        }
        catch (ClusterFault) when (DockerMayHelp())
        {
            if (!await DockerCluster.IsAvailable(cancellation)) throw;
            var docker = await DockerCluster.Open(data, output.Say, cancellation);
            return new(await kind.Open(docker.ConnectionString, options, cancellation), kind, null, docker.ConnectionString);
        }
        try
        {
            return new(await kind.Open(cluster.ConnectionString, options, cancellation), kind, cluster, cluster.ConnectionString);
        }
        catch
        {
            NpgsqlConnection.ClearAllPools();
            await cluster.DisposeAsync();
            throw;
        }

        bool DockerMayHelp() => !File.Exists(Path.Combine(data, "postgres", "complete"));
    }

    /// <summary>A connection string that Npgsql understands; what is wrong with it is told without repeating it.</summary>
    private static void Check(string database)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(database);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new ClusterFault("--database or DATELINE_DATABASE holds no connection string. Write it as Npgsql does: Host=…;Username=…;Password=…;Database=…");
        }
    }

    /// <summary>Waits until everything recorded is filed and shown; says which followers cannot.</summary>
    internal async Task Settle(Output output, CancellationToken cancellation)
    {
        foreach (var stopped in await Engine.Settle(cancellation))
            output.Say($"{stopped.Name} stopped at position {stopped.StoppedAt}: {stopped.Error}. What it shows is older than the log; see `dateline doctor`.");
    }

    /// <summary>Stops the followers, closes the connections, and leaves the PostgreSQL.</summary>
    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        if (cluster is not null) await cluster.DisposeAsync();
    }
}
