using System.CommandLine;
using Dateline.Matching;
using Dateline.Postgres.Cluster;
using Dateline.Postgres.Engine;
using Dateline.Postgres.Queries;
using Dateline.Postgres.Seal;
using Npgsql;

namespace Dateline.Server.Commands;

/// <summary>The database that a command works on, and the engine on it.</summary>
internal sealed class Workspace : IAsyncDisposable
{
    // How long Dateline's own PostgreSQL is given to be started again.
    private static readonly TimeSpan revival = TimeSpan.FromSeconds(30);

    private readonly DeskSnapshots snapshots;

    private Workspace(IEngine engine, Engines kind, PrivateCluster? cluster, DockerCluster? container, string connectionString, FilingDesk desk)
    {
        snapshots = new(engine.Database, TimeProvider.System);
        desk.Keeping = snapshots.Keeping;
        Engine = engine;
        Kind = kind;
        Cluster = cluster;
        Container = container;
        ConnectionString = connectionString;
        Board = new(engine.Database);
        History = new(engine.Database);
        Audit = new(engine.Database);
    }

    /// <summary>The engine.</summary>
    internal IEngine Engine { get; }

    /// <summary>Which engine it is, and why.</summary>
    internal Engines Kind { get; }

    /// <summary>Commands, states and the log.</summary>
    internal INewsroom Newsroom => Engine.Newsroom;

    /// <summary>The views as they stand.</summary>
    internal BoardQueries Board { get; }

    /// <summary>The views as they stood at any moment.</summary>
    internal HistoryQueries History { get; }

    /// <summary>The record of acts.</summary>
    internal AuditQueries Audit { get; }

    /// <summary>Dateline's own PostgreSQL, when that is what is used.</summary>
    internal PrivateCluster? Cluster { get; }

    /// <summary>Dateline's own PostgreSQL in a container, when that is what is used.</summary>
    internal DockerCluster? Container { get; }

    /// <summary>The folder where Dateline keeps what belongs to no database: keys.</summary>
    internal string Data { get; private init; } = "";

    /// <summary>Where the log's signing key and its last checkpoint are, unless an option names another place.</summary>
    internal KeyFile Seal { get; private init; } = null!;

    /// <summary>The connection string, with its password if it has one.</summary>
    internal string ConnectionString { get; }

    /// <summary>The time now: the only clock that commands go by.</summary>
    internal static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>Opens the database that the options name, else the environment, else Dateline's own.</summary>
    internal static Task<Workspace> Open(ParseResult parse, Output output, CancellationToken cancellation, bool migrate = true)
    {
        var (database, data) = (parse.GetValue(Shared.Database), parse.GetValue(Shared.Data));
        if (database is not null && data is not null) throw new UsageFault("--database and --data name two databases. Give one of them.");
        var named = data is null && Environment.GetEnvironmentVariable("DATELINE_DATABASE") is { Length: > 0 } environment ? environment : null;
        return Open(
            database ?? named, data ?? ((database ?? named) is null ? Folders.State : Folders.KnownState ?? ""), parse.GetValue(Shared.Schema)!, Engines.Choose(parse.GetValue(Shared.Engine)), output, cancellation, migrate);
    }

    internal static async Task<Workspace> Open(
        string? database, string data, string schema, Engines kind, Output output, CancellationToken cancellation, bool migrate = true)
    {
        if (!Postgres.Schema.IsName(schema))
            throw new UsageFault($"--schema: \"{schema}\" cannot name a workspace. Use lower-case letters, digits and underscores, 40 at most.");
        var desk = new FilingDesk();
        var options = new EngineOptions
        {
            Schema = schema,
            Migrate = migrate,
            Joins = migrate,
            Services = [desk],
            Poison = Environment.GetEnvironmentVariable("DATELINE_POISON") switch
            {
                null or "" or "stop" => Poison.Stop,
                "set-aside" => Poison.SetAside,
                var other => throw new UsageFault($"DATELINE_POISON: \"{other}\" is none of stop (as when it is not set) and set-aside.")
            },
            Say = Once(output.Say)
        };
        if (database is not null)
        {
            var connectionString = ConnectionStrings.Parse(database);
            return new(await kind.Open(connectionString, options, cancellation), kind, null, null, connectionString, desk) { Data = data, Seal = SealOf(connectionString) };
        }
        PrivateCluster cluster;
        try
        {
            cluster = await PrivateCluster.Open(new(data), output.Say, cancellation);
        }
        catch (ClusterFault) when (!File.Exists(Path.Combine(data, "postgres", "complete")))
        {
            if (!await DockerCluster.IsAvailable(cancellation)) throw;
            var docker = await DockerCluster.Open(data, output.Say, cancellation);
            return new(await kind.Open(docker.ConnectionString, options, cancellation), kind, null, docker, docker.ConnectionString, desk) { Data = data, Seal = SealOf(docker.ConnectionString) };
        }
        try
        {
            var role = await ApplicationRole.Connect(cluster.ConnectionString, schema, migrate, options.Say, cancellation);
            var workspace = new Workspace(await kind.Open(role, options, cancellation), kind, cluster, null, role, desk) { Data = data, Seal = SealOf(role) };
            cluster.Keep(workspace.Engine.Database.Clear);
            return workspace;
        }
        catch
        {
            NpgsqlConnection.ClearAllPools();
            await cluster.DisposeAsync();
            throw;
        }

        KeyFile SealOf(string connectionString) => KeyFile.Of(data, new NpgsqlConnectionStringBuilder(connectionString).Database ?? "database", schema);
    }

    /// <summary>The error that people see where Dateline's own PostgreSQL does not answer: why, and what to do; else the error itself.</summary>
    internal Exception Explained(Exception e) => Cluster is { } own && DatabaseAway(e) ? new ClusterFault(own.Explain(e)) : e;

    /// <summary>Whether an error says that the database is away, or that its disk is full.</summary>
    internal static bool DatabaseAway(Exception e) => IsDiskFull(e) || e is NpgsqlException { IsTransient: true } or System.Net.Sockets.SocketException or TimeoutException;

    internal static bool IsDiskFull(Exception e) => e is PostgresException { SqlState: PostgresErrorCodes.DiskFull };

    /// <summary>Waits until everything recorded is filed and shown; says which followers cannot.</summary>
    internal async Task Settle(Output output, CancellationToken cancellation)
    {
        var stopped = await Settling.Wait(Engine, output, Cluster is null ? TimeSpan.Zero : revival, cancellation);
        foreach (var follower in stopped)
            output.Say($"{follower.Name} stopped at position {follower.StoppedAt}: {follower.Error}. What it shows is older than the log; `dateline doctor` says what to do.");
    }

    /// <summary>Stops the followers, closes the connections, and leaves the PostgreSQL.</summary>
    public async ValueTask DisposeAsync()
    {
        await snapshots.Idle();
        await Engine.DisposeAsync();
        if (Cluster is not null) await Cluster.DisposeAsync();
    }

    /// <summary>What is said again and again while something lasts is said once.</summary>
    private static Action<string> Once(Action<string> say)
    {
        string? last = null;
        return line =>
        {
            if (Interlocked.Exchange(ref last, line) != line) say(line);
        };
    }
}
