namespace Dateline.Postgres.Cluster;

/// <summary>Where Dateline keeps what it has to keep.</summary>
public static class Folders
{
    /// <summary>
    /// The user's state folder: <c>$XDG_STATE_HOME/dateline</c> or <c>~/.local/state/dateline</c> (XDG Base Directory Specification);
    /// <c>/var/lib/dateline</c> for root, whose home the server's user may not enter.
    /// </summary>
    /// <exception cref="ClusterFault">There is no such folder: HOME names none that exists.</exception>
    public static string State => KnownState ?? throw new ClusterFault(
        $"There is no home folder to keep data in: HOME is \"{Environment.GetEnvironmentVariable("HOME")}\", which does not exist. Name a folder with --data, or set HOME or XDG_STATE_HOME.");

    /// <summary>The same; null where there is none.</summary>
    public static string? KnownState { get; } = OperatingSystem.IsWindows()
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "dateline")
        : Environment.IsPrivilegedProcess ? "/var/lib/dateline"
        : Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } state && Path.IsPathRooted(state) ? Path.Combine(state, "dateline")
        : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home ? Path.Combine(home, ".local", "state", "dateline")
        : null;

    /// <summary>Sixteen hexadecimal digits that stand for a path.</summary>
    internal static string Digest(string path) => Ids.Sha256(System.Text.Encoding.UTF8.GetBytes(Path.GetFullPath(path)))[..16];
}
