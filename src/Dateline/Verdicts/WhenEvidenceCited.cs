using Dateline.Claims;
using Dateline.Documents;

namespace Dateline.Verdicts;

/// <summary>A verdict that rests on a mention, and the claim that the mention was filed to.</summary>
public sealed record CitedMention(string Mention, string Claim);

/// <summary>A verdict rests on mentions of other claims: those note it, so that what becomes of the mentions finds it.</summary>
public static class WhenEvidenceCitedHandler
{
    /// <summary>The mentions in the document that the verdict names.</summary>
    public static async Task<IReadOnlyList<CitedMention>> LoadAsync(DocumentCited e, INewsroom newsroom, CancellationToken cancellation)
    {
        var claim = (await newsroom.Load<Claim>(Ids.Claim(e.ClaimId), null, cancellation)).State;
        var named = claim?.Proposal(e.VerdictId)?.Evidence.Where(x => x.DocumentId == e.DocumentId && x.MentionId is not null).ToList() ?? [];
        // Where it stands on the claim itself, the claim knows by itself what becomes of it.
        named.RemoveAll(x => claim!.Mentions.ContainsKey(x.MentionId!));
        if (named.Count == 0) return [];
        var document = (await newsroom.Load<Document>(Ids.Document(e.DocumentId), null, cancellation)).State;
        return
        [
            .. named.SelectMany(x => document?.Filed.GetValueOrDefault(x.Revision, []).Where(m => m.MentionId == x.MentionId) ?? [])
                .Select(m => new CitedMention(m.MentionId, claim!.Moved.GetValueOrDefault(m.MentionId)?.To ?? m.ClaimId)).Distinct()
        ];
    }

    /// <summary>One note for each mention.</summary>
    public static IEnumerable<ICommand> Handle(DocumentCited e, IReadOnlyList<CitedMention> cited) => cited.Select(m => new CiteMention(m.Claim, m.Mention, e.ClaimId, e.VerdictId));
}
