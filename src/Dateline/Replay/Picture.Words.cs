using Dateline.Stories;

namespace Dateline.Replay;

public sealed partial class Picture
{
    /// <summary>Whether an event takes effect before it was out itself: what it began was told of by another one earlier.</summary>
    private bool IsAhead(IPublished e, Moment now) => clock == Clock.Published && e.PublishedAt > now.At;

    /// <summary>On the published clock a story whose own title was not out yet has the headline of the first document in it that was.</summary>
    private void Entitle(StoryFacts story, IEnumerable<DocumentFacts> documents)
    {
        if (clock == Clock.Published && story.Title.Length == 0)
            story.Title = documents.Select(d => d.Filed).OfType<DocumentFiled>().OrderBy(f => f.PublishedAt).ThenBy(f => f.DocumentId, StringComparer.Ordinal).FirstOrDefault()?.Title ?? "";
    }

    /// <summary>On the published clock a claim whose own words were not out yet has those of the first mention that was; its day counts once it was named.</summary>
    private void Word(ClaimFacts claim, IEnumerable<MentionFacts> mentions, Moment now)
    {
        if (clock == Clock.Recorded) return;
        if (claim.Text.Length == 0)
            claim.Text = mentions.Select(m => m.Mention).OrderBy(m => m.PublishedAt).ThenBy(m => m.MentionId, StringComparer.Ordinal).FirstOrDefault()?.Quote ?? "";
        if (claim.Ahead is not { } raised || IsAhead(raised, now)) return;
        (claim.DueAt, claim.Ahead) = (raised.DueAt, null);
    }
}
