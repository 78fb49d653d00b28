using Dateline.Server.Tests.Commands;
using Microsoft.Playwright;

namespace Dateline.Server.Tests.Pages;

public sealed class TwoPeopleTests(Shell shell, Browser browser)
{
    [Fact]
    public async Task one_proposes_and_another_approves_each_in_their_own_browser()
    {
        await using var newsroom = await Newsroom.Open(shell, browser);
        var claim = await Claim(newsroom);
        var ana = await newsroom.Window("ana", "administrator", at: claim);
        await Propose(ana, "The footage shows it.");
        await Assertions.Expect(ana.GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToHaveCountAsync(0);

        var ben = await newsroom.Window("ben", "analyst", at: claim);
        await ben.Locator("summary", new() { HasText = "Approve" }).ClickAsync();
        await ben.GetByLabel("Why you agree").FillAsync("I read it as well.");
        await ben.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Assertions.Expect(ben.GetByText("Approved. The verdict stands.")).ToBeVisibleAsync();

        await ana.GotoAsync(newsroom.Address + claim);
        await Assertions.Expect(ana.Locator(".verdict.stands")).ToContainTextAsync("ben approved: I read it as well.");
        await Assertions.Expect(ana.Locator(".standing .chip")).ToContainTextAsync("verified");

        // In the place of the one that stands: two people again.
        await ana.Locator("summary", new() { HasText = "Propose a verdict" }).ClickAsync();
        await Assertions.Expect(ana.GetByText("takes the place of the verdict that stands: verified")).ToBeVisibleAsync();
        await ana.GetByLabel("false", new() { Exact = true }).CheckAsync();
        await ana.GetByLabel("low").CheckAsync();
        await Assertions.Expect(ana.GetByLabel("Ships hit")).ToHaveAttributeAsync("value", new System.Text.RegularExpressions.Regex("^d-[0-9a-f]+/1#[0-9]+$"));
        await ana.GetByLabel("Ships hit").CheckAsync();
        await ana.GetByLabel("What shows it").FillAsync("The footage is older.");
        await ana.GetByRole(AriaRole.Button, new() { Name = "Propose", Exact = true }).ClickAsync();
        await Assertions.Expect(ana.Locator(".standing .chip")).ToContainTextAsync("verified");
        await ben.GotoAsync(newsroom.Address + claim);
        await ben.Locator("summary", new() { HasText = "Approve" }).ClickAsync();
        await ben.GetByLabel("Why you agree").FillAsync("So it is.");
        await ben.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Assertions.Expect(ben.Locator(".standing .chip")).ToContainTextAsync("false");
        await Assertions.Expect(ben.Locator(".verdict", new() { HasText = "superseded" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task whoever_proposed_cannot_approve_even_with_a_form_of_their_own()
    {
        await using var newsroom = await Newsroom.Open(shell, browser);
        var claim = await Claim(newsroom);
        var ana = await newsroom.Window("ana", "administrator", at: claim);
        await Propose(ana, "The footage shows it.");
        var verdict = await ana.Locator(".verdict").GetAttributeAsync("id");
        await ana.Locator("summary", new() { HasText = "Withdraw" }).ClickAsync();
        await ana.EvaluateAsync($"() => document.querySelector('#form-withdraw-{verdict}').action = '{claim}/verdicts/{verdict}/approve'");
        await ana.Locator($"#withdraw-{verdict}-because").FillAsync("I am sure.");
        await ana.GetByRole(AriaRole.Button, new() { Name = "Withdraw" }).ClickAsync();
        await Assertions.Expect(ana.GetByRole(AriaRole.Alert)).ToContainTextAsync("Whoever proposed a verdict cannot approve it.");
        await Assertions.Expect(ana.Locator(".verdict.stands")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task whoever_is_overtaken_is_told_by_whom_and_loses_no_word()
    {
        await using var newsroom = await Newsroom.Open(shell, browser);
        var claim = await Claim(newsroom);
        var (ana, ben) = (await newsroom.Window("ana", "analyst", at: claim), await newsroom.Window("ben", "analyst", at: claim));
        await ben.GetByLabel("false", new() { Exact = true }).CheckAsync();
        await ben.GetByLabel("high").CheckAsync();
        await ben.GetByLabel("Ships hit").CheckAsync();
        await ben.GetByLabel("What shows it").FillAsync("A long text that I would not like to write again.");
        await Propose(ana, "The footage shows it.");

        var answer = await ben.RunAndWaitForResponseAsync(
            () => ben.GetByRole(AriaRole.Button, new() { Name = "Propose", Exact = true }).ClickAsync(), r => r.Request.Method == "POST");
        Assert.Equal(409, answer.Status);
        var alert = ben.GetByRole(AriaRole.Alert);
        await Assertions.Expect(alert).ToBeFocusedAsync();
        await Assertions.Expect(alert).ToContainTextAsync("ana: verdict proposed");
        await Assertions.Expect(alert).ToContainTextAsync("The footage shows it.");
        await Assertions.Expect(ben.GetByLabel("What shows it")).ToHaveValueAsync("A long text that I would not like to write again.");
        await Assertions.Expect(ben.GetByLabel("false", new() { Exact = true })).ToBeCheckedAsync();
        await Assertions.Expect(ben.GetByLabel("Ships hit")).ToBeCheckedAsync();
        await Axe.Check(ben, "overtaken");
        await Shots.Take(ben, "claim-overtaken");

        await ben.GetByRole(AriaRole.Button, new() { Name = "Propose", Exact = true }).ClickAsync();
        await Assertions.Expect(ben.GetByText("Proposed. It stands once somebody else approves it.")).ToBeVisibleAsync();
        await Assertions.Expect(ben.Locator(".verdict")).ToHaveCountAsync(2);
    }

    private static async Task Propose(IPage page, string why)
    {
        await page.GetByLabel("verified").CheckAsync();
        await page.GetByLabel("low").CheckAsync();
        await page.GetByLabel("Ships hit").CheckAsync();
        await page.GetByLabel("What shows it").FillAsync(why);
        await page.GetByRole(AriaRole.Button, new() { Name = "Propose", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Proposed. It stands once somebody else approves it.")).ToBeVisibleAsync();
    }

    private static async Task<string> Claim(Newsroom newsroom)
    {
        await newsroom.Ingest(Newsroom.Article("Harbour Wire", "2026-02-28T10:00:00Z", "Ships hit", "The army said that two ships were hit in the port of Latakia."));
        var cancellation = TestContext.Current.CancellationToken;
        var story = Assert.Single(await newsroom.Workspace.Board.Stories(cancellation));
        return "/claims/" + (await newsroom.Workspace.Board.Story(story.Id, Server.Commands.Workspace.Now, cancellation))!.Claims[0].Id;
    }
}
