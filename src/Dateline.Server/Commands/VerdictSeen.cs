using System.CommandLine;
using Dateline.Verdicts;

namespace Dateline.Server.Commands;

/// <summary><c>dateline verdict seen</c></summary>
internal static class VerdictSeen
{
    internal static Command Command()
    {
        var claim = new Argument<string>("claim") { Description = "The claim" };
        var verdict = new Argument<string>("verdict") { Description = "The verdict" };
        var document = new Argument<string>("document") { Description = "The document" };
        return new Command("seen", "Could this analyst have seen that document? Which was recorded first, and by how much") { claim, verdict, document }.Does(
            async (parse, output, workspace, cancellation) =>
            {
                var seen = await Foresight.Of(workspace.Newsroom, parse.GetValue(claim)!, parse.GetValue(verdict)!, parse.GetValue(document)!, cancellation);
                if (output.IsJson) output.Json(seen);
                else Show(seen, output);
                return Exit.Done;
            });
    }

    private static void Show(Foresight seen, Output output)
    {
        output.Line($"{seen.Proposed.By} proposed {seen.Verdict} {Output.Time(seen.Proposed.At)} at #{seen.Proposed.Position}.");
        if (seen.Approved is { } a) output.Line($"{a.By} approved it {Output.Time(a.At)} at #{a.Position}.");
        output.Table(
            ["revision", "published", "recorded", "position", "could be seen"],
            seen.Revisions.Select(r => new[]
            {
                $"{r.Revision}", Output.Time(r.PublishedAt), Output.Time(r.RecordedAt), $"#{r.Position}",
                r.CouldBeSeen ? $"yes, recorded {Span(r.Apart)} before" : $"no, recorded {Span(r.Apart)} after{(r.WasPublished ? ", though published by then" : "")}"
            }));
    }

    private static string Span(TimeSpan apart) => apart.TotalDays >= 2 ? $"{apart.TotalDays:0} days" : apart.TotalHours >= 2 ? $"{apart.TotalHours:0} hours"
        : apart.TotalMinutes >= 2 ? $"{apart.TotalMinutes:0} minutes" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{apart.TotalSeconds:0.0} seconds");
}
