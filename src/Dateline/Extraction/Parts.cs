using System.Text.Json.Serialization;

namespace Dateline.Extraction;

/// <summary>What a stretch of a document is, besides its running text.</summary>
public enum PartKind
{
    /// <summary>The headline, where it stands in the text.</summary>
    [JsonStringEnumMemberName("headline")] Headline,

    /// <summary>Who wrote or edited it.</summary>
    [JsonStringEnumMemberName("byline")] Byline,

    /// <summary>Place, date and agency before the first sentence.</summary>
    [JsonStringEnumMemberName("dateline")] Dateline,

    /// <summary>The words under a picture.</summary>
    [JsonStringEnumMemberName("caption")] Caption,

    /// <summary>The publisher's words about the page itself: notices, links, credits.</summary>
    [JsonStringEnumMemberName("boilerplate")] Boilerplate,

    /// <summary>A paragraph in another language than English, which is not read.</summary>
    [JsonStringEnumMemberName("foreign")] Foreign
}

/// <summary>A stretch of a document that is not its running text. Offsets are UTF-16 code units; <see cref="End"/> is exclusive.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of the first code unit.</param>
/// <param name="End">Offset after the last code unit.</param>
public sealed record Part(PartKind Kind, int Start, int End);

/// <summary>Tells headline, byline, caption and boilerplate by how a paragraph begins and ends (conventions of the AP Stylebook and of web pages).</summary>
internal static class Parts
{
    private const int LongestHeadline = 160;
    private const int LongestNotice = 400;

    private static readonly string[] BylineOpenings = ["reporting by ", "(reporting by ", "editing by ", "written by ", "additional reporting by ", "(additional reporting by "];
    private static readonly string[] Credits = ["by ", "analysis by ", "opinion by ", "comment by ", "story by ", "words by ", "text by ", "report by ", "review by ", "interview by ", "pictures by ", "photographs by ", "photos by ", "video by ", "illustration by "];
    private static readonly string[] CaptionOpenings = ["photo:", "photo by ", "photograph:", "file photo", "image:", "picture:", "caption:", "image caption", "photo caption", "pictured:", "pictured above", "video:", "graphic:"];
    private static readonly string[] CaptionEndings = ["getty images", "ap photo", "(ap)", "/ap", "/reuters", "/afp", "file photo", "handout"];
    private static readonly string[] NoticeOpenings =
    [
        "read more", "sign up", "subscribe", "follow us", "click here", "all rights reserved", "©", "copyright", "share this", "related:", "more on this story", "most read", "advertisement", "newsletter", "contact us",
        "this story has been updated", "this article has been updated", "this is a developing story", "this page is", "this report was supplied", "this story was supplied", "this article was first published", "this article originally",
        "refresh ", "download ", "watch live", "watch:", "media caption", "video caption", "audio caption", "listen:", "listen to", "story continues", "article continues", "terms of use", "cookie", "published:", "published on ", "last updated", "updated:", "(adds ", "(updates ", "(recasts ", "(corrects ", "(new throughout", "contact:", "media contact", "press contact", "our standards:", "for more information",
        "related topics", "related stories", "related articles", "related content", "related links", "related coverage", "topics:", "tags:", "tagged:", "filed under", "see also:", "also read", "read also", "more stories", "most popular", "recommended:", "you may also like"
    ];

    /// <summary>What a paragraph is; null for running text.</summary>
    /// <param name="paragraph">The paragraph without the white space around it.</param>
    /// <param name="title">The headline where it is apart from the text.</param>
    /// <param name="opening">Whether it is the first paragraph.</param>
    internal static PartKind? Of(ReadOnlySpan<char> paragraph, string? title, bool opening)
    {
        if (paragraph.Length == 0) return null;
        if (paragraph.Length <= LongestHeadline && title is { Length: > 0 } && paragraph.TrimStart("# ").Equals(title.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase)) return PartKind.Headline;
        if (paragraph.Length > LongestNotice) return null;
        if (Opens(paragraph, BylineOpenings) || Credited(paragraph)) return PartKind.Byline;
        if (Opens(paragraph, CaptionOpenings) || Ends(paragraph)) return PartKind.Caption;
        // "(BEGIN VIDEO CLIP)"
        if (paragraph is ['(', .., ')'] && !paragraph.ContainsAnyInRange('a', 'z')) return PartKind.Boilerplate;
        if (Opens(paragraph, NoticeOpenings) || Follow(paragraph) || Notices.Is(paragraph) || IsDay(paragraph)) return PartKind.Boilerplate;
        return opening && title is null && paragraph[0] == '#' ? PartKind.Headline : null;
    }

