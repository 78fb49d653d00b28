using System.Text.Json;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

public sealed class SearchTests(Shell shell) : FilledHost(shell)
{
    private async Task<IReadOnlyList<JsonElement>> Find(string query) => (await Ana.Get("/api/v1/search?" + query)).Items();

    [Fact]
    public async Task documents_and_claims_are_found_by_their_words_in_any_form()
    {
        var ships = await Find("q=ship");
        Assert.Equal(2, ships.Count(f => f.GetProperty("kind").GetString() == "document"));
        Assert.Contains(ships, f => f.GetProperty("kind").GetString() == "claim");
        var excerpt = ships.First(f => f.GetProperty("kind").GetString() == "document").GetProperty("excerpt").EnumerateArray().ToList();
        Assert.Contains(excerpt, p => p.GetProperty("match").GetBoolean() && p.GetProperty("text").GetString() == "ships");
        Assert.Single(await Find("q=%22grain%20harvest%22&kind=document"));
        Assert.Empty(await Find("q=%22harvest%20grain%22"));
        Assert.Equal(3, (await Find("q=ships%20or%20grain&kind=document")).Count);
        Assert.Single(await Find("q=ships%20-denied&kind=document"));
        Assert.Empty(await Find("q=the"));
    }

    [Fact]
    public async Task what_was_not_published_or_known_then_is_not_found()
    {
        Assert.Single(await Find("q=ships&kind=document&asOf=2026-01-14&clock=published"));
        Assert.Equal(2, (await Find("q=ships&kind=document&asOf=2026-01-15&clock=published")).Count);
        Assert.Empty(await Find("q=ships&asOf=2026-01-15"));
        Assert.Empty(await Find("q=grain&asOf=2026-01-15&clock=published"));
    }

    [Fact]
    public async Task a_new_revision_takes_the_place_of_the_old_one_and_the_old_one_stays_findable_then()
    {
        var revised = new { title = "Port of Belmar struck", text = "The ministry confirmed that a submarine was hit.", source = "Ledger", url = "https://ledger.example/1", publishedAt = "2026-01-20T10:00:00Z" };
        await Ana.Post("/api/v1/documents?wait=filed", revised, null).With(200);
        Assert.Single(await Find("q=submarine&kind=document"));
        Assert.Single(await Find("q=ships&kind=document"));
        Assert.Equal(2, (await Find("q=ships&kind=document&asOf=2026-01-16&clock=published")).Count);
        Assert.Empty(await Find("q=submarine&asOf=2026-01-16&clock=published"));

        await Ana.Post("/api/v1/documents?wait=filed", new { act = "kill", revises = "https://ledger.example/1", reason = "Wrong.", title = "Kill", source = "Ledger", publishedAt = "2026-01-22T10:00:00Z" }, null).With(200);
        Assert.True((await Find("q=submarine&kind=document")).Single().GetProperty("withdrawn").GetBoolean());
        Assert.False((await Find("q=submarine&kind=document&asOf=2026-01-21&clock=published")).Single().GetProperty("withdrawn").GetBoolean());
    }

    [Fact]
    public async Task pages_follow_on_one_another()
    {
        var all = await Find("q=said%20or%20denied%20or%20ships&limit=200");
        var (paged, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = await Ana.Get($"/api/v1/search?q=said%20or%20denied%20or%20ships&limit=1{(cursor is null ? "" : "&cursor=" + cursor)}");
            paged.AddRange(page.Items().Select(i => i.GetRawText()));
            cursor = page.GetProperty("next").GetString();
        } while (cursor is not null);
        Assert.True(all.Count > 2);
        Assert.Equal(all.Select(i => i.GetRawText()), paged);
    }

    [Theory]
    [InlineData("q=')%20%26%20!(%20|")]
    [InlineData("q=%22unclosed")]
    [InlineData("q=----")]
    [InlineData("q=%F0%9F%99%82")]
    [InlineData("q=a:*%20%3C-%3E%20b")]
    public async Task no_words_break_it(string query) => Assert.NotNull(await Find(query));
}
