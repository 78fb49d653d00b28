using Dateline.Server.Tests.Commands;
using Microsoft.Playwright;

namespace Dateline.Server.Tests.Pages;

/// <summary>A browser opens six connections to a server for all its tabs: what they listen by leaves some for loading.</summary>
public sealed class TabsTests(Shell shell, Browser browser)
{
    private const int Many = 8;

    [Fact]
    public async Task many_tabs_share_one_stream_and_go_on_when_the_one_that_listens_is_closed()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var tabs = new List<IPage> { await newsroom.Window("ana", "reader") };
        while (tabs.Count < Many) tabs.Add(await Another(tabs[0].Context, newsroom.Address));
        await tabs[^1].GetByRole(AriaRole.Link, new() { Name = "Ships hit in Latakia" }).ClickAsync();
        await tabs[^2].GetByRole(AriaRole.Link, new() { Name = "Council votes on the tram" }).ClickAsync();
        foreach (var tab in tabs) await Listening(tab);

        await newsroom.Ingest(Newsroom.Article("Rail News", "2026-03-03T10:00:00Z", "Line to the coast closed", "The operator said that the line to the coast is closed."));
        foreach (var tab in tabs[..^2]) await Assertions.Expect(tab.Locator("table.stories tbody tr")).ToHaveCountAsync(3);
        await tabs[0].CloseAsync();
        await newsroom.Ingest(
            Newsroom.Article("North Press", "2026-03-02T09:00:00Z", "Navy denies hits at Latakia", $"The navy denied that {Newsroom.Claim}."),
            Newsroom.Article("Farm Weekly", "2026-03-04T10:00:00Z", "Harvest fails in the hills", "The farmers said that the grain harvest failed in the hills."));
        foreach (var tab in tabs[1..^2]) await Assertions.Expect(tab.Locator("table.stories tbody tr")).ToHaveCountAsync(4);
        // The one stream tells of everything; each page takes what is about it.
        await Assertions.Expect(tabs[^1].Locator("#renewed")).ToBeVisibleAsync();
        await Assertions.Expect(tabs[^2].Locator("#renewed")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task what_was_told_before_a_tab_was_there_to_hear_is_told_to_it_as_well()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var first = await newsroom.Window("ana", "reader");
        await Listening(first);
        var held = new TaskCompletionSource();
        var second = await first.Context.NewPageAsync();
        await second.RouteAsync("**/main.js", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await second.GotoAsync(newsroom.Address, new() { WaitUntil = WaitUntilState.Commit });
        await Assertions.Expect(second.Locator("table.stories tbody tr")).ToHaveCountAsync(2);
        await newsroom.Ingest(Newsroom.Article("Rail News", "2026-03-03T10:00:00Z", "Line to the coast closed", "The operator said that the line to the coast is closed."));
        await Assertions.Expect(first.Locator("table.stories tbody tr")).ToHaveCountAsync(3);
        held.SetResult();
        await Assertions.Expect(second.Locator("table.stories tbody tr")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task where_tabs_cannot_share_those_that_are_hidden_do_not_listen_and_miss_nothing()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var first = await newsroom.Window("ana", "reader", at: "/sources");
        // As over plain http from another machine; every page of this browser says that it is shown.
        await first.Context.AddInitScriptAsync(
            """
            delete Navigator.prototype.locks;
            let state = 'visible';
            Object.defineProperty(document, 'visibilityState', { get: () => state });
            window.become = to => { state = to; document.dispatchEvent(new Event('visibilitychange')); };
            """);
        await first.GotoAsync(newsroom.Address);
        var tabs = new List<IPage> { first };
        while (tabs.Count < Many)
        {
            await tabs[^1].EvaluateAsync("() => become('hidden')");
            tabs.Add(await Another(first.Context, newsroom.Address));
            await Listening(tabs[^1]);
        }
        await newsroom.Ingest(Newsroom.Article("Rail News", "2026-03-03T10:00:00Z", "Line to the coast closed", "The operator said that the line to the coast is closed."));
        await Assertions.Expect(tabs[^1].Locator("table.stories tbody tr")).ToHaveCountAsync(3);
        await Assertions.Expect(first.Locator("table.stories tbody tr")).ToHaveCountAsync(2);
        await first.EvaluateAsync("() => become('visible')");
        await Assertions.Expect(first.Locator("table.stories tbody tr")).ToHaveCountAsync(3);
    }

    private static async Task<IPage> Another(IBrowserContext window, string address)
    {
        var page = await window.NewPageAsync();
        page.SetDefaultTimeout(Browser.Patience);
        await page.GotoAsync(address);
        return page;
    }

    private static Task Listening(IPage page) => Assertions.Expect(page.Locator("body")).ToHaveAttributeAsync("data-listening", "yes");
}
