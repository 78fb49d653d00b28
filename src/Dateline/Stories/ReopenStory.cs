namespace Dateline.Stories;

/// <summary>Opens a closed story again.</summary>
public sealed record ReopenStory(string Story, string By, string Reason) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Story(Story);
}

/// <summary>Decides <see cref="ReopenStory"/>.</summary>
public static class ReopenStoryAggregateHandler
{
    /// <summary>Only a closed story is reopened.</summary>
    public static IEnumerable<object> Handle(ReopenStory command, Story? story)
    {
        Story.Standing(story, command.Story);
        Guard.Person(command.By);
        Guard.Reason(command.Reason);
        if (story!.Closed) yield return new StoryReopened(command.Story, command.By);
    }
}
