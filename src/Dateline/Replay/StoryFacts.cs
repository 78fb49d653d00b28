using System.Collections.Immutable;

namespace Dateline.Replay;

/// <summary>
/// How many key claims of a story stand where, and how many have a verdict whose basis changed. A claim is key when two of the story's documents mention it, or it is disputed or judged.
/// </summary>
public record struct Tally(int Claims, int Key, int Disputed, int Corroborated, int Judged, int Open, int BasisChanged)
{
    /// <summary>The sum of two tallies.</summary>
    public static Tally operator +(Tally a, Tally b) => new(
        a.Claims + b.Claims, a.Key + b.Key, a.Disputed + b.Disputed, a.Corroborated + b.Corroborated, a.Judged + b.Judged, a.Open + b.Open,
        a.BasisChanged + b.BasisChanged);

    /// <summary>The difference of two tallies.</summary>
    public static Tally operator -(Tally a, Tally b) => new(
        a.Claims - b.Claims, a.Key - b.Key, a.Disputed - b.Disputed, a.Corroborated - b.Corroborated, a.Judged - b.Judged, a.Open - b.Open,
        a.BasisChanged - b.BasisChanged);
}

/// <summary>What a picture knows of a story.</summary>
public sealed class StoryFacts(string id) : Facts(id)
{
    /// <summary>How many of its first origins are named.</summary>
    internal const int MostFirst = 3;

    private static readonly ImmutableSortedDictionary<string, BasisCause> noCauses = ImmutableSortedDictionary.Create<string, BasisCause>(StringComparer.Ordinal);

    private IReadOnlyList<(string Origin, long Position)>? first;
    private int originChanges;

    /// <summary>Its title.</summary>
    public string Title { get; internal set; } = "";

    /// <summary>When it began, on the clock of the replay.</summary>
    public DateTimeOffset OpenedAt { get; internal set; }

    /// <summary>When something last happened in it, on the clock of the replay.</summary>
    public DateTimeOffset LastActivity { get; internal set; }

    /// <summary>How many documents it has.</summary>
    public int Documents { get; internal set; }

    /// <summary>For each origin of its documents: how many they are, and the position of the first.</summary>
    public Dictionary<string, (int Documents, long Position)> Origins { get; } = new(StringComparer.Ordinal);

    /// <summary>Where its claims stand.</summary>
    public Tally Tally { get; internal set; }

    /// <summary>Its claims whose verdict stands though its basis changed, and what touched it; as many as <see cref="Tally.BasisChanged"/> counts.</summary>
    public ImmutableSortedDictionary<string, BasisCause> BasisCauses { get; internal set; } = noCauses;

    /// <summary>The latest of them.</summary>
    internal (string Claim, BasisCause Touched)? LastBasisCause =>
        BasisCauses.Count == 0 ? null : BasisCauses.MaxBy(c => c.Value.Position) is var (claim, touched) ? (claim, touched) : null;

    /// <summary>Its first origins, at most <see cref="MostFirst"/>; found again only when one of them changes.</summary>
    internal IReadOnlyList<(string Origin, long Position)> First => first ??=
        [.. Origins.Select(o => (o.Key, o.Value.Position)).OrderBy(o => o.Position).ThenBy(o => o.Key, StringComparer.Ordinal).Take(MostFirst)];

    /// <summary>What its reason was last said of; what has not changed since needs no new sentence.</summary>
    internal (Tally Tally, int Origins, ImmutableSortedDictionary<string, BasisCause> BasisCauses)? Said { get; set; }

    /// <summary>The same of what it holds now.</summary>
    internal (Tally Tally, int Origins, ImmutableSortedDictionary<string, BasisCause> BasisCauses) ToSay => (Tally, originChanges, BasisCauses);

    /// <summary>Counts documents of an origin in or out.</summary>
    internal void Count(string origin, int by, long position)
    {
        Documents += by;
        var (count, since) = Origins.GetValueOrDefault(origin, (0, position));
        if (count + by <= 0) Origins.Remove(origin);
        else Origins[origin] = (count + by, since);
        if (count > 0 && count + by > 0) return;
        originChanges++;
        // An origin that comes after the first ones, as most do, leaves them as they are.
        if (first?.Count != MostFirst || position <= first[^1].Position || first.Any(o => o.Origin == origin)) first = null;
    }

    /// <summary>The event that closed it, while it is closed.</summary>
    public long? ClosedPosition { get; internal set; }

    /// <summary>Who closed it and why, in a sentence.</summary>
    internal string? ClosedHow { get; set; }

    /// <summary>The story that it was found to be.</summary>
    public string? MergedInto { get; internal set; }

    /// <summary>The event that merged it.</summary>
    public long MergedPosition { get; internal set; }

    /// <summary>Who merged it and why, in a sentence, from the event on: what stands merged is not restated.</summary>
    internal string? MergedHow { get; set; }

    /// <summary>Where it stands.</summary>
    public Standing? Standing { get; internal set; }

    /// <summary>Whether a document was ever put into it, be it one that was taken back: from then on it stands somewhere.</summary>
    internal bool HasBegun { get; set; }
}
