using System.Collections.Immutable;
using System.Globalization;
using Dateline.Claims;
using Dateline.Verdicts;

namespace Dateline.Server.Commands;

/// <summary>
/// Makes evidence of what a person names: a document, which means its latest revision that holds a standing mention of the claim, with that mention,
/// or the newest where none does: what it no longer says is named itself; a revision, <c>d-…/1</c>; or a mention, <c>d-…/1#1</c>.
/// </summary>
internal static class VerdictEvidence
{
    /// <summary>What may be named, for help texts.</summary>
    internal const string Forms = "a document (its latest revision with a standing mention of the claim, or else the newest), a revision (d-…/1) or a mention (d-…/1#1)";

    internal static async Task<IReadOnlyList<Evidence>> Of(INewsroom newsroom, string claim, IEnumerable<string> items, CancellationToken cancellation)
    {
        var mentions = (await newsroom.Load<Claims.Claim>(Ids.Claim(claim), null, cancellation)).State?.Mentions ?? ImmutableDictionary<string, ClaimMention>.Empty;
        var evidence = new List<Evidence>();
        foreach (var item in items)
        {
            var one = mentions.TryGetValue(item, out var mention) ? new(mention.DocumentId, mention.Event.Revision, mention.Id) : await Named(newsroom, claim, item, mentions, cancellation);
            if (!evidence.Contains(one)) evidence.Add(one);
        }
        return evidence;
    }

    private static async Task<Evidence> Named(
        INewsroom newsroom, string claim, string item, ImmutableDictionary<string, ClaimMention> mentions, CancellationToken cancellation)
    {
        var (id, number, isMention) = Parts(item);
        var document = (await newsroom.Load<Documents.Document>(Ids.Document(id), null, cancellation)).State
            ?? throw new Refused($"There is no document {id}. `dateline claim {claim}` lists the documents that mention the claim.");
        if (number is null) return mentions.Values.Where(m => m.DocumentId == id && !m.Retracted)
            .OrderByDescending(m => m.Event.Revision).ThenBy(m => m.Id.Length).ThenBy(m => m.Id, StringComparer.Ordinal).FirstOrDefault() is { } latest
            ? new(id, latest.Event.Revision, latest.Id) : new(id, document.Latest.Number, null);
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) || document.Revisions.All(r => r.Number != revision))
            throw new Refused($"There is no revision {number} of {id}: it has {document.Revisions.Count}, so name {id}/1{(document.Revisions.Count > 1 ? $" to {id}/{document.Latest.Number}" : "")}, or the document alone.");
        if (!isMention) return new(id, revision, null);
        // A mention of another claim may bear on this one.
        if (!document.Filed.TryGetValue(revision, out var filed) || filed.All(m => m.MentionId != item))
            throw new Refused($"There is no mention {item}. `dateline claim {claim}` lists the mentions of the claim; {id}/{revision} names the revision alone.");
        return new(id, revision, item);
    }

    /// <summary>The parts of <c>document/revision#mention</c>.</summary>
    private static (string Document, string? Revision, bool IsMention) Parts(string item)
    {
        var hash = item.IndexOf('#', StringComparison.Ordinal);
        var path = hash < 0 ? item : item[..hash];
        var slash = path.LastIndexOf('/');
        return slash < 0 ? (item, null, false) : (path[..slash], path[(slash + 1)..], hash >= 0);
    }
}
