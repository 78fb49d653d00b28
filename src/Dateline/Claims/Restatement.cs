using Dateline.Matching;

namespace Dateline.Claims;

/// <summary>Whether a document still says what it said before: what rests on it rests on who said it, how sure they were, where they had it from, and the words.</summary>
internal static class Restatement
{
    private static readonly HashSet<int> articles = [.. new[] { "a", "an", "the" }.Select(Terms.IdOf)];

    /// <summary>In what the mentions that took another one's place differ from it, by the nearest of them; empty where one says the same.</summary>
    /// <param name="mention">The mention that gave way.</param>
    /// <param name="now">What took its place; at least one.</param>
    internal static IReadOnlyList<string> Differences(ClaimMentioned mention, IEnumerable<ClaimMentioned> now) => now.Select(n => Differences(mention, n)).MinBy(d => d.Count)!;

    /// <summary>Whether a later revision of its document, as it stands, says the same.</summary>
    internal static bool IsSaidAgain(ClaimMentioned mention, Claim claim) => claim.Mentions.Values.Any(m =>
        !m.Retracted && m.DocumentId == mention.DocumentId && m.Event.Revision > mention.Revision && Differences(mention, m.Event).Count == 0);

    private static List<string> Differences(ClaimMentioned before, ClaimMentioned now)
    {
        var differences = new List<string>();
        if (now.Polarity != before.Polarity) differences.Add("whether it is so");
        if (!Same(now.Speaker, before.Speaker)) differences.Add("who says it");
        if (now.Certainty != before.Certainty) differences.Add("how sure they are");
        if (now.Origin != before.Origin || !now.Via.SequenceEqual(before.Via, SameWords.Instance)) differences.Add("where it comes from");
        if (!Same(now.Quote, before.Quote)) differences.Add("its words");
        return differences;
    }

    // Case, articles, inflection and the way in which numbers are written do not matter; the order of words does.
    private static bool Same(string? one, string? other) => one == other || (one is not null && other is not null && Read(one).SequenceEqual(Read(other)));

    private static IEnumerable<int> Read(string text) => Terms.Read(text).Select(t => t.Id).Where(id => !articles.Contains(id));

    private sealed class SameWords : IEqualityComparer<string>
    {
        internal static SameWords Instance { get; } = new();

        public bool Equals(string? x, string? y) => Same(x, y);

        public int GetHashCode(string obj) => 0;
    }
}
