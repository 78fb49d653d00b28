using System.CommandLine;
using Dateline.Documents;
using Dateline.Extraction;

namespace Dateline.Server.Commands;

/// <summary><c>dateline document</c></summary>
internal static class Document
{
    internal static Command Command()
    {
        var (id, moment) = (Shared.Id("document"), new MomentOptions());
        var explain = new Option<bool>("--explain") { Description = "Show the latest text with its spans marked, and why it is filed as it is" };
        return moment.On(new Command("document", "One document: its revisions and the mentions in them") { id, explain }).Does(async (parse, output, workspace, cancellation) =>
        {
            await workspace.Settle(output, cancellation);
            var (page, _, then) = await Moments.Document(workspace, parse.GetValue(id)!, moment.Of(parse), cancellation);
            if (page is null) throw new Refused($"There is no document {parse.GetValue(id)}{(then is null ? "" : " then")}. `dateline story <id>` lists a story's documents.");
            if (output.IsJson) output.Json(page);
            else
            {
                Show(page, output);
                if (parse.GetValue(explain)) Explained(page, output);
                if (then is not null) Stories.Resolved(then, output);
            }
            return Exit.Done;
        });
    }

    private static void Show(DocumentPage page, Output output)
    {
        output.Heading($"{page.Revisions[^1].Title}  ({page.Id})");
        output.Line($"{page.SourceName}{(page.Url is null ? "" : $", {page.Url}")}{(page.Story is null ? "" : $", in {page.Story}")}");
        if (page.Withdrawn is { } w) output.Line($"{Words.Of(w.Act)}, revisions to {w.Through}: {w.Reason}");
        foreach (var p in page.Redactions)
            output.Line($"Redaction {p.Id}, {p.Kind} in revision {p.Revision}: proposed by {p.ProposedBy} ({p.LegalReason}){(p.DecidedBy is { } by ? $", {Words.Of(p.Fate)} by {by}" : "; it waits for a second editor")}");
        foreach (var c in page.CitedBy)
            output.Line($"The verdict {c.Rating} on {c.ClaimId} rests on it ({c.VerdictId} by {c.ProposedBy}, {Output.Standing(c.Standing ? "stands" : c.State, c.BasisChanged)}){(c.Cause is null ? "" : $": {c.Cause}")}");
        foreach (var r in page.Revisions)
        {
            output.Heading($"Revision {r.Number}, published {Published(r)}, recorded {Output.Time(r.RecordedAt)} at #{r.Position}");
            output.Line($"{r.Text.Length} characters, read as {r.Format}, original {r.OriginalSha256[..12]}…{(r.Failure is null ? "" : $"; {r.Failure}")}");
            foreach (var reading in r.Readings)
                output.Line($"{reading.Extractor}: {reading.Failure ?? $"{reading.Mentions.Count} mentions{(reading.LeftOut > 0 ? $", {reading.LeftOut} of less worth left out" : "")}"}{(reading.Extractor == r.Extractor ? "" : ", not filed")}, #{reading.Position}");
            if (r.Mentions.Count > 0)
                output.Table(
                    ["claim", "speaker", "via", "cue", "polarity", "mode", "certainty", "worth", "quote"],
                    r.Mentions.Select(m => new[]
                    {
                        r.ClaimOfMention.GetValueOrDefault(m.Id), m.SpeakerName ?? m.Speaker?.Text, string.Join(" ← ", m.Via.Select(v => v.Text)), m.Cue?.Text,
                        Words.Of(m.Polarity), Words.Of(m.Mode), Words.Of(m.Certainty), $"{m.Worth}", m.Quote
                    }));
        }
    }

    private static string Published(RevisionPage r) => r.Dating switch
    {
        null => Output.Time(r.PublishedAt),
        Dating.Day => $"{r.PublishedAt.UtcDateTime:yyyy-MM-dd} (the day alone is stated; counted from {Output.Time(r.PublishedAt)})",
        Dating.NoZone => $"{Output.Time(r.PublishedAt)} (stated without a zone; taken as UTC)",
        _ => $"{Output.Time(r.PublishedAt)} (not stated; when it came in)"
    };

    private static void Explained(DocumentPage page, Output output)
    {
        var r = page.Revisions[^1];
        var input = new ExtractionInput(page.Id, r.Number, r.Title, r.Text, page.Language, r.PublishedAt, page.SourceName);
        // The parts of a text are not recorded; they follow from it.
        Explain.Write(output, input, new(r.Mentions, r.Failure, Extractor.Extract(input).Parts));
        if (r.Near.Count > 0) output.Line($"Near when it was filed: {Why.Near(r.Near)}.");
        foreach (var (mention, others) in r.Considered) output.Line($"{mention} is in {r.ClaimOfMention.GetValueOrDefault(mention)}; considered: {Why.Others(others)}");
    }
}
