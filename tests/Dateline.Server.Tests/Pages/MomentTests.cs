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
    public async Task keys_move_the_slider_by_days_and_weeks_and_change_the_clock_in_place()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var page = await newsroom.Window("ana", "reader", at: "/?clock=published");
        await page.EvaluateAsync("() => { window.same = true; }");
        var slider = page.GetByRole(AriaRole.Slider);
        var end = long.Parse(await slider.InputValueAsync(), null);
        foreach (var (key, days) in new[] { ("ArrowLeft", 1), ("PageDown", 8), ("ArrowRight", 7), ("ArrowDown", 8), ("PageUp", 1) })
        {
            await slider.PressAsync(key);
            await Assertions.Expect(slider).ToHaveValueAsync($"{end - days * 86_400}");
        }
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("at=.*position=[0-9]+"));
        await slider.PressAsync("End");
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("^((?!at=).)*$"));

        var published = page.GetByLabel("published");
        await published.FocusAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("clock=recorded"));
        await Assertions.Expect(page.GetByLabel("recorded")).ToBeFocusedAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => window.same === true"));
    }

    [Fact]
    public async Task keys_reach_moments_within_the_first_day_of_a_newsroom()
    {
        await using var newsroom = await Newsroom.Open(shell, browser);
        var published = DateTimeOffset.UtcNow.AddHours(-10).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        await newsroom.Ingest(Newsroom.Article("Harbour Wire", published, "Ships hit in Latakia", $"The army said that {Newsroom.Claim}."));
        var page = await newsroom.Window("ana", "reader", at: "/?clock=published");
        var slider = page.GetByRole(AriaRole.Slider);
        var end = long.Parse(await slider.InputValueAsync(), null);
        foreach (var (key, steps) in new[] { ("ArrowLeft", 1), ("PageDown", 8), ("ArrowRight", 7), ("PageUp", 0) })
        {
            await slider.PressAsync(key);
            await Assertions.Expect(slider).ToHaveValueAsync($"{end - steps * 300}");
        }
    }

    [Fact]
    public async Task the_skip_link_leads_into_the_board_without_loading_it_again()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var page = await newsroom.Window("ana", "reader", at: "/?clock=published");
        await page.EvaluateAsync("() => { window.same = true; }");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("#main$"));
        // A page that began to load again has had the time for it once another one of its own is loaded.
        await page.EvaluateAsync("() => fetch('/').then(answer => answer.text())");
        Assert.True(await page.EvaluateAsync<bool>("() => window.same === true"));
        await Assertions.Expect(page.Locator("#main")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Slider).PressAsync("PageDown");
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("at=.*position=[0-9]+"));
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("section.then")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task a_search_of_the_past_finds_nothing_that_was_recorded_later()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        using var ana = newsroom.Client("ana");
        const string Search = "/search?q=ships+or+cinemas&at=2026-02-28T23:59:59Z&clock=published";
        var page = await ana.GetStringAsync(Search, TestContext.Current.CancellationToken);
        var position = System.Text.RegularExpressions.Regex.Match(page, "position=([0-9]+)").Groups[1].Value;
        Assert.Equal($"{await newsroom.Workspace.Engine.Head(TestContext.Current.CancellationToken)}", position);
        await newsroom.Ingest(Newsroom.Article("North Press", "2026-02-27T09:00:00Z", "Cinemas in Norway", "The film institute said that cinemas sold more tickets in Norway."));
        Assert.Contains("Cinemas in Norway", await ana.GetStringAsync(Search, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var then = await ana.GetStringAsync($"{Search}&position={position}", TestContext.Current.CancellationToken);
        Assert.Contains("Ships hit in Latakia", then, StringComparison.Ordinal);
        Assert.DoesNotContain("Cinemas in Norway", then, StringComparison.Ordinal);
    }

    [Fact]
    public async Task one_document_of_long_ago_leaves_the_slider_to_the_others()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        await newsroom.Ingest(Newsroom.Article("Old Gazette", "1815-06-22T10:00:00Z", "A battle", "The courier said that the battle was won near the village."));
        using var ana = newsroom.Client("ana");
        var board = await ana.GetStringAsync("/?clock=published", TestContext.Current.CancellationToken);
        var first = DateTimeOffset.FromUnixTimeSeconds(long.Parse(System.Text.RegularExpressions.Regex.Match(board, "type=\"range\" min=\"(-?[0-9]+)\"").Groups[1].Value, null));
        Assert.Equal(new DateTimeOffset(2026, 2, 28, 10, 0, 0, TimeSpan.Zero), first);
        var then = await ana.GetStringAsync("/?clock=published&at=1816-01-01T00:00:00", TestContext.Current.CancellationToken);
        Assert.Contains("A battle", then, StringComparison.Ordinal);
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
