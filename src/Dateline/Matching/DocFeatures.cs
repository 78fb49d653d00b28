namespace Dateline.Matching;

/// <summary>What grouping keeps of a document: its most telling terms with their weights, and when it was published.</summary>
public sealed class DocFeatures
{
    private const int LongestReading = 1_200;
    private const int MostTerms = 160;

    // The inverted pyramid: the first sixty telling words are the lead and weigh half as much again.
    private const int Lead = 60;
    private const double LeadWeight = 1.5;
    private const double NameWeight = 1.5;

    private static readonly HashSet<int> Calendar =
    [
        .. """
        january february march april may june july august september october november december jan feb mar apr aug sept sep oct nov dec
        monday tuesday wednesday thursday friday saturday sunday
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Terms.IdOf)
    ];

    private DocFeatures(int[] terms, byte[] weights, Aspect[] aspects, DateTimeOffset publishedAt) =>
        (Ids, Weights, Aspects, PublishedAt) = (terms, weights, aspects, publishedAt);

    /// <summary>What a term speaks of.</summary>
    internal enum Aspect : byte
    {
        /// <summary>What happened.</summary>
        What,

        /// <summary>Who and where: a name.</summary>
        Who,

        /// <summary>When and how much: a number, a month, a day of the week.</summary>
        When
    }

    /// <summary>Terms in ascending order of their ids.</summary>
    internal int[] Ids { get; }

    /// <summary>Weights in sixteenths, parallel to <see cref="Ids"/>.</summary>
    internal byte[] Weights { get; }

    /// <summary>What each term speaks of, parallel to <see cref="Ids"/>.</summary>
    internal Aspect[] Aspects { get; }

    /// <summary>When the world could read it.</summary>
    public DateTimeOffset PublishedAt { get; }

    /// <summary>
    /// Reads a document. A term weighs 1 + ln of its count (Buckley, Salton and Allan, TREC 1992); title and lead count for more, since a news
    /// text tells who and what first, and so do names.
    /// </summary>
    public static DocFeatures Of(string? title, string text, DateTimeOffset publishedAt)
    {
        var found = new Dictionary<int, Found>();
        if (title is not null) Take(found, Terms.Read(title, Lead), 1);
        Take(found, Terms.Read(text, LongestReading), LeadWeight);
        var kept = found
            .Select(f => (Id: f.Key, Weight: (1 + Math.Log(f.Value.Count)) * (f.Value.Aspect is Aspect.Who ? NameWeight : 1), f.Value.First, f.Value.Aspect))
            .OrderByDescending(f => f.Weight).ThenBy(f => f.First).ThenBy(f => f.Id).Take(MostTerms).OrderBy(f => f.Id).ToArray();
        return new([.. kept.Select(k => k.Id)], [.. kept.Select(k => (byte)Math.Clamp(Math.Round(16 * k.Weight), 1, 255))],
            [.. kept.Select(k => k.Aspect)], publishedAt);
    }

    private readonly record struct Found(double Count, int First, Aspect Aspect);

    private static void Take(Dictionary<int, Found> found, List<Term> terms, double lead)
    {
        var titled = found.Count;
        var position = 0;
        foreach (var term in terms)
        {
            if (term.Is(TermKinds.Stop)) continue;
            var aspect = term.Is(TermKinds.Number) || Calendar.Contains(term.Id) ? Aspect.When : term.Is(TermKinds.Name) ? Aspect.Who : Aspect.What;
            var known = found.TryGetValue(term.Id, out var f);
            found[term.Id] = new(f.Count + (position < Lead ? lead : 1), known ? f.First : titled + position, (Aspect)Math.Max((int)f.Aspect, (int)aspect));
            position++;
        }
    }
}
