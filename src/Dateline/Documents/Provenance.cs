using Dateline.Claims;
using Dateline.Stories;

namespace Dateline.Documents;

/// <summary>
/// Whose words the claims and stories of a document were made of, as their own events tell it: a claim was raised by the mention that follows, a story was opened by
/// the document that was filed next.
/// </summary>
internal sealed class Provenance(string document, int revision)
{
    private static readonly HashSet<string> types = new(
        new[] { typeof(ClaimRaised), typeof(ClaimMentioned), typeof(ClaimSplit), typeof(ClaimsMerged), typeof(StoryOpened), typeof(DocumentFiled), typeof(DocumentMoved), typeof(StorySplit), typeof(StoriesMerged) }.Select(EventTypes.NameOf), StringComparer.Ordinal);

    private readonly HashSet<string> titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool?> raised = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool?> opened = new(StringComparer.Ordinal);
    private readonly HashSet<string> claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> quotes = new(StringComparer.Ordinal);
    private readonly HashSet<string> others = new(StringComparer.Ordinal);

    /// <summary>The outlets on whose word the revision, and others, report.</summary>
    internal RemovedOrigins Origins { get; } = new();

    /// <summary>Whether an event is one to learn from.</summary>
    internal static bool Tells(string type) => types.Contains(type);

    /// <summary>Notes a headline of the revision; to be called before what was filed is learned.</summary>
    internal void Title(string title) => titles.Add(title);

    /// <summary>Learns from the next event of the claims and stories.</summary>
    internal void Learn(object e)
    {
        switch (e)
        {
            case ClaimRaised c: raised[c.ClaimId] = null; break;
            case StoryOpened s: opened[s.StoryId] = null; break;
            case DocumentFiled f:
                Origins.Learn(f.Origin, f.DocumentId == document, f.Title == SharedWords.Redacted);
                if (opened.TryGetValue(f.StoryId, out var by) && by is null) opened[f.StoryId] = IsOwn(f.DocumentId, f.Title);
                break;
            case MentionsFiled f:
                foreach (var origin in f.Mentions.Select(m => m.Origin).Prepend(f.Origin)) Origins.Learn(origin, f.DocumentId == document && f.Revision == revision, isRedacted: true);
                break;
            case ClaimMentioned m:
                if (raised.TryGetValue(m.ClaimId, out var own) && own is null) raised[m.ClaimId] = IsOwn(m);
                Learn(m.ClaimId, m);
                break;
            case ClaimSplit s:
                foreach (var m in s.Mentions) Learn(s.NewClaimId, m);
                Join(s.ClaimId, s.NewClaimId);
                break;
            case ClaimsMerged m:
                foreach (var mention in m.Mentions ?? []) Learn(m.Into, mention);
                Join(m.From, m.Into);
                break;
            default: break;
        }
    }

    /// <summary>Whether the revision raised a claim; null where the log does not tell.</summary>
    internal bool? Raised(string claim) => raised.GetValueOrDefault(claim);

    /// <summary>Whether the revision's headline opened a story; null where the log does not tell.</summary>
    internal bool? Opened(string story) => opened.GetValueOrDefault(story);

    /// <summary>Whether a document was filed with the revision's headline.</summary>
    internal bool IsOwn(string filed, string title) => filed == document && titles.Contains(title);

    /// <summary>Whether a mention is of the revision.</summary>
    internal bool IsOwn(ClaimMentioned mention) => mention.DocumentId == document && mention.Revision == revision;

    /// <summary>Whether a claim is one that the revision mentions, or has to do with such a one by a merger or a split.</summary>
    internal bool IsMentioned(string claim) => claims.Contains(claim);

    /// <summary>What other revisions say when they mention a claim.</summary>
    internal IEnumerable<string> Quotes(string claim) => quotes.GetValueOrDefault(claim) ?? [];

    /// <summary>Whether a mention is known to be another revision's.</summary>
    internal bool IsOther(string mention) => others.Contains(mention);

    private void Learn(string claim, ClaimMentioned m)
    {
        Origins.Learn(m.Origin, IsOwn(m), m.Quote == SharedWords.Redacted);
        if (IsOwn(m)) claims.Add(claim);
        else
        {
            others.Add(m.MentionId);
            if (!quotes.TryGetValue(claim, out var said)) quotes[claim] = said = new(StringComparer.Ordinal);
            said.Add(m.Quote);
        }
    }

    // What compared with the one may be recorded at the other.
    private void Join(string one, string other)
    {
        if (!claims.Contains(one) && !claims.Contains(other)) return;
        claims.Add(one);
        claims.Add(other);
    }
}
