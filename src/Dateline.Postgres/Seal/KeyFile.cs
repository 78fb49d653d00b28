using System.Text;
using Dateline.Audit;
using Dateline.Postgres.Cluster;

namespace Dateline.Postgres.Seal;

/// <summary>
/// A log's signing key in a file that only its owner can read, outside the database; beside it the verifier key to give away
/// (<c>.pub</c>), the last checkpoint that was signed (<c>.checkpoint</c>), which later ones must continue, and the first one (<c>.first</c>), which
/// shows that the key has signed.
/// </summary>
public sealed class KeyFile
{
    private const int Longest = 1 << 20;

    private KeyFile(string path) => Path = path;

    /// <summary>The file of the key.</summary>
    public string Path { get; }

    /// <summary>The file of the verifier key.</summary>
    public string VerifierPath => Path + ".pub";

    /// <summary>The file of the last checkpoint.</summary>
    public string CheckpointPath => Path + ".checkpoint";

    /// <summary>The file of the first checkpoint.</summary>
    public string FirstPath => Path + ".first";

    /// <summary>The key file at a path.</summary>
    public static KeyFile At(string path) => new(System.IO.Path.GetFullPath(path));

    /// <summary>The key file of a log when none is named: in the folder <c>audit</c> of the data folder.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="database">The name of the database.</param>
    /// <param name="schema">The schema.</param>
    public static KeyFile Default(string data, string database, string schema) =>
        At(System.IO.Path.Combine(data, "audit", $"{string.Concat(database.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_'))}.{schema}.key"));

    /// <summary>The key file of a log: the one that <c>DATELINE_AUDIT_KEY</c> names, else its own.</summary>
    public static KeyFile Of(string data, string database, string schema) =>
        Environment.GetEnvironmentVariable("DATELINE_AUDIT_KEY") is { Length: > 0 } path ? At(path) : Default(data, database, schema);

    /// <summary>The verifier key beside the signing key; null when there is none.</summary>
    /// <exception cref="NoteFault">What is there is no verifier key.</exception>
    public VerifierKey? Verifier() => ReadText(VerifierPath) is { } text ? VerifierKey.Parse(text) : null;

    /// <summary>The last checkpoint that was signed, as a note; null when there is none.</summary>
    public byte[]? LastCheckpoint() => Read(CheckpointPath);

    /// <summary>The first checkpoint that was signed; null when there is none.</summary>
    internal byte[]? FirstCheckpoint() => Read(FirstPath);

    /// <summary>The signing key; a new one is made where there is none.</summary>
    /// <param name="name">The name of a new key: the log's.</param>
    internal (SignerKey Key, bool New) Open(string name)
    {
        if (ReadText(Path) is { } text)
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(Path) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != 0)
                throw new NoteFault($"Others can read or write the signing key {Path}. Take that from them (chmod 600) and consider whether the key is still yours alone.");
            return (SignerKey.Parse(text), false);
        }
        if (new[] { CheckpointPath, FirstPath }.FirstOrDefault(File.Exists) is { } trace)
            throw new NoteFault($"The signing key {Path} is gone, but {trace} shows that it signed. Put the key back, or name another place with --key to begin anew.");
        var key = SignerKey.New(name);
        Write(Path, key.Secret() + "\n");
        Write(VerifierPath, key.Verifier + "\n");
        return (key, true);
    }

    /// <summary>Keeps others from signing meanwhile.</summary>
    internal async Task<IDisposable> Lock(CancellationToken cancellation)
    {
        var folder = Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        return await FileLock.Take(System.IO.Path.Combine(folder.FullName, System.IO.Path.GetFileName(Path) + ".lock"), TimeSpan.FromSeconds(30), cancellation);
    }

    /// <summary>Remembers a checkpoint durably, before anybody sees it.</summary>
    internal void Remember(string note)
    {
        Write(CheckpointPath, note);
        if (!File.Exists(FirstPath)) Write(FirstPath, note);
    }

    private static string? ReadText(string path) => Read(path) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    private static byte[]? Read(string path)
    {
        if (!File.Exists(path)) return null;
        return new FileInfo(path).Length <= Longest ? File.ReadAllBytes(path) : throw new NoteFault($"{path} is longer than any key or checkpoint.");
    }

    private static void Write(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var beside = path + ".new";
        File.Delete(beside);
        using (var file = new FileStream(beside, options))
        {
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }
        File.Move(beside, path, overwrite: true);
    }
}
