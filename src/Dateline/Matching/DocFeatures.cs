namespace Dateline.Matching;

/// <summary>What grouping keeps of a document: its most telling terms with their weights, and when it was published.</summary>
public sealed class DocFeatures
{
    private const int LongestReading = 1_200;
    private const int MostTerms = 160;

    private DocFeatures(int[] terms, byte[] weights, DateTimeOffset publishedAt) =>
        (Ids, Weights, PublishedAt) = (terms, weights, publishedAt);

    /// <summary>Terms in ascending order of their ids.</summary>
    internal int[] Ids { get; }

    /// <summary>Weights in sixteenths, parallel to <see cref="Ids"/>.</summary>
    internal byte[] Weights { get; }

    /// <summary>When the world could read it.</summary>
    public DateTimeOffset PublishedAt { get; }

    /// <summary>
    /// Reads a document. A term weighs 1 + ln of its count (Buckley, Salton and Allan, TREC 1992); names weigh more, as does what stands in the
    /// title or the lead, since a news text tells who and what first (inverted pyramid).
    /// </summary>
    public static DocFeatures Of(string? title, string text, DateTimeOffset publishedAt)
    {
        var found = new Dictionary<int, (double Count, int First, bool Name, bool Title, bool Number)>();
        var pairs = new Dictionary<int, (double Count, int First)>();
        var position = 0;
        double wl = Knobs.Get("LEAD", 1), wt = Knobs.Get("TITLE", 1);
        int lead = (int)Knobs.Get("LEADN", 60);
        void Take(List<Term> terms, bool inTitle)
        {
            var last = default(Term);
            foreach (var term in terms)
            {
                if (term.Is(TermKinds.Stop)) continue;
                if (last.End > 0 && term.Start - last.End <= 2 && Knobs.Get("BI", 0) > 0)
                {
                    var id = Terms.Mix((uint)last.Id * 31 + (uint)term.Id);
                    pairs.TryGetValue(id, out var c);
                    pairs[id] = (c.Count + (inTitle ? wt : position < lead ? wl : 1), c.Count == 0 ? position : c.First);
                }
                last = term;
                found.TryGetValue(term.Id, out var f);
                found[term.Id] = (f.Count + (inTitle ? wt : position < lead ? wl : 1), f.Count == 0 ? position : f.First, f.Name || (term.Is(TermKinds.Name) && !inTitle),
                    f.Title || inTitle, term.Is(TermKinds.Number));
                position++;
            }
        }
        if (title is not null && !text.StartsWith(title, StringComparison.Ordinal)) Take(Terms.Read(title, 60), true);
        else if (title is not null) { Take(Terms.Read(title, 60), true); }
        position = 0;
        Take(Terms.Read(text, (int)Knobs.Get("READ", 1200)), false);
        double wn = Knobs.Get("NAME", 1.5), wnum = Knobs.Get("NUMBER", .7), p = Knobs.Get("TFP", 1);
        var kept = found
            .Select(f => (f.Key, Weight: (1 + p * Math.Log(f.Value.Count)) * (f.Value.Name ? wn : f.Value.Number ? wnum : 1), f.Value.First))
                        .Concat(pairs.Where(_ => Knobs.Get("BI", 0) > 0).Select(f => (f.Key, Weight: Knobs.Get("BI", 0) * (1 + p * Math.Log(f.Value.Count)), f.Value.First)))
            .OrderByDescending(f => f.Weight).ThenBy(f => f.First).ThenBy(f => f.Key).Take((int)Knobs.Get("MOST", 160)).OrderBy(f => f.Key).ToArray();
        return new([.. kept.Select(k => k.Key)], [.. kept.Select(k => (byte)Math.Clamp(Math.Round(16 * k.Weight), 1, 255))], publishedAt);
    }
}
