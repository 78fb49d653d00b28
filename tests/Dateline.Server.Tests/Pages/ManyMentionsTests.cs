using System.Text.RegularExpressions;
using Dateline.Replay;
using Dateline.Server.Commands;
using Dateline.Server.Reading;
using Dateline.Server.Tests.Commands;
using Microsoft.Playwright;

namespace Dateline.Server.Tests.Pages;

/// <summary>A claim that 130 assert before 12 deny it: nobody is pushed out of its page or its forms by those who came before.</summary>
public sealed class ManyMentionsTests(Shell shell, Browser browser)
{
    private const int Asserting = 130;
    private const int Denying = 12;

    [Fact]
    public async Task both_sides_are_shown_at_once_and_the_pager_leads_to_every_mention()
    {
        var (newsroom, claim) = await Open();
        await using var _ = newsroom;
        var page = await newsroom.Window("rita", "reader", at: claim);
        var sides = page.Locator(".sides");
        await Assertions.Expect(sides).ToContainTextAsync("Asserted by");
        await Assertions.Expect(sides).ToContainTextAsync("Denied by");
        await Assertions.Expect(sides.GetByText($"and {Asserting - 12} more")).ToHaveAttributeAsync("href", $"{claim}?side=asserting#mentions");
        await Axe.Check(page, "many mentions");
        await Shots.Take(page, "claim-many-mentions");
        await page.SetViewportSizeAsync(320, 640);
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 320);
        await page.SetViewportSizeAsync(1280, 900);

