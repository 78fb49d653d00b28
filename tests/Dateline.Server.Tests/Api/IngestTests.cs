using System.Net;
using System.Text;
using System.Text.Json;
using Dateline.Accounts;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

/// <summary>Documents coming in, the hostile ones among them.</summary>
public sealed class IngestTests(Shell shell) : IAsyncLifetime
{
    private ApiHost site = null!;
    private HttpClient ana = null!;

    public async ValueTask InitializeAsync()
    {
        site = await ApiHost.Open(shell);
        ana = await site.Key("Ana", Role.Analyst);
    }

    public async ValueTask DisposeAsync()
    {
        ana.Dispose();
        await site.DisposeAsync();
    }

    public static TheoryData<string> Payloads =>
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "javascript:alert(1)", "</title><script>x</script>", "{{7*7}}${7*7}<%= 7*7 %>",
        "'; drop table mt_events; --", "\u202Egnp.exe\u202C safe", "a\u2066b\u2069c", "zero\u200Bwidth", "\u0000nul", "\u001b[31mred\u001b[0m", "..\\..\\windows\\win.ini", "../../etc/passwd",
        "%2e%2e%2f", "line\u2028separator", "\uFEFFbom", "🙂👩‍👩‍👧‍👦", "שלום עולם", "ﷺ", new string('A', 10_000), "=cmd|' /C calc'!A0", "\r\nSet-Cookie: a=b", "--boundary--"
    ];

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task hostile_text_comes_back_as_text_and_as_nothing_else(string payload)
    {
        var answer = await ana.Post("/api/v1/documents", new { title = payload, text = $"The mayor said that {payload} is closed.", source = payload, author = payload, language = "en", id = "h-1" }, null);
        var ingested = await Task.FromResult(answer).With((int)answer.StatusCode);
        Assert.Contains((int)answer.StatusCode, new[] { 201, 422 });
        if (answer.StatusCode != HttpStatusCode.Created) return;
        await ana.Post("/api/v1/documents?wait=filed", new { title = "Next", text = "The mayor said that it rains in the north.", source = "Wire", id = "h-2" }, null).With(201);
        foreach (var path in new[] { $"/documents/{ingested.GetProperty("document").GetString()}", "/documents", "/stories", "/claims", "/sources", "/audit", "/search?q=mayor" })
        {
            using var page = await ana.GetAsync("/api/v1" + path, ApiHost.Cancellation);
            var body = await page.Content.ReadAsStringAsync(ApiHost.Cancellation);
            Assert.True(page.IsSuccessStatusCode, $"{path}: {body}");
            Assert.Equal("application/json", page.Content.Headers.ContentType!.MediaType);
            Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.False(page.Headers.Contains("Set-Cookie"));
            // Whatever a page could take for markup, a terminal for orders, or an eye for another order of letters, is escaped.
            Assert.DoesNotContain(body, c => c is '<' or '>' or '\u202E' or '\u2066' or '\u2028' or '\u200B' or '\uFEFF' || (char.IsControl(c) && c != '\n'));
            JsonDocument.Parse(body);
        }
    }

    [Fact]
    public async Task a_document_is_durable_before_the_answer_and_filed_when_asked()
    {
        var body = new { title = "Bridge", text = "The mayor said that the bridge is closed.", source = "Harbour Wire", url = "https://harbour.example/b", publishedAt = "2026-02-01T09:00:00Z" };
        using var first = await ana.Post("/api/v1/documents?wait=filed", body, null);
        var made = await Task.FromResult(first).With(201);
        Assert.True(made.GetProperty("filed").GetBoolean());
        Assert.Equal($"/api/v1/documents/{made.GetProperty("document").GetString()}", first.Headers.Location!.ToString());
        Assert.NotNull((await ana.Get(first.Headers.Location.ToString())).GetProperty("story").GetString());
        Assert.Equal("revised", (await ana.Post("/api/v1/documents", body with { text = "The mayor said that the bridge is open." }, null).With(200)).GetProperty("outcome").GetString());
        var kill = new { act = "kill", revises = "https://harbour.example/b", reason = "Wrong.", title = "Kill", source = "Harbour Wire" };
        Assert.Equal("withdrawn", (await ana.Post("/api/v1/documents", kill, null).With(200)).GetProperty("outcome").GetString());
        Assert.Equal("Ana", (await ana.Get($"/api/v1/audit?subject={made.GetProperty("document").GetString()}")).Items()[^1].GetProperty("who").GetString());
    }

    [Theory]
    [InlineData("{\"title\":\"no text\"}", 422)]
    [InlineData("{\"text\":\"t\",\"act\":\"shred\"}", 422)]
    [InlineData("{\"text\":\"t\",\"publishedAt\":\"soon\"}", 422)]
    [InlineData("{\"text\":\"t\",\"url\":\"javascript:alert(1)\"}", 422)]
    [InlineData("{\"text\":\"t\",\"by\":\"Ben\"}", 400)]
    [InlineData("{\"text\":7}", 400)]
    [InlineData("{\"text\":\"\\ud800\"}", 400)]
    [InlineData("[1]", 400)]
    [InlineData("{\"text\":\"t\"", 400)]
    public async Task what_is_no_document_is_refused(string json, int status)
    {
        using var answer = await ana.PostAsync("/api/v1/documents", new StringContent(json, Encoding.UTF8, "application/json"), ApiHost.Cancellation);
        var body = await answer.Content.ReadAsStringAsync(ApiHost.Cancellation);
        if (json.Contains("javascript", StringComparison.Ordinal) && answer.IsSuccessStatusCode)
        {
            var id = JsonDocument.Parse(body).RootElement.GetProperty("document").GetString();
            Assert.Equal(JsonValueKind.Null, (await ana.Get($"/api/v1/documents/{id}")).GetProperty("url").ValueKind);
            return;
        }
        Assert.True((int)answer.StatusCode == status, body);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task a_batch_is_answered_line_by_line_and_one_bad_line_costs_itself()
    {
        var lines = new[]
        {
            ApiHost.Line("Wire", "https://wire.example/1", "2026-02-01T09:00:00Z", "One", "The mayor said that one bridge is closed."), "{not json", "", "[]", "{\"title\":\"no text\"}",
            ApiHost.Line("Wire", "https://wire.example/1", "2026-02-01T09:00:00Z", "One", "The mayor said that one bridge is closed."), "{\"text\":\"" + new string('[', 100) + "\",\"title\":\"t\"}",
            "{\"x\":" + new string('[', 200) + new string(']', 200) + ",\"text\":\"t\"}"
        };
        var answers = await Batch(string.Join('\n', lines));
        Assert.Equal(["ingested", "refused", "refused", "refused", "unchanged", "ingested", "refused"], answers.Select(a => a.GetProperty("outcome").GetString()));
        Assert.Equal("body:2", answers[1].GetProperty("path").GetString());
        Assert.All(answers.Where(a => a.GetProperty("outcome").GetString() == "refused"), a => Assert.NotEmpty(a.GetProperty("reason").GetString()!));
    }

    [Fact]
    public async Task an_empty_batch_is_told_so() => Assert.Equal("refused", (await Batch("")).Single().GetProperty("outcome").GetString());

    [Fact]
    public async Task files_of_every_kind_come_in_and_their_names_lead_nowhere()
    {
        using var form = new MultipartFormDataContent
        {
            File("../../../etc/cron.d/x.md", "---\ntitle: A\nsource: Wire\n---\n\nThe mayor said that bridge A is closed."), File("C:\\temp\\b.txt", "B\n\nThe mayor said that bridge B is closed."),
            File("c.html", "<html><head><title>C</title></head><body><article><p>The mayor said that bridge C is closed, and that it stays so.</p></article></body></html>"),
            File("d.jsonl", "{\"title\":\"D\",\"text\":\"The mayor said that bridge D is closed.\"}\n{\"title\":\"E\",\"text\":\"The mayor said that bridge E is closed.\"}"), File("e.bin", "\0\0\0\u0001\u0002"), File("f.txt", "")
        };
        using var answer = await ana.PostAsync("/api/v1/documents/files?source=The%20desk&wait=filed", form, ApiHost.Cancellation);
        var lines = Parse(await answer.Content.ReadAsStringAsync(ApiHost.Cancellation));
        Assert.Equal(["ingested", "ingested", "ingested", "ingested", "ingested", "refused", "refused"], lines.Select(l => l.GetProperty("outcome").GetString()));
        Assert.Equal(["x.md", "b.txt", "c.html", "d.jsonl:1", "d.jsonl:2", "e.bin", "f.txt"], lines.Select(l => l.GetProperty("path").GetString()));
        Assert.Contains((await ana.Get("/api/v1/documents")).Items(), d => d.GetProperty("source").GetString() == "the-desk");

        static ByteArrayContent File(string name, string text) => new(Encoding.UTF8.GetBytes(text)) { Headers = { ContentDisposition = new("form-data") { Name = "file", FileName = $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal)}\"" } } };
    }

    [Fact]
    public async Task a_text_of_five_megabytes_on_one_line_is_refused_by_its_size()
    {
        var detail = await ana.Post("/api/v1/documents", new { title = "Long", text = new string('x', 5 << 20) }, null).Problem(422, "refused");
        Assert.Contains("MB", detail, StringComparison.Ordinal);
        await ana.Post("/api/v1/documents", new { title = "Longer", text = new string('x', 17 << 20) }, null).Problem(413, "too-large");
    }

    private async Task<IReadOnlyList<JsonElement>> Batch(string lines)
    {
        using var answer = await ana.PostAsync("/api/v1/documents/batch", new StringContent(lines, Encoding.UTF8, "application/jsonl"), ApiHost.Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Parse(await answer.Content.ReadAsStringAsync(ApiHost.Cancellation));
    }

    private static IReadOnlyList<JsonElement> Parse(string lines) => [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    [Fact]
    public async Task a_publisher_acts_on_no_document_of_another_one()
    {
        const string Theirs = "https://harbour.example/1";
        await ana.Post("/api/v1/documents", new { text = "Two ships were hit.", source = "Harbour Wire", url = Theirs }, null).With(201);
        foreach (var body in new object[]
        {
            new { act = "kill", revises = Theirs, source = "Kestrel Post" },
            new { act = "kill", url = Theirs, source = "Kestrel Post" },
            new { act = "withheld", revises = Theirs },
            new { act = "correction", revises = Theirs, source = "Kestrel Post", text = "No ship was hit." },
            new { revises = Theirs, source = "Kestrel Post", text = "No ship was hit." }
        })
            Assert.Contains("Harbour Wire", await ana.Post("/api/v1/documents", body, null).Problem(422, "refused"), StringComparison.Ordinal);
        Assert.Equal("withdrawn", (await ana.Post("/api/v1/documents", new { act = "kill", revises = Theirs, source = "harbour wire" }, null).With(200)).GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("\u200b")]
    [InlineData("\u3164")]
    [InlineData("\u2800 \n\u200b")]
    public async Task what_nobody_can_see_is_no_text_and_no_title(string invisible)
    {
        await ana.Post("/api/v1/documents", new { text = invisible, title = invisible, source = "Kestrel Post" }, null).Problem(422, "refused");
        var id = (await ana.Post("/api/v1/documents", new { text = invisible + "\nThe bridge is open.", title = invisible, source = "Kestrel Post" }, null).With(201)).GetProperty("document").GetString();
        Assert.Equal("The bridge is open.", (await ana.Get($"/api/v1/documents/{id}")).GetProperty("revisions")[0].GetProperty("title").GetString());
    }
}
