using Dateline.Claims;
using Dateline.Documents;

namespace Dateline.Server.Site.Documents;

/// <summary>A stretch of a document's text, and the mention that it belongs to: of several, the shortest.</summary>
public readonly record struct Stretch(string Text, Mention? Mention);

/// <summary>The part of a revision's text that a page shows, with the mentions in it marked.</summary>
/// <param name="Stretches">The text in order.</param>
/// <param name="Mentions">The mentions that touch it, in the order of the text.</param>
/// <param name="From">Where the part begins (UTF-16 code units).</param>
/// <param name="To">Where it ends.</param>
/// <param name="Length">How long the whole text is.</param>
public sealed record Marked(IReadOnlyList<Stretch> Stretches, IReadOnlyList<Mention> Mentions, int From, int To, int Length)
{
    /// <summary>A page shows at most so much of a text at once.</summary>
    internal const int Longest = 60_000;

    /// <summary>Where the part begins that holds a mention: the first one where there is no such mention.</summary>
    internal static int PartOf(RevisionPage revision, string? mention) =>
        (revision.Mentions.FirstOrDefault(m => m.Id == mention)?.Content.Start ?? 0) / Longest * Longest;

    /// <summary>Marks the part of a revision that begins at an offset.</summary>
    public static Marked Of(RevisionPage revision, int from)
    {
        var text = revision.Text;
        from = Whole(text, Math.Clamp(from, 0, text.Length));
        var to = Whole(text, Math.Min(text.Length, from + Longest));
        var spans = revision.Mentions.SelectMany(m => m.More.Prepend(m.Content).Select(s => (s.Start, s.End, Mention: m)))
            .Where(s => s.Start < to && s.End > from && s.Start < s.End && s.End <= text.Length).ToList();
        var cuts = spans.SelectMany(s => new[] { Math.Max(s.Start, from), Math.Min(s.End, to) }).Append(from).Append(to).Distinct().Order().ToList();
        var shortest = new Mention?[cuts.Count];
        foreach (var span in spans.OrderByDescending(s => s.End - s.Start))
        {
            for (var i = cuts.BinarySearch(Math.Max(span.Start, from)); cuts[i] < Math.Min(span.End, to); i++) shortest[i] = span.Mention;
        }
        return new(
            [.. Enumerable.Range(0, cuts.Count - 1).Select(i => new Stretch(text[cuts[i]..cuts[i + 1]], shortest[i]))],
            [.. spans.Select(s => s.Mention).Distinct().OrderBy(m => m.Content.Start)], from, to, text.Length);
    }

    /// <summary>An offset that cuts no pair of surrogates.</summary>
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
