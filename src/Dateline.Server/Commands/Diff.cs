using System.CommandLine;
using Dateline.Replay;

namespace Dateline.Server.Commands;

/// <summary><c>dateline diff</c></summary>
internal static class Diff
{
    internal static Command Command()
    {
        var from = new Option<string>("--from") { Description = "The earlier moment", Required = true };
        var to = new Option<string>("--to") { Description = "The later moment", Required = true };
        var story = new Option<string?>("--story") { Description = "Only what changed in this story" };
        var clock = Shared.Clock();
        return new Command("diff", "What changed between two moments") { from, to, story, clock }.Does(async (parse, output, workspace, cancellation) =>
        {
            var (earlier, later) = (Moments.Parse(parse.GetValue(from)!, "--from"), Moments.Parse(parse.GetValue(to)!, "--to"));
            await workspace.Settle(output, cancellation);
            var difference = await Differ.Between(workspace.Newsroom, earlier, later, parse.Clock(clock), parse.GetValue(story), cancellation);
            if (output.IsJson) output.Json(difference.Changes);
            else if (difference.Changes.Count == 0) output.Line("Nothing changed.");
            else output.Table(["at", "position", "what", "change"], difference.Changes.Select(c => new[] { Output.Time(c.At), $"#{c.Position}", c.Kind, c.Text }));
            return Exit.Done;
        });
    }
}
