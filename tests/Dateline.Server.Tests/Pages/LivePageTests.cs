using Dateline.Server.Tests.Commands;
using Microsoft.Playwright;

namespace Dateline.Server.Tests.Pages;

public sealed class LivePageTests(Shell shell, Browser browser)
{
    [Fact]
    public async Task what_others_record_shows_without_loading_the_page_again()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var board = await newsroom.Window("ana", "reader");
        var story = await newsroom.Window("ben", "reader");
        await story.GetByRole(AriaRole.Link, new() { Name = "Ships hit in Latakia" }).ClickAsync();
        await Listening(board);
        await Listening(story);
        foreach (var page in new[] { board, story }) await page.EvaluateAsync("() => { window.same = true; }");
        await newsroom.Ingest(
            Newsroom.Article("North Press", "2026-03-02T09:00:00Z", "Navy denies hits at Latakia", $"The navy denied that {Newsroom.Claim}."),
            Newsroom.Article("Farm Weekly", "2026-03-02T10:00:00Z", "Harvest fails in the hills", "The farmers said that the grain harvest failed in the hills."));
        await Assertions.Expect(board.Locator("table.stories tbody tr")).ToHaveCountAsync(3);
        await Assertions.Expect(board.GetByText("Harvest fails in the hills")).ToBeVisibleAsync();
        // What somebody may be writing in is left alone, and says that there is more.
        await Assertions.Expect(story.Locator("#renewed")).ToBeVisibleAsync();
        foreach (var page in new[] { board, story }) Assert.True(await page.EvaluateAsync<bool>("() => window.same === true"));
        await Shots.Take(board, "board-live");
    }

    [Fact]
    public async Task a_page_whose_server_was_restarted_misses_and_doubles_nothing()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var page = await newsroom.Window("ana", "reader");
        await Listening(page);
        await page.EvaluateAsync(
            """
            () => {
                window.heard = [];
                const events = new EventSource(document.body.dataset.live + '?after=0');
                for (const kind of document.body.dataset.kinds.split(' ')) events.addEventListener(kind, e => window.heard.push(+e.lastEventId));
            }
            """);
        var before = await newsroom.Workspace.Engine.Head(TestContext.Current.CancellationToken);
        await page.WaitForFunctionAsync("head => window.heard.at(-1) === head", before);
        await newsroom.Restart(() => newsroom.Ingest(
            Newsroom.Article("Farm Weekly", "2026-03-02T10:00:00Z", "Harvest fails in the hills", "The farmers said that the grain harvest failed in the hills.")));
        await newsroom.Ingest(Newsroom.Article("Rail News", "2026-03-03T10:00:00Z", "Line to the coast closed", "The operator said that the line to the coast is closed."));
        var head = await newsroom.Workspace.Engine.Head(TestContext.Current.CancellationToken);
        await page.WaitForFunctionAsync("head => window.heard.at(-1) === head", head);
        Assert.Equal(Enumerable.Range(1, (int)head), await page.EvaluateAsync<int[]>("() => window.heard"));
        await Assertions.Expect(page.Locator("table.stories tbody tr")).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task a_slider_that_is_held_shows_its_moment_whatever_is_recorded()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var page = await newsroom.Window("ana", "reader", at: "/?clock=published");
        await Listening(page);
        var box = (await page.GetByRole(AriaRole.Slider).BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + box.Width - 4, box.Y + box.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + 2, box.Y + box.Height / 2, new() { Steps = 4 });
        await Assertions.Expect(page.Locator("table.stories tbody tr")).ToHaveCountAsync(1);
        await page.EvaluateAsync("() => { const events = new EventSource(document.body.dataset.live + '?after=' + document.body.dataset.after); events.addEventListener('document_filed', () => setTimeout(() => { window.told = true; }, 2000)); }");
        await newsroom.Ingest(Newsroom.Article("Rail News", "2026-03-03T10:00:00Z", "Line to the coast closed", "The operator said that the line to the coast is closed."));
        await page.WaitForFunctionAsync("() => window.told");
        await Assertions.Expect(page.Locator("table.stories tbody tr")).ToHaveCountAsync(1);
        await page.Mouse.UpAsync();
    }

    [Fact]
    public async Task what_came_after_the_page_was_made_is_not_taken_for_seen()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        // Without scripts nothing renews the page that was loaded before the document came in.
        var page = await newsroom.Window("ana", "reader", new() { JavaScriptEnabled = false });
        await newsroom.Ingest(Newsroom.Article("Rail News", "2026-03-03T10:00:00Z", "Line to the coast closed", "The operator said that the line to the coast is closed."));
        await page.GetByRole(AriaRole.Button, new() { Name = "I have seen this" }).ClickAsync();
        await Assertions.Expect(page.Locator("tr .new")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "I have seen this" }).ClickAsync();
        await Assertions.Expect(page.Locator("tr .new")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task what_the_board_was_renewed_with_counts_as_seen()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var page = await newsroom.Window("ana", "reader");
        await Listening(page);
        await newsroom.Ingest(Newsroom.Article("Rail News", "2026-03-03T10:00:00Z", "Line to the coast closed", "The operator said that the line to the coast is closed."));
        await Assertions.Expect(page.Locator("table.stories tbody tr")).ToHaveCountAsync(3);
        var head = await newsroom.Workspace.Engine.Head(TestContext.Current.CancellationToken);
        await Assertions.Expect(page.Locator(".seen [name=position]")).ToHaveValueAsync($"{head}");
        await page.GetByRole(AriaRole.Button, new() { Name = "I have seen this" }).ClickAsync();
        await Assertions.Expect(page.GetByText("You last looked")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("tr .new")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task what_is_recorded_while_a_page_is_on_its_way_is_told_to_it()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var page = await newsroom.Window("ana", "reader", at: "/sources");
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/main.js", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(newsroom.Address, new() { WaitUntil = WaitUntilState.Commit });
        await Assertions.Expect(page.Locator("table.stories tbody tr")).ToHaveCountAsync(2);
        await newsroom.Ingest(Newsroom.Article("Rail News", "2026-03-03T10:00:00Z", "Line to the coast closed", "The operator said that the line to the coast is closed."));
        held.SetResult();
        await Assertions.Expect(page.Locator("table.stories tbody tr")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task a_page_that_hears_nothing_any_more_says_why()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var page = await newsroom.Window("ana", "reader");
        await Listening(page);
        var away = page.Locator("#away");
        await Assertions.Expect(away).ToBeHiddenAsync();
        await newsroom.Restart(() => Assertions.Expect(away).ToContainTextAsync("cannot be reached"));
        await Listening(page);
        await Assertions.Expect(away).ToBeHiddenAsync();
        await page.Context.ClearCookiesAsync();
        await newsroom.Restart(() => Task.CompletedTask);
        await Assertions.Expect(away).ToContainTextAsync("not signed in any more");
    }

    [Fact]
    public async Task a_page_that_is_answered_with_an_error_listens_again()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var page = await newsroom.Window("ana", "reader");
        var answered = 0;
        await page.RouteAsync("**/api/v1/live**", route => Interlocked.Increment(ref answered) == 1 ? route.FulfillAsync(new() { Status = 503 }) : route.ContinueAsync());
        await page.ReloadAsync();
        await Listening(page);
        await newsroom.Ingest(Newsroom.Article("Rail News", "2026-03-03T10:00:00Z", "Line to the coast closed", "The operator said that the line to the coast is closed."));
        await Assertions.Expect(page.Locator("table.stories tbody tr")).ToHaveCountAsync(3);
        Assert.True(answered > 1);
    }

    /// <summary>Waits until the server has taken the stream up.</summary>
    private static Task Listening(IPage page) => Assertions.Expect(page.Locator("body")).ToHaveAttributeAsync("data-listening", "yes");
}
