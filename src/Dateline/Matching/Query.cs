namespace Dateline.Matching;

/// <summary>A text as <see cref="MatchIndex"/> is asked for it.</summary>
internal sealed class Query
{
    public required List<Term> Terms { get; init; }
    public Dictionary<int, double> Weights { get; } = [];
    public Dictionary<int, double> Idf { get; } = [];
    public Dictionary<long, double> Pairs { get; } = [];

    /// <summary>The weights by the index's rows.</summary>
    public Dictionary<int, double> Rows { get; } = [];
    public required List<(int Term, double Weight)> RarestFirst { get; init; }
    public double Ideal { get; private set; }

    // A word that is said again adds two fifths; numbers, often approximate, weigh a fifth less; the end of a text, where signatures and
    // dates stand, weighs half its beginning; pairs reach over one word between.
    private const double Again = .4, NumberWeight = .8, Fading = .5;
    private const int Reach = 2;
    private const int LongestQuery = 400;
    private const int ShortestCompound = 7;

    public static Query Of(string text, MatchIndex index)
    {
        var terms = new List<Term>();
        foreach (var term in Matching.Terms.Read(text, LongestQuery))
        {
            if (term.Is(TermKinds.Stop)) continue;
            if (term.End - term.Start < ShortestCompound || index.Known(term.Id)) terms.Add(term);
            else terms.AddRange(Matching.Terms.Split(text, term, index.Known));
        }
        var query = new Query { Terms = terms, RarestFirst = [] };
        for (var i = 0; i < terms.Count; i++)
        {
            var term = terms[i];
            var idf = query.Idf[term.Id] = index.Idf(term.Id);
            var weight = idf * (term.Is(TermKinds.Number) ? NumberWeight : 1) * (1 - Fading * i / terms.Count);
            query.Weights.TryGetValue(term.Id, out var before);
            query.Weights[term.Id] = Math.Max(before, weight) + (before > 0 ? Again * weight : 0);
        }
        for (var i = 0; i < terms.Count; i++)
            for (var j = i + 1; j <= i + Reach && j < terms.Count; j++)
                if (Tells(terms[i], terms[j]))
                    query.Pairs[MatchIndex.Pair(terms[i].Id, terms[j].Id)] = Math.Min(query.Weights[terms[i].Id], query.Weights[terms[j].Id]);
        foreach (var (term, weight) in query.Weights)
            if (index.RowOf(term) is >= 0 and var row) query.Rows[row] = weight;
        query.RarestFirst.AddRange(query.Weights.Select(w => (w.Key, w.Value)).OrderByDescending(w => query.Idf[w.Key]).ThenBy(w => w.Key));
        query.Ideal = Math.Max(1e-9, query.Weights.Values.Sum() * MatchIndex.Fullest);
        return query;
    }

    // The parts of one name come together anyway.
    private static bool Tells(Term a, Term b) => a.Id != b.Id && !(Named(a) && Named(b));

    private static bool Named(Term term) => term.Is(TermKinds.Name) || term.Is(TermKinds.Tag);
}
