using System.Text;
using Dateline.Documents;
using Dateline.Server.Reading;

namespace Dateline.Server.Tests.Reading;

public sealed class TextAndMarkdownTests : IDisposable
{
    private readonly Reads _reads = new();

    [Fact]
    public async Task front_matter_gives_every_field()
    {
        var draft = await _reads.Draft("a.txt", """
            ---
            source: Harbour Wire
            url: HTTPS://Harbourwire.Example:443/a/?utm_source=x#top
            title: "Quoted: \"yes\""
            author: 'O''Neill'
            published: 2026-02-28T18:05:00+02:00
            language: en-GB
            revises: https://harbourwire.example/b/
            act: correction
            reason: the number
            sample: "Sample text"
            layout: post
            tags:
              - ignored
            ---
            First paragraph.

            Second.
            """);
        Assert.Equal(("Harbour Wire", "https://harbourwire.example/a", "Quoted: \"yes\"", "O'Neill", "en-GB"), (draft.Source, draft.Url, draft.Title, draft.Author, draft.Language));
        Assert.Equal(new DateTimeOffset(2026, 2, 28, 16, 5, 0, TimeSpan.Zero), draft.PublishedAt);
        Assert.Equal(TimeSpan.Zero, draft.PublishedAt!.Value.Offset);
        Assert.Equal(("https://harbourwire.example/b", "correction", "the number", true), (draft.Revises, draft.Act, draft.Reason, draft.IsSample));
        Assert.Equal("First paragraph.\n\nSecond.", draft.Text);
        Assert.Equal(("text", "text/plain"), (draft.Format, draft.MediaType));
    }

    [Fact]
    public async Task without_front_matter_the_first_line_is_the_title()
    {
        var draft = await _reads.Draft("a.txt", "A headline\r\n\r\nThe text.\r\nMore.");
        Assert.Equal(("A headline", "The text.\nMore.", "unknown"), (draft.Title, draft.Text, draft.Source));
        Assert.Null(draft.PublishedAt);
    }

    [Fact]
    public async Task the_default_source_stands_in_where_none_is_named()
    {
        using var reads = new Reads { Limits = new() { DefaultSource = "Desk" } };
        Assert.Equal("Desk", (await reads.Draft("a.txt", "One line only")).Source);
    }

    [Theory]
    [InlineData("\uFEFFTitle\nÜber alles", 65001)]
    [InlineData("\uFEFFTitle\nÜber alles", 1200)]
    [InlineData("\uFEFFTitle\nÜber alles", 1201)]
    public async Task utf_8_and_utf_16_with_a_byte_order_mark_are_read(string text, int codePage)
    {
        var draft = await _reads.Draft("a.txt", Encoding.GetEncoding(codePage).GetBytes(text));
        Assert.Equal(("Title", "Über alles"), (draft.Title, draft.Text));
    }

    [Theory]
    [InlineData("# A heading #\n\nText", "A heading\n\nText")]
    [InlineData("Heading\n=======\n\nText", "Heading\n\nText")]
    [InlineData("Soft\nbreak", "Soft break")]
    [InlineData("He **said** it *was* _so_ and `x`.", "He said it was so and x.")]
    [InlineData("See [the report](https://a.example/x_(y)) now", "See the report now")]
    [InlineData("[a [b] c](x) and (see [d](y))", "a [b] c and (see d)")]
    [InlineData("[![icon](i.png) words](x)", "icon words")]
    [InlineData("A footnote[^1].", "A footnote.")]
    [InlineData("He [Trump] said", "He [Trump] said")]
    [InlineData("![A picture](a.png) words", "A picture words")]
    [InlineData("- one\n- two\n1. three", "one\n\ntwo\n\nthree")]
    [InlineData("> quoted\n> still", "quoted still")]
    [InlineData("snake_case and 5*3*2 and 2 * 3", "snake_case and 5*3*2 and 2 * 3")]
    [InlineData("a < b and <https://a.example/x>", "a < b and https://a.example/x")]
    [InlineData("```\ncode *kept*\n```", "code *kept*")]
    [InlineData("\\*not emphasis\\*", "*not emphasis*")]
    public void markdown_keeps_its_words(string markdown, string plain) => Assert.Equal(plain, TextHygiene.Clean(MarkdownText.Plain(markdown)));

