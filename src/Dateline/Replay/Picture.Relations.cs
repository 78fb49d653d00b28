using Dateline.Claims;

namespace Dateline.Replay;

/// <summary>A relation that an event gave people to read.</summary>
/// <param name="Claim">The claim whose relation it is.</param>
/// <param name="Relation">The relation, from that claim's side.</param>
internal readonly record struct ToldRelation(string Claim, RelationFacts Relation);

// How claims relate. On the published clock a relation waits until both claims were out: it is recorded with the later document, which may have been published first.
public sealed partial class Picture
{
    private readonly List<ClaimFacts> broughtOut = [];
    private readonly List<ToldRelation> told = [];
    private bool tookBack;

    /// <summary>On the published clock the relations that the last event gave people to read, whichever event they were recorded with, in log order.</summary>
    internal IReadOnlyList<ToldRelation> ToldRelations => told;

    /// <summary>Whether on the published clock the last event gave people a relation to read, or took one back that they could read.</summary>
    internal bool TellsOfRelations => told.Count > 0 || tookBack;

    /// <summary>Whether the last event says by itself nothing that people could read: it is about a relation that is told apart, or that nobody knew of.</summary>
    internal bool IsSilent(object data) => clock == Clock.Published && (data is ClaimRelated || (data is ClaimRelationWithdrawn && !tookBack));

    private void Relate(ClaimRelated e, Moment now) => ChangeClaims([e.ClaimId, e.OtherClaimId], now, () =>
    {
        var (claim, other) = (ClaimOf(e.ClaimId), ClaimOf(e.OtherClaimId));
        if (claim.Relations.Any(r => r.Relation == e.Relation && r.Other == e.OtherClaimId && !r.Incoming)) return;
        if (claim.TakenBack.Any(t => t.Relation == e.Relation && t.Other == e.OtherClaimId && t.Position > now.Position)) return;
        var relation = new RelationFacts(e.Relation, e.OtherClaimId, e.Because, now.Position, Incoming: false);
        claim.Relations = claim.Relations.Add(relation);
        other.Relations = other.Relations.Add(relation with { Other = e.ClaimId, Incoming = true });
        if (clock == Clock.Published && claim.IsOut && other.IsOut) told.Add(new(e.ClaimId, relation));
    });

    private void Unrelate(ClaimRelationWithdrawn e, Moment now) => ChangeClaims([e.ClaimId, e.OtherClaimId], now, () =>
    {
        var (claim, other) = (ClaimOf(e.ClaimId), ClaimOf(e.OtherClaimId));
        var before = claim.Relations.Length;
        claim.Relations = claim.Relations.RemoveAll(r => r.Relation == e.Relation && r.Other == e.OtherClaimId && !r.Incoming && r.Position < now.Position);
        other.Relations = other.Relations.RemoveAll(r => r.Relation == e.Relation && r.Other == e.ClaimId && r.Incoming && r.Position < now.Position);
        if (clock == Clock.Recorded) return;
        tookBack = claim.Relations.Length < before && claim.IsOut && other.IsOut;
        // What was published later than it was taken back never counts.
        claim.TakenBack = claim.TakenBack.Add((e.Relation, e.OtherClaimId, now.Position));
    });

    /// <summary>Notes that a mention of a claim was out.</summary>
    private void BringOut(ClaimFacts claim)
    {
        if (claim.IsOut) return;
        claim.IsOut = true;
        if (clock == Clock.Published && !claim.Relations.IsEmpty) broughtOut.Add(claim);
    }

    /// <summary>Forgets what the event before gave people to read.</summary>
    private void BeginTelling()
    {
        broughtOut.Clear();
        told.Clear();
        tookBack = false;
    }

    /// <summary>Tells the relations that waited for a claim which the event brought out. What is told rests on both claims, and names the stories of the first one's documents.</summary>
    private void TellRelations()
    {
        if (broughtOut.Count > 0)
        {
            told.AddRange(broughtOut.SelectMany(c => c.Relations.Where(r => claims.GetValueOrDefault(r.Other) is { IsOut: true })
                .Select(r => r.Incoming ? new(r.Other, r with { Other = c.Id, Incoming = false }) : new ToldRelation(c.Id, r))).Distinct().OrderBy(t => t.Relation.Position));
        }
        foreach (var (claim, relation) in told)
        {
            touchedClaims.UnionWith([claim, relation.Other]);
            touchedDocuments.UnionWith(claims[claim].Mentions.Select(m => m.Mention.DocumentId).Where(documents.ContainsKey));
        }
    }
}
