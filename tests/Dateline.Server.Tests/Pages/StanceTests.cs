using Dateline.Accounts;
using Dateline.Server.Tests.Api;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Pages;

/// <summary>What a claim's page says that each of those who mention it does.</summary>
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
}
