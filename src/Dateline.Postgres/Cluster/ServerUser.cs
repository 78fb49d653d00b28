namespace Dateline.Postgres.Cluster;

/// <summary>
/// Who runs the server. PostgreSQL refuses root: then it runs as <c>postgres</c>, or as <c>nobody</c> where there is no such user.
/// </summary>
internal sealed class ServerUser
{
    private readonly Func<IReadOnlyList<string>, IReadOnlyList<string>> wrap;

    private ServerUser(string name, Func<IReadOnlyList<string>, IReadOnlyList<string>> wrap)
    {
        Name = name;
        this.wrap = wrap;
    }

    internal string Name { get; }

    /// <summary>Null where the present user can run it.</summary>
    internal static ServerUser? Needed()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) return null;
        var users = File.ReadLines("/etc/passwd").Select(l => l.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        var name = users.Contains("postgres") ? "postgres" : users.Contains("nobody") ? "nobody"
            : throw new ClusterFault("PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody. Run Dateline as another user.");
        if (Exists("setpriv")) return new(name, words => ["setpriv", $"--reuid={name}", $"--regid={Group(name)}", "--clear-groups", "--", .. words]);
        if (Exists("runuser")) return new(name, words => ["runuser", "-u", name, "--", .. words]);
        throw new ClusterFault($"PostgreSQL does not run as root, and this machine lacks setpriv and runuser, which change to the user {name}. Run Dateline as another user.");
    }

    internal IReadOnlyList<string> Wrap(IReadOnlyList<string> words) => wrap(words);

    /// <summary>Gives a folder to the server's user.</summary>
    internal async Task Own(string folder, CancellationToken cancellation)
    {
        var ran = await Run.Program("chown", ["-R", $"{Name}:{Group(Name)}", folder], null, TimeSpan.FromMinutes(1), cancellation);
        if (ran.Code != 0) throw new ClusterFault($"{folder} cannot be given to the user {Name}: {ran.Output}");
    }

    /// <summary>Whether the server's user can enter every folder above a path.</summary>
    internal static bool CanEnter(string path)
    {
        for (var folder = new DirectoryInfo(path).Parent; folder is not null; folder = folder.Parent)
        {
            if (folder.Exists && !OperatingSystem.IsWindows() && (folder.UnixFileMode & UnixFileMode.OtherExecute) == 0) return false;
        }
        return true;
    }

    private static string Group(string user)
    {
        var group = File.ReadLines("/etc/passwd").Select(l => l.Split(':')).First(l => l[0] == user)[3];
        return group;
    }

    private static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Concat(["/usr/bin", "/usr/sbin", "/bin", "/sbin"])
            .Any(f => File.Exists(Path.Combine(f, program)));
}
