using System.CommandLine;
using Dateline.Replay;

namespace Dateline.Server.Commands;

/// <summary><c>dateline story</c></summary>
internal static class Story
{
    internal static Command Command()
    {
        var (asOf, clock) = (Shared.AsOf(), Shared.Clock());
        var id = new Argument<string?>("id") { Description = "The story's id", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("story", "One story: its timeline with every because, its documents and its claims; or an editor's act on it") { id, asOf, clock };
        foreach (var act in StoryActs.Commands()) command.Add(act);
        return command.Does(async (parse, output, workspace, cancellation) =>
        {
            var story = parse.GetValue(id) ?? throw new UsageFault("Name a story: `dateline story <id>`. `dateline stories` lists them.");
            await workspace.Settle(output, cancellation);
            var page = await Page(workspace, story, parse.Moment(asOf), parse.Clock(clock), output, cancellation);
            if (page is null) throw new Refused(parse.GetValue(asOf) is null ? $"There is no story {story}. `dateline stories` lists them." : $"There was no story {story} then.");
            Show(page, output);
            return Exit.Done;
        });
    }

    /// <summary>A story's page, now or at a moment.</summary>
    internal static async Task<StoryPage?> Page(
        Workspace workspace, string story, DateTimeOffset? at, Clock clock, Output output, CancellationToken cancellation)
    {
        if (at is null && clock == Clock.Recorded) return await workspace.Board.Story(story, Workspace.Now, cancellation);
        var replayed = await Replayer.At(workspace.Newsroom, at ?? Workspace.Now, clock, null, cancellation);
        Stories.Resolved(replayed, output);
        return Pages.Story(replayed.Picture, story, replayed.Changes, clock, replayed.At);
    }

    internal static void Show(StoryPage page, Output output)
    {
        if (output.IsJson)
        {
            output.Json(new
            {
                page.Story.Id,
                page.Story.Title,
                page.Story.Status,
                page.Story.Since,
                page.Story.Reason,
                page.Story.Because,
                page.Story.Origins,
                page.Story.LastActivity,
                page.Timeline,
                page.Documents,
                page.Claims
            });
            return;
        }
        output.Heading($"{page.Story.Title}  ({page.Story.Id})");
        output.Line($"{page.Story.Status} since {Output.Time(page.Story.Since)}: {page.Story.Reason}");
        Timeline(page.Timeline, output);
        output.Heading("Documents");
        output.Table(
            ["published", "document", "title", "source", "origin", "withdrawn"],
            page.Documents.Select(d => new[] { Output.Time(d.PublishedAt), d.Id, d.Title, d.Source, d.Origin, d.Withdrawn }));
        output.Heading("Claims");
        output.Table(
            ["claim", "text", "mode", "status", "origins", "for", "against", "why"],
            page.Claims.Select(c => new[] { c.Id, c.Text, c.Mode, c.BasisChanged ? c.Status + ", basis changed" : c.Status, $"{c.Origins}", $"{c.Asserting}", $"{c.Denying}", c.Reason }));
    }

    internal static void Timeline(IReadOnlyList<TimelineEntry> timeline, Output output)
    {
        output.Heading("Timeline");
        output.Table(
            ["at", "from", "to", "position", "because", "reason"],
            timeline.Select(t => new[] { Output.Time(t.At), t.From, t.To, $"#{t.Position}", Output.Positions(t.Because), t.Reason }));
    }
}
