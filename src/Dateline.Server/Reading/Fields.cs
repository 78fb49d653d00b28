using System.Text;

namespace Dateline.Server.Reading;

/// <summary>What a person or a program wrote about a document, checked in one place: front matter and JSON are held to it, word for word.</summary>
internal sealed record Fields(ReadingLimits Limits)
{
    private static readonly string[] Acts = ["correction", "kill", "takedown", "withheld"];

    public string? Source { get; init; }
    public string? Url { get; init; }
    public string? Title { get; init; }
    public string? Author { get; init; }
    public string? Language { get; init; }
    public string? Published { get; init; }

    /// <summary>What other programs' fields say of the date: used where <see cref="Published"/> is absent, and passed over where it is none.</summary>
    public string? Date { get; init; }

    public required string Text { get; init; }
    public string? Act { get; init; }
    public string? Reason { get; init; }
    public string? Revises { get; init; }
    public string? Key { get; init; }
    public bool IsSample { get; init; }

    /// <summary>The draft.</summary>
    /// <exception cref="NotReadable">A field is not what its name says, or there is no text.</exception>
    public Draft ToDraft(string format, ReadOnlyMemory<byte> original, string mediaType)
    {
        var act = string.IsNullOrWhiteSpace(Act) ? null : Acts.Contains(Act.Trim()) ? Act.Trim()
            : throw new NotReadable($"act \"{TextHygiene.Line(Act, 40)}\" is not one of {string.Join(", ", Acts)}.");
        var url = string.IsNullOrWhiteSpace(Url) ? null : CanonicalUrl.Of(Url)
            ?? throw new NotReadable($"url \"{TextHygiene.Line(Url, 80)}\" is not a web address without user name. Write it like https://outlet.example/page, or leave it out.");
        var revises = string.IsNullOrWhiteSpace(Revises) ? null : CanonicalUrl.Of(Revises) ?? TextHygiene.LineOrNull(Revises);
        if (act is not null && revises is null && url is null && Key is null)
            throw new NotReadable($"act {act} names no document. Add \"revises\" with the URL or id of the document that it is about.");
        return new Draft
        {
            Source = TextHygiene.LineOrNull(Source, 200) ?? Limits.DefaultSource,
            Url = url,
            Title = TextHygiene.LineOrNull(Title) ?? "",
            Author = TextHygiene.LineOrNull(Author, 200),
            Language = string.IsNullOrWhiteSpace(Language) ? null : Tag(Language)
                ?? throw new NotReadable($"language \"{TextHygiene.Line(Language, 40)}\" is not a language tag such as en or en-GB (BCP 47)."),
            Published = string.IsNullOrWhiteSpace(Published) ? Moment.OrNull(Date) : Moment.Rfc3339(Published, "published"),
            Text = Text,
            Act = act,
            Reason = TextHygiene.LineOrNull(Reason, 1000),
            Revises = revises,
            IsSample = IsSample,
            Format = format,
            Original = original,
            MediaType = mediaType,
            Key = TextHygiene.LineOrNull(Key)
        }.Checked(Limits);
    }

    /// <summary>The tag when it has the form of BCP 47, else null.</summary>
    public static string? Tag(string? language)
    {
        language = language?.Trim().Replace('_', '-');
        return language is { Length: >= 2 and <= 35 } && char.IsAsciiLetter(language[0]) && char.IsAsciiLetter(language[1])
            && language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? language : null;
    }
}

/// <summary>The last check of every draft, whatever its format.</summary>
internal static class Drafts
{
    /// <summary>The draft with clean text and a title.</summary>
    /// <exception cref="NotReadable">It has no text, or too much.</exception>
    public static Draft Checked(this Draft draft, ReadingLimits limits)
    {
        // What nobody can see is no text and no title.
        var text = Visible(TextHygiene.Clean(draft.Text));
        draft = draft with { Title = Visible(draft.Title) };
        if (text.Length == 0 && draft.Title.Length == 0 && draft.Act is null) throw new NotReadable("It has no text.");
        if (text.Length == 0 && draft.Act is (null or "correction")) text = draft.Title;
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > limits.MaxTextBytes)
            throw new NotReadable($"Its text is {ReadingLimits.Size(bytes)}; at most {ReadingLimits.Size(limits.MaxTextBytes)} are taken. Split it; on the command line, --max-text takes longer ones.");
        var title = draft.Title.Length > 0 ? draft.Title : text.Length == 0 ? $"Notice: {draft.Act}"
            : TextHygiene.Line(text.Split('\n').First(VisibleText.IsIn), 200);
        return draft with { Text = text, Title = title };
    }

    private static string Visible(string text) => VisibleText.IsIn(text) ? text : "";
}
