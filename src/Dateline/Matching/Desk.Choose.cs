using Dateline.Claims;

namespace Dateline.Matching;

public sealed partial class Desk
{
    private const int MostClaims = 40;
    private const int FewestTerms = 3;

    // What the document says in its own voice is filed where it is more worth checking than not; what it attributes, unless it names nothing
    // ("it", "so", "that"), which extraction puts at 50 at most.
    private const int WorthChecking = 500, LeastWorth = 100;

    private static List<Mention> Chosen(IReadOnlyList<Mention> mentions)
    {
        var chosen = new List<Mention>(mentions.Count);
        foreach (var mention in mentions)
            if (Worthy(mention)) chosen.Add(mention);
        if (chosen.Count > MostClaims)
        {
            chosen.Sort(static (a, b) => a.Worth != b.Worth ? b.Worth.CompareTo(a.Worth) : string.CompareOrdinal(a.Id, b.Id));
            chosen.RemoveRange(MostClaims, chosen.Count - MostClaims);
        }
        chosen.Sort(static (a, b) => a.Content.Start != b.Content.Start ? a.Content.Start.CompareTo(b.Content.Start) : string.CompareOrdinal(a.Id, b.Id));
        return chosen;
    }

    // Grave, and counted or flatly denied (Extraction.Worth): "nobody was hurt", "two died".
    private const int GraveWorth = 600;

    // A subject and what is said of it, told apart from others by a name, a value, a day or a third word: "that Vogel resigned", "12 people died", not "it was good".
    // What is grave tells by itself which of a story's matters it is.
    private static bool Tells(Mention mention, ClaimFeatures claim) =>
        claim.Sorted.Length + claim.Amounts.Length + (claim.Days.Length > 0 ? 1 : 0) + (claim.Named ? 1 : 0) >= FewestTerms || (mention.Worth >= GraveWorth && claim.Sorted.Length > 0)
        // Who denies it says so of the story's matter: "denied that the ferry was overloaded".
        || mention is { Cue: not null, Polarity: Polarity.Negative, Worth: >= WorthChecking } && claim.Sorted.Length == FewestTerms - 1;

    private static bool Worthy(Mention m) =>
        m.Mode is not (Mode.Opinion or Mode.Question) && (m.Cue is not null ? m.Mode is not Mode.Conditional && m.Worth >= LeastWorth : m.Worth >= WorthChecking);
}
