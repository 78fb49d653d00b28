using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Dateline.Server.Reading;
using Dateline.Server.Tests.Commands;
using Microsoft.Playwright;

namespace Dateline.Server.Tests.Pages;

public sealed class HostileTests(Shell shell, Browser browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
    private static readonly string[] payloads =
    [
        "<script>window.hacked=1</script>", "\"><img src=x onerror=\"window.hacked=1\">", "'><svg/onload=window.hacked=1>", "</title></textarea></style><script>window.hacked=1</script>",
        "javascript:window.hacked=1", "<a href=\"javascript:window.hacked=1\">x</a>", "{{constructor.constructor('window.hacked=1')()}}", "<base href=//evil.example>",
        "<form action=//evil.example><input name=x>", "<meta http-equiv=refresh content=0;url=//evil.example>", "\u202Egnp.exe\u202C \u2066turned\u2069 \u200Fround", "<!--><img src=x onerror=window.hacked=1>-->",
        "&lt;script&gt;window.hacked=1&lt;/script&gt;", "%3Cscript%3Ewindow.hacked=1%3C/script%3E", "@(1+1) @code { } <text>"
    ];

    [Fact]
    public async Task hostile_text_is_shown_as_text_on_every_page()
    {
        await using var newsroom = await Newsroom.Open(shell, browser);
        var (documents, mine) = await Poison(newsroom);
        using var client = newsroom.Client(payloads[1].Replace(":", "", StringComparison.Ordinal), "administrator");
        var seen = 0;
        foreach (var path in await Paths(newsroom, documents, mine)) seen += Harmless(path, await (await client.GetAsync(path, Cancellation)).Content.ReadAsStringAsync(Cancellation));
        Assert.True(seen > 100, $"The payloads showed only {seen} times: the test looks past them.");
    }

    [Fact]
    public async Task a_browser_runs_nothing_of_it()
    {
        await using var newsroom = await Newsroom.Open(shell, browser);
        var (documents, mine) = await Poison(newsroom);
        var page = await newsroom.Window("eva", "administrator");
        var wrong = new List<string>();
        page.Dialog += (_, d) => wrong.Add("dialog " + d.Message);
        page.Request += (_, r) => { if (!r.Url.StartsWith(newsroom.Address, StringComparison.Ordinal)) wrong.Add("request to " + r.Url); };
        page.PageError += (_, e) => wrong.Add(e);
        foreach (var path in await Paths(newsroom, documents, mine))
        {
            await page.GotoAsync(newsroom.Address + path);
            if (await page.EvaluateAsync<bool>("() => 'hacked' in window")) wrong.Add("ran on " + path);
        }
        Assert.Empty(wrong);

        // What a person fills in comes back as text as well.
        await page.GotoAsync($"{newsroom.Address}/stories/{mine}");
        await page.Locator("summary", new() { HasText = "Merge" }).ClickAsync();
        await page.GetByLabel("The story that takes its documents").FillAsync(payloads[1]);
        await page.Locator("#merge-because").FillAsync(payloads[3]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is no story");
        await Assertions.Expect(page.Locator("#merge-because")).ToHaveValueAsync(payloads[3]);
        Assert.False(await page.EvaluateAsync<bool>("() => 'hacked' in window"));
        await Shots.Take(page, "hostile-story");
    }

    [Fact]
    public async Task a_document_of_two_megabytes_on_one_line_makes_pages_of_bounded_size()
    {
        await using var newsroom = await Newsroom.Open(shell, browser);
        var line = string.Concat(Enumerable.Repeat("The army said that the port was hit again and again. ", 40_000));
        await newsroom.Ingest(
            Newsroom.Article("Harbour Wire", "2026-02-28T10:00:00Z", "Long", line, "https://harbourwire.example/long"),
            Newsroom.Article("Harbour Wire", "2026-02-28T11:00:00Z", "Long", "Nothing is left of it. " + line[..1_000_000], "https://harbourwire.example/long"));
        using var client = newsroom.Client("ana");
        var story = Assert.Single(await newsroom.Workspace.Board.Stories(TestContext.Current.CancellationToken));
        var document = Assert.Single((await newsroom.Workspace.Board.Story(story.Id, Server.Commands.Workspace.Now, TestContext.Current.CancellationToken))!.Documents);
        foreach (var path in new[] { "/", $"/stories/{story.Id}", $"/documents/{document.Id}", $"/documents/{document.Id}?from=900000", $"/documents/{document.Id}?revision=2&with=1", "/audit" })
        {
            var body = await client.GetStringAsync(path, Cancellation);
            Assert.True(body.Length < 1_500_000, $"{path} has {body.Length} characters");
            Harmless(path, body);
        }
    }

    /// <summary>Reads a page as a browser does; nothing in it may act. Gives how often a payload stands in it as text.</summary>
    private static int Harmless(string path, string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        Assert.All(page.QuerySelectorAll("script"), s => Assert.True(s.GetAttribute("src")?.StartsWith("/assets/", StringComparison.Ordinal) == true && s.TextContent.Length == 0, path));
        Assert.Empty(page.QuerySelectorAll("base, iframe, object, embed, style, meta[http-equiv], img, [style]"));
        Assert.All(page.QuerySelectorAll("form"), f => Assert.StartsWith("/", f.GetAttribute("action"), StringComparison.Ordinal));
        foreach (var element in page.All)
        {
            Assert.DoesNotContain(element.Attributes, a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            if (element.GetAttribute("href") is { } link)
                Assert.True(link.Length == 0 || link[0] is '/' or '#' or '?' || link.StartsWith("https://", StringComparison.Ordinal) || link.StartsWith("http://", StringComparison.Ordinal), $"{path}: {link}");
        }
        Assert.DoesNotContain(html, c => c is '\u202E' or '\u2066' or '\u200F');
        return payloads.Sum(p => page.Body!.TextContent.Split(p.Split('\u202E')[0] is { Length: > 0 } visible ? visible : "gnp.exe").Length - 1);
    }

    private static async Task<(List<string> Documents, string Story)> Poison(Newsroom newsroom)
    {
        var drafts = payloads.Select((p, i) => Draft(p, i, 1)).Append(Draft(payloads[1], 1, 2)).ToArray();
        await newsroom.Ingest(drafts);
        var cancellation = TestContext.Current.CancellationToken;
        var stories = await newsroom.Workspace.Board.Stories(cancellation);
        var documents = new List<string>();
        foreach (var story in stories) documents.AddRange((await newsroom.Workspace.Board.Story(story.Id, Server.Commands.Workspace.Now, cancellation))!.Documents.Select(d => d.Id));
        return (documents, stories[0].Id);
    }

    private static Draft Draft(string payload, int number, int revision) => Newsroom.Article(
        $"Wire {number} {payload}", $"2026-02-28T{10 + revision}:00:00Z", $"{payload} title {number}",
        $"{payload} said that {number + 2} ships {payload} were hit in port {number}.\n\nThe {payload} army denied that {number + 2} ships were hit in port {number}. Revision {revision}.",
        $"https://wire{number}.example/a") with
    { Author = payload, Url = number == 4 ? "javascript:window.hacked=1" : $"https://wire{number}.example/a?{Uri.EscapeDataString(payload)}" };

    private static async Task<List<string>> Paths(Newsroom newsroom, List<string> documents, string mine)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var board = newsroom.Workspace.Board;
        List<string> paths = ["/", "/?clock=published", "/?q=" + Uri.EscapeDataString(payloads[1]), "/changes?from=2026-01-01", "/audit", "/audit?actor=" + Uri.EscapeDataString(payloads[0]), "/sources", "/administration", "/" + Uri.EscapeDataString(payloads[0]), "/?at=" + Uri.EscapeDataString(payloads[0]), $"/stories/{mine}?at=2027-01-01&clock=published"];
        foreach (var story in await board.Stories(cancellation))
        {
            paths.Add($"/stories/{story.Id}");
            paths.AddRange((await board.Story(story.Id, Server.Commands.Workspace.Now, cancellation))!.Claims.Take(3).Select(c => $"/claims/{c.Id}"));
        }
        paths.AddRange((await board.Sources(cancellation)).Select(s => $"/sources/{Uri.EscapeDataString(s.Id)}"));
        paths.AddRange(documents.Select(d => $"/documents/{d}"));
        foreach (var document in documents)
        {
            if ((await Dateline.Documents.DocumentPage.Of(newsroom.Workspace.Newsroom, document, null, cancellation))!.Revisions.Count > 1) paths.Add($"/documents/{document}?revision=2&with=1");
        }
        return paths;
    }
}
