using System.CommandLine;
using Dateline.Audit;
using Dateline.Postgres.Seal;

namespace Dateline.Server.Commands;

/// <summary><c>dateline audit checkpoint</c></summary>
internal static class AuditCheckpoint
{
    internal static Command Command()
    {
        var key = AuditKeys.Key();
        var name = new Option<string?>("--name") { Description = "The log's name in a new key, best a domain and path of yours: example.org/newsroom" };
        var to = new Option<string?>("--out") { Description = "Also write the checkpoint to this file" };
        var kept = AuditKeys.Checkpoints();
        kept.Description = "Sign only what continues this checkpoint that you kept, as after a restore from a backup; may be given several times";
        return new Command("checkpoint", "Signs what is recorded so far, as a continuation of what was signed before; keep it somewhere else") { key, name, to, kept }.Does(
            (parse, output, workspace, cancellation) => AuditKeys.Answer(async () =>
            {
                var file = AuditKeys.File(parse, key, workspace);
                var signed = await Sign(workspace, file, parse.GetValue(name), Kept(parse.GetValue(kept) ?? [], file), output, cancellation);
                if (parse.GetValue(to) is { } path) await File.WriteAllTextAsync(path, signed.Note, cancellation);
                if (output.IsJson) output.Json(new { signed.Size, checkpoint = signed.Note, verifier = signed.Verifier.ToString(), key = file.Path });
                else await Console.Out.WriteAsync(signed.Note);
                return Exit.Done;
            }));
    }

    /// <summary>Signs everything that is recorded, as a continuation of what was signed and of what was kept; tells of a new key.</summary>
    internal static async Task<SignedCheckpoint> Sign(
        Workspace workspace, KeyFile file, string? name, IReadOnlyList<Checkpoint> kept, Output output, CancellationToken cancellation)
    {
        await workspace.Settle(output, cancellation);
        var signed = await new SealedLog(workspace.Engine.Database).Checkpoint(file, name ?? $"dateline.invalid/{Guid.NewGuid():N}"[..25], kept, cancellation);
        if (signed.NewKey)
            output.Say($"A new signing key was made in {file.Path}; only you can read it. Give this verifier key to whoever shall check the log: {signed.Verifier}");
        return signed;
    }

    private static List<Checkpoint> Kept(string[] paths, KeyFile file) => paths.Length == 0 ? []
        : file.Verifier() is { } verifier ? [.. paths.Select(path => AuditKeys.Open(path, verifier))]
        : throw new Refused($"There is no key {file.Path}, so that no checkpoint is this log's. Put it back, or name where it is (--key, DATELINE_AUDIT_KEY).");
}
