using System.CommandLine;
using Dateline.Replay;

namespace Dateline.Server.Commands;

/// <summary><c>dateline story</c></summary>
internal static class Story
{
    internal static Command Command()
    {
        var moment = new MomentOptions();
        var explain = new Option<bool>("--explain") { Description = "Show why each document is in it, and which others were near" };
        var id = new Argument<string?>("id") { Description = "The story's id", Arity = ArgumentArity.ZeroOrOne };
        var command = moment.On(new Command("story", "One story: its timeline with every because, its documents and its claims; or an editor's act on it") { id, explain });
        foreach (var act in StoryActs.Commands()) command.Add(act);
        return command.Does(async (parse, output, workspace, cancellation) =>
        {
            var story = parse.GetValue(id) ?? throw new UsageFault("Name a story: `dateline story <id>`. `dateline stories` lists them.");
            await workspace.Settle(output, cancellation);
            if (!await Show(workspace, story, moment.Of(parse), output, cancellation, parse.GetValue(explain)))
                throw new Refused(moment.Of(parse).IsNow ? $"There is no story {story}. `dateline stories` lists them." : $"There was no story {story} then.");
            return Exit.Done;
        });
    }

    /// <summary>Shows a story, now or at a moment; false when there is none.</summary>
    internal static async Task<bool> Show(Workspace workspace, string id, Moment moment, Output output, CancellationToken cancellation, bool explain = false)
    {
        var replayed = await Moments.Story(workspace, id, moment, cancellation);
        var position = replayed?.Position ?? await workspace.Engine.Head(cancellation);
        var page = replayed is null
            ? await workspace.Board.Story(id, Workspace.Now, cancellation)
            : Pages.Story(replayed.Picture, id, replayed.Changes, replayed.Clock, replayed.At);
        if (page is null) return false;
        var (state, version) = await workspace.Newsroom.Load<Dateline.Stories.Story>(Ids.Story(id), replayed is null ? null : position, cancellation);
        if (output.IsJson)
        {
            var story = page.Story;
            output.Json(new
            {
                story.Id,
                version,
                story.Title,
                story.Status,
                story.Since,
                story.Reason,
                story.Because,
                story.Origins,
                story.LastActivity,
                page.Timeline,
                page.Documents,
                page.Claims,
                suggestions = state?.Suggestions ?? [],
                position,
                asOf = replayed?.At,
                moment.Clock
            });
            return true;
        }
        if (replayed is not null) Stories.Resolved(replayed.Resolved, output);
        Tables(page, version, output);
        foreach (var s in state?.Suggestions ?? [])
            output.Line($"Suggested ({s.Id}): {(s.Other is { } other ? $"merge with {other}" : $"split off {string.Join(", ", s.Documents)}")}. {s.Because}");
        if (explain) await Why.Documents(page, workspace.Newsroom, position, output, cancellation);
        return true;
    }

    private static void Tables(StoryPage page, long version, Output output)
    {
        output.Heading($"{page.Story.Title}  ({page.Story.Id}, version {version})");
        output.Line($"{page.Story.Status} since {Output.Time(page.Story.Since)}: {page.Story.Reason}");
        Timeline(page.Timeline, output);
        output.Heading("Documents");
        output.Table(
            ["published", "document", "title", "source", "origin", "withdrawn"],
            page.Documents.Select(d => new[] { Output.Time(d.PublishedAt), d.Id, d.Title, d.Source, d.Origin, d.Withdrawn }));
        output.Heading("Claims");
        output.Table(
            ["claim", "text", "mode", "status", "origins", "for", "against", "why"],
            page.Claims.Select(c => new[] { c.Id, c.Text, c.Mode, Output.Standing(c.Status, c.BasisChanged), $"{c.Origins}", $"{c.Asserting}", $"{c.Denying}", c.Reason }));
    }

    internal static void Timeline(IReadOnlyList<TimelineEntry> timeline, Output output)
    {
        output.Heading("Timeline");
        output.Table(
            ["at", "from", "to", "position", "because", "reason"],
            timeline.Select(t => new[] { Output.Time(t.At), t.From, t.To, $"#{t.Position}", Output.Positions(t.Because), t.Reason }));
    }
}
