namespace Dateline.Stories;

/// <summary>Gives a story another title.</summary>
public sealed record RenameStory(string Story, string Title, string By, string Reason) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Story(Story);
}

/// <summary>Decides <see cref="RenameStory"/>.</summary>
public static class RenameStoryAggregateHandler
{
    /// <summary>The same title records nothing.</summary>
    public static IEnumerable<object> Handle(RenameStory command, Story? story)
    {
        Story.Standing(story, command.Story);
        Guard.Person(command.By);
        Guard.Reason(command.Reason);
        Titles.Check(command.Title);
        if (story!.Title != command.Title) yield return new StoryRenamed(command.Story, command.Title, command.By);
    }
}

/// <summary>What a title has to be.</summary>
internal static class Titles
{
    internal static void Check(string title)
    {
        if (!VisibleText.IsIn(title)) throw new Refused("A story needs a title.");
        if (title.Length > 500) throw new Refused($"A title has at most 500 characters; this one has {title.Length}.");
    }
}