        var mentions = page.Locator(".mentions > li");
        await Assertions.Expect(mentions).ToHaveCountAsync(100);
        var seen = await mentions.Locator(".where a").AllInnerTextsAsync();
        var pager = page.GetByRole(AriaRole.Navigation, new() { Name = "More mentions" });
        await Assertions.Expect(pager).ToContainTextAsync("mentions 1 to 100 of 142");
        await pager.GetByRole(AriaRole.Link, new() { Name = "Next 100" }).ClickAsync();
        await Assertions.Expect(pager).ToContainTextAsync("mentions 101 to 142 of 142");
        Assert.Equal(Asserting + Denying, seen.Concat(await mentions.Locator(".where a").AllInnerTextsAsync()).Distinct(StringComparer.Ordinal).Count());

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Whose mentions" }).GetByRole(AriaRole.Link, new() { Name = "Denied by" }).ClickAsync();
        await Assertions.Expect(mentions).ToHaveCountAsync(Denying);
        await Assertions.Expect(mentions.Locator(".stance", new() { HasText = "denies" })).ToHaveCountAsync(Denying);
    }

    [Fact]
    public async Task a_part_of_the_mentions_stays_at_its_moment()
    {
        var (newsroom, claim) = await Open();
        await using var _ = newsroom;
        await newsroom.Ingest(Report(Asserting + Denying + 1, denies: true));
        // By the published clock, just before the first denial was out.
        var page = await newsroom.Window("rita", "reader", at: $"{claim}?at={At(Asserting):yyyy-MM-dd'T'HH:mm:ss'Z'}&clock=published");
        var pager = page.GetByRole(AriaRole.Navigation, new() { Name = "More mentions" });
        await pager.GetByRole(AriaRole.Link, new() { Name = "Next 100" }).ClickAsync();
        await Assertions.Expect(pager).ToContainTextAsync($"mentions 101 to {Asserting} of {Asserting}");
        await Assertions.Expect(page.Locator("section.then")).ToContainTextAsync("by the published clock");
        await Assertions.Expect(page.Locator(".mentions > li")).ToHaveCountAsync(Asserting - 100);
        await Assertions.Expect(page.GetByText("Denied by")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_verdict_can_rest_on_mentions_of_several_parts(bool scripts)
    {
        var (newsroom, claim) = await Open();
        await using var _ = newsroom;
        var page = await newsroom.Window("ana", "analyst", new() { ViewportSize = new() { Width = 1280, Height = 900 }, JavaScriptEnabled = scripts }, claim);
        var form = page.Locator("#form-propose");
        await form.GetByLabel("false").CheckAsync();
        await form.GetByLabel("Report 7 from").CheckAsync();
        await form.GetByLabel("What shows it").FillAsync("The footage is old.");
        await form.GetByRole(AriaRole.Button, new() { Name = "Next 100" }).ClickAsync();
        await Assertions.Expect(form.GetByText("of mentions 101 to 142 of 142")).ToBeVisibleAsync();
        await form.GetByLabel("Report 120 from").CheckAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Denied by" }).ClickAsync();
        await Assertions.Expect(form.GetByText($"of mentions 1 to {Denying} of {Denying}")).ToBeVisibleAsync();
        await Assertions.Expect(form.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(2 + Denying);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await form.GetByLabel($"Report {Asserting + Denying} from").CheckAsync();
        await form.GetByLabel("Report 120 from").UncheckAsync();
        // What is missing is said with all that was chosen kept.
        await page.EvaluateAsync("() => document.querySelector('#form-propose').noValidate = true");
        await form.GetByRole(AriaRole.Button, new() { Name = "Propose" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose");
        await Assertions.Expect(form.GetByLabel("Report 7 from")).ToBeCheckedAsync();
        await form.GetByLabel("moderate").CheckAsync();
        await Assertions.Expect(form.GetByLabel("What shows it")).ToHaveValueAsync("The footage is old.");
        await form.GetByRole(AriaRole.Button, new() { Name = "Propose" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Proposed. It stands once")).ToBeVisibleAsync();
        var verdict = Assert.Single((await newsroom.Workspace.Board.Claim(claim.Split('/')[^1], Workspace.Now, TestContext.Current.CancellationToken))!.Verdicts);
        Assert.Equal(2, verdict.Evidence.Length);
        foreach (var number in new[] { 7, Asserting + Denying }) await Assertions.Expect(page.Locator("article.verdict")).ToContainTextAsync($"Report {number} from Outlet {number}");
    }

    [Fact]
    public async Task what_others_did_while_one_chose_is_told_when_it_is_sent()
    {
        var (newsroom, claim) = await Open();
        await using var _ = newsroom;
        var page = await newsroom.Window("ana", "analyst", at: claim);
        var form = page.Locator("#form-propose");
        await form.GetByLabel("false").CheckAsync();
        await form.GetByLabel("low").CheckAsync();
        await form.GetByLabel("Report 7 from").CheckAsync();
        await newsroom.Ingest(Report(Asserting + Denying + 1, denies: true));
        await form.GetByRole(AriaRole.Button, new() { Name = "Next 100" }).ClickAsync();
        await Assertions.Expect(form.GetByText("of mentions 101 to 143 of 143")).ToBeVisibleAsync();
        await form.GetByLabel("What shows it").FillAsync("The footage is old.");
        await form.GetByRole(AriaRole.Button, new() { Name = "Propose" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Something changed while you were writing");
    }

    [Fact]
    public async Task an_editor_splits_mentions_of_several_parts_off()
    {
        var (newsroom, claim) = await Open();
        await using var _ = newsroom;
        var page = await newsroom.Window("eva", "editor", at: claim);
        await page.Locator("summary", new() { HasText = "Split mentions off" }).ClickAsync();
        var form = page.Locator("#form-split");
        await form.GetByLabel("Words of the new claim").FillAsync("Two other ships were hit");
        await form.GetByLabel("Outlet 3").First.CheckAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Denied by" }).ClickAsync();
        await form.GetByRole(AriaRole.Checkbox).Last.CheckAsync();
        await form.GetByLabel("Why").FillAsync("Another day.");
        // The key for sending sends; it does not turn the page.
        await form.GetByLabel("Words of the new claim").PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Split off. This is the new claim.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".mentions > li")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task a_story_says_how_many_more_voices_there_are_and_leads_to_them()
    {
        var (newsroom, claim) = await Open();
        await using var _ = newsroom;
        var story = Assert.Single(await newsroom.Workspace.Board.Stories(TestContext.Current.CancellationToken));
        var page = await newsroom.Window("rita", "reader", at: $"/stories/{story.Id}");
        await page.Locator(".accounts").GetByRole(AriaRole.Link, new() { Name = $"and {Asserting - 12} more" }).ClickAsync();
        await page.WaitForURLAsync(new Regex(Regex.Escape($"{claim}?side=asserting#mentions")));
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "More mentions" })).ToContainTextAsync($"mentions 1 to 100 of {Asserting}");
    }

    private async Task<(Newsroom Newsroom, string Claim)> Open()
    {
        var newsroom = await Newsroom.Open(shell, browser);
        await newsroom.Ingest([.. Enumerable.Range(1, Asserting + Denying).Select(n => Report(n, n > Asserting))]);
        var cancellation = TestContext.Current.CancellationToken;
        var story = Assert.Single(await newsroom.Workspace.Board.Stories(cancellation));
        var claim = (await newsroom.Workspace.Board.Story(story.Id, Workspace.Now, cancellation))!.Claims.Single(c => c.Asserting == Asserting);
        Assert.Equal((Status.Disputed, Denying), (claim.Status, claim.Denying));
        return (newsroom, $"/claims/{claim.Id}");
    }

    private static DateTimeOffset At(int number) => new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(number);

    private static Draft Report(int number, bool denies) => Newsroom.Article(
        $"Outlet {number}", At(number).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        $"Ships hit in Latakia: Report {number} from Outlet {number}", denies ? $"The ministry denied that {Newsroom.Claim}." : $"The army said that {Newsroom.Claim}.");
}
