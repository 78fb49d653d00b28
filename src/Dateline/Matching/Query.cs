namespace Dateline.Matching;

/// <summary>A text as <see cref="MatchIndex"/> is asked for it.</summary>
internal sealed class Query
{
    public required List<Term> Terms { get; init; }
    public Dictionary<int, double> Weights { get; } = [];
    public Dictionary<int, double> Idf { get; } = [];
    public Dictionary<long, double> Pairs { get; } = [];
    public required List<(int Term, double Weight)> RarestFirst { get; init; }
    public double Ideal { get; private set; }

    public static Query Of(string text, MatchIndex index)
    {
        var terms = Matching.Terms.Read(text, 400).Where(t => !t.Is(TermKinds.Stop)).ToList();
        if (Knobs.Get("SPLIT", 1) > 0) terms = [.. terms.SelectMany(t => index.Known(t.Id) || t.End - t.Start < 7 ? [t] : Matching.Terms.Split(text, t, index.Known))];
        var query = new Query { Terms = terms, RarestFirst = [] };
        var i = 0;
        foreach (var term in terms)
        {
            var idf = query.Idf[term.Id] = index.Idf(term.Id);
            var weight = idf * (term.Is(TermKinds.Tag) ? Knobs.Get("WTAG", .7) : 1) * (term.Is(TermKinds.Name) ? Knobs.Get("WNAME", 1) : 1) * (term.Is(TermKinds.Number) ? Knobs.Get("WNUM", 1) : 1);
            weight *= 1 - Knobs.Get("POS", 0) * i++ / terms.Count;
            query.Weights.TryGetValue(term.Id, out var before);
            query.Weights[term.Id] = Math.Max(before, weight) + (before > 0 ? Knobs.Get("QK", .2) * weight : 0);
        }
        var near = (int)Knobs.Get("NEAR", 2);
        for (i = 0; i < terms.Count; i++)
            for (var j = i + 1; j <= i + near && j < terms.Count; j++)
                if (terms[i].Id != terms[j].Id && !(terms[i].Is(TermKinds.Name | TermKinds.Tag) && terms[j].Is(TermKinds.Name | TermKinds.Tag) && Knobs.Get("PN",0)==0))
                    query.Pairs[MatchIndex.Pair(terms[i].Id, terms[j].Id)] = Math.Min(query.Weights[terms[i].Id], query.Weights[terms[j].Id]);
        query.RarestFirst.AddRange(query.Weights.Select(w => (w.Key, w.Value)).OrderByDescending(w => query.Idf[w.Key]).ThenBy(w => w.Key));
        query.Ideal = Math.Max(1e-9, query.Weights.Values.Sum() * 2.2 * 1.5);
        return query;
    }
}
