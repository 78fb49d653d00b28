namespace Dateline.Postgres.Cluster;

/// <summary>PostgreSQL's programs in one folder.</summary>
/// <param name="Folder">The folder that holds <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>.</param>
/// <param name="Version">Their version, such as <c>15.18</c>.</param>
/// <param name="Origin">Where they come from: the machine, or a package with its version.</param>
public sealed record Binaries(string Folder, string Version, string Origin)
{
    /// <summary>The major version, which a cluster's files are tied to; 0 when it cannot be read.</summary>
    public int Major => int.TryParse(Version.Split('.', 'b', 'r', 'd')[0], out var major) ? major : 0;

    internal string Program(string name) => Path.Combine(Folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
}

/// <summary>Where to look for PostgreSQL's programs.</summary>
public sealed record BinariesOptions
{
    /// <summary>A folder to look in before all others; by default what DATELINE_POSTGRES_BIN says.</summary>
    public string? Folder { get; init; } = Environment.GetEnvironmentVariable("DATELINE_POSTGRES_BIN");

    /// <summary>Whether to look on the machine.</summary>
    public bool UseMachine { get; init; } = true;

    /// <summary>Whether the npm client may fetch them, once.</summary>
    public bool UseNpm { get; init; } = Folders.KnownState is not null;

    /// <summary>Where fetched programs are kept.</summary>
    public string Cache { get; init; } = Path.Combine(Folders.KnownState ?? "", "postgres-binaries");

    /// <summary>Only this major version, because a cluster's files are of it; null for any from 15 to 18.</summary>
    public int? Major { get; init; }
}

/// <summary>Finds PostgreSQL's programs: a named folder, the machine's, the npm package's.</summary>
public static class FindBinaries
{
    private const string Named = "DATELINE_POSTGRES_BIN";
    private const int Oldest = 15;
    private const int Newest = 18;

    /// <summary>The first that fits.</summary>
    /// <exception cref="ClusterFault">There are none; the message names every way to get them.</exception>
    public static async Task<Binaries> Find(BinariesOptions options, Action<string> say, CancellationToken cancellation)
    {
        var candidates = await Candidates(options, cancellation);
        if (options.Folder is { Length: > 0 } named && !candidates.Any(c => c.Origin == Named))
            throw new ClusterFault($"{Named} names {named}, which holds no programs of PostgreSQL that run (postgres, pg_ctl). Name the folder that does, or unset it.");
        var found = candidates.FirstOrDefault(b => Fits(b, options.Major));
        if (found is not null) return found;
        var tried = candidates.Count == 0 ? "" : $" Found, but not usable: {string.Join(", ", candidates.Select(c => $"{c.Version} in {c.Folder}"))}.";
        var npm = "the npm package was not asked for";
        if (options.UseNpm && NpmBinaries.Majors.FirstOrDefault(m => options.Major is not { } one || m == one) is var fetched and not 0)
        {
            try
            {
                return await NpmBinaries.Fetch(options.Cache, fetched, say, cancellation);
            }
            catch (ClusterFault e)
            {
                npm = e.Message;
            }
        }
        throw new ClusterFault(
            $"PostgreSQL {(options.Major is { } major ? $"{major}" : $"{Oldest} to {Newest}")} was not found.{tried} Ways to get it: install your system's package "
            + "(Debian and Ubuntu: postgresql; Homebrew: postgresql@18); or install Node.js, whose npm fetches it by itself; or start Docker; "
            + $"or name a database with --database or DATELINE_DATABASE. Tried by npm: {npm}");
    }

    /// <summary>Every set of programs on this machine, the ones to prefer first.</summary>
    public static async Task<IReadOnlyList<Binaries>> Candidates(BinariesOptions options, CancellationToken cancellation)
    {
        var folders = new List<(string Folder, string Origin)>();
        if (!string.IsNullOrEmpty(options.Folder)) folders.Add((options.Folder, Named));
        if (options.UseMachine) folders.AddRange(OnMachine().Select(f => (f, "machine")));
        foreach (var major in options.UseNpm ? NpmBinaries.Majors : [])
        {
            if (NpmBinaries.Kept(options.Cache, major) is { } kept) folders.Add((kept, NpmBinaries.Origin(major)));
        }
        var found = new List<Binaries>();
        foreach (var (folder, origin) in folders.DistinctBy(f => f.Folder))
        {
            var program = Path.Combine(folder, OperatingSystem.IsWindows() ? "postgres.exe" : "postgres");
            if (!File.Exists(program) || !File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "pg_ctl.exe" : "pg_ctl"))) continue;
            var ran = await Run.Program(program, ["--version"], null, TimeSpan.FromSeconds(20), cancellation);
            if (ran.Code == 0 && ran.Output.Split(' ', '\n').FirstOrDefault(w => w.Length > 0 && char.IsAsciiDigit(w[0])) is { } version)
                found.Add(new(folder, version, origin));
        }
        return found;
    }

    private static bool Fits(Binaries b, int? major) => major is { } wanted ? b.Major == wanted : b.Major is >= Oldest and <= Newest;

    private static IEnumerable<string> OnMachine()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var debian = Below("/usr/lib/postgresql", "*").OrderByDescending(Number).Select(f => Path.Combine(f, "bin"));
        var brew = new[] { "/opt/homebrew/opt", "/usr/local/opt" }.SelectMany(f => Below(f, "postgresql@*")).OrderByDescending(Number).Select(f => Path.Combine(f, "bin"));
        var redHat = Below("/usr", "pgsql-*").OrderByDescending(Number).Select(f => Path.Combine(f, "bin"));
        return [.. path, .. debian, .. brew, .. redHat];
    }

    private static IEnumerable<string> Below(string folder, string pattern) => Directory.Exists(folder) ? Directory.EnumerateDirectories(folder, pattern) : [];

    private static int Number(string folder) => int.TryParse(new string([.. Path.GetFileName(folder).Where(char.IsAsciiDigit)]), out var n) ? n : 0;
}
