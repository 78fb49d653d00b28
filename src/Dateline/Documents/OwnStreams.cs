using System.Text.Json.Nodes;
using Dateline.Claims;
using Dateline.Stories;

namespace Dateline.Documents;

/// <summary>
/// What is a document's own: its stream, the claims that it makes or that people judged by it, and the stories it is or was in; and which other documents make those
/// claims and are in those stories.
/// </summary>
internal sealed class OwnStreams(string document, Func<string, bool> isMentioned)
{
    private readonly Dictionary<string, HashSet<string>> claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> stories = new(StringComparer.Ordinal);
    private readonly HashSet<string> cited = new(StringComparer.Ordinal);

    /// <summary>All documents that make those claims or are in those stories, and the document itself.</summary>
    internal IReadOnlyCollection<string> Documents => stories.Values.Where(IsOwn).Concat(claims.Where(c => IsOwnClaim(c.Key)).Select(c => c.Value)).SelectMany(d => d).Append(document).ToHashSet(StringComparer.Ordinal);

    /// <summary>Learns from the next event of the document, its claims and stories.</summary>
    internal void Learn(object e)
    {
        switch (e)
        {
            case DocumentCited c: cited.Add(c.ClaimId); break;
            case ClaimMentioned m: In(claims, m.ClaimId).Add(m.DocumentId); break;
            case ClaimSplit s: In(claims, s.NewClaimId).UnionWith(s.Mentions.Select(m => m.DocumentId)); break;
            case ClaimsMerged m: In(claims, m.Into).UnionWith(In(claims, m.From)); break;
            case DocumentFiled f: In(stories, f.StoryId).Add(f.DocumentId); break;
            case DocumentMoved m: In(stories, m.To).Add(m.DocumentId); break;
            case StorySplit s: In(stories, s.NewStoryId).UnionWith(s.Documents); break;
            case StoriesMerged m: In(stories, m.Into).UnionWith(In(stories, m.From)); break;
            default: break;
        }
    }

    /// <summary>The documents whose words stay in what an act says that is about the document's own; null where it is about something else.</summary>
    internal IReadOnlyCollection<string>? Beside(string type, JsonObject json)
    {
        if ((Of(json, "documentId") ?? document) != document) return type == EventTypes.NameOf<DocumentMoved>() ? BesideMoved(json) : null;
        if (Of(json, "claimId") is { } claim && IsOwnClaim(claim)) return Others(claims, claim);
        if (Of(json, "otherClaimId") is { } other && IsOwnClaim(other)) return Others(claims, other);
        // A title that the story got which was split off stands on both streams.
        if ((type == EventTypes.NameOf<StorySplit>() ? Of(json, "newStoryId") : Of(json, "storyId")) is { } story) return IsOwn(In(stories, story)) ? Others(stories, story) : null;
        return Of(json, "claimId") is null && Of(json, "documentId") is not null ? [document] : null;
    }

    /// <summary>Why another document leaves the document's story, or comes into it, is said of that story.</summary>
    private List<string>? BesideMoved(JsonObject json)
    {
        var own = new[] { Of(json, "from"), Of(json, "to") }.OfType<string>().Where(s => IsOwn(In(stories, s))).ToList();
        return own.Count > 0 ? [.. own.SelectMany(s => Others(stories, s)), Of(json, "documentId")!] : null;
    }

    private bool IsOwnClaim(string claim) => isMentioned(claim) || cited.Contains(claim);

    private bool IsOwn(HashSet<string> documents) => documents.Contains(document);

    private List<string> Others(Dictionary<string, HashSet<string>> of, string id) => [.. In(of, id).Append(document)];

    private static HashSet<string> In(Dictionary<string, HashSet<string>> of, string id)
    {
        if (!of.TryGetValue(id, out var found)) of[id] = found = new(StringComparer.Ordinal);
        return found;
    }

    private static string? Of(JsonObject json, string member) => json[member] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
