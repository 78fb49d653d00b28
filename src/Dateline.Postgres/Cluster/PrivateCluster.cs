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

    /// <summary>Where to find PostgreSQL's programs.</summary>
    public BinariesOptions Binaries { get; init; } = new();
}

/// <summary>
/// Dateline's own PostgreSQL: reached by a Unix socket in a private folder only, durable, started by whoever comes first, used by all, stopped by
/// whoever leaves last. After a crash of either side the next one to come finds what was committed.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    private const string Database = "dateline";
    private const string User = "dateline";
    private const string Presence = "dateline presence";
    private readonly ClusterOptions options;
    private readonly ServerUser? user;
    private readonly Action<string> say;
    private NpgsqlConnection? presence;

    private PrivateCluster(ClusterOptions options, ClusterPlace place, Binaries binaries, ServerUser? user, Action<string> say)
    {
        this.options = options;
        this.user = user;
        this.say = say;
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
    public string ConnectionString => $"Host={Place.Socket};Username={User};Database={Database}";

    /// <summary>The command that opens psql on it.</summary>
    public string Psql => $"psql \"host={Place.Socket} user={User} dbname={Database}\"";

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
        var binaries = await FindBinaries.Find(options.Binaries with { Major = place.Major }, say, cancellation);
        var cluster = new PrivateCluster(options, place, binaries, user, say);
        if (!place.IsInitialised) await cluster.Initialise(cancellation);
        if (!await cluster.IsRunning(cancellation)) await cluster.Start(cancellation);
        await cluster.Enter(cancellation);
        return cluster;
    }

    /// <summary>Leaves; the last one to leave stops the server.</summary>
    public async ValueTask DisposeAsync()
    {
        long others;
        using (await FileLock.Take(Place.Lock, TimeSpan.FromMinutes(3), CancellationToken.None))
        {
            others = await Leave();
            if (others == 0 && (!options.KeepRunning || options.ThrowAway)) await Stop(CancellationToken.None);
        }
        if (!options.ThrowAway || others > 0) return;
        foreach (var folder in new[] { Place.Home, Place.Socket, options.Folder }.Where(Directory.Exists)) Directory.Delete(folder, recursive: true);
    }

    private async Task Initialise(CancellationToken cancellation)
    {
        say($"Making a PostgreSQL {Binaries.Version} cluster in {Place.Home}.");
        if (Directory.Exists(Place.Data)) Directory.Delete(Place.Data, recursive: true);
        if (user is not null) await user.Own(Place.Home, cancellation);
        var ran = await Run.Program(
            Binaries.Program("initdb"), ["-D", Place.Data, "-U", User, "-A", "trust", "--encoding=UTF8", "--no-locale", "--data-checksums"], user,
            TimeSpan.FromMinutes(3), cancellation, Place.Home);
        if (ran.Code != 0) throw new ClusterFault($"A PostgreSQL cluster could not be made in {Place.Home}: {Last(ran.Output)}");
        await File.WriteAllTextAsync(Path.Combine(Place.Data, "dateline.conf"), Settings.Text(Place.Socket, await Compression(cancellation)), cancellation);
        await File.AppendAllTextAsync(Path.Combine(Place.Data, "postgresql.conf"), "\ninclude 'dateline.conf'\n", cancellation);
        if (user is not null) await user.Own(Place.Home, cancellation);
        await File.WriteAllTextAsync(Place.Marker, Binaries.Version + "\n", cancellation);
    }

    private async Task<string> Compression(CancellationToken cancellation)
    {
        var asked = await Run.Program(
            Binaries.Program("postgres"), ["-D", Place.Data, "-C", "wal_compression", "-c", "wal_compression=lz4", "-c", "default_toast_compression=lz4"], user,
            TimeSpan.FromSeconds(30), cancellation, Place.Home);
        return asked.Code == 0 ? "lz4" : "pglz";
    }

    /// <summary>Whether the server runs and answers; one that is still recovering is waited for.</summary>
    private async Task<bool> IsRunning(CancellationToken cancellation)
    {
        for (var end = Environment.TickCount64 + 120_000; Environment.TickCount64 < end; await Task.Delay(100, cancellation))
        {
            var status = await Run.Program(Binaries.Program("pg_ctl"), ["-D", Place.Data, "status"], user, TimeSpan.FromSeconds(30), cancellation, Place.Home);
            if (status.Code != 0) return false;
            if (await CanConnect(cancellation)) return true;
        }
        throw new ClusterFault($"PostgreSQL runs on {Place.Data} but does not answer. Its log, {Place.Log}, ends: {LogEnd()}");
    }

    /// <summary>Starts the server; children of one that was killed may still hold its memory for a moment.</summary>
    private async Task Start(CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= 6; attempt++)
        {
            var ran = await Run.Program(
                Binaries.Program("pg_ctl"), ["-D", Place.Data, "-l", Place.Log, "-w", "-t", "120", "start"], user, TimeSpan.FromMinutes(3), cancellation, Place.Home);
            StartedHere = ran.Code == 0;
            if (StartedHere || await CanConnect(cancellation)) return;
            await Task.Delay(500, cancellation);
        }
        throw new ClusterFault($"PostgreSQL did not start on {Place.Data}. Its log, {Place.Log}, ends: {LogEnd()}");
    }

    private async Task<bool> CanConnect(CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
            await connection.OpenAsync(cancellation);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>Makes the database when it is not there, and stays connected, so that nobody else stops the server.</summary>
    private async Task Enter(CancellationToken cancellation)
    {
        try
        {
            await using (var connection = new NpgsqlConnection(ConnectionTo("postgres")))
            {
                await connection.OpenAsync(cancellation);
                await using var find = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection);
                if (await find.With(Database).ExecuteScalarAsync(cancellation) is null) await Schema.Run(connection, $"create database {Database}", cancellation);
            }
            presence = new(ConnectionTo(Database));
            await presence.OpenAsync(cancellation);
        }
        catch (NpgsqlException e)
        {
            throw new ClusterFault($"PostgreSQL runs on {Place.Data} but cannot be used: {e.Message} Its log, {Place.Log}, ends: {LogEnd()}");
        }
    }

    /// <summary>
    /// How many other clients there are once this process has left. A connection that was just closed is counted by the server for a moment.
    /// </summary>
    private async Task<long> Leave()
    {
        if (presence is null) return 0;
        await using var left = presence;
        try
        {
            await using var others = new NpgsqlCommand(
                $"""
                select count(*), count(*) filter (where application_name = '{Presence}')
                from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()
                """, presence);
            for (var attempt = 1; ; attempt++)
            {
                var (all, users) = (await others.Rows(r => (r.GetInt64(0), r.GetInt64(1)), CancellationToken.None))[0];
                if (all == 0 || users > 0 || attempt == 20) return all;
                await Task.Delay(50);
            }
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            return 0;
        }
    }

    private async Task Stop(CancellationToken cancellation)
    {
        var ran = await Run.Program(
            Binaries.Program("pg_ctl"), ["-D", Place.Data, "-m", "fast", "-w", "-t", "60", "stop"], user, TimeSpan.FromMinutes(2), cancellation, Place.Home);
        if (ran.Code != 0 && !ran.Output.Contains("no server running", StringComparison.Ordinal) && !ran.Output.Contains("PID file", StringComparison.Ordinal))
            say($"PostgreSQL on {Place.Data} did not stop: {Last(ran.Output)}");
    }

    private string ConnectionTo(string database) =>
        $"Host={Place.Socket};Username={User};Database={database};Application Name={Presence};Pooling=false;Timeout=10";

    private string LogEnd()
    {
        try
        {
            return string.Join(" / ", File.ReadLines(Place.Log).TakeLast(4));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"(it cannot be read: {e.Message})";
        }
    }

    private static string Last(string output) => string.Join(" / ", output.Split('\n').TakeLast(3));
}
