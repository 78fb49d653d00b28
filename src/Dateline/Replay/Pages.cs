using System.Collections.Immutable;
using Dateline.Verdicts;

namespace Dateline.Replay;

/// <summary>A story in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Since">Since when.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Because">The positions of the events that caused it.</param>
/// <param name="Documents">How many documents it has.</param>
/// <param name="Origins">How many independent origins they have.</param>
/// <param name="Claims">How many claims stand in it.</param>
/// <param name="LastActivity">When something last happened in it.</param>
/// <param name="BasisChanged">How many of its claims have a verdict that stands though its basis changed: it is to be confirmed or changed.</param>
public sealed record StoryLine(
    string Id, string Title, string Status, DateTimeOffset Since, string Reason, ImmutableArray<long> Because, int Documents, int Origins, int Claims,
    DateTimeOffset LastActivity, int BasisChanged);

/// <summary>A change of status in a timeline.</summary>
/// <param name="Kind">"story" or "claim".</param>
/// <param name="Id">Which one.</param>
/// <param name="From">The status before; null when it began.</param>
/// <param name="To">The status after.</param>
/// <param name="At">When, on the clock asked for.</param>
/// <param name="Position">The event that began it; for what fell due, the mention that gave the day.</param>
/// <param name="Because">The positions of the events that caused it.</param>
/// <param name="Reason">Why, in plain sentences.</param>
public sealed record TimelineEntry(
    string Kind, string Id, string? From, string To, DateTimeOffset At, long Position, ImmutableArray<long> Because, string Reason)
{
    /// <summary>The day of what is open.</summary>
    internal string? Day { get; init; }
}

/// <summary>A document in a story.</summary>
public sealed record StoryDocument(
    string Id, string Title, string Source, string Origin, DateTimeOffset PublishedAt, long Position, int Score, string Because, string? Withdrawn);

/// <summary>A claim in a list.</summary>
public sealed record ClaimLine(
    string Id, string Text, string Mode, string Status, DateTimeOffset Since, string Reason, ImmutableArray<long> Because, int Origins, int Asserting, int Denying,
    string? Due, bool BasisChanged);

/// <summary>A story with everything in it.</summary>
public sealed record StoryPage(
    StoryLine Story, IReadOnlyList<TimelineEntry> Timeline, IReadOnlyList<StoryDocument> Documents, IReadOnlyList<ClaimLine> Claims);

/// <summary>A mention of a claim.</summary>
public sealed record MentionLine(
    string Id, string Document, int Revision, string Source, string Quote, string? Speaker, ImmutableArray<string> Via, string? Cue, string Polarity,
    string Certainty, string Origin, int Score, string? Because, DateTimeOffset PublishedAt, long Position, string? Retracted);

/// <summary>A relation of a claim, said from the claim's side.</summary>
public sealed record RelationLine(string Relation, string Claim, string Because, long Position, bool Incoming);

/// <summary>A verdict on a claim with every act on it.</summary>
public sealed record VerdictLine(
    string Id, string Rating, string? Likelihood, string Confidence, string Rationale, ImmutableArray<Evidence> Evidence, string ProposedBy, string State,
    string? ApprovedBy, bool Standing, bool Superseded, bool BasisChanged, IReadOnlyList<VerdictAct> Acts)
{
    /// <summary>Whether a person proposed it, however they spell their name.</summary>
    public bool IsBy(string person) => Guard.SamePerson(ProposedBy, person);
}

/// <summary>A claim with everything known of it.</summary>
public sealed record ClaimPage(
    ClaimLine Claim, string? MergedInto, IReadOnlyList<string> Stories, IReadOnlyList<MentionLine> Mentions, IReadOnlyList<RelationLine> Relations,
    IReadOnlyList<VerdictLine> Verdicts, IReadOnlyList<TimelineEntry> Timeline);

