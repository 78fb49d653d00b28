using System.CommandLine;
using Dateline.Audit;
using Dateline.Postgres.Seal;

namespace Dateline.Server.Commands;

/// <summary>Where the audit's keys and checkpoints are, for the commands that need them.</summary>
internal static class AuditKeys
{
    private const int LongestFile = 64 << 20;

    internal static Option<string?> Key() => new("--key") { Description = "File of the signing key, outside the database (default: DATELINE_AUDIT_KEY, else audit/ in the data folder)" };

    internal static Option<string?> Verifier() => new("--verifier") { Description = "The verifier key to trust, or a file that holds it (default: the one beside the signing key)" };

    internal static Option<string[]> Checkpoints() => new("--checkpoint") { Description = "A signed checkpoint that you kept; may be given several times", AllowMultipleArgumentsPerToken = true };

    /// <summary>The key file that the options or the environment name, else the log's own.</summary>
    internal static KeyFile File(ParseResult parse, Option<string?> key, Workspace workspace) => Named(parse, key) ?? workspace.Seal;

    /// <summary>The key file that the options or the environment name; null when none is.</summary>
    internal static KeyFile? Named(ParseResult parse, Option<string?> key) =>
        (parse.GetValue(key) ?? Environment.GetEnvironmentVariable("DATELINE_AUDIT_KEY")) is { Length: > 0 } path ? KeyFile.At(path) : null;

    /// <summary>The verifier key that was given; null when none was.</summary>
    internal static VerifierKey? Given(ParseResult parse, Option<string?> option) => parse.GetValue(option) is not { } given ? null
        : VerifierKey.Parse(System.IO.File.Exists(given) ? Text(given) : given);

    /// <summary>A checkpoint from a file.</summary>
    internal static Checkpoint Open(string path, VerifierKey verifier) => Checkpoint.Open(System.Text.Encoding.UTF8.GetBytes(Text(path)), verifier);

    internal static string Text(string path) => new FileInfo(path) is { Exists: true } file
        ? file.Length <= LongestFile ? System.IO.File.ReadAllText(path) : throw new Refused($"{path} is longer than any key, checkpoint or proof.")
        : throw new Refused($"There is no file {path}.");

    /// <summary>Turns what is wrong with keys and notes into an answer for people.</summary>
    internal static async Task<int> Answer(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (NoteFault e)
        {
            throw new Refused(e.Message);
        }
    }
}
