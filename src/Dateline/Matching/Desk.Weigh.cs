using Dateline.Documents;

namespace Dateline.Matching;

public sealed partial class Desk
{
    // Under two fifths of common information another claim is not worth a word.
    private const int WorthNoting = 400;
    private const int MostConsidered = 3;

    // A claim of several mentions: one that conflicts outweighs any that agrees, so that no chain of likenesses joins two values.
    // Equal ones go to the one compared first: the document's own, then the nearest.
    private static void Weigh(List<Compared> compared, Compared one)
    {
        if (one.Answer.Relation is ClaimRelation.None) return;
        for (var i = 0; i < compared.Count; i++)
        {
            if (compared[i].ClaimId != one.ClaimId) continue;
            var (a, b) = (Rank(one.Answer.Relation), Rank(compared[i].Answer.Relation));
            if (a < b || (a == b && one.Answer.Score > compared[i].Answer.Score)) compared[i] = one;
            return;
        }
        compared.Add(one);
    }

    private static int Rank(ClaimRelation relation) => relation switch
    {
        ClaimRelation.Updates => 0,
        ClaimRelation.Contradicts => 1,
        ClaimRelation.Same or ClaimRelation.Denies => 2,
        _ => 3
    };

    private static string? KindOf(ClaimRelation relation) => relation switch
    {
        ClaimRelation.Contradicts => "contradicts",
        ClaimRelation.Updates => "updates",
        ClaimRelation.Supports => "supports",
        _ => null
    };

    // Each claim once, by its likest mention.
    private static List<ConsideredClaim> Considered(List<Compared> others, string filedTo)
    {
        others.Sort(static (a, b) => a.Answer.Score != b.Answer.Score ? b.Answer.Score.CompareTo(a.Answer.Score) : string.CompareOrdinal(a.ClaimId, b.ClaimId));
        var considered = new List<ConsideredClaim>(MostConsidered);
        foreach (var other in others)
        {
            if (other.ClaimId == filedTo || considered.Exists(c => c.ClaimId == other.ClaimId)) continue;
            considered.Add(new(other.ClaimId, other.Answer.Score, Ground(other.Answer)));
            if (considered.Count == MostConsidered) break;
        }
        return considered;
    }

    // What is kept with other documents quotes none, so that a redaction has nothing to seek there.
    private static string Ground(ClaimComparison answer) => answer.Relation switch
    {
        ClaimRelation.Contradicts => "The two cannot both hold.",
        ClaimRelation.Updates => "It gives a later value.",
        ClaimRelation.Supports => "It bears it out and does not say the same.",
        ClaimRelation.Same or ClaimRelation.Denies => "Another claim is nearer, or another of its mentions conflicts.",
        _ => answer.Ground
    };
}
