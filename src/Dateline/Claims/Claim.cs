using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dateline.Documents;
using Dateline.Verdicts;

namespace Dateline.Claims;

/// <summary>A proposition was put forward for the first time.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Text">Its words, as first mentioned.</param>
/// <param name="Mode">Its speech act.</param>
/// <param name="DueAt">For predictions and promises: the day by which it has to have come true (ISO 8601), in logs of before mentions gave it themselves.</param>
/// <param name="PublishedAt">When the first mention was published.</param>
public sealed record ClaimRaised(string ClaimId, string Text, Mode Mode, string? DueAt, DateTimeOffset PublishedAt) : IPublished
{
    /// <summary>Whether its words by themselves say that something is not so. Absent where they do not.</summary>
    public bool? Negative { get; init; }
}

/// <summary>A revision of a document makes the claim.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="MentionId">The mention, as the extraction names it.</param>
/// <param name="DocumentId">The document.</param>
/// <param name="Revision">Its revision.</param>
/// <param name="SourceId">Who published it.</param>
/// <param name="Origin">Where it independently comes from: copies share one.</param>
/// <param name="Quote">The words.</param>
/// <param name="Speaker">Who says it, as named; null when the document itself does.</param>
/// <param name="Via">The chain it came by, nearest to the document first.</param>
/// <param name="Cue">The words that attribute it.</param>
/// <param name="Polarity">Whether the speaker holds that the claim is so.</param>
/// <param name="Certainty">How sure the speaker is.</param>
/// <param name="Score">How well it matches the claim, in thousandths.</param>
/// <param name="Because">Why it was filed to this claim, in plain words.</param>
/// <param name="PublishedAt">When the revision was published.</param>
public sealed record ClaimMentioned(
    string ClaimId, string MentionId, string DocumentId, int Revision, string SourceId, string Origin, string Quote, string? Speaker,
    ImmutableArray<string> Via, string? Cue, Polarity Polarity, Certainty Certainty, int Score, string? Because, DateTimeOffset PublishedAt) : IPublished
{
    /// <summary>The day that the mention gives a prediction or promise to come true by (ISO 8601); null where it gives none.</summary>
    public string? DueAt { get; init; }

    /// <summary>
    /// Whether somebody commits to it, for or against: who asks, supposes, demands, passes on hearsay or does not confirm says neither that it is so nor
    /// that it is not (FactBank's <c>Uu</c>, Saurí and Pustejovsky 2009).
    /// </summary>
    [JsonIgnore]
    public bool IsCommitted => Certainty is not Certainty.Underspecified;

    /// <summary>What whoever says it does, in a word.</summary>
    [JsonIgnore]
    internal string Does => !IsCommitted ? "mentions" : Polarity is Polarity.Positive ? "asserts" : "denies";

    /// <summary>Whether somebody says that it is not so.</summary>
    [JsonIgnore]
    internal bool IsDenial => IsCommitted && Polarity is Polarity.Negative;

    /// <summary>That, in a sentence.</summary>
    [JsonIgnore]
    internal string Denied => $"{Speaker ?? SourceId} denies it.";
}

/// <summary>A mention no longer stands: its revision was changed, corrected or taken back.</summary>
public sealed record MentionRetracted(string ClaimId, string MentionId, string DocumentId, string Cause, DateTimeOffset PublishedAt) : IPublished
{
    /// <summary>How the cause ends where the text was only read anew: its words are those of every log.</summary>
    public const string ByReading = " read the revision again.";

    /// <summary>Where the mention stands on another claim by now, which hears of it as well: what took it out, the same for the same change.</summary>
    public string? CauseId { get; init; }

    /// <summary>There as well: a mention of the claim in the new revision or reading.</summary>
    public string? ReplacedBy { get; init; }
}

/// <summary>The claim stands in a relation to another one.</summary>
public sealed record ClaimRelated(string ClaimId, Relation Relation, string OtherClaimId, string Because, DateTimeOffset PublishedAt) : IPublished;

