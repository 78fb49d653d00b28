using Npgsql;

namespace Dateline.Postgres.Cluster;

/// <summary>Which private cluster.</summary>
/// <param name="Folder">The folder that holds it; made when absent.</param>
public sealed record ClusterOptions(string Folder)
{
    /// <summary>Whether the server keeps running when the last user is gone.</summary>
    public bool KeepRunning { get; init; }

    /// <summary>Whether the cluster is deleted in the end, for tests.</summary>
    public bool ThrowAway { get; init; }

    /// <summary>How many connections a cluster that is made allows; a process with Marten's engine takes up to 48.</summary>
    public int Connections { get; init; } = 100;

    /// <summary>Where to find PostgreSQL's programs.</summary>
    public BinariesOptions Binaries { get; init; } = new();
}

/// <summary>
/// Dateline's own PostgreSQL: reached by a Unix socket in a private folder only, durable, started by whoever comes first, used by all, stopped by
/// whoever leaves last. After a crash of either side the next one to come finds what was committed, and who keeps it (<see cref="Keep"/>) starts it again.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    private readonly ClusterOptions options;
    private readonly ClusterServer server;
    private readonly ClusterPresence presence;
    private readonly Action<string> say;
    private ClusterKeeper? keeper;

    private PrivateCluster(ClusterOptions options, ClusterPlace place, Binaries binaries, ClusterServer server, Action<string> say)
    {
        this.say = say;
        this.options = options;
        this.server = server;
        presence = new(place);
        Place = place;
        Binaries = binaries;
    }

    /// <summary>The programs that run it.</summary>
    public Binaries Binaries { get; }

    /// <summary>Whether this process started the server.</summary>
    public bool StartedHere { get; private set; }

    /// <summary>The folder of its files.</summary>
    public string Folder => Place.Home;

    /// <summary>The server's log.</summary>
    public string LogFile => Place.Log;

    /// <summary>The connection string for Npgsql. There is no password: the socket's folder is private.</summary>
    public string ConnectionString => $"Host={Place.Socket};Username={ClusterPresence.User};Database={ClusterPresence.Database}";

    /// <summary>The command that opens psql on it.</summary>
    public string Psql => $"psql \"host={Place.Socket} user={ClusterPresence.User} dbname={ClusterPresence.Database}\"";

    private ClusterPlace Place { get; }

    /// <summary>Opens the cluster: makes it, starts it, or finds it running.</summary>
    /// <param name="options">Which cluster.</param>
    /// <param name="say">Takes a line about what takes long.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <exception cref="ClusterFault">It cannot be had; the message says why and what to do.</exception>
    public static async Task<PrivateCluster> Open(ClusterOptions options, Action<string> say, CancellationToken cancellation)
    {
        var user = ServerUser.Needed();
        var place = await ClusterPlace.Of(options.Folder, user, cancellation);
        using var alone = await FileLock.Take(place.Lock, TimeSpan.FromMinutes(3), cancellation);
        var binaries = await FindBinaries.Find(options.Binaries with { Major = place.Major ?? options.Binaries.Major }, say, cancellation);
        var server = new ClusterServer(place, binaries, user, options.Connections, say);
        var cluster = new PrivateCluster(options, place, binaries, server, say);
        if (!place.IsInitialised) await server.Initialise(cancellation);
        cluster.StartedHere = await cluster.Enter(cancellation);
        return cluster;
    }

    /// <summary>From now on starts the server again when it ends: killed, or out of memory, or on a disk that was full.</summary>
    /// <param name="lost">Lets go of pooled connections, which died with it.</param>
    public void Keep(Action lost) => keeper ??= new(Place, lost, Again, say);

    /// <summary>Why the database does not answer, and what to do.</summary>
    /// <param name="failure">What came of the attempt.</param>
    public string Explain(Exception failure) =>
        failure is PostgresException { SqlState: PostgresErrorCodes.DiskFull } full ? ServerLog.FullDisk(Place.Home, full.MessageText)
        : ServerLog.Explain(Place, $"Dateline's own PostgreSQL in {Place.Home} does not answer: {failure.Message}");

    private async Task<bool> Enter(CancellationToken cancellation)
    {
        var started = !await server.IsRunning(cancellation) && await server.Start(cancellation);
        await presence.Enter(server, cancellation);
        return started;
    }

    private async Task<bool> Again(CancellationToken cancellation)
    {
        using var alone = await FileLock.Take(Place.Lock, TimeSpan.FromMinutes(3), cancellation);
        return await Enter(cancellation);
    }

    /// <summary>Leaves; the last one to leave stops the server.</summary>
    public async ValueTask DisposeAsync()
    {
        if (keeper is not null) await keeper.DisposeAsync();
        long others;
        using (await FileLock.Take(Place.Lock, TimeSpan.FromMinutes(3), CancellationToken.None))
        {
            others = await presence.Leave(options.ThrowAway);
            await presence.DisposeAsync();
            if (others == 0 && (!options.KeepRunning || options.ThrowAway)) await server.Stop(CancellationToken.None);
        }
        if (!options.ThrowAway || others > 0) return;
        foreach (var folder in new[] { Place.Home, Place.Socket, options.Folder }.Where(Directory.Exists)) Directory.Delete(folder, recursive: true);
    }
}