/// <summary>What a picture shows, as plain data: the same whether the picture was replayed or read from the views.</summary>
public static class Pages
{
    /// <summary>The stories of a picture, latest activity first. Stories that were merged away are left out.</summary>
    public static IReadOnlyList<StoryLine> Stories(Picture picture) =>
    [
        .. picture.Stories.Values.Select(Listed).OfType<StoryLine>()
            .OrderByDescending(s => s.LastActivity).ThenBy(s => s.Id, StringComparer.Ordinal)
    ];

    /// <summary>A story as lists show it; null where it was merged away or has not begun.</summary>
    internal static StoryLine? Listed(StoryFacts story) => story is { MergedInto: null, Standing: not null } ? Line(story) : null;

    /// <summary>A claim as lists show it at a moment; null where it was merged away or has not begun.</summary>
    internal static ClaimLine? Listed(ClaimFacts claim, DateTimeOffset at) => claim is { MergedInto: null, Standing: not null } ? Line(claim, at) : null;

    /// <summary>A story, or null where the picture has none of that id.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="id">The story's id.</param>
    /// <param name="changes">The changes of status: the story's are shown, and of its claims' when they fell due.</param>
    /// <param name="clock">The clock by which they are dated.</param>
    /// <param name="at">The moment, for what is due.</param>
    public static StoryPage? Story(Picture picture, string id, IEnumerable<StatusChange> changes, Clock clock, DateTimeOffset at)
    {
        if (!picture.Stories.TryGetValue(id, out var story) || story.Standing is null) return null;
        var documents = picture.Documents.Values.Where(d => d.StoryId == id && d.Filed is not null).OrderBy(d => d.Filed!.PublishedAt)
            .ThenBy(d => d.Id, StringComparer.Ordinal).ToList();
        var claims = documents.SelectMany(d => d.Claims).Distinct(StringComparer.Ordinal).Select(c => picture.Claims.GetValueOrDefault(c)).OfType<ClaimFacts>()
            .Concat(picture.Claims.Values.Where(c => c.Pins.Contains(id))).Distinct().Where(c => c is { MergedInto: null, Standing: not null })
            .OrderByDescending(c => c.StandingVerdict is not null).ThenByDescending(c => c.Standing!.Status == Status.Disputed)
            .ThenByDescending(c => c.Origins).ThenByDescending(c => c.Standings.Count()).ThenBy(c => c.RaisedPosition).ToList();
        return new(Line(story), Timeline(changes, id, claims, clock, at), [.. documents.Select(Line)], [.. claims.Select(c => Line(c, at))]);
    }

    /// <summary>A claim, or null where the picture has none of that id.</summary>
    public static ClaimPage? Claim(Picture picture, string id, IEnumerable<StatusChange> changes, Clock clock, DateTimeOffset at)
    {
        if (!picture.Claims.TryGetValue(id, out var claim) || claim.Standing is null) return null;
        var stories = claim.Mentions.Select(m => picture.Documents.GetValueOrDefault(m.Mention.DocumentId)?.StoryId).OfType<string>()
            .Concat(claim.Pins).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return new(
            Line(claim, at), claim.MergedInto, stories, [.. claim.Mentions.OrderBy(m => m.Mention.PublishedAt).ThenBy(m => m.Position).Select(Line)],
            [.. claim.Relations.Where(r => clock == Clock.Recorded || (claim.IsOut && IsOut(picture, r.Other))).OrderBy(r => r.Position).Select(r => new RelationLine(Words.Of(r.Relation), r.Other, r.Because, r.Position, r.Incoming))],
            [.. claim.Verdicts.Select(v => Line(v, claim))], Timeline(changes, claim, clock, at));
    }

    /// <summary>Whether a claim is there yet: a relation is recorded with the later document, which may have been published before the other claim was.</summary>
    private static bool IsOut(Picture picture, string claim) => picture.Claims.GetValueOrDefault(claim) is { IsOut: true };