    [Theory]
    [InlineData("[", 8_000_000)]
    [InlineData("[](", 2_000_000)]
    [InlineData("![a](", 500_000)]
    [InlineData("*_", 1_000_000)]
    [InlineData("<a", 1_000_000)]
    [InlineData("> ", 1_000_000)]
    public void marks_without_end_take_no_time(string mark, int times)
    {
        var started = DateTime.UtcNow;
        MarkdownText.Plain(string.Concat(Enumerable.Repeat(mark, times)));
        Assert.InRange(DateTime.UtcNow - started, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task a_markdown_file_may_begin_with_a_rule()
    {
        var draft = await _reads.Draft("a.md", "---\n\nText after a rule\n\nMore");
        Assert.Equal("Text after a rule", draft.Title);
    }

    [Theory]
    [InlineData("date: 2026-05-12", "2026-05-12T12:00:00Z", Dating.Day)]
    [InlineData("date: \"2026-05-12\"", "2026-05-12T12:00:00Z", Dating.Day)]
    [InlineData("date: 2026-05-12 08:30:00", "2026-05-12T08:30:00Z", Dating.NoZone)]
    [InlineData("date: 2026-05-12 08:30:00 +0200", "2026-05-12T06:30:00Z", null)]
    [InlineData("date: 2026-05-12T08:30:00Z", "2026-05-12T08:30:00Z", null)]
    [InlineData("date: 2026-05-12\npublishDate: 2026-05-13", "2026-05-13T12:00:00Z", Dating.Day)]
    [InlineData("publishedAt: 2026-05-13T01:00:00Z", "2026-05-13T01:00:00Z", null)]
    [InlineData("date: 2026-05-12\npublished: 2026-05-13T01:00:00Z", "2026-05-13T01:00:00Z", null)]
    [InlineData("published: 2026-05-12", "2026-05-12T12:00:00Z", Dating.Day)]
    public async Task front_matter_of_other_programs_gives_the_date(string line, string at, Dating? dating) =>
        Assert.Equal(new(DateTimeOffset.Parse(at, null), dating), (await _reads.Draft("a.md", $"---\ntitle: x\n{line}\n---\nText")).Published);

    [Fact]
    public async Task a_date_of_another_program_that_is_none_is_passed_over() =>
        Assert.Null((await _reads.Draft("a.md", "---\ndate: last spring\n---\nText")).Published);

    [Theory]
    [InlineData("---\npublished: 2026-02-30T10:00:00Z\n---\nText", "not a date that exists")]
    [InlineData("---\npublished: 2026-02-28T10:00:00\n---\nText", "no zone")]
    [InlineData("---\npublished: 2026-02-28T25:00:00Z\n---\nText", "not a time that exists")]
    [InlineData("---\npublished: 0001-01-01T00:00:00+14:00\n---\nText", "outside the years")]
    [InlineData("---\npublished: 0001-01-01T00:00:00Z\n---\nText", "outside the years 1000 to 9990")]
    [InlineData("---\npublished: 9999-12-31\n---\nText", "outside the years 1000 to 9990")]
    [InlineData("---\npublished: yesterday\n---\nText", "Write it like")]
    [InlineData("---\ntitle: x\nText without an end", "not \"key: value\"")]
    [InlineData("---\ntitle: x\n", "never ends")]
    [InlineData("---\ntitle: x\ntitle: y\n---\nText", "Line 3")]
    [InlineData("---\ntitle: \"x\n---\nText", "line 2")]
    [InlineData("---\nact: deleted\nrevises: x\n---\nText", "correction, kill")]
    [InlineData("---\nact: kill\n---\nText", "revises")]
    [InlineData("---\nurl: ftp://a.example/\n---\nText", "web address")]
    [InlineData("---\nurl: https://me:secret@a.example/\n---\nText", "without user name")]
    [InlineData("---\nlanguage: English!\n---\nText", "BCP 47")]
    [InlineData(" \n\t\n", "no text")]
    public async Task what_front_matter_gets_wrong_is_said(string text, string reason) => Assert.Contains(reason, await _reads.Refusal("a.md", text), StringComparison.Ordinal);

    [Fact]
    public async Task a_kill_notice_needs_no_words()
    {
        var draft = await _reads.Draft("a.txt", "---\nact: kill\nrevises: https://a.example/x\nreason: wrong\n---\n");
        Assert.Equal(("kill", "https://a.example/x", "wrong", ""), (draft.Act, draft.Revises, draft.Reason, draft.Text));
    }

    public void Dispose() => _reads.Dispose();
}
