using Dateline.Claims;
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

    /// <summary>On the published clock a claim whose own words were not out yet has those of the first mention that was; what raised it tells no more then.</summary>
    private void Word(ClaimFacts claim, IEnumerable<MentionFacts> mentions, Moment now)
    {
        if (clock == Clock.Recorded) return;
        if (claim.Text.Length == 0)
            claim.Text = mentions.Select(m => m.Mention).OrderBy(m => m.PublishedAt).ThenBy(m => m.MentionId, StringComparer.Ordinal).FirstOrDefault()?.Quote ?? "";
        if (claim.Ahead is { } raised && !IsAhead(raised, now)) claim.Ahead = null;
    }

    /// <summary>
    /// A claim's day is that of the first of its mentions, in the order of the clock, that gives one and stands; where none of these stands, of the first.
    /// </summary>
    private void Date(ClaimFacts claim)
    {
        MentionFacts? first = null;
        foreach (var m in claim.Mentions)
        {
            if (m.DueAt is not null && (first is null || Gives(m, first))) first = m;
        }
        if (claim.Mentions.Count > 0) (claim.DueAt, claim.Dating) = (first?.DueAt, first);

        bool Gives(MentionFacts m, MentionFacts than) => m.Stands != than.Stands ? m.Stands
            : clock == Clock.Published && m.Mention.PublishedAt != than.Mention.PublishedAt ? m.Mention.PublishedAt < than.Mention.PublishedAt
            : m.Position < than.Position;
    }

    /// <summary>The day that a mention gives. Logs of before mentions had days have that of the first one, the second event of its stream, on what it raised.</summary>
    private string? DayOf(ClaimMentioned mention, Moment now)
    {
        if (mention.DueAt is not null || now.Event.Version != 2 || !claims.TryGetValue(mention.ClaimId, out var raised)) return mention.DueAt;
        return raised.Ahead is { } ahead ? ahead.DueAt : raised.Mentions.Count == 0 ? raised.DueAt : null;
    }
}
