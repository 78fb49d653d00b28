using Dateline.Server.Tests.Commands;
using Microsoft.Playwright;

namespace Dateline.Server.Tests.Pages;

/// <summary>A moment that a page shows keeps its position, and changes between two are told word by word.</summary>
public sealed class MomentTests(Shell shell, Browser browser)
{
    [Fact]
    public async Task a_link_with_its_position_means_the_same_when_a_late_document_has_changed_that_past()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var page = await newsroom.Window("ana", "reader", at: "/?at=2026-02-28T23:59:59Z&clock=published");
        await Assertions.Expect(page.Locator("table.stories tbody tr")).ToHaveCountAsync(1);
        await page.Locator("section.then").GetByRole(AriaRole.Link, new() { NameRegex = new("^Position [0-9]+$") }).ClickAsync();
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("position=[0-9]+"));
        var link = new Uri(page.Url).PathAndQuery;

        await newsroom.Ingest(Newsroom.Article("North Press", "2026-02-27T09:00:00Z", "Cinemas in Norway", "The film institute said that cinemas sold more tickets in Norway."));
        var colleague = await newsroom.Window("ben", "reader", at: link);
        await Assertions.Expect(colleague.Locator("table.stories tbody tr")).ToHaveCountAsync(1);
        await colleague.GotoAsync(newsroom.Address + "/?at=2026-02-28T23:59:59Z&clock=published");
        await Assertions.Expect(colleague.Locator("table.stories tbody tr")).ToHaveCountAsync(2);
        await colleague.GotoAsync(newsroom.Address + link);
        await colleague.GetByRole(AriaRole.Slider).PressAsync("End");
        await Assertions.Expect(colleague.Locator("table.stories tbody tr")).ToHaveCountAsync(3);
        await Assertions.Expect(colleague.Locator("section.then")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task the_page_of_changes_tells_a_revision_word_by_word()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        await newsroom.Ingest(Newsroom.Article("Harbour Wire", "2026-02-28T12:00:00Z", "Ships hit in Latakia", "The army said that three ships were hit in the port of Latakia."));
        var page = await newsroom.Window("ana", "reader", at: "/changes?from=2026-02-28T11:00:00Z&to=2026-02-28T13:00:00Z&clock=published");
        await page.GetByText("What it changed, word by word").ClickAsync();
        await Assertions.Expect(page.Locator(".changes details del")).ToHaveTextAsync("two");
        await Assertions.Expect(page.Locator(".changes details ins")).ToHaveTextAsync("three");
    }
}