/// <summary>A relation was taken back.</summary>
public sealed record ClaimRelationWithdrawn(string ClaimId, Relation Relation, string OtherClaimId, string By);

/// <summary>Two claims were found to be one; it is recorded on both streams.</summary>
public sealed record ClaimsMerged(string ClaimId, string Into, string From, string By)
{
    /// <summary>On the claim that stays: the mentions that came with the other, which stand here from now on.</summary>
    public ImmutableArray<ClaimMentioned>? Mentions { get; init; }
}

/// <summary>Some mentions of the claim were found to be of another one; it is recorded on both streams.</summary>
public sealed record ClaimSplit(string ClaimId, string NewClaimId, string Text, Mode Mode, ImmutableArray<ClaimMentioned> Mentions, string By)
{
    /// <summary>Whether the words of the claim that it was split from say that something is not so: the mentions are for or against that. Absent where they do not.</summary>
    public bool? Negative { get; init; }
}

/// <summary>How a claim relates to another.</summary>
public enum Relation
{
    /// <summary>Both cannot be so.</summary>
    [JsonStringEnumMemberName("contradicts")] Contradicts,

    /// <summary>A later value of the same thing.</summary>
    [JsonStringEnumMemberName("updates")] Updates,

    /// <summary>It makes the other more likely.</summary>
    [JsonStringEnumMemberName("supports")] Supports,

    /// <summary>It stands in the other's place.</summary>
    [JsonStringEnumMemberName("supersedes")] Supersedes
}

/// <summary>A mention, as decisions need it.</summary>
public sealed record ClaimMention(string Id, string DocumentId, Polarity Polarity, bool Retracted, ClaimMentioned Event);

/// <summary>A mention that was split off.</summary>
/// <param name="To">The claim that it is of now.</param>
/// <param name="Event">What it said.</param>
/// <param name="Retracted">Whether it was taken out since.</param>
public sealed record MovedMention(string To, ClaimMentioned Event, bool Retracted);

