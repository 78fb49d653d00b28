using Npgsql;

namespace Dateline.Postgres.Engine;

/// <summary>
/// The built-in engine on one database: a newsroom that any process can write to, and, in the one process that leads, the reactions and views.
/// </summary>
public sealed partial class PostgresEngine : IEngine
{
    private readonly EngineOptions options;
    private readonly PostgresNewsroom newsroom;
    private readonly Signal signal = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock starting = new();
    private readonly string connectionString;
    private readonly Leading leading;
    private Task? running;

    private PostgresEngine(NpgsqlDataSource database, string connectionString, EngineOptions options)
    {
        this.connectionString = connectionString;
        Database = database;
        this.options = options;
        newsroom = new(database, options.Handlers, signal.Wake);
        leading = new(database, LeaderLock.TakeAlone, Loops, signal, options, "The followers pause");
    }

    /// <summary>Commands, states and the log.</summary>
    public INewsroom Newsroom => newsroom;

    /// <summary>The database, with the schema as its search path.</summary>
    public NpgsqlDataSource Database { get; }

    /// <summary>Whether this process leads just now.</summary>
    public bool Leads => leading.Leads;

    /// <summary>What last went wrong while leading, if something did since.</summary>
    public string? LastFault => leading.Fault;

    /// <inheritdoc/>
    public Task<SchemaFault> Outdated => leading.Outdated;

    /// <summary>Ends with the next write or the next step of a follower in this process. Take it before looking.</summary>
    internal Task Next => signal.Next;

    /// <summary>Opens the engine and makes the tables that are missing. Followers run once <see cref="Start"/> is called.</summary>
    /// <param name="connectionString">A connection string of Npgsql's.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <exception cref="SchemaFault">The schema is newer than this version, or its name is none.</exception>
    /// <exception cref="Refused">The connections that it is allowed are too few.</exception>
    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public static async Task<PostgresEngine> Open(string connectionString, EngineOptions options, CancellationToken cancellation)
    {
        if (!Postgres.Schema.IsName(options.Schema))
            throw new SchemaFault($"\"{options.Schema}\" cannot name a schema: use lower-case letters, digits and underscores, 40 at most.");
        if (MostConnections(connectionString) is < FewestConnections and var few)
            throw new Refused($"Maximum Pool Size is {few}; Dateline needs {FewestConnections} connections: one that leads, one that writes, the others for followers and answers. Allow it that many.");
        var database = Connect(connectionString, options.Schema);
        try
        {
            await Postgres.Schema.Ensure(database, options.Schema, options.Migrate, options.Say, cancellation);
            return new(database, connectionString, options);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs reactions and views in the background as soon as this process leads, until it is disposed of.</summary>
    public void Start()
    {
        if (!options.Joins) return;
        lock (starting) running ??= Task.Run(() => leading.Run(stopping.Token));
    }

    /// <summary>
    /// Waits until every follower has taken in all that is recorded, whichever process runs them. Gives the followers that cannot: empty when all is well.
    /// </summary>
    public async Task<IReadOnlyList<FollowerState>> Settle(CancellationToken cancellation)
    {
        // All have taken in what was there, and nothing came of it: the head is the same when it is read again after that.
        for (long? quiet = null; ;)
        {
            var wake = signal.Next;
            var head = await newsroom.Log.Head(cancellation);
            var states = await Followers(cancellation);
            var stopped = states.Where(s => s.State == "stopped").ToList();
            var behind = states.Where(s => s.State != "stopped" && s.Position < head).ToList();
            if (behind.Count == 0 && (states.Count == options.Views.Count + 2 || head == 0))
            {
                if (quiet == head || running is null || stopped.Count > 0) return stopped;
                quiet = head;
                continue;
            }
            quiet = null;
            if (Outdated.IsCompleted) throw await Outdated;
            Start();
            await Signal.Wait(wake, TimeSpan.FromMilliseconds(100), cancellation);
        }
    }

    /// <inheritdoc/>
    public async Task<string?> Rival(CancellationToken cancellation)
    {
        await using var connection = await Database.OpenConnectionAsync(cancellation);
        return await LeaderLock.MartenHolds(connection, cancellation) ? LeaderLock.MartenRuns : null;
    }

    /// <summary>How each follower fares.</summary>
    public async Task<IReadOnlyList<FollowerState>> Followers(CancellationToken cancellation) => await Cursors.All(Database, cancellation);

    /// <summary>The position of the last event.</summary>
    public Task<long> Head(CancellationToken cancellation) => newsroom.Log.Head(cancellation);

    /// <summary>Builds a view anew beside the live one, then swaps the two.</summary>
    /// <param name="view">The view's name.</param>
    /// <param name="progress">Takes the position reached and the head.</param>
    /// <param name="cancellation">Leaves the live view as it is.</param>
    /// <exception cref="Refused">There is no such view, or it cannot take in an event.</exception>
    public Task Rebuild(string view, IProgress<(long At, long Of)>? progress, CancellationToken cancellation) => Rebuild(view, progress, waits: false, cancellation);

    private Task Rebuild(string view, IProgress<(long At, long Of)>? progress, bool waits, CancellationToken cancellation)
    {
        var found = options.Views.FirstOrDefault(v => v.Name == view)
            ?? throw new Refused($"There is no view {view}. The views are {string.Join(", ", options.Views.Select(v => v.Name))}.");
        return new Rebuild(Database, connectionString, newsroom.Log, options.Schema, found, options.Poison).Run(progress, waits, cancellation);
    }

    /// <summary>Answers what was sent, stops the followers between two batches and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested) return;
        await newsroom.DisposeAsync();
        await stopping.CancelAsync();
        if (running is not null) await running;
        await Database.DisposeAsync();
    }
}
