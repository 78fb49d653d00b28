using System.CommandLine;
using Dateline.Replay;

namespace Dateline.Server.Commands;

/// <summary><c>dateline stories</c></summary>
internal static class Stories
{
    internal static Command Command()
    {
        var (asOf, clock) = (Shared.AsOf(), Shared.Clock());
        return new Command("stories", "The board: every story, and where it stands") { asOf, clock }.Does(async (parse, output, workspace, cancellation) =>
        {
            await workspace.Settle(output, cancellation);
            if (await Moments.Replay(workspace, parse.Moment(asOf), parse.Clock(clock), cancellation) is { } replayed)
            {
                Show(Pages.Stories(replayed.Picture), output);
                Resolved(replayed, output);
            }
            else
            {
                Show(await workspace.Board.Stories(cancellation), output);
            }
            return Exit.Done;
        });
    }

    internal static void Show(IReadOnlyList<StoryLine> stories, Output output)
    {
        if (output.IsJson)
        {
            output.Json(stories);
            return;
        }
        if (stories.Count == 0) output.Line("There are no stories. `dateline ingest <folder>` brings documents in.");
        else
            output.Table(
                ["story", "title", "status", "since", "docs", "origins", "claims", "why"],
                stories.Select(s => new[] { s.Id, s.Title, s.Status, Output.Time(s.Since), $"{s.Documents}", $"{s.Origins}", $"{s.Claims}", $"{s.Reason} [{Output.Positions(s.Because)}]" }));
    }

    /// <summary>Says which position a moment was resolved to.</summary>
    internal static void Resolved(Replayed replayed, Output output)
    {
        var line = $"As of {Output.Time(replayed.At)} on the {Words.Of(replayed.Clock)} clock; the log was read up to position {replayed.Position}.";
        if (output.IsJson) output.Say(line);
        else output.Line(line);
    }
}
