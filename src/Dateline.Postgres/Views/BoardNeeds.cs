using Dateline.Claims;
using Dateline.Documents;
using Dateline.Stories;
using Dateline.Verdicts;

namespace Dateline.Postgres.Views;

/// <summary>What a batch of events touches.</summary>
internal sealed class BoardNeeds
{
    internal HashSet<string> Claims { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> Stories { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>Documents that change their story, so that all their claims are needed.</summary>
    internal HashSet<string> WholeDocuments { get; } = new(StringComparer.Ordinal);

    /// <summary>Stories all of whose documents change their story.</summary>
    internal HashSet<string> WholeStories { get; } = new(StringComparer.Ordinal);

    internal static BoardNeeds Of(IEnumerable<Recorded> events)
    {
        var needs = new BoardNeeds();
        foreach (var e in events) needs.Add(e.Data);
        return needs;
    }

    private void Add(object data)
    {
        switch (data)
        {
            case StoryOpened e: Stories.Add(e.StoryId); break;
            case StoryRenamed e: Stories.Add(e.StoryId); break;
            case StoryClosed e: Stories.Add(e.StoryId); break;
            case StoryReopened e: Stories.Add(e.StoryId); break;
            case StoriesMerged e: Stories.UnionWith([e.Into, e.From]); WholeStories.Add(e.From); break;
            case StorySplit e: Stories.UnionWith([e.StoryId, e.NewStoryId]); WholeDocuments.UnionWith(e.Documents); break;
            case DocumentFiled e: Stories.Add(e.StoryId); WholeDocuments.Add(e.DocumentId); break;
            case DocumentMoved e: Stories.UnionWith([e.From, e.To]); WholeDocuments.Add(e.DocumentId); break;
            case DocumentWithdrawn e: Documents.Add(e.DocumentId); break;
            case DocumentRevised e: Documents.Add(e.DocumentId); break;
            case ClaimFiled e: Stories.Add(e.StoryId); Claims.Add(e.ClaimId); break;
            default: AddClaims(data); break;
        }
    }

    private void AddClaims(object data)
    {
        switch (data)
        {
            case ClaimRaised e: Claims.Add(e.ClaimId); break;
            case ClaimMentioned e: Claims.Add(e.ClaimId); Documents.Add(e.DocumentId); break;
            case MentionRetracted e: Claims.Add(e.ClaimId); break;
            case ClaimRelated e: Claims.UnionWith([e.ClaimId, e.OtherClaimId]); break;
            case ClaimRelationWithdrawn e: Claims.UnionWith([e.ClaimId, e.OtherClaimId]); break;
            case ClaimsMerged e: Claims.UnionWith([e.Into, e.From]); break;
            case ClaimSplit e: Claims.UnionWith([e.ClaimId, e.NewClaimId]); break;
            case VerdictProposed e: Claims.Add(e.ClaimId); break;
            case VerdictApproved e: Claims.Add(e.ClaimId); break;
            case VerdictRejected e: Claims.Add(e.ClaimId); break;
            case VerdictWithdrawn e: Claims.Add(e.ClaimId); break;
            case VerdictBasisChanged e: Claims.Add(e.ClaimId); break;
            default: break;
        }
    }
}
