using Dateline.Server.Tests.Commands;
using Microsoft.Playwright;

namespace Dateline.Server.Tests.Pages;

public sealed class EditorTests(Shell shell, Browser browser)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task an_editor_rates_renames_splits_and_merges(bool keys)
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        await newsroom.Ingest(Newsroom.Article("North Press", "2026-03-02T09:00:00Z", "Ships hit in Latakia, navy says", $"The navy said that {Newsroom.Claim}."));
        var page = await newsroom.Window("eva", "editor", at: "/sources/harbour-wire");
        var hands = keys ? Hands.Keys(page) : Hands.Mouse(page);
        await hands.Choose("B usually reliable");
        await hands.Write("Why", "Right so far.");
        await hands.Use("button", "Rate", exact: true);
        await Assertions.Expect(page.GetByText("Rated by eva")).ToBeVisibleAsync();

        await hands.Use("link", "Board", exact: true);
        await hands.Use("link", "Ships hit in Latakia");
        await hands.Use("summary", "Rename");
        await hands.Write("Title", "Strike on Latakia");
        await hands.Write("Why", "Shorter.");
        await hands.Use("button", "Rename", exact: true);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Strike on Latakia");

        await hands.Use("summary", "Split documents off");
        await hands.Write("Title of the new story", "What the navy says");
        await hands.Choose("Ships hit in Latakia, navy says");
        await hands.Write("Why", "Another question.");
        await hands.Use("button", "Split", exact: true);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("What the navy says");
        var split = new Uri(page.Url).AbsolutePath.Split('/')[^1];

        await page.GotoAsync(newsroom.Address);
        await hands.Use("link", "Strike on Latakia");
        await hands.Use("summary", "Merge into another story");
        await hands.Write("The story that takes its documents", split);
        await hands.Write("Why", "One event after all.");
        await hands.Use("button", "Merge", exact: true);
        await Assertions.Expect(page.GetByText("Merged. This story has the documents of both.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".documents > li")).ToHaveCountAsync(2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task an_editor_splits_mentions_off_a_claim_and_merges_them_again(bool keys)
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        await newsroom.Ingest(Newsroom.Article("North Press", "2026-03-02T09:00:00Z", "Ships hit in Latakia, navy says", $"The navy said that {Newsroom.Claim}."));
        var page = await newsroom.Window("eva", "editor", at: "/");
        var hands = keys ? Hands.Keys(page) : Hands.Mouse(page);
        await hands.Use("link", "Ships hit in Latakia");
        await page.Locator("table.claims a").First.ClickAsync();
        var whole = new Uri(page.Url).AbsolutePath;
        await hands.Use("summary", "Split mentions off");
        await hands.Write("Words of the new claim", "Two other ships were hit");
        await page.Locator("input[name=mention]").Last.CheckAsync();
        await hands.Write("Why", "Another day.");
        await hands.Use("button", "Split", exact: true);
        await Assertions.Expect(page.GetByText("Split off. This is the new claim.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Two other ships were hit");
        await Assertions.Expect(page.Locator(".mentions > li")).ToHaveCountAsync(1);

        await hands.Use("summary", "Merge into another claim");
        await hands.Write("The id of the claim that takes its mentions", whole.Split('/')[^1]);
        await hands.Write("Why", "One event after all.");
        await hands.Use("button", "Merge", exact: true);
        await Assertions.Expect(page.GetByText("Merged. This claim has the mentions of both.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".mentions > li")).ToHaveCountAsync(2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task an_editor_finds_the_claim_to_merge_into_by_its_words(bool keys)
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var page = await newsroom.Window("eva", "editor", at: "/");
        var hands = keys ? Hands.Keys(page) : Hands.Mouse(page);
        await hands.Use("link", "Ships hit in Latakia");
        await page.Locator("table.claims a").First.ClickAsync();
        await hands.Use("summary", "Merge into another claim");
        await hands.Write("words of it to search for", "tramway airport");
        await hands.Write("Why", "One event after all.");
        await hands.Use("button", "Merge", exact: true);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("No claim has this id.");
        await Axe.Check(page, "claims found");
        await hands.Choose("the council approved the new tramway");
        await hands.Use("button", "Merge", exact: true);
        await Assertions.Expect(page.GetByText("Merged. This claim has the mentions of both.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("tramway");
    }

    [Fact]
    public async Task a_title_in_the_place_of_a_story_is_refused_with_advice_for_the_page()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var page = await newsroom.Window("eva", "editor");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ships hit in Latakia" }).ClickAsync();
        await page.GetByText("Merge into another story").ClickAsync();
        await page.Locator("#merge-into").FillAsync("Council votes on the tram");
        await page.Locator("#merge-because").FillAsync("They are one.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge", Exact = true }).ClickAsync();
        var wrong = page.Locator("section.wrong");
        await Assertions.Expect(wrong).ToContainTextAsync("There is no story Council votes on the tram.");
        await Assertions.Expect(wrong).ToContainTextAsync("choose it from those that are offered");
        await Assertions.Expect(wrong).Not.ToContainTextAsync("dateline stories");
    }

    [Fact]
    public async Task a_view_is_rebuilt_and_shows_how_far_it_is()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var page = await newsroom.Window("adam", "administrator", at: "/administration");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rebuild board" }).ClickAsync();
        await Assertions.Expect(page.Locator("tr", new() { HasText = "board" })).ToContainTextAsync("Done");
        await Assertions.Expect(page.GetByText("All is well.")).ToBeVisibleAsync();
    }
}
