using System.CommandLine;
using Seals = Dateline.Postgres.Seal;

namespace Dateline.Server.Commands;

/// <summary><c>dateline audit export</c></summary>
internal static class AuditExport
{
    internal static Command Command()
    {
        var folder = new Argument<string>("folder") { Description = "A new or empty folder" };
        var key = AuditKeys.Key();
        return new Command("export", "Signs the log and writes its events, tiles and checkpoint into a folder that verifies without the database") { folder, key }.Does(
            (parse, output, workspace, cancellation) => AuditKeys.Answer(async () =>
            {
                var to = Path.GetFullPath(parse.GetValue(folder)!);
                var signed = await AuditCheckpoint.Sign(workspace, AuditKeys.File(parse, key, workspace), null, [], output, cancellation);
                await Seals.AuditExport.Write(workspace.Engine.Database, signed, to, cancellation);
                if (output.IsJson) output.Json(new { folder = to, events = signed.Size, verifier = signed.Verifier.ToString() });
                else output.Line($"{signed.Size} events were exported to {to}. Check them anywhere: dateline audit verify --export {to}");
                return Exit.Done;
            }));
    }
}
