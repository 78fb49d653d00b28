namespace Dateline.Stories;

/// <summary>Says that two stories are one.</summary>
/// <param name="Story">The story that ends.</param>
/// <param name="Into">The story that takes its documents.</param>
/// <param name="By">Who says so.</param>
/// <param name="Reason">Why.</param>
public sealed record MergeStories(string Story, string Into, string By, string Reason) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Story(Story);
}

/// <summary>Decides <see cref="MergeStories"/> on the story that ends.</summary>
public static class MergeStoriesAggregateHandler
{
    /// <summary>A story is merged once; its stream stays, so that it replays as it was.</summary>
    public static IEnumerable<object> Handle(MergeStories command, Story? story)
    {
        if (story is null) throw new Refused($"There is no story {command.Story}.");
        if (command.Into == command.Story) throw new Refused("A story cannot be merged into itself.");
        Guard.Person(command.By);
        Guard.Reason(command.Reason);
        if (story.MergedInto == command.Into) yield break;
        Story.Standing(story, command.Story);
        if (story.Absorbed.Contains(command.Into)) throw new Refused($"{command.Into} was merged into {command.Story} before.");
        yield return new StoriesMerged(command.Story, command.Into, command.Story, command.By);
    }
}

/// <summary>Notes on the story that stays that another was merged into it.</summary>
public sealed record ReceiveStory(StoriesMerged Merged, System.Collections.Immutable.ImmutableArray<string> Documents) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Story(Merged.Into);
}

/// <summary>Decides <see cref="ReceiveStory"/>.</summary>
public static class ReceiveStoryAggregateHandler
{
    /// <summary>Takes in each document that it does not have, and notes the merger.</summary>
    public static IEnumerable<object> Handle(ReceiveStory command, Story? story)
    {
        if (story is null || story.Absorbed.Contains(command.Merged.From)) yield break;
        var merged = command.Merged;
        yield return merged with { StoryId = merged.Into };
        foreach (var document in command.Documents.Where(d => !story.Documents.Contains(d)))
            yield return new DocumentMoved(merged.Into, document, merged.From, merged.Into, merged.By);
    }
}

/// <summary>Says that a merger of a story does not count: it would have closed a circle.</summary>
public sealed record VoidStoriesMerge(string Story, string Into, long Merger) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Story(Story);
}

/// <summary>Decides <see cref="VoidStoriesMerge"/>.</summary>
public static class VoidStoriesMergeAggregateHandler
{
    /// <summary>Once.</summary>
    public static IEnumerable<object> Handle(VoidStoriesMerge command, Story? story)
    {
        if (story?.MergedInto == command.Into) yield return new StoriesMergeVoided(command.Story, command.Into, command.Merger);
    }
}
