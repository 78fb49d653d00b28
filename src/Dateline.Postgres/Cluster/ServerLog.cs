using System.Text;

namespace Dateline.Postgres.Cluster;

/// <summary>The log of a private cluster's server, read for people: what it says of its end.</summary>
internal static class ServerLog
{
    private const int Lines = 4;
    private const int Bytes = 64 << 10;
    private const string NoSpace = "No space left on device";
    private const string Began = "database system is ready to accept connections";

    // Less than one file of PostgreSQL's write-ahead log.
    private const long LeastRoom = 16 << 20;

    private static readonly string[] grave = ["PANIC:", "FATAL:", "error:"];

    /// <summary>Why a server that ran on a full disk stopped, and what to do; null where the disk is not full.</summary>
    internal static string? FullDisk(ClusterPlace place)
    {
        var tail = Tail(place.Log);
        var line = tail[(tail.FindLastIndex(l => l.Contains(Began, StringComparison.Ordinal)) + 1)..].FindLast(l => l.Contains(NoSpace, StringComparison.Ordinal));
        var room = Room(place.Home);
        return line is null && room is not < LeastRoom ? null : FullDisk(place.Home, line?[(line.IndexOf("] ", StringComparison.Ordinal) + 1)..], room);
    }

    /// <summary>What to do about a full disk.</summary>
    /// <param name="home">The folder that is on it.</param>
    /// <param name="said">What PostgreSQL says, where it says something.</param>
    internal static string FullDisk(string home, string? said) => FullDisk(home, said, Room(home));

    private static string FullDisk(string home, string? said, long? room) =>
        $"The disk that holds {home} is full{(room is { } bytes ? $" ({bytes >> 20} MB are free)" : "")}{(said is null ? "" : $": {said.Trim().TrimEnd('.')}")}. "
        + "What was acknowledged stays recorded. Make room there, then repeat the command; PostgreSQL is started again by itself.";

    /// <summary>Why a server does not do what it should: the full disk, else the end of its log.</summary>
    /// <param name="place">The cluster.</param>
    /// <param name="what">What it does not do, in a sentence.</param>
    internal static string Explain(ClusterPlace place, string what) => FullDisk(place) ?? $"{what} Its log, {place.Log}, ends: {End(place)}";

    /// <summary>The last lines, and before them the last that says what went wrong.</summary>
    internal static string End(ClusterPlace place)
    {
        try
        {
            return End(Tail(place.Log));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"(it cannot be read: {e.Message})";
        }
    }

    /// <summary>The same of what a program said.</summary>
    internal static string End(List<string> lines)
    {
        var wrong = lines.FindLastIndex(l => l.Contains(NoSpace, StringComparison.Ordinal));
        if (wrong < 0) wrong = lines.FindLastIndex(l => grave.Any(g => l.Contains(g, StringComparison.Ordinal)));
        var last = lines.TakeLast(Lines);
        return string.Join(" / ", wrong >= 0 && wrong < lines.Count - Lines ? last.Prepend($"{lines[wrong]} …") : last);
    }

    private static List<string> Tail(string path)
    {
        if (!File.Exists(path)) return [];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Seek(-Math.Min(file.Length, Bytes), SeekOrigin.End);
        using var reader = new StreamReader(file, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static long? Room(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
