using Dateline.Verdicts;

namespace Dateline.Server.Commands;

/// <summary>Makes evidence of the documents that a person names: their newest revision, and the mention of the claim in it where there is one.</summary>
internal static class VerdictEvidence
{
    internal static async Task<IReadOnlyList<Evidence>> Of(INewsroom newsroom, string claim, IEnumerable<string> documents, CancellationToken cancellation)
    {
        var evidence = new List<Evidence>();
        foreach (var id in documents)
        {
            var document = (await newsroom.Load<Documents.Document>(Ids.Document(id), null, cancellation)).State
                ?? throw new Refused($"There is no document {id}. `dateline claim {claim}` lists the documents that mention the claim.");
            var revision = document.Latest.Number;
            var mention = document.Filed.TryGetValue(revision, out var filed) ? filed.FirstOrDefault(m => m.ClaimId == claim)?.MentionId : null;
            evidence.Add(new(id, revision, mention));
        }
        return evidence;
    }
}
