using System.Text.Json.Serialization;

namespace Dateline.Sources;

/// <summary>A source became known, by an editor or by its first document.</summary>
public sealed record SourceRegistered(string SourceId, string Name);

/// <summary>An editor rated how reliable a source is.</summary>
public sealed record SourceRated(string SourceId, Reliability Reliability, string By);

/// <summary>How reliable a source is: the first letter of the Admiralty scale (NATO STANAG 2511).</summary>
public enum Reliability
{
    /// <summary>Cannot be judged.</summary>
    [JsonStringEnumMemberName("F")] F,

    /// <summary>Completely reliable.</summary>
    [JsonStringEnumMemberName("A")] A,

    /// <summary>Usually reliable.</summary>
    [JsonStringEnumMemberName("B")] B,

    /// <summary>Fairly reliable.</summary>
    [JsonStringEnumMemberName("C")] C,

    /// <summary>Not usually reliable.</summary>
    [JsonStringEnumMemberName("D")] D,

    /// <summary>Unreliable.</summary>
    [JsonStringEnumMemberName("E")] E
}

/// <summary>An outlet, agency, institution or person that publishes documents.</summary>
public sealed record Source(string Id, string Name, Reliability Reliability) : IFold<Source>
{
    /// <inheritdoc/>
    public static Source? Evolve(Source? state, object @event) => @event switch
    {
        SourceRegistered e when state is null => new(e.SourceId, e.Name, Reliability.F),
        SourceRated e when state is not null => state with { Reliability = e.Reliability },
        _ => state
    };
}
