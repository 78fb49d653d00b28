namespace Dateline.Sources;

/// <summary>Makes a source known.</summary>
public sealed record RegisterSource(string Source, string Name) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Source(Source);
}

/// <summary>Decides <see cref="RegisterSource"/>.</summary>
public static class RegisterSourceAggregateHandler
{
    /// <summary>A source is registered once; its first name stays.</summary>
    public static IEnumerable<object> Handle(RegisterSource command, Source? source)
    {
        if (source is not null) yield break;
        yield return new SourceRegistered(command.Source, command.Name);
    }
}
