namespace Dateline.Server.Tests.Reading;

public sealed class FeedTests : IDisposable
{
    private readonly Reads _reads = new();

    private static string Rss(string items) => $"""
        <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel><title>The Feed</title><language>en</language>{items}</channel></rss>
        """;

    private static string Atom(string entries) => $"""
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>The Feed</title><author><name>Desk</name></author>{entries}</feed>
        """;

    [Fact]
    public async Task an_item_of_rss_is_read()
    {
        var draft = await _reads.Draft("feed.xml", Rss("""
            <item><title>Fish &amp; chips</title><link>https://a.example/x?utm_source=rss&amp;id=1</link><guid isPermaLink="false">g-1</guid>
            <pubDate>Sat, 28 Feb 2026 10:05:00 +0100</pubDate><dc:creator>A. Writer</dc:creator><category>sample</category>
            <description>Short.</description><content:encoded><![CDATA[<p>One &amp; all.</p><p>Two<script>x</script>.</p>]]></content:encoded></item>
            """));
        Assert.Equal(("The Feed", "https://a.example/x?id=1", "Fish & chips", "A. Writer", "en"), (draft.Source, draft.Url, draft.Title, draft.Author, draft.Language));
        Assert.Equal(("One & all.\n\nTwo.", "g-1", "rss", true), (draft.Text, draft.Key, draft.Format, draft.IsSample));
        Assert.Equal(new DateTimeOffset(2026, 2, 28, 9, 5, 0, TimeSpan.Zero), draft.PublishedAt);
        Assert.StartsWith("<item", System.Text.Encoding.UTF8.GetString(draft.Original.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_entry_of_atom_is_read()
    {
        var draft = await _reads.Draft("feed.atom", Atom("""
            <entry><id>tag:a.example,2026:1</id><title type="html">A &lt;b&gt;bold&lt;/b&gt; title</title><link rel="self" href="https://a.example/self"/><link href="https://a.example/x"/>
            <published>2026-02-28T10:00:00Z</published><updated>2026-02-28T11:00:00.1234567Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div></content></entry>
            """));
        Assert.Equal(("The Feed", "https://a.example/x", "A bold title", "Desk", "de"), (draft.Source, draft.Url, draft.Title, draft.Author, draft.Language));
        Assert.Equal(("One.\n\nTwo.", "tag:a.example,2026:1", "atom"), (draft.Text, draft.Key, draft.Format));
        Assert.Equal(10, draft.PublishedAt!.Value.Hour);
        Assert.Equal(0, draft.UpdatedAt!.Value.Ticks % 10);
    }

    [Fact]
    public async Task a_deleted_entry_is_a_takedown()
    {
        var draft = await _reads.Draft("feed.atom", Atom("""
            <at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="tag:a.example,2026:1" when="2026-02-28T12:00:00Z"><at:comment>Wrong.</at:comment></at:deleted-entry>
            """));
        Assert.Equal(("takedown", "tag:a.example,2026:1", "Wrong."), (draft.Act, draft.Revises, draft.Reason));
    }

    [Fact]
    public async Task one_bad_item_costs_only_itself()
    {
        var all = await _reads.All([_reads.Put("feed.xml", Rss("""
            <item><title>One</title><pubDate>Sat, 28 Feb 2026 10:05:00 GMT</pubDate></item>
            <item><title>Two</title><pubDate>Mon, 30 Feb 2026 10:05:00 GMT</pubDate></item>
            <item></item>
            <item><title>Four</title></item>
            """))]);
        Assert.Equal(["feed.xml#1", "feed.xml#2", "feed.xml#3", "feed.xml#4"], all.Select(r => Path.GetFileName(r.Path)));
        Assert.Equal("One", Reads.Drafted(all[0]).Text);
        Assert.Contains("not a date that exists", Reads.Refused(all[1]), StringComparison.Ordinal);
        Assert.Contains("no text", Reads.Refused(all[2]), StringComparison.Ordinal);
        Assert.Null(Reads.Drafted(all[3]).PublishedAt);
    }

    [Fact]
    public async Task a_feed_that_breaks_off_gives_what_stands_before()
    {
        var all = await _reads.All([_reads.Put("feed.xml", Rss("<item><title>One</title></item><item><title>Two"))]);
        Assert.Equal("One", Reads.Drafted(all[0]).Title);
        Assert.Contains("not well-formed XML from line", Reads.Refused(all[^1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><rss><channel><item><title>&b;</title></item></channel></rss>", "never expanded")]
    [InlineData("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&x;</title></item></channel></rss>", "never expanded")]
    [InlineData("<rss><channel><item><title>&x;</title></item></channel></rss>", "never expanded")]
    [InlineData("<?xml version=\"1.0\"?><opml><body/></opml>", "<opml>")]
    [InlineData("<?xml version=\"1.0\"?><RDF><item/></RDF>", "<RDF>")]
    [InlineData("<?xml version=\"1.0\"?>", "XML")]
    [InlineData("<rss><channel><title>x</title></channel></rss>", "without items")]
    public async Task other_xml_is_refused(string xml, string reason) => Assert.Contains(reason, await _reads.Refusal("feed.xml", xml), StringComparison.Ordinal);

    [Fact]
    public async Task xml_may_nest_only_so_deep()
    {
        var deep = Rss("<item><title>x</title>" + string.Concat(Enumerable.Repeat("<a>", 200_000)));
        Assert.Contains("deep", await _reads.Refusal("feed.xml", deep), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_feed_may_hold_only_so_many_items()
    {
        using var reads = new Reads { Limits = new() { MaxItems = 3 } };
        var all = await reads.All([reads.Put("feed.xml", Rss(string.Concat(Enumerable.Repeat("<item><title>x</title></item>", 5))))]);
        Assert.Equal(4, all.Count);
        Assert.Contains("more than 3 items", Reads.Refused(all[3]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_bomb_in_an_item_costs_only_the_item()
    {
        var bomb = string.Concat(Enumerable.Repeat("<div>", 10_000));
        var all = await _reads.All([_reads.Put("feed.xml", Rss($"<item><title>One</title><description><![CDATA[{bomb}]]></description></item><item><title>Two</title></item>"))]);
        Assert.Contains("deep", Reads.Refused(all[0]), StringComparison.Ordinal);
        Assert.Equal("Two", Reads.Drafted(all[1]).Title);
    }

    public void Dispose() => _reads.Dispose();
}
