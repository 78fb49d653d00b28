using System.CommandLine;
using Dateline.Replay;

namespace Dateline.Server.Commands;

/// <summary><c>dateline claim</c></summary>
internal static class Claim
{
    internal static Command Command()
    {
        var (id, asOf, clock) = (Shared.Id("claim"), Shared.AsOf(), Shared.Clock());
        return new Command("claim", "One claim: who says it, who denies it, how it stands to others, and every act on its verdicts") { id, asOf, clock }.Does(
            async (parse, output, workspace, cancellation) =>
            {
                var claim = parse.GetValue(id)!;
                await workspace.Settle(output, cancellation);
                var page = await Page(workspace, claim, parse.Moment(asOf), parse.Clock(clock), output, cancellation)
                    ?? throw new Refused(parse.GetValue(asOf) is null ? $"There is no claim {claim}. `dateline story <id>` lists a story's claims." : $"There was no claim {claim} then.");
                var version = (await workspace.Newsroom.Load<Claims.Claim>(Ids.Claim(claim), null, cancellation)).Version;
                Show(page, version, output);
                return Exit.Done;
            });
    }

    internal static async Task<ClaimPage?> Page(
        Workspace workspace, string claim, DateTimeOffset? at, Clock clock, Output output, CancellationToken cancellation)
    {
        if (at is null && clock == Clock.Recorded) return await workspace.Board.Claim(claim, Workspace.Now, cancellation);
        var replayed = await Replayer.At(workspace.Newsroom, at ?? Workspace.Now, clock, null, cancellation);
        Stories.Resolved(replayed, output);
        return Pages.Claim(replayed.Picture, claim, replayed.Changes, clock, replayed.At);
    }

    internal static void Show(ClaimPage page, long version, Output output)
    {
        var claim = page.Claim;
        if (output.IsJson)
        {
            output.Json(new
            {
                claim.Id,
                version,
                claim.Text,
                claim.Mode,
                claim.Status,
                claim.Since,
                claim.Reason,
                claim.Because,
                claim.Origins,
                claim.Due,
                claim.BasisChanged,
                page.MergedInto,
                page.Stories,
                page.Mentions,
                page.Relations,
                page.Verdicts,
                page.Timeline
            });
            return;
        }
        output.Heading($"“{claim.Text}”  ({claim.Id}, version {version})");
        output.Line($"{claim.Mode}, {claim.Status} since {Output.Time(claim.Since)}: {claim.Reason} [{Output.Positions(claim.Because)}]");
        if (claim.Due is { } due) output.Line($"Due {due}.");
        output.Heading("Mentions");
        output.Table(
            ["published", "document", "speaker", "via", "cue", "polarity", "certainty", "origin", "quote"],
            page.Mentions.Select(m => new[]
            {
                Output.Time(m.PublishedAt), m.Document, m.Speaker ?? m.Source, string.Join(" ← ", m.Via), m.Cue, m.Polarity, m.Certainty, m.Origin,
                m.Retracted is null ? m.Quote : $"{m.Quote} (retracted: {m.Retracted})"
            }));
        if (page.Relations.Count > 0)
        {
            output.Heading("Relations");
            output.Table(["relation", "claim", "because"], page.Relations.Select(r => new[] { r.Incoming ? $"is what … {r.Relation}" : r.Relation, r.Claim, r.Because }));
        }
        Verdicts(page, output);
        Story.Timeline(page.Timeline, output);
    }

    /// <summary>The claim's verdicts as a readable record.</summary>
    internal static void Verdicts(ClaimPage page, Output output)
    {
        foreach (var v in page.Verdicts)
        {
            output.Heading($"Verdict {v.Id}: {v.Rating}, {v.Confidence} confidence{(v.Likelihood is null ? "" : $", {v.Likelihood}")}");
            output.Line($"{(v.Standing ? "stands" : v.Superseded ? "superseded" : v.State)}{(v.BasisChanged ? ", basis changed" : "")}; rests on {string.Join(", ", v.Evidence.Select(e => $"{e.DocumentId} revision {e.Revision}"))}");
            output.Table(["at", "act", "who", "why", "position"], v.Acts.Select(a => new[] { Output.Time(a.At), a.Act, a.By, a.Reason, $"#{a.Position}" }));
        }
    }
}
