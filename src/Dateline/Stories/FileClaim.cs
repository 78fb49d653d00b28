namespace Dateline.Stories;

/// <summary>Puts a claim into a story whose documents do not mention it.</summary>
public sealed record FileClaim(string Story, string Claim, string By) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Story(Story);
}

/// <summary>Decides <see cref="FileClaim"/>.</summary>
public static class FileClaimAggregateHandler
{
    /// <summary>Once for each claim.</summary>
    public static IEnumerable<object> Handle(FileClaim command, Story? story)
    {
        if (!Story.Standing(story, command.Story).Claims.Contains(command.Claim))
            yield return new ClaimFiled(command.Story, command.Claim, command.By);
    }
}
