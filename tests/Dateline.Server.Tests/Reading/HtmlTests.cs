using System.Text;
using Dateline.Documents;

namespace Dateline.Server.Tests.Reading;

public sealed class HtmlTests : IDisposable
{
    private const string Words = "The ministry said on Monday, after a long meeting, that the bridge would be closed for repairs until the end of the year.";
    private readonly Reads _reads = new();

    private static string Page(string head, string body) => $"<!doctype html><html lang=\"en\"><head><meta charset=utf-8>{head}</head><body>{body}</body></html>";

    private static string Article(string inside) => $"""
        <header><nav><ul><li><a href=/a>World</a><li><a href=/b>Sport</a></ul></nav></header>
        <div id="content"><h1>The headline</h1>{inside}</div>
        <aside><p>An aside about something else entirely, which is long enough to be taken for an article, were it not aside.</p></aside>
        <div class="comments"><p>First! I do not agree with any of this, at all, and I will say so at great length, as always, here.</p></div>
        <script>document.write("<p>No words of this, or of that, or of anything that a script writes, are the article's words.</p>")</script>
        <form><p>Subscribe to our newsletter, it is free, and it will arrive in your inbox every single morning of the week.</p></form>
        <footer><p>All rights reserved, by the publisher, since 1998, and terms and conditions apply to everything that you see here.</p></footer>
        """;

    [Fact]
    public async Task the_article_is_taken_out_of_its_page()
    {
        var draft = await _reads.Draft("a.html", Page("<title>The headline | Site</title>", Article($"<p>{Words}</p><p>{Words} Second, &amp; last.</p>")));
        Assert.Equal($"{Words}\n\n{Words} Second, & last.", draft.Text);
        Assert.Equal("The headline", draft.Title);
    }

    [Theory]
    [InlineData("<article><div><p>{0}</p></div><div><p>{0}</p></div><div><p>{0}</p></div></article>")]
    [InlineData("<section><p>{0}</p><p>{0}</p></section><section><p>{0}</p><p>{0}</p></section>")]
    [InlineData("<div><section><div><div><p>{0}</p><p>{0}</p></div></div></section><section><div><div><p>{0}</p><p>{0}</p></div></div></section></div>")]
    [InlineData("<div><p>{0}</p><p>{0}</p><p style='display: none'>First! aside</p></div>")]
    [InlineData("<div class='content-with-sidebar'><p>{0}</p><p>{0}</p></div>")]
    [InlineData("<div>{0}<br><br>{0}<br><br>{0}</div>")]
    [InlineData("<div itemprop='articleBody'><p>{0}</p><p>{0}</p></div><p>Beside.</p>")]
    public async Task articles_of_other_shapes_are_found(string shape)
    {
        var body = shape.Replace("{0}", Words, StringComparison.Ordinal);
        var draft = await _reads.Draft("a.html", Page("", Article(body)));
        Assert.Equal(body.Split(Words).Length - 1, draft.Text.Split(Words).Length - 1);
        Assert.DoesNotContain("aside", draft.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("First!", draft.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("All rights", draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task open_graph_and_the_head_give_the_fields()
    {
        var draft = await _reads.Draft("a.html", Page("""
            <meta property="og:title" content="Open title"><meta property="og:site_name" content="The Site"><meta name="author" content="A. Writer">
            <meta property="article:published_time" content="2026-02-28T10:00:00+01:00"><meta property="article:modified_time" content="2026-02-28T12:00:00Z">
            <link rel="canonical" href="https://WWW.site.example/a/?utm_medium=x"><meta name="sample" content="Sample text">
            """, Article($"<p>{Words}</p>")));
        Assert.Equal(("Open title", "The Site", "A. Writer", "https://www.site.example/a", "en", true), (draft.Title, draft.Source, draft.Author, draft.Url, draft.Language, draft.IsSample));
        Assert.Equal(new DateTimeOffset(2026, 2, 28, 9, 0, 0, TimeSpan.Zero), draft.PublishedAt);
        Assert.Equal(new DateTimeOffset(2026, 2, 28, 12, 0, 0, TimeSpan.Zero), draft.UpdatedAt);
    }

    [Fact]
    public async Task linked_data_gives_the_fields()
    {
        var draft = await _reads.Draft("a.html", Page("""
            <script type="application/ld+json">not json</script>
            <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],"headline":"Linked \ud800title","author":[{"name":"One"},"Two"],
            "datePublished":"2026-02-28T10:00:00Z","publisher":{"name":"Publisher"},"mainEntityOfPage":{"@id":"https://a.example/x"}}]}</script>
            """, Article($"<p>{Words}</p>")));
        Assert.Equal(("Linked \uFFFDtitle", "One, Two", "Publisher", "https://a.example/x"), (draft.Title, draft.Author, draft.Source, draft.Url));
        Assert.Equal(2026, draft.PublishedAt!.Value.Year);
    }

    [Theory]
    [InlineData("<meta property='article:published_time' content='2026-02-30T10:00:00Z'>")]
    [InlineData("<meta name='date' content='2026'>")]
    [InlineData("<meta name='date' content='28 February'><time datetime='PT2H'>two hours</time>")]
    public async Task dates_that_are_no_moment_are_passed_over(string head) => Assert.Null((await _reads.Draft("a.html", Page(head, Article($"<p>{Words}</p>")))).PublishedAt);

    [Theory]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-05-12\"}</script>", "")]
    [InlineData("<meta name='date' content='2026-05-12'>", "")]
    [InlineData("<meta name='DC.date' content='2026-05-12'>", "")]
    [InlineData("<meta name='DC.date.issued' content='2026-05-12'>", "")]
    [InlineData("<meta name='dcterms.issued' content='2026-05-12'>", "")]
    [InlineData("<meta name='parsely-pub-date' content='2026-05-12'>", "")]
    [InlineData("<meta name='sailthru.date' content='2026-05-12'>", "")]
    [InlineData("<meta itemprop='datePublished' content='2026-05-12'>", "")]
    [InlineData("<meta itemprop='datePublished' property='x:y' content='2026-05-12'>", "")]
    [InlineData("", "<time itemprop='datePublished' datetime='2026-05-12'>yesterday</time>")]
    [InlineData("", "<span itemprop='datePublished'>2026-05-12</span>")]
    [InlineData("", "<time datetime='2026-05-12'>12 May</time>")]
    public async Task a_day_alone_is_taken_as_its_noon_and_said_to_be_a_day(string head, string body)
    {
        var draft = await _reads.Draft("a.html", Page(head, Article($"{body}<p>{Words}</p>")));
        Assert.Equal(new(new(2026, 5, 12, 12, 0, 0, TimeSpan.Zero), Dating.Day), draft.Published);
    }

    [Theory]
    [InlineData("<meta property='article:published_time' content='2026-05-12T08:30:00'>", 8, Dating.NoZone)]
    [InlineData("<meta name='sailthru.date' content='2026-05-12 08:30:00'>", 8, Dating.NoZone)]
    [InlineData("<meta name='parsely-pub-date' content='2026-05-12T08:30:00+02:00'>", 6, null)]
    [InlineData("<meta name='date' content='2026-05-12'><meta name='sailthru.date' content='2026-05-12 08:30:00'>", 8, Dating.NoZone)]
    [InlineData("<meta name='date' content='2026-05-12'><meta name='pubdate' content='2026-05-12T08:30:00Z'><meta name='dc.date' content='2026-05-13T10:30:00Z'>", 10, null)]
    [InlineData("<meta property='article:published_time' content='2026-05-12'><meta name='pubdate' content='2026-05-12T08:30:00Z'><meta name='dc.date' content='2026-05-13T10:30:00Z'>", 8, null)]
    public async Task the_exactest_of_what_is_said_of_one_day_is_taken(string head, int hour, Dating? dating)
    {
        var published = (await _reads.Draft("a.html", Page(head, Article($"<p>{Words}</p>")))).Published!;
        Assert.Equal((hour, 30, dating), (published.At.Hour, published.At.Minute, published.Dating));
    }

    [Fact]
    public async Task an_update_that_is_said_to_be_before_the_publication_is_none()
    {
        var draft = await _reads.Draft("a.html", Page(
            "<meta property='article:published_time' content='2026-05-12T15:00:00Z'><meta property='article:modified_time' content='2026-05-12'>", Article($"<p>{Words}</p>")));
        Assert.Equal(new(new(2026, 5, 12, 15, 0, 0, TimeSpan.Zero)), draft.Dated);
    }

    [Fact]
    public async Task the_host_names_the_source_and_time_the_date()
    {
        var draft = await _reads.Draft("a.htm", Page("<meta property='og:url' content='https://www.paper.example/x'>", Article($"<time datetime='2026-01-02T03:04:05Z'>today</time><p>{Words}</p>")));
        Assert.Equal("paper.example", draft.Source);
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), draft.PublishedAt);
    }

