namespace Dateline.Postgres.Cluster;

/// <summary>Where Dateline keeps what it has to keep.</summary>
public static class Folders
{
    /// <summary>
    /// The user's state folder: <c>$XDG_STATE_HOME/dateline</c> or <c>~/.local/state/dateline</c> (XDG Base Directory Specification);
    /// <c>/var/lib/dateline</c> for root, whose home the server's user may not enter.
    /// </summary>
    public static string State { get; } = OperatingSystem.IsWindows()
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "dateline")
        : Environment.IsPrivilegedProcess
            ? "/var/lib/dateline"
            : Path.Combine(
                Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } state && Path.IsPathRooted(state)
                    ? state : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state"),
                "dateline");

    /// <summary>Sixteen hexadecimal digits that stand for a path.</summary>
    internal static string Digest(string path) => Ids.Sha256(System.Text.Encoding.UTF8.GetBytes(Path.GetFullPath(path)))[..16];
}
