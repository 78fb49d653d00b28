using System.CommandLine;
using System.Security.Cryptography;
using Dateline.Postgres.Redaction;
using Dateline.Redactions;

namespace Dateline.Server.Commands;

/// <summary><c>dateline audit words propose|list|approve|decline</c></summary>
internal static class AuditWords
{
    private const int LongestInput = 1 << 20;

    internal static Command Command() => new("words", "Removes a name or other words wherever they stand, for a legal reason: one editor proposes it, a second approves it")
    {
        Propose(), List(),
        Act("approve", "Removes the words from events, views, history, search and kept bytes; a tombstone stays, and the audit still verifies", (id, by, _) => new ApproveWordsRedaction(id, by), Removed),
        Act("decline", "Turns the proposal down, or takes it back; nothing is removed", (id, by, why) => new RejectWordsRedaction(id, by, why), Dropped)
    };

    /// <summary>The id of a new redaction.</summary>
    internal static string NewId() => $"r-{RandomNumberGenerator.GetHexString(12, true)}";

    /// <summary>Keeps the words beside the log and proposes their redaction.</summary>
    internal static async Task<Receipt> Propose(
        Workspace workspace, INewsroom newsroom, IReadOnlyList<string> words, ProposeWordsRedaction command, Act act, CancellationToken cancellation)
    {
        var kept = new RedactionWords(workspace.Engine.Database);
        await kept.Keep(command.Redaction, words, [command.Kind, command.LegalReason], cancellation);
        try
        {
            return await newsroom.Send(command, act, cancellation);
        }
        catch (Refused)
        {
            await kept.Drop(command.Redaction, CancellationToken.None);
            throw;
        }
    }

    /// <summary>A reason that is given while words wait does not hold them.</summary>
    /// <exception cref="Refused">It does.</exception>
    internal static async Task Without(Workspace workspace, string redaction, string why, CancellationToken cancellation)
    {
        var waiting = (await new RedactionWords(workspace.Engine.Database).Waiting(cancellation)).FirstOrDefault(w => w.Id == redaction);
        if (waiting is not null && new Wordings([.. waiting.Words]).In(why).Count > 0) throw new Refused("The reason holds the words that are to be removed. Say it without them: it stays in the log.");
    }

    private static Command Propose()
    {
        var file = new Argument<string>("file") { Description = "A file with the words, one wording on each line, or - for standard input: not an argument, as shells keep those" };
        var kind = new Option<string>("--kind") { Description = "What kind of thing is removed, without saying it: \"a name\"", Required = true };
        var (by, because) = (Shared.By(), new Option<string>("--because") { Description = "The legal reason, without the words themselves", Required = true });
        return new Command("propose", "Proposes to remove words; nothing is removed before a second editor approves it") { file, kind, because, by }.Does(async (parse, output, workspace, cancellation) =>
        {
            var words = await Words(parse.GetValue(file)!, cancellation);
            var command = new ProposeWordsRedaction(NewId(), parse.GetValue(kind)!, parse.GetValue(because)!, parse.GetValue(by)!);
            await Propose(workspace, workspace.Newsroom, words, command, new(command.By, command.LegalReason), cancellation);
            if (output.IsJson) output.Json(new { redaction = command.Redaction });
            else output.Line($"{command.Redaction} waits for a second editor: dateline audit words approve {command.Redaction} --because … --as …");
            return Exit.Done;
        });
    }

    private static Command List() => new Command("list", "The redactions that wait for a second editor, with their words").Does(async (_, output, workspace, cancellation) =>
    {
        var waiting = await new RedactionWords(workspace.Engine.Database).Waiting(cancellation);
        if (output.IsJson) output.Json(waiting);
        else if (waiting.Count == 0) output.Line("No redaction waits.");
        else output.Table(["id", "proposed", "by", "what", "legal reason", "words"], waiting.Select(w => new[] { w.Id, Output.Time(w.At), w.By, w.Kind, w.LegalReason, string.Join(" | ", w.Words) }));
        return Exit.Done;
    });

    private static Command Act(
        string name, string description, Func<string, string, string, ICommand> make, Func<Receipt, string, Output, Workspace, CancellationToken, Task<string>> told)
    {
        var (id, by, because) = (Shared.Id("redaction"), Shared.By(), Shared.Because());
        return new Command(name, description) { id, because, by }.Does(async (parse, output, workspace, cancellation) =>
        {
            var (redaction, why) = (parse.GetValue(id)!, parse.GetValue(because)!);
            await Without(workspace, redaction, why, cancellation);
            var receipt = await Stale.Send(workspace.Newsroom, make(redaction, parse.GetValue(by)!, why), new(parse.GetValue(by)!, why), cancellation);
            var line = await told(receipt, redaction, output, workspace, cancellation);
            if (output.IsJson) output.Json(new { redaction, receipt.Position });
            else output.Line(line);
            return Exit.Done;
        });
    }

    private static async Task<string> Removed(Receipt receipt, string redaction, Output output, Workspace workspace, CancellationToken cancellation)
    {
        await workspace.Settle(output, cancellation);
        if (await new RedactionWords(workspace.Engine.Database).Keeps(redaction, cancellation))
            return "The redaction is recorded, but the words are not removed yet. `dateline doctor` says what holds the follower redactions up.";
        if (receipt.Position is null) return $"Nothing was recorded: {redaction} was approved before, and the words are gone.";
        output.Say(AuditRedact.Said);
        output.Say(AuditRedact.Elsewhere);
        return $"The words were removed. The tombstone is at position {receipt.Position}; `dateline audit verify` lists the events.";
    }

    private static async Task<string> Dropped(Receipt receipt, string redaction, Output output, Workspace workspace, CancellationToken cancellation)
    {
        await workspace.Settle(output, cancellation);
        return receipt.Position is null ? $"Nothing was recorded: {redaction} was turned down before." : $"{redaction} was turned down; its words are forgotten.";
    }

    private static async Task<string[]> Words(string file, CancellationToken cancellation)
    {
        if (file != "-" && !File.Exists(file)) throw new UsageFault($"There is no file {file}. Write the words to one, one wording on each line, or name - and write them to standard input.");
        await using var input = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
        using var reader = new StreamReader(input, System.Text.Encoding.UTF8);
        var text = new char[LongestInput + 1];
        var length = await reader.ReadBlockAsync(text, cancellation);
        if (length > LongestInput) throw new UsageFault("The words are too many.");
        return [.. new string(text, 0, length).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
    }
}