    // "Follow Harbour News on Facebook"
    private static bool Follow(ReadOnlySpan<char> paragraph) => paragraph.Length < 160 && paragraph.StartsWith("follow ", StringComparison.OrdinalIgnoreCase)
        && (paragraph.Contains(" on facebook", StringComparison.OrdinalIgnoreCase) || paragraph.Contains(" on twitter", StringComparison.OrdinalIgnoreCase)
            || paragraph.Contains(" on instagram", StringComparison.OrdinalIgnoreCase) || paragraph.Contains(" on whatsapp", StringComparison.OrdinalIgnoreCase) || paragraph.Contains(" on X", StringComparison.Ordinal));

    private static bool Opens(ReadOnlySpan<char> paragraph, string[] openings)
    {
        var start = paragraph.TrimStart("*_>• ");
        foreach (var opening in openings)
            if (start.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool Ends(ReadOnlySpan<char> paragraph)
    {
        var open = paragraph.LastIndexOf('(');
        if (open >= 0 && paragraph[^1] == ')' && (paragraph[open..].Contains("photo", StringComparison.OrdinalIgnoreCase) || paragraph[open..].Contains("images", StringComparison.OrdinalIgnoreCase))) return true;
        var end = paragraph.TrimEnd("*_.) ");
        foreach (var ending in CaptionEndings)
            if (end.EndsWith(ending.AsSpan().TrimEnd(')'), StringComparison.OrdinalIgnoreCase) && (paragraph[^1] != '.' || end.Length < paragraph.Length - 1)) return true;
        return false;
    }

    /// <summary>Whether a line is the headline above a byline or a date: short, and without a stop.</summary>
    internal static bool Heads(ReadOnlySpan<char> line, ReadOnlySpan<char> next) =>
        line.Length is > 0 and <= LongestHeadline && !(line[^1] is '.' or '!' or ':' or '”' or '"') && next.Length <= LongestHeadline && (Opens(next, BylineOpenings) || Credited(next) || IsDay(next));

    /// <summary>How long the label of a caption is that stands before its words ("Image caption: "); 0 where there is none.</summary>
    internal static int Label(ReadOnlySpan<char> caption)
    {
        const int Longest = 24;
        var colon = caption[..Math.Min(caption.Length, Longest)].IndexOf(':');
        return colon > 0 && Opens(caption, CaptionOpenings) ? colon + 1 : 0;
    }

    private static bool Credited(ReadOnlySpan<char> paragraph)
    {
        foreach (var opening in Credits)
            if (paragraph.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && Names(paragraph[opening.Length..])) return true;
        return false;
    }

    // "By Ines Kavanagh and Tom Ray, transport correspondent | Reuters": capitals and "and", and behind a comma or a bar an office, a medium or a day, without a stop.
    private static bool Names(ReadOnlySpan<char> rest)
    {
        var (words, behind) = (0, false);
        foreach (var range in rest.Split(' '))
        {
            var word = rest[range].Trim(",");
            if (word.Length == 0) continue;
            if (word is "|" or "•" or "·" or "-" or "–" or "—")
            {
                behind = words > 0;
                continue;
            }
            var known = Lexicon.Find(word);
            if (words == 0 && known.Has(Trait.Weekday | Trait.Month | Trait.Day | Trait.Determiner | Trait.Preposition)) return false;
            if (++words > 12 || !char.IsUpper(word[0]) && word is not ("and" or "in" or "of" or "for" or "the") && !(behind && known.Uses is null && !known.Has(Trait.Auxiliary | Trait.Modal | Trait.Pronoun | Trait.Wh))) return false;
            behind |= rest[range][^1] == ',';
        }
        return words is > 0 and <= 12 && rest[^1] != '.';
    }

    // "12 May 2025", "Published: Monday, 12 May 2025 at 10:30 BST"
    private static bool IsDay(ReadOnlySpan<char> line)
    {
        const int Longest = 60;
        if (line.Length > Longest) return false;
        var (month, figure) = (false, false);
        foreach (var range in line.SplitAny(' ', ',', '|', '\u00a0'))
        {
            var word = line[range].Trim(":.()-–");
            if (word.Length == 0) continue;
            var known = Lexicon.Find(word);
            month |= known.Has(Trait.Month) && char.IsUpper(word[0]);
            figure |= char.IsAsciiDigit(word[0]);
            if (!char.IsAsciiDigit(word[0]) && !known.Has(Trait.Month | Trait.Weekday) && !Times.Contains($" {word} ", StringComparison.OrdinalIgnoreCase)) return false;
        }
        return month && figure;
    }

    private const string Times = " published updated posted first last at on am pm a.m p.m gmt utc bst cet cest est edt pst pdt et ";
}