    /// <summary>The changes of one story or claim, dated by a clock.</summary>
    public static IReadOnlyList<TimelineEntry> Timeline(IEnumerable<StatusChange> changes, string kind, string id, Clock clock) =>
        [.. changes.Where(c => c.Kind == kind && c.Id == id).Select(c => Entry(c, clock))];

    /// <summary>The changes of a claim up to a moment, with when it fell due.</summary>
    public static IReadOnlyList<TimelineEntry> Timeline(IEnumerable<StatusChange> changes, ClaimFacts claim, Clock clock, DateTimeOffset at) =>
        Due.Told(Timeline(changes, "claim", claim.Id, clock), claim, at);

    /// <summary>The changes of a story, with when claims in it fell due: what their days did is no event that the story could show.</summary>
    private static IReadOnlyList<TimelineEntry> Timeline(IEnumerable<StatusChange> changes, string story, List<ClaimFacts> claims, Clock clock, DateTimeOffset at)
    {
        var own = Timeline(changes, "story", story, clock);
        var days = claims.Where(Due.Can).SelectMany(c => Timeline(changes, c, clock, at).Where(t => t.To == Status.Due)
            .Select(t => t with { Reason = $"“{c.Text}”: {t.Reason}" })).ToList();
        return days.Count == 0 ? own : [.. own.Concat(days).OrderBy(t => t.At)];
    }

    /// <summary>A change of status, dated by a clock.</summary>
    public static TimelineEntry Entry(StatusChange c, Clock clock) =>
        new(c.Kind, c.Id, c.From, c.To.Status, clock == Clock.Recorded ? c.RecordedAt : c.To.Since, c.To.Position, c.To.Because, c.To.Reason) { Day = c.To.Day };

    private static StoryLine Line(StoryFacts s) => new(
        s.Id, s.Title.Length == 0 ? s.Id : s.Title, s.Standing!.Status, s.Standing.Since, s.Standing.Reason, s.Standing.Because, s.Documents, s.Origins.Count, s.Tally.Claims, s.LastActivity,
        s.Tally.BasisChanged);

    private static StoryDocument Line(DocumentFacts d) => new(
        d.Id, d.Filed!.Title, d.Filed.SourceId, d.Filed.Origin, d.Filed.PublishedAt, d.Position, d.Filed.Score, d.Filed.Because,
        d.Withdrawn is { } act ? Words.Of(act) : null);

    private static ClaimLine Line(ClaimFacts c, DateTimeOffset at) => Due.At(new(
        c.Id, c.Text, Words.Of(c.Mode), c.Standing!.Status, c.Standing.Since, c.Standing.Reason, c.Standing.Because, c.Origins,
        c.StandingWith(Claims.Polarity.Positive), c.StandingWith(Claims.Polarity.Negative), c.DueAt,
        c.IsBasisChanged), at);

    private static MentionLine Line(MentionFacts m) => new(
        m.Mention.MentionId, m.Mention.DocumentId, m.Mention.Revision, m.Mention.SourceId, m.Mention.Quote, m.Mention.Speaker,
        m.Mention.Via.IsDefault ? [] : m.Mention.Via, m.Mention.Cue, Words.Of(m.Mention.Polarity), Words.Of(m.Mention.Certainty), m.Mention.Origin,
        m.Mention.Score, m.Mention.Because, m.Mention.PublishedAt, m.Position, m.RetractedCause);

    private static VerdictLine Line(VerdictFacts v, ClaimFacts claim) => new(
        v.Proposed.VerdictId, Words.Of(v.Proposed.Rating), v.Proposed.Likelihood is { } l ? Words.Of(l) : null, Words.Of(v.Proposed.Confidence),
        v.Proposed.Rationale, v.Proposed.Evidence, v.Proposed.By, Words.Of(v.State), v.ApprovedBy, claim.StandingVerdict == v.Proposed.VerdictId, v.Superseded,
        v.BasisChanged, v.Acts);
}
