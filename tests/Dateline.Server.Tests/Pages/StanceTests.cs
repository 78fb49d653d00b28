using AngleSharp.Html.Parser;
using Dateline.Accounts;
using Dateline.Server.Tests.Api;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Pages;

/// <summary>What a claim's page says that each of those who mention it does, and where they do.</summary>
public sealed class StanceTests(Shell shell)
{
    [Theory]
    [InlineData("The coast guard could not confirm whether two ferries collided off Brevik.", "neither that it is so", "✓ asserts", "✕ denies")]
    [InlineData("The coast guard said that two ferries collided off Brevik.", "✓ asserts", "neither that it is so", "✕ denies")]
    [InlineData("The coast guard denied that two ferries collided off Brevik.", "✕ denies", "neither that it is so", "✓ asserts")]
    public async Task each_mention_says_whether_it_asserts_denies_or_neither(string text, string said, params string[] unsaid)
    {
        await using var site = await ApiHost.Open(shell);
        using var ana = await site.Browser("Ana", Role.Analyst);
        await ana.Post("/api/v1/documents?wait=filed", new { source = "Wire", title = "Brevik", text }, null).With(201);
        var claim = (await ana.Get("/api/v1/claims")).Items().Single(c => c.GetProperty("text").GetString()!.Contains("ferries", StringComparison.Ordinal)).GetProperty("id").GetString();
        var page = System.Net.WebUtility.HtmlDecode(await ana.GetStringAsync($"/claims/{claim}", ApiHost.Cancellation));
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.All(unsaid, u => Assert.DoesNotContain(u, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task the_address_of_a_mention_leads_to_the_part_of_a_long_text_that_holds_it()
    {
        await using var site = await ApiHost.Open(shell);
        using var ana = await site.Browser("Ana", Role.Analyst);
        var text = string.Concat(Enumerable.Repeat("It rained.\n\n", 6000)) + "The coast guard said that two ferries collided off Brevik.";
        await ana.Post("/api/v1/documents?wait=filed", new { source = "Wire", title = "Brevik", text }, null).With(201);
        var claim = (await ana.Get("/api/v1/claims")).Items().Single(c => c.GetProperty("text").GetString()!.Contains("ferries", StringComparison.Ordinal)).GetProperty("id").GetString();
        var page = await new HtmlParser().ParseDocumentAsync(await ana.GetStringAsync($"/claims/{claim}", ApiHost.Cancellation), ApiHost.Cancellation);
        var there = page.QuerySelector(".where a")!.GetAttribute("href")!.Split('#');
        var document = await new HtmlParser().ParseDocumentAsync(await ana.GetStringAsync(there[0], ApiHost.Cancellation), ApiHost.Cancellation);
        Assert.NotNull(document.GetElementById(there[1]));
        Assert.Contains("two ferries collided", document.QuerySelector($"a.mention[href='#{there[1]}']")!.TextContent, StringComparison.Ordinal);
    }
}
