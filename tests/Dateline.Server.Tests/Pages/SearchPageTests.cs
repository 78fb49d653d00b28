using Dateline.Server.Tests.Commands;
using Microsoft.Playwright;

namespace Dateline.Server.Tests.Pages;

public sealed class SearchPageTests(Shell shell, Browser browser)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task documents_and_claims_are_found_by_their_words_now_and_as_of_a_date(bool keys)
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var page = await newsroom.Window("ana", "reader");
        var hands = keys ? Hands.Keys(page) : Hands.Mouse(page);
        await hands.Use("link", "Search", exact: true);
        await Assertions.Expect(page.GetByText("Search documents and claims")).ToBeVisibleAsync();
        await hands.Write("Words", "tramway");
        await hands.Use("button", "Search", exact: true);
        await Assertions.Expect(page.Locator(".found").GetByRole(AriaRole.Link, new() { Name = "Council votes on the tram" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".found mark").First).ToHaveTextAsync("tramway");
        await Assertions.Expect(page.Locator(".found li")).ToHaveCountAsync(2);
        await Axe.Check(page, "search");
        await Shots.Take(page, "search");

        await page.GotoAsync(newsroom.Address + "/search?q=tramway&at=2026-02-28T23:00:00&clock=published");
        await Assertions.Expect(page.GetByText("Nothing fits")).ToBeVisibleAsync();
        await page.GotoAsync(newsroom.Address + "/search?q=ships&at=2026-02-28T23:00:00&clock=published&kind=document");
        await hands.Use("link", "Ships hit in Latakia");
        await Assertions.Expect(page.GetByText("As of")).ToHaveCountAsync(1);
    }
}
