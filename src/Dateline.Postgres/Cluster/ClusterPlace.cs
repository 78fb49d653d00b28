using System.Globalization;

namespace Dateline.Postgres.Cluster;

/// <summary>The folders and files of a cluster.</summary>
internal sealed record ClusterPlace(string Home, string Socket, string Lock)
{
    /// <summary>Longest path of a Unix socket, in bytes, with its end (sun_path on Linux is 108, on macOS 104).</summary>
    private const int LongestSocket = 103;

    internal string Data => Path.Combine(Home, "data");

    internal string Log => Path.Combine(Home, "server.log");

    /// <summary>Written when the cluster is complete: a folder without it was left half made.</summary>
    internal string Marker => Path.Combine(Home, "complete");

    internal bool IsInitialised => File.Exists(Marker) && File.Exists(Path.Combine(Data, "PG_VERSION"));

    /// <summary>The major version of the cluster's files; null where there are none.</summary>
    internal int? Major => IsInitialised
        && int.TryParse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;

    /// <summary>The place of a cluster, with its folders made.</summary>
    internal static async Task<ClusterPlace> Of(string folder, ServerUser? user, CancellationToken cancellation)
    {
        var full = Path.GetFullPath(folder);
        try
        {
            Directory.CreateDirectory(full);
            var home = user is null || ServerUser.CanEnter(Path.Combine(full, "postgres"))
                ? Path.Combine(full, "postgres") : Path.Combine("/var/lib/dateline", "clusters", Folders.Digest(full));
            if (!Directory.Exists(home)) Make(home);
            Refuse(home);
            var socket = Path.Combine(home, "socket");
            if (System.Text.Encoding.UTF8.GetByteCount(Path.Combine(socket, ".s.PGSQL.5432")) > LongestSocket)
                socket = Path.Combine("/tmp", $"dateline-{Environment.UserName}-{Folders.Digest(home)}");
            if (!Directory.Exists(socket)) Make(socket);
            if (user is not null)
            {
                await user.Own(home, cancellation);
                await user.Own(socket, cancellation);
            }
            return new(home, socket, Path.Combine(full, "lock"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ClusterFault($"{full} cannot be used for data: {e.Message} Choose another folder with --data.");
        }
    }

    /// <summary>Something that Dateline did not make is not touched.</summary>
    private static void Refuse(string home)
    {
        var foreign = Directory.EnumerateFileSystemEntries(home).Select(Path.GetFileName).FirstOrDefault(n => n is not ("data" or "socket" or "complete" or "server.log"));
        if (foreign is not null)
            throw new ClusterFault($"{home} holds {foreign}, which Dateline did not make. Choose another folder with --data, or move that away.");
    }

    private static void Make(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
