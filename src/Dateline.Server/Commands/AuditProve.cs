using System.CommandLine;
using System.Text;
using Dateline.Postgres.Seal;

namespace Dateline.Server.Commands;

/// <summary><c>dateline audit prove</c></summary>
internal static class AuditProve
{
    internal static Command Command()
    {
        var position = new Argument<long>("position") { Description = "The event's position in the log" };
        var (key, verifier) = (AuditKeys.Key(), AuditKeys.Verifier());
        var checkpoint = new Option<string?>("--checkpoint") { Description = "The signed checkpoint to prove it under (default: the last one that was signed)" };
        return new Command("prove", "Prints a proof that an event is in the signed log, which anybody can check: audit verify --proof") { position, key, verifier, checkpoint }.Does(
            (parse, _, workspace, cancellation) => AuditKeys.Answer(async () =>
            {
                var file = AuditKeys.File(parse, key, workspace);
                var trusted = AuditKeys.Given(parse, verifier) ?? file.Verifier() ?? throw new Refused("There is no verifier key. Sign first: dateline audit checkpoint; or name one with --verifier.");
                var note = parse.GetValue(checkpoint) is { } path ? Encoding.UTF8.GetBytes(AuditKeys.Text(path))
                    : file.LastCheckpoint() ?? throw new Refused("Nothing was signed yet. Sign first: dateline audit checkpoint.");
                await Console.Out.WriteAsync(await new SealedLog(workspace.Engine.Database).Prove(parse.GetValue(position), note, trusted, cancellation));
                return Exit.Done;
            }));
    }
}
