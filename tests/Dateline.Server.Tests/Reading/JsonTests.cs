using Dateline.Documents;

namespace Dateline.Server.Tests.Reading;

public sealed class JsonTests : IDisposable
{
    private readonly Reads _reads = new();

    [Fact]
    public async Task a_line_gives_every_field()
    {
        var draft = await _reads.Draft("a.jsonl", """
            {"id":7,"url":"https://a.example/x/","title":"T","text":"One.\r\nTwo.","source":"S","author":"A","publishedAt":"2026-02-28T10:00:00Z","language":"en","revises":"6","other":[1]}
            """);
        Assert.Equal(("7", "https://a.example/x", "T", "One.\nTwo.", "S", "A", "en", "6", "jsonl"),
            (draft.Key, draft.Url, draft.Title, draft.Text, draft.Source, draft.Author, draft.Language, draft.Revises, draft.Format));
        Assert.Equal(10, draft.PublishedAt!.Value.Hour);
    }

    [Theory]
    [InlineData("\"date\":\"2026-05-12\"", "2026-05-12T12:00:00Z", Dating.Day)]
    [InlineData("\"date\":\"2026-05-12T08:30:00\"", "2026-05-12T08:30:00Z", Dating.NoZone)]
    [InlineData("\"published\":\"2026-05-12\"", "2026-05-12T12:00:00Z", Dating.Day)]
    [InlineData("\"published_at\":\"2026-05-12T08:30:00Z\"", "2026-05-12T08:30:00Z", null)]
    [InlineData("\"date_published\":\"2026-05-12T08:30:00+02:00\",\"date\":5", "2026-05-12T06:30:00Z", null)]
    public async Task a_line_gives_its_date_under_other_names(string field, string at, Dating? dating) =>
        Assert.Equal(new(DateTimeOffset.Parse(at, null), dating), (await _reads.Draft("a.jsonl", $"{{\"text\":\"x\",{field}}}")).Published);

    [Fact]
    public async Task a_bad_line_costs_only_itself()
    {
        var all = await _reads.All([_reads.Put("docs.jsonl", "{\"text\":\"one\"}\n\n{\"text\":2}\n{\"text\":\"x\",\"published\":\"2026-02-30T00:00:00Z\"}\n{\"text\nnull\n{\"title\":\"no text\"}\n{\"text\":\"last\"}")]);
        Assert.Equal(["docs.jsonl:1", "docs.jsonl:3", "docs.jsonl:4", "docs.jsonl:5", "docs.jsonl:6", "docs.jsonl:7", "docs.jsonl:8"], all.Select(r => Path.GetFileName(r.Path)));
        Assert.Equal("one", Reads.Drafted(all[0]).Text);
        Assert.Contains("\"text\" is a number", Reads.Refused(all[1]), StringComparison.Ordinal);
        Assert.Contains("not a date that exists", Reads.Refused(all[2]), StringComparison.Ordinal);
        Assert.Contains("not JSON", Reads.Refused(all[3]), StringComparison.Ordinal);
        Assert.Contains("not a JSON object", Reads.Refused(all[4]), StringComparison.Ordinal);
        Assert.Contains("no \"text\"", Reads.Refused(all[5]), StringComparison.Ordinal);
        Assert.Equal("last", Reads.Drafted(all[6]).Text);
    }

    [Fact]
    public async Task nul_and_lone_surrogates_are_made_harmless() =>
        Assert.Equal("a\uFFFDbc😀", (await _reads.Draft("a.jsonl", "{\"title\":\"\\udc00\",\"text\":\"a\\ud800b\\u0000c\\ud83d\\ude00\\u202e\"}")).Text);

