using Npgsql;

namespace Dateline.Postgres.Cluster;

/// <summary>The server process of a private cluster: makes its files, starts it, asks whether it runs, stops it.</summary>
internal sealed class ClusterServer(ClusterPlace place, Binaries binaries, ServerUser? user, int connections, Action<string> say)
{
    internal async Task Initialise(CancellationToken cancellation)
    {
        say($"Making a PostgreSQL {binaries.Version} cluster in {place.Home}.");
        if (Directory.Exists(place.Data)) Directory.Delete(place.Data, recursive: true);
        if (user is not null) await user.Own(place.Home, cancellation);
        var ran = await Run.Program(
            binaries.Program("initdb"), ["-D", place.Data, "-U", ClusterPresence.User, "-A", "trust", "--encoding=UTF8", "--no-locale", "--data-checksums"], user,
            TimeSpan.FromMinutes(3), cancellation, place.Home);
        if (ran.Code != 0) throw new ClusterFault(ServerLog.FullDisk(place) ?? $"A PostgreSQL cluster could not be made in {place.Home}: {Last(ran.Output)}");
        await File.WriteAllTextAsync(Path.Combine(place.Data, "dateline.conf"), Settings.Text(place.Socket, await Compression(cancellation), connections), cancellation);
        await File.AppendAllTextAsync(Path.Combine(place.Data, "postgresql.conf"), "\ninclude 'dateline.conf'\n", cancellation);
        if (user is not null) await user.Own(place.Home, cancellation);
        await File.WriteAllTextAsync(place.Marker, binaries.Version + "\n", cancellation);
    }

    /// <summary>The compression that this build of PostgreSQL has.</summary>
    private async Task<string> Compression(CancellationToken cancellation)
    {
        var asked = await Run.Program(
            binaries.Program("postgres"), ["-D", place.Data, "-C", "wal_compression", "-c", "wal_compression=lz4", "-c", "default_toast_compression=lz4"], user,
            TimeSpan.FromSeconds(30), cancellation, place.Home);
        return asked.Code == 0 ? "lz4" : "pglz";
    }

    /// <summary>Whether the server runs and answers; one that is still recovering is waited for.</summary>
    internal async Task<bool> IsRunning(CancellationToken cancellation)
    {
        for (var end = Environment.TickCount64 + 120_000; Environment.TickCount64 < end; await Task.Delay(100, cancellation))
        {
            var status = await Run.Program(binaries.Program("pg_ctl"), ["-D", place.Data, "status"], user, TimeSpan.FromSeconds(30), cancellation, place.Home);
            if (status.Code != 0) return false;
            if (await CanConnect(cancellation)) return true;
        }
        throw new ClusterFault(ServerLog.Explain(place, $"PostgreSQL runs on {place.Data} but does not answer."));
    }

    /// <summary>Starts the server, or finds that somebody else did (false); children of one that was killed may still hold its memory for a moment.</summary>
    internal async Task<bool> Start(CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= 6; attempt++)
        {
            var ran = await Run.Program(
                binaries.Program("pg_ctl"), ["-D", place.Data, "-l", place.Log, "-w", "-t", "120", "start"], user, TimeSpan.FromMinutes(3), cancellation, place.Home);
            if (ran.Code == 0) return true;
            if (await CanConnect(cancellation)) return false;
            await Task.Delay(500, cancellation);
        }
        throw new ClusterFault(ServerLog.Explain(place, $"PostgreSQL did not start on {place.Data}."));
    }

    internal async Task Stop(CancellationToken cancellation)
    {
        var ran = await Run.Program(
            binaries.Program("pg_ctl"), ["-D", place.Data, "-m", "fast", "-w", "-t", "60", "stop"], user, TimeSpan.FromMinutes(2), cancellation, place.Home);
        if (ran.Code != 0 && !ran.Output.Contains("no server running", StringComparison.Ordinal) && !ran.Output.Contains("PID file", StringComparison.Ordinal))
            say($"PostgreSQL on {place.Data} did not stop: {Last(ran.Output)}");
    }

    private async Task<bool> CanConnect(CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(ClusterPresence.ConnectionTo(place, "postgres"));
            await connection.OpenAsync(cancellation);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static string Last(string output) => ServerLog.End([.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)]);
}
