using System.CommandLine;
using Dateline.Server.Reading;
using Dateline.Stories;

namespace Dateline.Server.Commands;

/// <summary>What editors do to stories: merge, split, move, rename, dismiss, close, reopen.</summary>
internal static class StoryActs
{
    internal static IEnumerable<Command> Commands()
    {
        var into = new Option<string>("--into") { Description = "The story that takes its documents", Required = true };
        yield return Act("merge", "Says that the story is the same as another one", [into], async (parse, story, by, why, workspace, cancellation) =>
        {
            var target = parse.GetValue(into)!;
            await Exists(workspace, target, cancellation);
            return (new MergeStories(story, target, by, why), target);
        });
        var documents = new Option<string[]>("--documents") { Description = "The documents that go", Required = true, AllowMultipleArgumentsPerToken = true };
        var title = new Option<string>("--title") { Description = "The new story's title", Required = true };
        yield return Act("split", "Says that some documents are another story", [documents, title], (parse, story, by, why, _, _) =>
        {
            var split = Split(story, parse.GetValue(title)!, parse.Several(documents), by, why);
            return Task.FromResult<(ICommand, string)>((split, split.NewStory));
        });
        var to = new Option<string>("--to") { Description = "The story that it belongs to", Required = true };
        yield return Act("move", "Moves a document to another story", [to], async (parse, document, by, why, workspace, cancellation) =>
        {
            var (from, target) = (await Whereabouts.StoryOf(workspace.Newsroom, document, cancellation), parse.GetValue(to)!);
            await Exists(workspace, target, cancellation);
            return (new MoveDocument(from, document, target, by, why), target);
        }, "document");
        var name = new Option<string>("--title") { Description = "The story's title from now on", Required = true };
        yield return Act("rename", "Gives the story another title", [name], (parse, story, by, why, _, _) =>
            Task.FromResult<(ICommand, string)>((new RenameStory(story, OneLine(parse.GetValue(name)!), by, why), story)));
        var suggestion = new Option<string>("--suggestion") { Description = "The suggestion, as `dateline story <id>` names it", Required = true };
        yield return Act("dismiss", "Turns a suggestion to merge or split the story down; it is not made again", [suggestion], (parse, story, by, why, _, _) =>
            Task.FromResult<(ICommand, string)>((new DismissSuggestion(story, parse.GetValue(suggestion)!, by, why), story)));
        yield return Act("close", "Closes the story", [], (_, story, by, why, _, _) => Task.FromResult<(ICommand, string)>((new CloseStory(story, by, why), story)));
        yield return Act("reopen", "Opens a closed story again", [], (_, story, by, why, _, _) => Task.FromResult<(ICommand, string)>((new ReopenStory(story, by, why), story)));
    }

    /// <summary>A title as lists show it. One that is too long stays so, and is refused.</summary>
    internal static string OneLine(string title) => TextHygiene.Line(title, title.Length + 1);

    /// <summary>The split of some documents from a story; the new story's id comes from them.</summary>
    internal static SplitStory Split(string story, string title, IEnumerable<string> documents, string by, string why)
    {
        string[] going = [.. documents.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new(story, Ids.From('s', $"{story}\n{string.Join('\n', going)}"), OneLine(title), [.. going], by, why);
    }

    /// <summary>An act on a story; it gives the command and the story to show afterwards.</summary>
    private static Command Act(
        string name, string description, Option[] more,
        Func<ParseResult, string, string, string, Workspace, CancellationToken, Task<(ICommand Command, string Shown)>> make, string of = "story")
    {
        var (id, by, because, expect) = (Shared.Id(of), Shared.By(), Shared.Because(), Shared.Expect());
        var command = new Command(name, description) { id, by, because, expect };
        foreach (var option in more) command.Add(option);
        return command.Does(async (parse, output, workspace, cancellation) =>
        {
            var (who, why) = (parse.GetValue(by)!, parse.GetValue(because)!);
            var (act, shown) = await make(parse, parse.GetValue(id)!, who, why, workspace, cancellation);
            var receipt = await Stale.Send(workspace.Newsroom, act, new(who, why, ExpectedVersion: parse.GetValue(expect)), cancellation);
            await workspace.Settle(output, cancellation);
            if (receipt.Position is null) output.Say("Nothing to do: it is so already.");
            await Story.Show(workspace, shown, Replay.Moment.Now, output, cancellation);
            return Exit.Done;
        });
    }

    /// <summary>Refuses a story that there is not, or that was merged away.</summary>
    internal static async Task Exists(Workspace workspace, string story, CancellationToken cancellation)
    {
        var found = (await workspace.Newsroom.Load<Dateline.Stories.Story>(Ids.Story(story), null, cancellation)).State
            ?? throw new Refused($"There is no story {story}. `dateline stories` lists them.");
        if (found.MergedInto is { } into) throw new Refused($"{story} was merged into {into}. Use that one.");
    }
}
