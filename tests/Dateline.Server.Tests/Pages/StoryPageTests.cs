using System.Globalization;
using Dateline.Server.Commands;
using Dateline.Server.Reading;
using Dateline.Server.Tests.Commands;
using Dateline.Verdicts;
using Microsoft.Playwright;

namespace Dateline.Server.Tests.Pages;

/// <summary>Stories of many documents, and stories whose verdicts are to be looked at again.</summary>
public sealed class StoryPageTests(Shell shell, Browser browser)
{
    [Fact]
    public async Task a_long_story_lists_the_latest_documents_first_and_leads_to_all()
    {
        const int Count = 230;
        await using var newsroom = await Newsroom.Open(shell, browser);
        Draft Report(int number) => Newsroom.Article(
            "Harbour Wire", new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(number).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            $"Ships hit in Latakia, report {number}", $"The army said that {Newsroom.Claim}.");
        await newsroom.Ingest([.. Enumerable.Range(1, Count).Select(Report)]);
        var story = Assert.Single(await newsroom.Workspace.Board.Stories(TestContext.Current.CancellationToken));
        Assert.Equal(Count, story.Documents);

        var page = await newsroom.Window("ana", "reader", at: $"/stories/{story.Id}");
        var (titles, pager) = (page.Locator("ol.documents > li > a"), page.GetByRole(AriaRole.Navigation, new() { Name = "More documents" }));
        var seen = new List<string>();
        for (var left = Count; ; left -= 100)
        {
            await Assertions.Expect(titles).ToHaveCountAsync(Math.Min(left, 100));
            seen.AddRange(await titles.AllInnerTextsAsync());
            if (left <= 100) break;
            await Assertions.Expect(pager).ToContainTextAsync($"documents {seen.Count - 99} to {seen.Count} of {Count}");
            await pager.GetByRole(AriaRole.Link, new() { Name = "Next 100" }).ClickAsync();
            await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex($"documents={seen.Count}#documents$"));
        }
        Assert.Equal(Enumerable.Range(1, Count).Reverse().Select(n => $"Ships hit in Latakia, report {n}"), seen);
        await pager.GetByRole(AriaRole.Link, new() { Name = "Previous 100" }).ClickAsync();
        await Assertions.Expect(titles.First).ToHaveTextAsync($"Ships hit in Latakia, report {Count - 100}");
    }

    [Fact]
    public async Task an_editor_sees_what_is_suggested_takes_it_or_dismisses_it()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        await newsroom.Ingest(Newsroom.Article("North Press", "2026-03-02T09:00:00Z", "Harvest fails in the north", "The farmers said that the grain harvest failed in the north."));
        var cancellation = TestContext.Current.CancellationToken;
        var stories = await newsroom.Workspace.Board.Stories(cancellation);
        var (ships, tram, grain) = (Of("Ships"), Of("Council"), Of("Harvest"));
        foreach (var other in new[] { tram, grain })
        {
            await newsroom.Workspace.Newsroom.Send(
                new Dateline.Stories.SuggestMerge(ships, other, "d-1", 412, "Both are about the port.", DateTimeOffset.UnixEpoch), new("bot:test@1"), cancellation);
        }
        await newsroom.Workspace.Engine.Settle(cancellation);

        var reader = await newsroom.Window("rita", "reader", at: $"/stories/{ships}");
        var seen = reader.GetByRole(AriaRole.Region, new() { Name = "Suggested by a machine" });
        await Assertions.Expect(seen.GetByRole(AriaRole.Link, new() { Name = "Council votes on the tram" })).ToHaveAttributeAsync("href", $"/stories/{tram}");
        await Assertions.Expect(seen.GetByText("Both are about the port. Likeness 0.41.")).ToHaveCountAsync(2);
        await Assertions.Expect(seen.Locator("form")).ToHaveCountAsync(0);

        var page = await newsroom.Window("eva", "editor", at: $"/stories/{ships}");
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(part => part.open = true)");
        await Axe.Check(page, "suggested");
        var suggestion = page.Locator("article", new() { HasText = "Council votes" });
        await suggestion.GetByLabel("Why not").FillAsync("Another town.");
        await suggestion.GetByRole(AriaRole.Button, new() { Name = "Dismiss" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Dismissed. It is not suggested again.")).ToBeVisibleAsync();
        await Assertions.Expect(suggestion).ToHaveCountAsync(0);

        suggestion = page.Locator("article", new() { HasText = "Harvest fails" });
        await suggestion.Locator("summary", new() { HasText = "Merge as suggested" }).ClickAsync();
        await suggestion.GetByLabel("Why", new() { Exact = true }).FillAsync("One event.");
        await suggestion.GetByRole(AriaRole.Button, new() { Name = "Merge as suggested" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Merged. This story has the documents of both.")).ToBeVisibleAsync();
        Assert.EndsWith($"/stories/{grain}", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);

        string Of(string title) => stories.Single(s => s.Title.StartsWith(title, StringComparison.Ordinal)).Id;
    }

    [Fact]
    public async Task the_board_tells_which_story_has_a_verdict_whose_basis_changed()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var cancellation = TestContext.Current.CancellationToken;
        var (board, log, now) = (newsroom.Workspace.Board, newsroom.Workspace.Newsroom, Workspace.Now);
        var story = (await board.Stories(cancellation)).Single(s => s.Title.Contains("Ships", StringComparison.Ordinal));
        var shown = (await board.Story(story.Id, now, cancellation))!;
        var claim = shown.Claims.First(c => c.Text.Contains(Newsroom.Claim, StringComparison.Ordinal)).Id;
        var evidence = await VerdictEvidence.Of(log, claim, [shown.Documents[0].Id], cancellation);
        await log.Send(new ProposeVerdict(claim, "v-1", Rating.Verified, null, Confidence.Moderate, "Seen.", [.. evidence], "ana"), new("ana", "Seen."), cancellation);
        await log.Send(new ApproveVerdict(claim, "v-1", "ben", "Agreed."), new("ben", "Agreed."), cancellation);
        await newsroom.Workspace.Engine.Settle(cancellation);
        var page = await newsroom.Window("ana", "reader");
        var marked = page.Locator("table.stories tbody tr", new() { HasText = "basis changed" });
        await Assertions.Expect(page.Locator("table.stories tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(marked).ToHaveCountAsync(0);

        await newsroom.Ingest(Newsroom.Article("Evening Ledger", "2026-03-02T10:00:00Z", "Ministry on the ships", $"The ministry denied that {Newsroom.Claim}."));
        await Assertions.Expect(marked).ToHaveCountAsync(1);
        await Assertions.Expect(marked).ToContainTextAsync("Ships hit in Latakia");
        await Assertions.Expect(marked).ToContainTextAsync("changed: The ministry denies it.");
        foreach (var width in new[] { 320, 360, 390 })
        {
            // 320 px is 1280 px at 400 % (WCAG 2.2, 1.4.10).
            await page.SetViewportSizeAsync(width, 640);
            var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
            Assert.True(wide <= width, $"The board takes {wide} of {width} px.");
        }
        await page.SetViewportSizeAsync(1280, 900);
        await page.GotoAsync($"{newsroom.Address}/stories/{story.Id}");
        await Assertions.Expect(page.Locator("p.standing").First).ToContainTextAsync("basis changed");
        await Assertions.Expect(page.Locator($"#{claim}")).ToContainTextAsync("Its basis changed: The ministry denies it.");
        await page.GotoAsync($"{newsroom.Address}/documents/{shown.Documents[0].Id}");
        var cited = page.GetByRole(AriaRole.Region, new() { Name = "Verdicts that rest on it" });
        await Assertions.Expect(cited).ToContainTextAsync("The ministry denies it.");
        await cited.GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(page.Locator("#v-1")).ToContainTextAsync("basis changed");
    }
}
