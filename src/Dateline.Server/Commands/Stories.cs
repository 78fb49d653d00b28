using System.CommandLine;
using Dateline.Replay;

namespace Dateline.Server.Commands;

/// <summary><c>dateline stories</c></summary>
internal static class Stories
{
    internal static Command Command()
    {
        var moment = new MomentOptions();
        return moment.On(new Command("stories", "The board: every story, and where it stands")).Does(async (parse, output, workspace, cancellation) =>
        {
            var asked = moment.Of(parse);
            await workspace.Settle(output, cancellation);
            if (await Moments.Board(workspace, asked, new(Most: int.MaxValue - 1), cancellation) is var (list, resolved))
            {
                Show(list.Stories, output);
                Resolved(resolved, output);
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
                stories.Select(s => new[] { s.Id, s.Title, Output.Standing(s.Status, s.BasisChanged > 0), Output.Time(s.Since), $"{s.Documents}", $"{s.Origins}", $"{s.Claims}", $"{s.Reason} [{Output.Positions(s.Because)}]" }));
    }

    /// <summary>Says which position a moment was resolved to.</summary>
    internal static void Resolved(Resolved moment, Output output)
    {
        var line = $"As of {Output.Time(moment.At)} on the {Words.Of(moment.Clock)} clock; the log was read up to position {moment.Position}.";
        if (output.IsJson) output.Say(line);
        else output.Line(line);
    }
}
