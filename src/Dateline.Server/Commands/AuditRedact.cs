using System.CommandLine;
using Dateline.Documents;
using Dateline.Server.Api;
using Dateline.Server.Reading;

namespace Dateline.Server.Commands;

/// <summary><c>dateline audit redact propose|approve|decline</c></summary>
internal static class AuditRedact
{
    /// <summary>What is said once text has gone.</summary>
    internal const string Elsewhere =
        "Backups, other workspaces and exports made before still hold it. PostgreSQL overwrites what it deleted in time; "
        + "VACUUM FULL mt_events, originals, idempotency, desk_snapshots, redaction_words does it at once: the events, and the bytes as they arrived; as a superuser, "
        + "VACUUM FULL pg_statistic the samples of columns that views had.";

    /// <summary>What a redaction of a revision reaches of what people wrote.</summary>
    internal const string Reach =
        "It takes the revision's text and what was made of it; what people wrote about its own claims and story loses its names, its numbers of four digits or more and its telling words, "
        + "what they wrote elsewhere only quotes of six words or more: ";

    /// <summary>The sentence for whoever proposes it.</summary>
    internal const string Reached = Reach + "`dateline audit words` takes single words everywhere.";

    /// <summary>What a redaction of a revision leaves, and which command does not.</summary>
    internal const string Beside =
        "Other documents that hold the same words, the claims made of those, and the document's address stay as they are; of what people said about other matters only quotes of six words or more went. "
        + "Search for what must not stand anywhere, and remove it with `dateline audit words`. "
        + Said;

    /// <summary>What no redaction changes.</summary>
    internal const string Said = "What was said of redactions when they were proposed and approved is never changed: kinds and legal reasons stay as they were given.";

    internal static Command Command() => new("redact", "Removes a revision's text for a legal reason: one editor proposes it, a second approves it")
    {
        Propose(),
        Act("approve", "Removes the text with everything that quotes it; a tombstone stays, and the audit still verifies. " + Reached, (document, proposal, by, why) => new ApproveRedaction(document, proposal, by, why), Removed),
        Act("decline", "Turns the proposal down, or takes it back; nothing is removed", (document, proposal, by, why) => new DeclineRedaction(document, proposal, by, why), Declined)
    };

    private static Command Propose()
    {
        var document = new Argument<string>("document") { Description = "The document" };
        var revision = Shared.Number("--revision", "Whose text is removed, with everything that quotes it", 1);
        revision.Required = true;
        var kind = new Option<string>("--kind") { Description = "What kind of thing is removed, without saying it: \"a name\"", Required = true };
        var (by, because, expect) = (Shared.By(), new Option<string>("--because") { Description = "The legal reason, without the text itself", Required = true }, Shared.Expect());
        return new Command("propose", "Proposes to remove the text; nothing is removed before a second editor approves it") { document, revision, kind, because, by, expect }.Does(async (parse, output, workspace, cancellation) =>
        {
            var command = new ProposeRedaction(
                parse.GetValue(document)!, RedactionsApi.NewId(), parse.GetValue(revision)!.Value, parse.GetValue(kind)!, parse.GetValue(because)!, parse.GetValue(by)!);
            await RedactionReasons.Check(workspace.Newsroom, command, cancellation);
            var receipt = await Stale.Send(workspace.Newsroom, command, new(command.By, command.LegalReason, ExpectedVersion: parse.GetValue(expect)), cancellation);
            var proposal = receipt.Position is null ? await RedactionsApi.Earlier(workspace, command, cancellation) : command.Proposal;
            var what = $"{TextHygiene.Line(command.Kind)} in revision {command.Revision} of {command.Document}";
            if (output.IsJson) output.Json(new { document = command.Document, proposal, receipt.Position });
            else if (proposal is null) output.Line($"Nothing was recorded: {what} was redacted before. `dateline audit log --subject {command.Document}` shows by whom.");
            else
            {
                output.Say(Reached);
                output.Line($"{(receipt.Position is null ? "Nothing was recorded, it was proposed before: " : "")}{proposal}, {what}, waits for a second editor: "
                    + $"dateline audit redact approve {command.Document} {proposal} --because … --as …");
            }
            return Exit.Done;
        });
    }

    private static Command Act(
        string name, string description, Func<string, string, string, string, ICommand> make, Func<Receipt, string, string, Output, Workspace, CancellationToken, Task<string>> told)
    {
        var (document, proposal) = (new Argument<string>("document") { Description = "The document" }, new Argument<string>("proposal") { Description = "The proposal: `dateline document <document>` lists them" });
        var (by, because, expect) = (Shared.By(), Shared.Because(), Shared.Expect());
        return new Command(name, description) { document, proposal, because, by, expect }.Does(async (parse, output, workspace, cancellation) =>
        {
            var (id, which, why) = (parse.GetValue(document)!, parse.GetValue(proposal)!, parse.GetValue(because)!);
            var command = make(id, which, parse.GetValue(by)!, why);
            await RedactionReasons.Check(workspace.Newsroom, command, cancellation);
            var receipt = await Stale.Send(workspace.Newsroom, command, new(parse.GetValue(by)!, why, ExpectedVersion: parse.GetValue(expect)), cancellation);
            await workspace.Settle(output, cancellation);
            var line = await told(receipt, id, which, output, workspace, cancellation);
            if (output.IsJson) output.Json(new { document = id, proposal = which, receipt.Position });
            else output.Line(line);
            return Exit.Done;
        });
    }

    private static async Task<string> Removed(Receipt receipt, string document, string proposal, Output output, Workspace workspace, CancellationToken cancellation)
    {
        var page = (await DocumentPage.Of(workspace.Newsroom, document, null, cancellation))!;
        var revision = page.Redactions.Find(p => p.Id == proposal)!.Revision;
        if (!page.Revisions.First(r => r.Number == revision).IsRedacted)
            return $"The redaction is recorded, but the text of revision {revision} of {document} is still there. `dateline doctor` says what holds the follower redactions up.";
        if (receipt.Position is null) return $"Nothing was recorded: {proposal} was approved before, and the text is gone.";
        output.Say(Beside);
        output.Say(Elsewhere);
        return $"The text of revision {revision} of {document} was removed. The tombstone is at position {receipt.Position}.";
    }

    private static Task<string> Declined(Receipt receipt, string document, string proposal, Output output, Workspace workspace, CancellationToken cancellation) =>
        Task.FromResult(receipt.Position is null ? $"Nothing was recorded: {proposal} was turned down before." : $"{proposal} was turned down; nothing is removed.");
}
