using System.Collections.Immutable;
using Dateline.Documents;
using Dateline.Verdicts;

namespace Dateline.Claims;

/// <summary>A mention, as decisions need it.</summary>
public sealed record ClaimMention(string Id, string DocumentId, Polarity Polarity, bool Retracted, ClaimMentioned Event);

/// <summary>A mention that was split off.</summary>
/// <param name="To">The claim that it is of now.</param>
/// <param name="Event">What it said.</param>
/// <param name="Retracted">Whether it was taken out since.</param>
public sealed record MovedMention(string To, ClaimMentioned Event, bool Retracted);

/// <summary>One proposition that documents mention and people judge.</summary>
public sealed record Claim(
    string Id, Mode Mode, ImmutableDictionary<string, ClaimMention> Mentions, ImmutableHashSet<(Relation, string)> Relations,
    ImmutableDictionary<string, Proposal> Verdicts, string? Standing, string? MergedInto, ImmutableHashSet<string> SplitOff,
    ImmutableHashSet<string> Absorbed) : IFold<Claim>
{
    /// <summary>Whether its words by themselves say that something is not so: whoever says that it is so denies it.</summary>
    public bool IsNegative { get; init; }

    /// <summary>The mentions that were split off from it, by their ids.</summary>
    public ImmutableDictionary<string, MovedMention> Moved { get; init; } = ImmutableDictionary<string, MovedMention>.Empty;

    /// <summary>Verdicts on other claims that rest on its mentions.</summary>
    public ImmutableHashSet<MentionCited> Citations { get; init; } = [];

    /// <summary>What those other claims were told: of a mention, each cause once.</summary>
    internal ImmutableHashSet<(string Mention, string By, string CauseId)> Told { get; init; } = [];

    /// <summary>The proposal of that id, if there is one.</summary>
    public Proposal? Proposal(string verdict) => Verdicts.GetValueOrDefault(verdict);

    /// <summary>The verdict that stands, if one does.</summary>
    public Proposal? StandingVerdict => Standing is null ? null : Verdicts[Standing];

    /// <inheritdoc/>
    public static Claim? Evolve(Claim? claim, object @event) => @event switch
    {
        ClaimRaised e when claim is null => Raise(e.ClaimId, e.Mode, e.Negative),
        ClaimSplit e when claim is null && e.ClaimId == e.NewClaimId => Raise(e.ClaimId, e.Mode, e.Negative).With(e.Mentions),
        _ when claim is null => null,
        ClaimMentioned e => claim with { Mentions = claim.Mentions.SetItem(e.MentionId, Mentioned(e)) },
        MentionRetracted e when claim.Mentions.TryGetValue(e.MentionId, out var m) =>
            claim with { Mentions = claim.Mentions.SetItem(e.MentionId, m with { Retracted = true }) },
        MentionRetracted e when claim.Moved.TryGetValue(e.MentionId, out var m) => claim with { Moved = claim.Moved.SetItem(e.MentionId, m with { Retracted = true }) },
        ClaimRelated e => claim with { Relations = claim.Relations.Add((e.Relation, e.OtherClaimId)) },
        ClaimRelationWithdrawn e => claim with { Relations = claim.Relations.Remove((e.Relation, e.OtherClaimId)) },
        TextErased e => claim.Erase(e),
        ClaimsMerged e when e.From == claim.Id => claim with { MergedInto = e.Into },
        ClaimsMergeVoided e when e.Into == claim.MergedInto => claim with { MergedInto = null },
        ClaimsMerged e when e.Into == claim.Id => (claim with { Absorbed = claim.Absorbed.Add(e.From) }).With(e.Mentions ?? []),
        ClaimSplit e when e.ClaimId == claim.Id && e.NewClaimId != claim.Id => claim with
        {
            Mentions = claim.Mentions.RemoveRange(e.Mentions.Select(m => m.MentionId)),
            Moved = claim.Moved.SetItems(e.Mentions.Select(m => KeyValuePair.Create(m.MentionId, new MovedMention(e.NewClaimId, m, Retracted: false)))),
            SplitOff = claim.SplitOff.Add(e.NewClaimId)
        },
        MentionCited e => claim with { Citations = claim.Citations.Add(e) },
        CitationTouched e => claim with { Told = claim.Told.Add((e.MentionId, e.ByClaimId, e.CauseId)) },
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
            Verdicts = Verdicts.SetItem(v.Id, v with { State = ProposalState.Approved, ApprovedBy = e.By, ApprovedWith = v.Basis.Count }),
            Standing = v.Id
        },
        VerdictRejected e when Proposal(e.VerdictId) is { } v => this with { Verdicts = Verdicts.SetItem(v.Id, v with { State = ProposalState.Rejected, EndedBy = e.By }) },
        VerdictWithdrawn e when Proposal(e.VerdictId) is { } v => this with
        {
            Verdicts = Verdicts.SetItem(v.Id, v with { State = ProposalState.Withdrawn, EndedBy = e.By }),
            Standing = Standing == v.Id ? null : Standing
        },
        VerdictBasisChanged e when Proposal(e.VerdictId) is { } v => this with
        {
            Verdicts = Verdicts.SetItem(v.Id, v with { Basis = v.Basis.Add(e.CauseId) })
        },
        _ => this
    };

    private static Claim Raise(string id, Mode mode, bool? negative) => new(
        id, mode, ImmutableDictionary<string, ClaimMention>.Empty, [], ImmutableDictionary<string, Proposal>.Empty, null, null, [], [])
    { IsNegative = negative is true };
}
