using Dateline.Claims;
using Dateline.Replay;

namespace Dateline.Sources;

/// <summary>
/// What became of the predictions and promises of a source, or of a speaker whom it quotes: counts, and never one score. Each counts in one place: as it
/// was judged, even where it was taken back; else as withdrawn where it was; else as due or open.
/// </summary>
/// <param name="Source">Who published them.</param>
/// <param name="Speaker">Who made them, by the name without the office (<see cref="SpeakerNames"/>); null where the source itself did, or for all of a source together.</param>
/// <param name="Fulfilled">How many came true.</param>
/// <param name="Failed">How many did not.</param>
/// <param name="Lapsed">How many nothing can fulfil or fail any more.</param>
/// <param name="Inconclusive">How many cannot be told.</param>
/// <param name="Due">How many are not judged though their day has passed.</param>
/// <param name="Open">How many are not judged and not due.</param>
/// <param name="Withdrawn">How many are not judged and were withdrawn by their source: left out by a later revision, or gone with the document.</param>
/// <param name="BasisChanged">Of how many that are judged the verdict's basis has changed since: they are counted as they were judged, and to be confirmed or changed.</param>
public sealed record ScorecardLine(
    string Source, string? Speaker, int Fulfilled, int Failed, int Lapsed, int Inconclusive, int Due, int Open, int Withdrawn, int BasisChanged);

/// <summary>Counts what became of predictions and promises.</summary>
public static class Scorecard
{
    /// <summary>A line for each source and speaker; each claim counts once for each of them that asserts it or did, however often.</summary>
    /// <param name="picture">The moment's picture, with all predictions and promises.</param>
    /// <param name="source">Only this source; null for all.</param>
    /// <param name="bySpeaker">Whether speakers are told apart.</param>
    /// <param name="at">The moment, for what is due.</param>
    public static IReadOnlyList<ScorecardLine> Of(Picture picture, string? source, bool bySpeaker, DateTimeOffset at) =>
    [
        .. (from claim in picture.Claims.Values
            where Due.Can(claim) && claim.MergedInto is null
            from m in claim.Mentions
            where m.Mention is { IsCommitted: true, Polarity: Polarity.Positive } && (source is null || m.Mention.SourceId == source) && (m.Stands || !WasMisread(m.RetractedCause))
            group m by (claim, m.Mention.SourceId, Speaker: bySpeaker && m.Mention.Speaker is { } speaker ? SpeakerNames.Plain(speaker) : null) into made
            let status = made.Key.claim.StandingVerdict is null && made.All(m => !m.Stands) ? Withdrawn : made.Key.claim.StatusAt(at)
            group (Status: status, made.Key.claim.IsBasisChanged) by (made.Key.SourceId, made.Key.Speaker) into line
            let counts = line.CountBy(s => s.Status).ToDictionary()
            select new ScorecardLine(
                line.Key.SourceId, line.Key.Speaker, counts.GetValueOrDefault("fulfilled"), counts.GetValueOrDefault("failed"), counts.GetValueOrDefault("lapsed"),
                counts.GetValueOrDefault("inconclusive"), counts.GetValueOrDefault(Status.Due), counts.GetValueOrDefault(Status.Open), counts.GetValueOrDefault(Withdrawn),
                line.Count(s => s.IsBasisChanged)))
            .OrderBy(l => l.Source, StringComparer.Ordinal).ThenBy(l => l.Speaker, StringComparer.Ordinal)
    ];

    private const string Withdrawn = "withdrawn";

    // What another reading of the same text does not find was not taken back by whoever wrote it.
    private static bool WasMisread(string? cause) => cause?.EndsWith(MentionRetracted.ByReading, StringComparison.Ordinal) == true;
}
