using System.CommandLine;
using Dateline.Documents;
using Dateline.Postgres.Cluster;
using Dateline.Server.Ingestion;
using Dateline.Server.Reading;

namespace Dateline.Server.Commands;

/// <summary><c>dateline ingest</c></summary>
internal static class Ingest
{
    internal static Command Command()
    {
        var paths = new Argument<string[]>("paths") { Description = "Files, folders, or - for standard input", Arity = ArgumentArity.OneOrMore };
        var source = new Option<string?>("--source") { Description = "Who published documents that do not say so themselves" };
        var by = Shared.ByOrNull("Who ingests (default: the system's user)");
        var noWait = new Option<bool>("--no-wait") { Description = "Do not wait until the documents are filed" };
        var largest = Shared.Number("--max-text", "Longest text of a document, in bytes of UTF-8", 1, int.MaxValue, new ReadingLimits().MaxTextBytes);
        var patience = Shared.Number("--patience", "How many seconds to wait for a database that has gone away", 0, 86_400, 30);
        var inFlight = Shared.Number(
            "--in-flight", "How many documents to send at once; more than one is quicker over a slow network, but their order and so their filing may vary", 1, 1000, 1);
        return new Command("ingest", "Reads documents: text, Markdown, HTML, RSS, Atom, ninjs, JSON Lines") { paths, source, by, noWait, largest, patience, inFlight }.Does(
            async (parse, output, workspace, cancellation) =>
            {
                var limits = new ReadingLimits
                {
                    DefaultSource = parse.GetValue(source) ?? new ReadingLimits().DefaultSource,
                    MaxTextBytes = parse.GetValue(largest)
                };
                var ingester = new Ingester(workspace.Newsroom, new(parse.GetValue(by) ?? Environment.UserName), () => Workspace.Now)
                {
                    Explain = e => workspace.Explained(e) is ClusterFault own ? own.Message : null,
                    MostInFlight = parse.GetValue(inFlight),
                    Patience = TimeSpan.FromSeconds(parse.GetValue(patience))
                };
                var tally = await Run(parse.GetValue(paths)!, limits, ingester, output, workspace, !parse.GetValue(noWait), cancellation);
                return tally.Refused > 0 ? Exit.Refused : Exit.Done;
            });
    }

    /// <summary>Ingests paths and prints a line a document.</summary>
    /// <exception cref="DatabaseGone">The database went away and did not come back; what was acknowledged was printed.</exception>
    internal static async Task<Tally> Run(
        string[] paths, ReadingLimits limits, Ingester ingester, Output output, Workspace workspace, bool wait, CancellationToken cancellation)
    {
        var tally = new Tally();
        workspace.Engine.Start();
        await output.Progress(async report =>
        {
            await using var input = Console.OpenStandardInput();
            await foreach (var line in ingester.Ingest(new DocumentReader(limits).Read(paths, input, cancellation), cancellation))
            {
                tally.Count(line);
                if (output.IsJson) output.Json(line);
                else if (line.Outcome == "refused") output.Line($"refused    {TextHygiene.Line(line.Path, 4000)}: {TextHygiene.Line(line.Reason!, 4000)}");
                else output.Line($"{line.Outcome,-10} {line.Document}  {TextHygiene.Line(line.Path, 4000)}{(line.Dating == Dating.Arrival ? "  (no date)" : "")}");
                report($"{tally.Total} documents", null);
            }
            if (ingester.Gone is { } why) throw new DatabaseGone($"{why} {tally.Acknowledged} "
                + "Repeat the command once the database is back: what is recorded stays as it is.");
            if (wait) await Settle(tally, output, workspace, cancellation);
        });
        if (!output.IsJson) output.Line($"{tally.Total} documents: {tally}.");
        if (tally.Undated > 0)
            output.Say($"{tally.Undated} without a date: counted as published when they came in. Once they state one (published: 2026-02-28T18:00:00Z, or the day alone), ingest them again.");
        return tally;
    }

    private static async Task Settle(Tally tally, Output output, Workspace workspace, CancellationToken cancellation)
    {
        try
        {
            await workspace.Settle(output, cancellation);
        }
        catch (Exception e) when (Workspace.DatabaseAway(e))
        {
            throw new DatabaseGone($"{Cli.Message(workspace.Explained(e))} {tally.Acknowledged} What is not yet filed and shown is so once the database is back.");
        }
    }

    /// <summary>How many documents came to what.</summary>
    internal sealed class Tally
    {
        private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

        internal int Total => counts.Values.Sum();

        /// <summary>How many were recorded that do not say when they were published.</summary>
        internal int Undated { get; private set; }

        internal int Refused => counts.GetValueOrDefault("refused");

        internal void Count(IngestLine line)
        {
            counts[line.Outcome] = counts.GetValueOrDefault(line.Outcome) + 1;
            if (line.Dating == Dating.Arrival) Undated++;
        }

        /// <summary>How many documents are safe, in a sentence.</summary>
        internal string Acknowledged
        {
            get
            {
                var safe = counts.Where(c => c.Key != "refused").Select(c => $"{c.Value} {c.Key}").ToList();
                return $"Of {Total} documents, {Total - Refused} were acknowledged{(safe.Count == 0 ? "" : $" ({string.Join(", ", safe)})")} and stay recorded; {Refused} were not.";
            }
        }

        public override string ToString() => counts.Count == 0 ? "nothing to read" : string.Join(", ", counts.Select(c => $"{c.Value} {c.Key}"));
    }
}
