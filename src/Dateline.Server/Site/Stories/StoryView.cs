using Dateline.Replay;
using Dateline.Stories;

namespace Dateline.Server.Site.Stories;

/// <summary>A story that can be chosen: its id and title.</summary>
public sealed record StoryChoice(string Id, string Title);

/// <summary>What a machine suggests about a story and nobody has decided.</summary>
/// <param name="Made">The suggestion.</param>
/// <param name="Other">The story to merge with; null where documents should be split off.</param>
/// <param name="Documents">The documents to split off that are still in the story.</param>
public sealed record Suggested(StorySuggestion Made, StoryChoice? Other, IReadOnlyList<StoryDocument> Documents);

/// <summary>Which part of a story's lists is shown: the numbers of the first document and the first claim, from 0.</summary>
public readonly record struct StoryPart(int Documents, int Claims)
{
    /// <summary>How many of each are listed at once.</summary>
    public const int Most = 100;

    /// <summary>The part that an address asks for; what is no number asks for the beginning.</summary>
    internal static StoryPart Of(HttpContext http) => new(Address.First(http, "documents"), Address.First(http, "claims"));
}

/// <summary>A story as its page shows it.</summary>
/// <param name="Page">The story, its documents and claims.</param>
/// <param name="Asked">The moment and its clock.</param>
/// <param name="At">The moment itself.</param>
/// <param name="Version">The version of the story that is shown.</param>
/// <param name="Differing">Claims that stand against one another.</param>
/// <param name="Drawing">The timeline.</param>
/// <param name="ClaimChanges">The changes of status of its claims.</param>
/// <param name="Choices">Other stories, for forms.</param>
/// <param name="Part">Which of its documents and claims are listed.</param>
public sealed record StoryView(
    StoryPage Page, Asked Asked, DateTimeOffset At, long Version, IReadOnlyList<Accounts> Differing, Drawing Drawing, IReadOnlyList<TimelineEntry> ClaimChanges,
    IReadOnlyList<StoryChoice> Choices, StoryPart Part)
{
    /// <summary>What a machine suggests and nobody has decided.</summary>
    public IReadOnlyList<Suggested> Suggestions { get; init; } = [];

    /// <summary>The view of a story in a picture; null where the picture has none of that id.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="id">The story's id.</param>
    /// <param name="asked">The moment and its clock.</param>
    /// <param name="at">The moment itself.</param>
    /// <param name="changes">The changes of status.</param>
    /// <param name="times">When events were recorded, by position; on the published clock it is not asked.</param>
    public static StoryView? Of(
        Picture picture, string id, Asked asked, DateTimeOffset at, IReadOnlyList<StatusChange> changes, IReadOnlyDictionary<long, DateTimeOffset> times)
    {
        if (Pages.Story(picture, id, changes, asked.Clock, at) is not { } page) return null;
        var claims = page.Claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var moved = changes.Where(c => c.Kind == "claim" && claims.ContainsKey(c.Id)).GroupBy(c => c.Id)
            .SelectMany(g => Pages.Timeline(g, picture.Claims[g.Key], asked.Clock, at)).OrderBy(t => t.At).ToList();
        // What its claims' days did is among the claims' changes.
        page = page with { Timeline = [.. page.Timeline.Where(t => t.Kind == "story")] };
        // What is on another part of the lists has a page of its own.
        static bool IsListed(int count) => count <= StoryPart.Most;
        string To(string claim) => IsListed(page.Claims.Count) ? $"#{claim}" : Address.Claim(claim, asked);
        var points = page.Documents.Select(d => new Point(
                0, asked.Clock == Clock.Published ? d.PublishedAt : times.GetValueOrDefault(d.Position, d.PublishedAt), d.Withdrawn is null ? "document" : "withdrawn",
                $"{d.Title} ({d.Source})", IsListed(page.Documents.Count) ? $"#{d.Id}" : Address.Document(d.Id, asked.Query)))
            .Concat(moved.Select(m => new Point(1, m.At, m.To, $"{claims[m.Id].Text}: {(m.From is null ? "" : m.From + " to ")}{m.To}", To(m.Id))))
            .Concat(page.Timeline.Select(t => new Point(2, t.At, t.To, $"{t.To}: {t.Reason}", $"#change-{t.Position}")))
            .Concat(page.Claims.SelectMany(c => picture.Claims[c.Id].Verdicts.SelectMany(v => v.Acts.Select(a => new Point(
                3, a.At, a.Act.Replace(' ', '-'), $"{a.By}: {a.Act}, {Words.Of(v.Proposed.Rating)}: {c.Text}{(a.Act == VerdictAct.BasisChanged && a.Reason is { } cause ? $" ({cause})" : "")}", To(c.Id))))));
        var drawing = Drawing.Of([.. points], [.. page.Timeline.Select(t => (t.At, t.To))], at);
        return new(page, asked, at, 0, SidesOf.Differing(picture, page.Claims), drawing, moved, [], default);
    }
}
