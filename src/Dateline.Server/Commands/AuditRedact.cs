using System.CommandLine;
using Dateline.Documents;
using Dateline.Server.Reading;

namespace Dateline.Server.Commands;

/// <summary><c>dateline audit redact</c></summary>
internal static class AuditRedact
{
    internal static Command Command()
    {
        var document = new Argument<string>("document") { Description = "The document" };
        var revision = Shared.Number("--revision", "Whose text is removed, with everything that quotes it", 1);
        revision.Required = true;
        var kind = new Option<string>("--kind") { Description = "What kind of thing is removed, without saying it: \"a name\"", Required = true };
        var seconded = Shared.Person(new Option<string>("--seconded-by") { Description = "The second editor", Required = true });
        var (by, because, expect) = (Shared.By(), new Option<string>("--because") { Description = "The legal reason, without the text itself", Required = true }, Shared.Expect());
        return new Command("redact", "Removes a revision's text for a legal reason; a tombstone stays, and the audit still verifies") { document, revision, kind, because, by, seconded, expect }
            .Does(async (parse, output, workspace, cancellation) =>
            {
                var command = new RedactDocument(
                    parse.GetValue(document)!, parse.GetValue(revision)!.Value, parse.GetValue(kind)!, parse.GetValue(because)!, parse.GetValue(by)!, parse.GetValue(seconded)!);
                var receipt = await workspace.Newsroom.Send(command, new(command.By, command.LegalReason, ExpectedVersion: parse.GetValue(expect)), cancellation);
                await workspace.Settle(output, cancellation);
                if (receipt.Position is not null)
                    output.Say("Backups, other workspaces and exports made before still hold the text. PostgreSQL overwrites what it deleted in time; VACUUM FULL on mt_events does it at once.");
                if (output.IsJson) output.Json(new { document = command.Document, revision = command.Revision, receipt.Position });
                else if (receipt.Position is null)
                    output.Line($"Nothing was recorded: {TextHygiene.Line(command.Kind)} in revision {command.Revision} of {command.Document} was redacted before. `dateline audit log --subject {command.Document}` shows by whom.");
                else output.Line($"The text of revision {command.Revision} of {command.Document} was removed. The tombstone is at position {receipt.Position}.");
                return Exit.Done;
            });
    }
}
