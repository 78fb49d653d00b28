namespace Dateline.Sources;

/// <summary>Rates how reliable a source is.</summary>
public sealed record RateSource(string Source, Reliability Reliability, string By, string Reason) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Source(Source);
}

/// <summary>Decides <see cref="RateSource"/>.</summary>
public static class RateSourceAggregateHandler
{
    /// <summary>An editor rates a known source and says why.</summary>
    public static IEnumerable<object> Handle(RateSource command, Source? source)
    {
        if (source is null) throw new Refused($"There is no source {command.Source}. The source list shows those that are known.");
        Guard.Person(command.By);
        Guard.Reason(command.Reason);
        if (source.Reliability == command.Reliability) yield break;
        yield return new SourceRated(command.Source, command.Reliability, command.By);
    }
}
