using Dateline.Documents;
using Dateline.Postgres.Queries;
using Dateline.Replay;

namespace Dateline.Server.Site.Claims;

/// <summary>A mention in its sentence.</summary>
/// <param name="Line">The mention.</param>
/// <param name="Title">The title of its document.</param>
/// <param name="Before">The text before its words, from the sentence's beginning.</param>
/// <param name="After">The text after them, to the sentence's end.</param>
/// <param name="Numbers">The numbers in it, as they were read.</param>
/// <param name="Worth">How much it deserves checking, in thousandths, and why; null when its document was not looked at.</param>
public sealed record Quoted(MentionLine Line, string Title, string Before, string After, IReadOnlyList<string> Numbers, (int Worth, string? Reason)? Worth);

/// <summary>A relation with the other claim, where it is known.</summary>
public sealed record Related(RelationLine Line, ClaimStanding? Other);

/// <summary>A claim as its page shows it.</summary>
/// <param name="Page">The claim.</param>
/// <param name="Asked">The moment and its clock.</param>
/// <param name="Version">The version of the claim that is shown.</param>
/// <param name="Part">Which of its mentions are listed.</param>
/// <param name="Listed">How many mentions the list has that they are a part of.</param>
/// <param name="Mentions">The mentions that are listed, the earliest first.</param>
/// <param name="Titles">The titles of its documents.</param>
/// <param name="Relations">Its relations.</param>
/// <param name="Stories">The stories that it is in.</param>
public sealed record ClaimView(
    ClaimPage Page, Asked Asked, long Version, MentionPart Part, int Listed, IReadOnlyList<Quoted> Mentions, IReadOnlyDictionary<string, string> Titles,
    IReadOnlyList<Related> Relations, IReadOnlyList<Stories.StoryChoice> Stories)
{
    /// <summary>Claims that have the words by which another one was looked for.</summary>
    public IReadOnlyList<Found> Found { get; init; } = [];

    /// <summary>Who is heard, by stance.</summary>
    public IReadOnlyList<Stories.Heard> Heard { get; } = Site.Stories.SidesOf.Heard(Page.Mentions, Stances.Of, m => new Stories.Voice(
        m.Speaker ?? m.Source, m.Speaker is not null, m.Source, m.Document, Titles.GetValueOrDefault(m.Document, m.Document), m.Quote, m.Certainty, m.Origin, m.PublishedAt), m => m.PublishedAt);

    /// <summary>The mentions that a form offers: what was chosen in it before, then what is listed.</summary>
    internal IReadOnlyList<(MentionLine Line, string Title)> Offered(Problem? problem, string form, string field)
    {
        var chosen = problem?.Form == form && problem.Filled.TryGetValue(field, out var values) ? values.ToHashSet(StringComparer.Ordinal) : [];
        return
        [
            .. Page.Mentions.Where(m => chosen.Contains(m.Id)).Select(m => (m, Titles.GetValueOrDefault(m.Document, m.Document)))
                .Concat(Mentions.Select(m => (m.Line, m.Title))).DistinctBy(m => m.Item1.Id)
        ];
    }
}

/// <summary>Finds mentions in the text of their documents.</summary>
internal static class Sentences
{
    private const int Longest = 280;
    private static readonly char[] ends = ['\n', '.', '!', '?'];

    /// <summary>A mention with the sentence around it, where its document is at hand.</summary>
    internal static Quoted Of(MentionLine line, DocumentPage? document)
    {
        var revision = document?.Revisions.FirstOrDefault(r => r.Number == line.Revision);
        var found = revision?.Mentions.FirstOrDefault(m => m.Id == line.Id);
        var title = revision?.Title ?? document?.Revisions[^1].Title ?? line.Document;
        if (revision is null || found is null || found.Content.End > revision.Text.Length) return new(line, title, "", "", [], null);
        var (text, start, end) = (revision.Text, found.Content.Start, found.More.Count > 0 ? found.More[^1].End : found.Content.End);
        return new(
            line, title, text[Begin(text, start)..start], text[end..Close(text, end)],
            [.. found.Numbers.Select(n => $"{(n.Bound == "exactly" ? "" : n.Bound.Replace('-', ' ') + " ")}{n.Value}{(n.Unit is null ? "" : " " + n.Unit)}{(n.Change is null ? "" : ", " + n.Change.Replace('-', ' '))}")],
            (found.Worth, found.WorthReason));
    }

    private static int Begin(string text, int at)
    {
        var least = Math.Max(0, at - Longest);
        for (var i = at - 1; i > least; i--)
        {
            if (text[i] == '\n' || (Array.IndexOf(ends, text[i]) >= 0 && i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]) && i + 2 <= at)) return i + 1;
        }
        return least;
    }

    private static int Close(string text, int at)
    {
        var most = Math.Min(text.Length, at + Longest);
        for (var i = at; i < most; i++)
        {
            if (text[i] == '\n') return i;
            if (Array.IndexOf(ends, text[i]) >= 0 && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]))) return i + 1;
        }
        return most;
    }
}
