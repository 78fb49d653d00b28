using System.CommandLine;
using Dateline.Audit;
using Dateline.Postgres.Queries;

namespace Dateline.Server.Commands;

/// <summary><c>dateline audit log|checkpoint|prove|verify|export|redact|words</c></summary>
internal static class Audit
{
    private const int RowsOfATable = 1000;

    internal static Command Command() => new("audit", "The record of every act, and the proof that it was not edited")
    {
        Log(), AuditCheckpoint.Command(), AuditProve.Command(), AuditVerify.Command(), AuditExport.Command(), AuditRedact.Command(), AuditWords.Command()
    };

    private static Command Log()
    {
        var subject = new Option<string?>("--subject") { Description = "Only acts on this document, claim, story or source" };
        var actor = new Option<string?>("--actor") { Description = "Only acts of this person, bot or system" };
        var since = new Option<string?>("--since") { Description = "Only acts recorded at or after this moment" };
        var until = new Option<string?>("--until") { Description = "Only acts recorded before this moment, or by the end of this day" };
        var correlation = new Option<string?>("--correlation") { Description = "Only what came of one request, as the correlation of each act names it" };
        var kind = new Option<string?>("--kind") { Description = "Only acts of this kind, such as verdict_approved" };
        var most = Shared.Number("--most", $"At most so many, the latest (default: {RowsOfATable} for tables and --json, all for csv and jsonl)", 1);
        var before = Shared.Position("--before", "Only acts before this position, as an earlier answer named it", 1);
        var format = new Option<string>("--format") { Description = "table, csv (safe to open in a spreadsheet) or jsonl (one JSON object a line)", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "csv", "jsonl");
        return new Command("log", "Who did what, before and after, why and when") { subject, actor, since, until, kind, correlation, before, most, format }.Does(async (parse, output, workspace, cancellation) =>
        {
            if (parse.GetValue(kind) is { } name && EventTypes.TypeOf(name) is null)
                throw new UsageFault($"--kind: there is no \"{name}\". The kinds are {string.Join(", ", EventTypes.All.Select(e => e.Name))}.");
            var to = parse.GetValue(format);
            var filter = new AuditFilter(
                parse.GetValue(subject), parse.GetValue(actor), parse.Beginning(since), parse.GetValue(most) ?? (to == "table" ? RowsOfATable : int.MaxValue), parse.GetValue(kind),
                parse.GetValue(before) - 1, Moments.End(parse.GetValue(until), "--until"), parse.GetValue(correlation));
            await workspace.Settle(output, cancellation);
            var seen = new Seen();
            var entries = seen.Of(workspace.Audit.Read(filter, cancellation));
            await (to switch
            {
                "csv" => Csv(entries),
                "jsonl" => Lines(entries, output),
                _ => Show(entries, output, cancellation)
            });
            if (filter.Most != int.MaxValue && seen.First is { } first && await workspace.Audit.Read(filter with { Through = first - 1, Most = 1 }, cancellation).AnyAsync(cancellation))
                output.Say($"There are earlier ones than these {seen.Count}: --before {first} shows what came before, --most shows more, --format csv or jsonl gives all.");
            return Exit.Done;
        });
    }

    /// <summary>Counts entries as they pass.</summary>
    private sealed class Seen
    {
        internal int Count { get; private set; }

        internal long? First { get; private set; }

        internal async IAsyncEnumerable<AuditEntry> Of(IAsyncEnumerable<AuditEntry> entries)
        {
            await foreach (var e in entries)
            {
                First ??= e.Position;
                Count++;
                yield return e;
            }
        }
    }

    private static async Task Csv(IAsyncEnumerable<AuditEntry> entries)
    {
        await Console.Out.WriteAsync(CsvLine.Of("position", "at", "who", "what", "subject", "version", "before", "after", "why", "correlation", "causation"));
        await foreach (var e in entries)
            await Console.Out.WriteAsync(CsvLine.Of(
                $"{e.Position}", e.At.UtcDateTime.ToString("O", null), e.Who, e.What, e.Subject, $"{e.Version}", e.Before, e.After, e.Why, e.Correlation, e.Causation));
    }

    private static async Task Lines(IAsyncEnumerable<AuditEntry> entries, Output output)
    {
        await foreach (var e in entries) output.Json(e);
    }

    private static async Task Show(IAsyncEnumerable<AuditEntry> entries, Output output, CancellationToken cancellation)
    {
        var all = new List<AuditEntry>();
        await foreach (var e in entries.WithCancellation(cancellation)) all.Add(e);
        if (output.IsJson) output.Json(all);
        else
            output.Table(
                ["position", "at", "who", "what", "subject", "before", "after", "why"],
                all.Select(e => new[] { $"#{e.Position}", Output.Time(e.At), e.Who, e.What, e.Subject, e.Before, e.After, e.Why }));
    }
}
