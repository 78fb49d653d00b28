using System.CommandLine;
using Dateline.Replay;

namespace Dateline.Server.Commands;

/// <summary><c>dateline claim</c></summary>
internal static class Claim
{
    internal static Command Command()
    {
        var moment = new MomentOptions();
        var id = new Argument<string?>("id") { Description = "The claim's id", Arity = ArgumentArity.ZeroOrOne };
        var explain = new Option<bool>("--explain") { Description = "Show why each mention was filed here, and which other claims were considered" };
        var command = moment.On(new Command("claim", "One claim: who says it, who denies it, how it stands to others, and every act on its verdicts; or an editor's act on it") { id, explain });
        foreach (var act in ClaimActs.Commands()) command.Add(act);
        return command.Does(
            async (parse, output, workspace, cancellation) =>
            {
                var claim = parse.GetValue(id) ?? throw new UsageFault("Name a claim: `dateline claim <id>`. `dateline story <id>` lists a story's claims.");
                await workspace.Settle(output, cancellation);
                if (!await Show(workspace, claim, moment.Of(parse), parse.GetValue(explain), output, cancellation))
                    throw new Refused(moment.Of(parse).IsNow ? $"There is no claim {claim}. `dateline story <id>` lists a story's claims." : $"There was no claim {claim} then.");
                return Exit.Done;
            });
    }

    /// <summary>Shows a claim, now or at a moment; false when there is none.</summary>
    internal static async Task<bool> Show(Workspace workspace, string id, Moment moment, bool explain, Output output, CancellationToken cancellation)
    {
        var replayed = await Moments.Claim(workspace, id, moment, cancellation);
        var position = replayed?.Position ?? await workspace.Engine.Head(cancellation);
        var page = replayed is null
            ? await workspace.Board.Claim(id, Workspace.Now, cancellation)
            : Pages.Claim(replayed.Picture, id, replayed.Changes, replayed.Clock, replayed.At);
        if (page is null) return false;
        var considered = explain || output.IsJson ? await Why.Considered(workspace.Newsroom, page, position, cancellation) : null;
        var version = (await workspace.Newsroom.Load<Claims.Claim>(Ids.Claim(id), replayed is null ? null : position, cancellation)).Version;
        if (output.IsJson)
        {
            var claim = page.Claim;
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
                page.Timeline,
                considered,
                position,
                asOf = replayed?.At,
                moment.Clock
            });
            return true;
        }
        if (replayed is not null) Stories.Resolved(replayed.Resolved, output);
        Tables(page, version, output);
        if (explain) Why.Mentions(page, considered!, output);
        return true;
    }

    private static void Tables(ClaimPage page, long version, Output output)
    {
        var claim = page.Claim;
        output.Heading($"“{claim.Text}”  ({claim.Id}, version {version})");
        output.Line($"{claim.Mode}, {claim.Status} since {Output.Time(claim.Since)}: {claim.Reason} [{Output.Positions(claim.Because)}]");
        if (claim.Due is { } due) output.Line($"Due {due}.");
        if (page.MergedInto is { } into) output.Line($"It was merged into {into}: `dateline claim {into}`.");
        output.Heading("Mentions");
        output.Table(
            ["mention", "published", "document", "speaker", "via", "cue", "polarity", "certainty", "origin", "quote"],
            page.Mentions.Select(m => new[]
            {
                m.Id, Output.Time(m.PublishedAt), m.Document, m.Speaker ?? m.Source, string.Join(" ← ", m.Via), m.Cue, m.Polarity, m.Certainty, m.Origin,
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
            output.Line($"{Output.Standing(v.Standing ? "stands" : v.Superseded ? "superseded" : v.State, v.BasisChanged)}; rests on {string.Join(", ", v.Evidence.Select(e => $"{e.DocumentId} revision {e.Revision}{(e.MentionId is null ? "" : $" ({e.MentionId})")}"))}");
            output.Table(["at", "act", "who", "why", "position"], v.Acts.Select(a => new[] { Output.Time(a.At), a.Act, a.By, a.Reason, $"#{a.Position}" }));
        }
    }
}
