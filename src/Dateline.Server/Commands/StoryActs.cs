using System.CommandLine;
using Dateline.Server.Reading;
using Dateline.Stories;

namespace Dateline.Server.Commands;

/// <summary>What editors do to stories: merge, split, move, rename, dismiss, close, reopen.</summary>
internal static class StoryActs
{
    private static readonly Acts acts = new("story", (workspace, story, output, cancellation) => Story.Show(workspace, story, Replay.Moment.Now, output, cancellation));

    internal static IEnumerable<Command> Commands()
    {
        var into = new Option<string>("--into") { Description = "The story that takes its documents", Required = true };
        yield return acts.Act("merge", "Says that the story is the same as another one", [into], async a =>
        {
            var target = a.Line.GetValue(into)!;
            await Exists(a.Workspace, target, a.Cancellation);
            return (new MergeStories(a.Id, target, a.By, a.Why), target);
        });
        var documents = new Option<string[]>("--documents") { Description = "The documents that go", Required = true, AllowMultipleArgumentsPerToken = true };
        var title = new Option<string>("--title") { Description = "The new story's title", Required = true };
        yield return acts.Act("split", "Says that some documents are another story", [documents, title], a =>
        {
            var split = Split(a.Id, a.Line.GetValue(title)!, a.Line.Several(documents), a.By, a.Why);
            return (split, split.NewStory);
        });
        var to = new Option<string>("--to") { Description = "The story that it belongs to", Required = true };
        yield return acts.Act("move", "Moves a document to another story", [to], async a =>
        {
            var (from, target) = (await Whereabouts.StoryOf(a.Workspace.Newsroom, a.Id, a.Cancellation), a.Line.GetValue(to)!);
            await Exists(a.Workspace, target, a.Cancellation);
            return (new MoveDocument(from, a.Id, target, a.By, a.Why), target);
        }, named: "document");
        var name = new Option<string>("--title") { Description = "The story's title from now on", Required = true };
        yield return acts.Act("rename", "Gives the story another title", [name], a => (new RenameStory(a.Id, OneLine(a.Line.GetValue(name)!), a.By, a.Why), a.Id));
        var suggestion = new Option<string>("--suggestion") { Description = "The suggestion, as `dateline story <id>` names it", Required = true };
        yield return acts.Act("dismiss", "Turns a suggestion to merge or split the story down; it is not made again", [suggestion], a =>
            (new DismissSuggestion(a.Id, a.Line.GetValue(suggestion)!, a.By, a.Why), a.Id));
        yield return acts.Act("close", "Closes the story", [], a => (new CloseStory(a.Id, a.By, a.Why), a.Id));
        yield return acts.Act("reopen", "Opens a closed story again", [], a => (new ReopenStory(a.Id, a.By, a.Why), a.Id));
    }

    /// <summary>A title as lists show it. One that is too long stays so, and is refused.</summary>
    internal static string OneLine(string title) => TextHygiene.Line(title, title.Length + 1);

    /// <summary>The split of some documents from a story; the new story's id comes from them.</summary>
    internal static SplitStory Split(string story, string title, IEnumerable<string> documents, string by, string why)
    {
        string[] going = [.. documents.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new(story, Ids.From('s', $"{story}\n{string.Join('\n', going)}"), OneLine(title), [.. going], by, why);
    }

    /// <summary>How whoever asks over HTTP finds the story that they mean.</summary>
    internal const string OverHttp = "GET /api/v1/stories lists them.";

    /// <summary>Refuses a story that there is not, or that was merged away.</summary>
    /// <param name="workspace">Where it is looked for.</param>
    /// <param name="story">Its id.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <param name="advice">How whoever asked finds the one that they mean.</param>
    internal static async Task Exists(Workspace workspace, string story, CancellationToken cancellation, string advice = "`dateline stories` lists them.")
    {
        var found = (await workspace.Newsroom.Load<Dateline.Stories.Story>(Ids.Story(story), null, cancellation)).State
            ?? throw new Refused($"There is no story {story}. {advice}");
        if (found.MergedInto is { } into) throw new Refused($"{story} was merged into {into}. Use that one.");
    }
}