    [Theory]
    [InlineData("{\"text\": ")]
    [InlineData("{\"text\":\"x\",\"a\":[[")]
    public async Task json_that_ends_too_early_is_not_called_deep(string json)
    {
        var refusal = await _reads.Refusal("a.jsonl", json);
        Assert.Contains("is not JSON", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("deep", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task deep_json_is_refused() =>
        Assert.Contains("deep", await _reads.Refusal("a.jsonl", "{\"text\":\"x\",\"a\":" + new string('[', 1000) + new string(']', 1000) + "}"), StringComparison.Ordinal);

    [Fact]
    public async Task a_line_too_long_costs_only_itself()
    {
        using var reads = new Reads { Limits = new() { MaxDocumentBytes = 1000 } };
        var all = await reads.All([reads.Put("a.jsonl", "{\"text\":\"" + new string('x', 200_000) + "\"}\n{\"text\":\"next\"}")]);
        Assert.Contains("1000 bytes", Reads.Refused(all[0]), StringComparison.Ordinal);
        Assert.Equal("next", Reads.Drafted(all[1]).Text);
    }

    [Fact]
    public async Task ninjs_1_is_read()
    {
        var draft = await _reads.Draft("a.json", """
            {"uri":"urn:newsml:a.example:1","type":"text","versioncreated":"2026-02-28T10:00:00+01:00","headline":"H","byline":"B","language":"en","source":"The Agency",
             "altids":{"web":"https://a.example/x"},"body_text":"One. Two.","body_html":"<p>One.</p><p>Two.</p>","pubstatus":"usable","usageterms":"Sample text written for tests"}
            """);
        Assert.Equal(("urn:newsml:a.example:1", "H", "B", "en", "The Agency", "https://a.example/x", "One.\n\nTwo."), (draft.Key, draft.Title, draft.Author, draft.Language, draft.Source, draft.Url, draft.Text));
        Assert.Equal(("ninjs", true, 9), (draft.Format, draft.IsSample, draft.PublishedAt!.Value.Hour));
        Assert.Null(draft.Act);
    }

    [Fact]
    public async Task ninjs_2_is_read()
    {
        var draft = await _reads.Draft("a.json", """
            {"uri":"https://a.example/y","versioncreated":"2026-02-28T10:00:00Z","headlines":[{"role":"short","value":"Short"},{"role":"main","value":"Main"}],"by":"B",
             "infosources":[{"name":"The Agency"}],"bodies":[{"role":"main","contenttype":"text/plain","value":"One.\n\nTwo."}]}
            """);
        Assert.Equal(("https://a.example/y", "Main", "B", "The Agency", "One.\n\nTwo."), (draft.Url, draft.Title, draft.Author, draft.Source, draft.Text));
    }

    [Theory]
    [InlineData("canceled", "kill")]
    [InlineData("withheld", "withheld")]
    public async Task a_publishing_status_is_an_act(string status, string act)
    {
        var draft = await _reads.Draft("a.json", $$"""{"uri":"urn:x:1","pubstatus":"{{status}}","ednote":"Wrong.","headline":"H"}""");
        Assert.Equal((act, "urn:x:1", "Wrong."), (draft.Act, draft.Revises, draft.Reason));
    }

    [Theory]
    [InlineData("{\"uri\":\"\"}", "uri")]
    [InlineData("{\"uri\":\"x:1\",\"type\":\"picture\"}", "Only text")]
    [InlineData("{\"uri\":\"x:1\",\"pubstatus\":\"gone\"}", "withheld")]
    [InlineData("{\"uri\":\"x:1\",\"headline\":{}}", "an object")]
    [InlineData("{\"uri\":\"x:1\",\"headline\":\"H\",\"versioncreated\":\"2026-13-01T00:00:00Z\"}", "not a date that exists")]
    [InlineData("[]", "empty")]
    [InlineData("[1,", "not JSON")]
    public async Task bad_ninjs_is_refused(string json, string reason) => Assert.Contains(reason, await _reads.Refusal("a.json", json), StringComparison.Ordinal);

    [Fact]
    public async Task a_list_of_items_is_read_item_by_item()
    {
        var all = await _reads.All([_reads.Put("a.json", "[{\"uri\":\"x:1\",\"headline\":\"A\"}, 3, {\"title\":\"B\",\"text\":\"b\"}]")]);
        Assert.Equal("A", Reads.Drafted(all[0]).Title);
        Assert.Contains("not a JSON object", Reads.Refused(all[1]), StringComparison.Ordinal);
        Assert.Equal("b", Reads.Drafted(all[2]).Text);
    }

    public void Dispose() => _reads.Dispose();
}