/// <summary>One proposition that documents mention and people judge.</summary>
public sealed record Claim(
    string Id, string Text, Mode Mode, ImmutableDictionary<string, ClaimMention> Mentions, ImmutableHashSet<(Relation, string)> Relations,
    ImmutableDictionary<string, Proposal> Verdicts, string? Standing, string? MergedInto, ImmutableHashSet<string> SplitOff,
    ImmutableHashSet<string> Absorbed) : IFold<Claim>
{
    /// <summary>Whether its words by themselves say that something is not so: whoever says that it is so denies it.</summary>
    public bool IsNegative { get; init; }

    /// <summary>The mentions that were split off from it, by their ids.</summary>
    public ImmutableDictionary<string, MovedMention> Moved { get; init; } = ImmutableDictionary<string, MovedMention>.Empty;

    /// <summary>The proposal of that id, if there is one.</summary>
    public Proposal? Proposal(string verdict) => Verdicts.GetValueOrDefault(verdict);

    /// <summary>The verdict that stands, if one does.</summary>
    public Proposal? StandingVerdict => Standing is null ? null : Verdicts[Standing];

    /// <inheritdoc/>
    public static Claim? Evolve(Claim? claim, object @event) => @event switch
    {
        ClaimRaised e when claim is null => Raise(e.ClaimId, e.Text, e.Mode, e.Negative),
        ClaimSplit e when claim is null && e.ClaimId == e.NewClaimId => Raise(e.ClaimId, e.Text, e.Mode, e.Negative).With(e.Mentions),
        _ when claim is null => null,
        ClaimMentioned e => claim with { Mentions = claim.Mentions.SetItem(e.MentionId, Mentioned(e)) },
        MentionRetracted e when claim.Mentions.TryGetValue(e.MentionId, out var m) =>
            claim with { Mentions = claim.Mentions.SetItem(e.MentionId, m with { Retracted = true }) },
        MentionRetracted e when claim.Moved.TryGetValue(e.MentionId, out var m) => claim with { Moved = claim.Moved.SetItem(e.MentionId, m with { Retracted = true }) },
        ClaimRelated e => claim with { Relations = claim.Relations.Add((e.Relation, e.OtherClaimId)) },
        ClaimRelationWithdrawn e => claim with { Relations = claim.Relations.Remove((e.Relation, e.OtherClaimId)) },
        TextErased e => claim.Erase(e),
        ClaimsMerged e when e.From == claim.Id => claim with { MergedInto = e.Into },
        ClaimsMerged e when e.Into == claim.Id => (claim with { Absorbed = claim.Absorbed.Add(e.From) }).With(e.Mentions ?? []),
        ClaimSplit e when e.ClaimId == claim.Id && e.NewClaimId != claim.Id => claim with
        {
            Mentions = claim.Mentions.RemoveRange(e.Mentions.Select(m => m.MentionId)),
            Moved = claim.Moved.SetItems(e.Mentions.Select(m => KeyValuePair.Create(m.MentionId, new MovedMention(e.NewClaimId, m, Retracted: false)))),
            SplitOff = claim.SplitOff.Add(e.NewClaimId)
        },
        VerdictProposed or VerdictApproved or VerdictRejected or VerdictWithdrawn or VerdictBasisChanged => claim.Judge(@event),
        _ => claim
    };

    private Claim With(IEnumerable<ClaimMentioned> mentions) => this with
    {
        Mentions = Mentions.SetItems(mentions.Select(m => KeyValuePair.Create(m.MentionId, Mentioned(m))))
    };

    private static ClaimMention Mentioned(ClaimMentioned m) => new(m.MentionId, m.DocumentId, m.Polarity, Retracted: false, m);

    /// <summary>What a state holds that was folded before text was removed does not outlive it.</summary>
    private Claim Erase(TextErased e) => this with
    {
        Text = SharedWords.Redacted,
        Mentions = Mentions.SetItems(Mentions.Where(m => IsOf(m.Value.Event, e)).Select(m => KeyValuePair.Create(m.Key, m.Value with { Event = Left(m.Value.Event) }))),
        Moved = Moved.SetItems(Moved.Where(m => IsOf(m.Value.Event, e)).Select(m => KeyValuePair.Create(m.Key, m.Value with { Event = Left(m.Value.Event) })))
    };

    private static bool IsOf(ClaimMentioned mention, TextErased e) => mention.DocumentId == e.DocumentId && mention.Revision == e.Revision;

    private static ClaimMentioned Left(ClaimMentioned mention) => mention with { Quote = SharedWords.Redacted, Speaker = null, Via = [], Cue = null, Because = null };

    private Claim Judge(object @event) => @event switch
    {
        VerdictProposed e => this with { Verdicts = Verdicts.SetItem(e.VerdictId, Verdicts.GetValueOrDefault(e.VerdictId) ?? Dateline.Verdicts.Proposal.From(e, Standing)) },
        VerdictApproved e when Proposal(e.VerdictId) is { } v => this with
        {
            Verdicts = Verdicts.SetItem(v.Id, v with { State = ProposalState.Approved, ApprovedBy = e.By }),
            Standing = v.Id
        },
        VerdictRejected e when Proposal(e.VerdictId) is { } v => this with { Verdicts = Verdicts.SetItem(v.Id, v with { State = ProposalState.Rejected }) },
        VerdictWithdrawn e when Proposal(e.VerdictId) is { } v => this with
        {
            Verdicts = Verdicts.SetItem(v.Id, v with { State = ProposalState.Withdrawn }),
            Standing = Standing == v.Id ? null : Standing
        },
        VerdictBasisChanged e when Proposal(e.VerdictId) is { } v => this with
        {
            Verdicts = Verdicts.SetItem(v.Id, v with { Basis = v.Basis.Add(e.CauseId) })
        },
        _ => this
    };

    private static Claim Raise(string id, string text, Mode mode, bool? negative) => new(
        id, text, mode, ImmutableDictionary<string, ClaimMention>.Empty, [], ImmutableDictionary<string, Proposal>.Empty, null, null, [], [])
    { IsNegative = negative is true };
}
