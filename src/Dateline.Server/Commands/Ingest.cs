using System.CommandLine;
using Dateline.Server.Ingestion;
using Dateline.Server.Reading;
using Spectre.Console;

namespace Dateline.Server.Commands;

/// <summary><c>dateline ingest</c></summary>
internal static class Ingest
{
    internal static Command Command()
    {
        var paths = new Argument<string[]>("paths") { Description = "Files, folders, or - for standard input", Arity = ArgumentArity.OneOrMore };
        var source = new Option<string?>("--source") { Description = "Who published documents that do not say so themselves" };
        var by = new Option<string?>("--as") { Description = "Who ingests (default: the system's user)" };
        var noWait = new Option<bool>("--no-wait") { Description = "Do not wait until the documents are filed" };
        var largest = new Option<int>("--max-text") { Description = "Longest text of a document, in bytes of UTF-8", DefaultValueFactory = _ => new ReadingLimits().MaxTextBytes };
        return new Command("ingest", "Reads documents: text, Markdown, HTML, RSS, Atom, ninjs, JSON Lines") { paths, source, by, noWait, largest }.Does(
            async (parse, output, workspace, cancellation) =>
            {
                var limits = new ReadingLimits { DefaultSource = parse.GetValue(source) ?? "unknown", MaxTextBytes = Math.Max(1, parse.GetValue(largest)) };
                var act = new Act(parse.GetValue(by) ?? Environment.UserName);
                var tally = await Run(parse.GetValue(paths)!, limits, act, output, workspace, !parse.GetValue(noWait), cancellation);
                return tally.Refused > 0 ? Exit.Refused : Exit.Done;
            });
    }

    /// <summary>Ingests paths and prints a line a document.</summary>
    internal static async Task<Tally> Run(
        string[] paths, ReadingLimits limits, Act act, Output output, Workspace workspace, bool wait, CancellationToken cancellation)
    {
        var tally = new Tally();
        workspace.Engine.Start();
        await Progress(async report =>
        {
            await foreach (var line in new Ingester(workspace.Newsroom, act, () => Workspace.Now).Ingest(new DocumentReader(limits).Read(paths, Console.OpenStandardInput(), cancellation), cancellation))
            {
                tally.Count(line);
                if (output.IsJson) output.Json(line);
                else if (line.Outcome == "refused") output.Line($"refused    {line.Path}: {line.Reason}");
                else output.Line($"{line.Outcome,-10} {line.Document}  {line.Path}");
                report(tally.Total, "documents");
            }
            if (wait)
            {
                report(tally.Total, "documents, filing");
                await workspace.Settle(output, cancellation);
            }
        });
        if (!output.IsJson) output.Line($"{tally.Total} documents: {tally}.");
        return tally;
    }

    /// <summary>Shows progress on a terminal; says nothing elsewhere.</summary>
    private static async Task Progress(Func<Action<int, string>, Task> work)
    {
        if (Console.IsErrorRedirected || Console.IsOutputRedirected)
        {
            await work(static (_, _) => { });
            return;
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress().AutoClear(true).Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn()).StartAsync(async context =>
        {
            var task = context.AddTask("documents").IsIndeterminate();
            await work((count, what) => task.Description = $"{count} {what}");
        });
    }

    /// <summary>How many documents came to what.</summary>
    internal sealed class Tally
    {
        private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

        internal int Total => counts.Values.Sum();

        internal int Refused => counts.GetValueOrDefault("refused");

        internal void Count(IngestLine line) => counts[line.Outcome] = counts.GetValueOrDefault(line.Outcome) + 1;

        public override string ToString() => counts.Count == 0 ? "nothing to read" : string.Join(", ", counts.Select(c => $"{c.Value} {c.Key}"));
    }
}
