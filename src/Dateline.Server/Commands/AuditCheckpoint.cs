using System.CommandLine;
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
        return new Command("checkpoint", "Signs what is recorded so far, as a continuation of what was signed before; keep it somewhere else") { key, name, to }.Does(
            (parse, output, workspace, cancellation) => AuditKeys.Answer(async () =>
            {
                var file = AuditKeys.File(parse, key, workspace);
                var signed = await Sign(workspace, file, parse.GetValue(name), output, cancellation);
                if (parse.GetValue(to) is { } path) await File.WriteAllTextAsync(path, signed.Note, cancellation);
                if (output.IsJson) output.Json(new { signed.Size, checkpoint = signed.Note, verifier = signed.Verifier.ToString(), key = file.Path });
                else await Console.Out.WriteAsync(signed.Note);
                return Exit.Done;
            }));
    }

    /// <summary>Signs everything that is recorded; tells of a new key.</summary>
    internal static async Task<SignedCheckpoint> Sign(Workspace workspace, KeyFile file, string? name, Output output, CancellationToken cancellation)
    {
        await workspace.Settle(output, cancellation);
        var signed = await new SealedLog(workspace.Engine.Database).Checkpoint(file, name ?? $"dateline.invalid/{Guid.NewGuid():N}"[..25], cancellation);
        if (signed.NewKey)
            output.Say($"A new signing key was made in {file.Path}; only you can read it. Give this verifier key to whoever shall check the log: {signed.Verifier}");
        return signed;
    }
}
