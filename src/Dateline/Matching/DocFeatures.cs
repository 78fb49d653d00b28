using System.Runtime.InteropServices;

namespace Dateline.Matching;

/// <summary>What grouping keeps of a document: its most telling terms with their weights, and when it was published.</summary>
public sealed class DocFeatures
{
    /// <summary>The most terms that are kept of a document.</summary>
    internal const int MostTerms = 160;

    private const int LongestReading = 1_200;

    // The inverted pyramid: the first sixty telling words are the lead and weigh half as much again.
    private const int Lead = 60;
    private const float LeadWeight = 1.5f;
    private const float NameWeight = 1.5f;

    private static readonly HashSet<int> Calendar =
    [
        .. """
        january february march april may june july august september october november december jan feb mar apr aug sept sep oct nov dec
        monday tuesday wednesday thursday friday saturday sunday
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Terms.IdOf)
    ];

    internal DocFeatures(int[] terms, ushort[] weights, DateTimeOffset publishedAt) => (Ids, Packed, PublishedAt) = (terms, weights, publishedAt);

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

    /// <summary>Aspect (upper byte) and weight in sixteenths (lower byte), parallel to <see cref="Ids"/>.</summary>
    internal ushort[] Packed { get; }

    /// <summary>When the world could read it.</summary>
    public DateTimeOffset PublishedAt { get; }

    /// <summary>
    /// Reads a document. A term weighs 1 + ln of its count (Buckley, Salton and Allan, TREC 1992); title and lead count for more, since a news
    /// text tells who and what first, and so do names.
    /// </summary>
    public static DocFeatures Of(string? title, string text, DateTimeOffset publishedAt) =>
        Of(title is null ? [] : CollectionsMarshal.AsSpan(Terms.Read(title, Lead)), CollectionsMarshal.AsSpan(Terms.Read(text, LongestReading)), publishedAt);

    /// <summary>Reads a document whose terms are known.</summary>
    internal static DocFeatures Of(ReadOnlySpan<Term> title, ReadOnlySpan<Term> text, DateTimeOffset publishedAt)
    {
        var found = new Dictionary<int, Found>(title.Length + Math.Min(text.Length, LongestReading) / 2);
        Take(found, title[..Math.Min(title.Length, Lead)], 1);
        Take(found, text[..Math.Min(text.Length, LongestReading)], LeadWeight);
        var all = new (int Id, float Weight, Found Found)[found.Count];
        var n = 0;
        foreach (var (id, f) in found) all[n++] = (id, (1 + MathF.Log(f.Count)) * (f.Aspect is Aspect.Who ? NameWeight : 1), f);
        if (n > MostTerms) Array.Sort(all, (a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : a.Found.First.CompareTo(b.Found.First));
        n = Math.Min(n, MostTerms);
        Array.Sort(all, 0, n, Comparer<(int Id, float Weight, Found Found)>.Create((a, b) => a.Id.CompareTo(b.Id)));
        var (ids, packed) = (new int[n], new ushort[n]);
        for (var i = 0; i < n; i++)
            (ids[i], packed[i]) = (all[i].Id, (ushort)(((int)all[i].Found.Aspect << 8) | (int)Math.Clamp(MathF.Round(16 * all[i].Weight), 1, 255)));
        return new(ids, packed, publishedAt);
    }

    private readonly record struct Found(float Count, int First, Aspect Aspect);

    private static void Take(Dictionary<int, Found> found, ReadOnlySpan<Term> terms, float lead)
    {
        var titled = found.Count;
        var position = 0;
        foreach (var term in terms)
        {
            if (term.Is(TermKinds.Stop)) continue;
            var aspect = term.Is(TermKinds.Number) || Calendar.Contains(term.Id) ? Aspect.When : term.Is(TermKinds.Name) ? Aspect.Who : Aspect.What;
            ref var f = ref CollectionsMarshal.GetValueRefOrAddDefault(found, term.Id, out var known);
            f = new(f.Count + (position < Lead ? lead : 1), known ? f.First : titled + position, (Aspect)Math.Max((int)f.Aspect, (int)aspect));
            position++;
        }
    }
}
