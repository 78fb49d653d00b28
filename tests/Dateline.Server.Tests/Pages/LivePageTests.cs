using Dateline.Server.Tests.Commands;
using Microsoft.Playwright;

namespace Dateline.Server.Tests.Pages;

public sealed class LivePageTests(Shell shell, Browser browser)
{
    // A browser begins a broken stream again after some seconds; a machine that is busy takes longer.
    private static readonly LocatorAssertionsToHaveCountOptions patient = new() { Timeout = 60_000 };

    // Notes the id of every event that the page hears, before any script of the page runs.
    private const string Listen =
        """
        window.heard = [];
        const listen = EventSource.prototype.addEventListener;
        EventSource.prototype.addEventListener = function (kind, does) {
            listen.call(this, kind, event => { if (event.lastEventId) heard.push(Number(event.lastEventId)); does(event); });
        };
        """;

    [Fact]
    public async Task what_is_recorded_shows_on_the_board_without_loading_it_again_also_after_the_server_was_restarted()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var page = await newsroom.Window("ana", "analyst");
        await page.AddInitScriptAsync(Listen);
        var begin = await newsroom.Workspace.Engine.Head(TestContext.Current.CancellationToken);
        await page.ReloadAsync();
        await page.EvaluateAsync("() => { window.same = true; }");

        await newsroom.Ingest(Article("Flood closes the Elm bridge", "Rescuers said that the Elm bridge was closed by the flood."));
        await Assertions.Expect(Story(page, "Flood closes the Elm bridge")).ToHaveCountAsync(1, patient);
        await newsroom.Restart(() => newsroom.Ingest(Article("Strike at the glass works", "The union said that 300 workers walked out at the glass works.")));
        await newsroom.Ingest(Article("Orchestra names a conductor", "The orchestra said that it had hired a conductor from Oslo."));
        await Assertions.Expect(Story(page, "Orchestra names a conductor")).ToHaveCountAsync(1, patient);
        await Assertions.Expect(Story(page, "Strike at the glass works")).ToHaveCountAsync(1, patient);
        await Assertions.Expect(page.GetByText("The board was renewed.")).ToHaveCountAsync(1, patient);

        var head = await newsroom.Workspace.Engine.Head(TestContext.Current.CancellationToken);
        await page.WaitForFunctionAsync("head => heard.at(-1) >= head", head, new() { Timeout = patient.Timeout });
        Assert.Equal(Enumerable.Range((int)begin + 1, (int)(head - begin)), await page.EvaluateAsync<int[]>("() => heard"));
        Assert.True(await page.EvaluateAsync<bool>("() => window.same === true"));
        await Shots.Take(page, "board-live");
    }

    [Fact]
    public async Task what_is_recorded_while_a_page_is_on_its_way_is_told()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var page = await newsroom.Window("ana", "analyst", at: "/audit");
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/main.js", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(newsroom.Address, new() { WaitUntil = WaitUntilState.Commit });
        await Assertions.Expect(Story(page, "Ships hit in Latakia")).ToHaveCountAsync(1, patient);
        await newsroom.Ingest(Article("Flood closes the Elm bridge", "Rescuers said that the Elm bridge was closed by the flood."));
        held.SetResult();
        await Assertions.Expect(Story(page, "Flood closes the Elm bridge")).ToHaveCountAsync(1, patient);
    }

    [Fact]
    public async Task a_page_that_somebody_may_be_writing_in_only_says_that_something_came()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var page = await newsroom.Window("eva", "editor");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ships hit in Latakia" }).ClickAsync();
        await page.Locator("summary", new() { HasText = "Rename" }).ClickAsync();
        await page.GetByLabel("Title").First.FillAsync("Half a title");
        await Assertions.Expect(page.Locator("#renewed")).ToBeHiddenAsync();
        await newsroom.Ingest(Newsroom.Article("North Press", "2026-03-02T09:00:00Z", "Ships hit in Latakia, navy says", $"The navy said that {Newsroom.Claim}."));
        await Assertions.Expect(page.Locator("#renewed")).ToBeVisibleAsync(new() { Timeout = patient.Timeout });
        await Assertions.Expect(page.GetByLabel("Title").First).ToHaveValueAsync("Half a title");
    }

    private static Server.Reading.Draft Article(string title, string text) => Newsroom.Article("Harbour Wire", "2026-03-03T10:00:00Z", title, text);

    private static ILocator Story(IPage page, string title) => page.Locator("#list").GetByRole(AriaRole.Link, new() { Name = title, Exact = true });
}
