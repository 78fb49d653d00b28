using System.Collections.Immutable;

namespace Dateline.Stories;

/// <summary>Says that some documents of a story are another story.</summary>
public sealed record SplitStory(string Story, string NewStory, string Title, ImmutableArray<string> Documents, string By, string Reason) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Story(Story);
}

/// <summary>Decides <see cref="SplitStory"/>.</summary>
public static class SplitStoryAggregateHandler
{
    /// <summary>Some, not all, of its documents go.</summary>
    public static IEnumerable<object> Handle(SplitStory command, Story? story)
    {
        if (story?.SplitOff.Contains(command.NewStory) == true) yield break;
        Story.Standing(story, command.Story);
        Guard.Person(command.By);
        Guard.Reason(command.Reason);
        Titles.Check(command.Title);
        if (command.Documents.IsDefaultOrEmpty) throw new Refused("Name the documents that go to the new story.");
        foreach (var document in command.Documents)
            if (document is null || !story!.Documents.Contains(document)) throw new Refused($"{document ?? "Nothing"} is not in {command.Story}.");
        if (story!.Documents.IsSubsetOf(command.Documents)) throw new Refused("A split leaves at least one document behind.");
        yield return new StorySplit(command.Story, command.NewStory, command.Title, command.Documents, command.By);
    }
}

/// <summary>Begins the story that was split off.</summary>
public sealed record BeginSplitStory(StorySplit Split) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Story(Split.NewStoryId);
}

/// <summary>Decides <see cref="BeginSplitStory"/>.</summary>
public static class BeginSplitStoryAggregateHandler
{
    /// <summary>Once.</summary>
    public static IEnumerable<object> Handle(BeginSplitStory command, Story? story)
    {
        if (story is null) yield return command.Split with { StoryId = command.Split.NewStoryId, SplitFrom = command.Split.StoryId };
    }
}