    [Theory]
    [InlineData("windows-1252", new byte[] { 0x93, 0xFC, 0x94 }, "“ü”")]
    [InlineData("iso-8859-1", new byte[] { 0xFC, 0x80 }, "ü€")]
    [InlineData("utf-8", new byte[] { 0xC3, 0xBC }, "ü")]
    public async Task declared_encodings_are_read(string charset, byte[] bytes, string text)
    {
        byte[] page = [.. Encoding.ASCII.GetBytes($"<html><head><meta charset=\"{charset}\"></head><body><p>{Words} "), .. bytes, .. "</p></body></html>"u8];
        Assert.EndsWith(text, (await _reads.Draft("a.html", page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_encoding_that_is_not_known_or_not_true_is_refused()
    {
        Assert.Contains("x-klingon", await _reads.Refusal("a.html", "<meta charset=x-klingon><p>Text"), StringComparison.Ordinal);
        Assert.Contains("byte 11", await _reads.Refusal("a.html", [.. "<p>Bonsoir "u8, 0xE9, .. "</p>"u8]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div>", 100_000)]
    [InlineData("<p>", 300_000)]
    [InlineData("<b>", 100_000)]
    [InlineData("<div></b>", 100_000)]
    [InlineData("<i><div></i>", 100_000)]
    [InlineData("<svg><g>", 100_000)]
    [InlineData("<svg></svg><style><g>", 100_000)]
    [InlineData("<!-- --!><div>", 100_000)]
    [InlineData("<table><td>", 100_000)]
    [InlineData("<select><option>", 100_000)]
    [InlineData("<ul><li>", 100_000)]
    public async Task a_bomb_is_refused_before_it_is_parsed(string piece, int times)
    {
        var started = DateTime.UtcNow;
        Assert.Matches("deep|elements", await _reads.Refusal("bomb.html", string.Concat(Enumerable.Repeat(piece, times))));
        Assert.InRange(DateTime.UtcNow - started, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task formatting_left_open_does_not_multiply()
    {
        var fonts = string.Concat(Enumerable.Range(0, 400).Select(i => $"<font size={i}>"));
        Assert.Contains("formatting", await _reads.Refusal("bomb.html", fonts + string.Concat(Enumerable.Repeat("<p>x", 100_000))), StringComparison.Ordinal);
    }

    public void Dispose() => _reads.Dispose();
}
