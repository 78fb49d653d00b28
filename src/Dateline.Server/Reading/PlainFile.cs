namespace Dateline.Server.Reading;

/// <summary>Plain text and Markdown, with or without front matter.</summary>
internal static class PlainFile
{
    public static Draft Read(ReadOnlyMemory<byte> bytes, bool markdown, ReadingLimits limits)
    {
        var matter = FrontMatter.Split(Charset.Unicode(bytes));
        var body = TextHygiene.Clean(markdown ? MarkdownText.Plain(matter.Body) : matter.Body);
        var title = TextHygiene.LineOrNull(matter["title"]);
        var end = body.IndexOf('\n', StringComparison.Ordinal);
        var first = TextHygiene.Line(end < 0 ? body : body[..end], 200);
        // As the first line of the text too, the headline would be a claim made twice.
        if (end >= 0 && (title is null || title == first)) body = body[end..].Trim();
        title ??= first;
        return new Fields(limits)
        {
            Source = matter["source"],
            Url = matter["url"],
            Title = title,
            Author = matter["author"],
            Language = matter["language"],
            Published = matter["published"] ?? matter["publishedat"] ?? matter["published_at"],
            Date = matter["publishdate"] ?? matter["date"],
            Text = body,
            Act = matter["act"],
            Reason = matter["reason"],
            Revises = matter["revises"],
            IsSample = matter["sample"] is { } sample && sample is not ("false" or "no")
        }.ToDraft(markdown ? "markdown" : "text", bytes, markdown ? "text/markdown" : "text/plain");
    }
}
