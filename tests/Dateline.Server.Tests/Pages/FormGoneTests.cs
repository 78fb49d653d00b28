using Dateline.Server.Tests.Commands;
using Microsoft.Playwright;

namespace Dateline.Server.Tests.Pages;

/// <summary>What somebody wrote is not lost where what others did meanwhile took the form away.</summary>
public sealed class FormGoneTests(Shell shell, Browser browser)
{
    private const string Long = "A long reason that I would not like to write again.\nIt has a second line.";

    [Fact]
    public async Task what_was_written_against_a_verdict_that_was_approved_meanwhile_is_there_to_copy()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var claim = await Claim(newsroom);
        var ana = await newsroom.Window("ana", "analyst", at: claim);
        await ana.GetByLabel("verified").CheckAsync();
        await ana.GetByLabel("low").CheckAsync();
        await ana.GetByLabel("Ships hit").CheckAsync();
        await ana.GetByLabel("What shows it").FillAsync("The footage shows it.");
        await ana.GetByRole(AriaRole.Button, new() { Name = "Propose", Exact = true }).ClickAsync();
        await Assertions.Expect(ana.GetByText("Proposed. It stands once")).ToBeVisibleAsync();

        var (ben, edi) = (await newsroom.Window("ben", "analyst", at: claim), await newsroom.Window("edi", "editor", at: claim));
        await edi.Locator("summary", new() { HasText = "Reject" }).ClickAsync();
        await edi.GetByLabel("Why not").FillAsync(Long);
        await ben.Locator("summary", new() { HasText = "Approve" }).ClickAsync();
        await ben.GetByLabel("Why you agree").FillAsync("I read it as well.");
        await ben.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Assertions.Expect(ben.GetByText("Approved. The verdict stands.")).ToBeVisibleAsync();

        await Send(edi, "Reject", 409);
        var alert = edi.GetByRole(AriaRole.Alert);
        await Assertions.Expect(alert).ToContainTextAsync("ben: verdict approved");
        await Assertions.Expect(alert.GetByLabel("Why")).ToHaveValueAsync(Long);
        await Assertions.Expect(alert.GetByLabel("Why")).Not.ToBeEditableAsync();
        await Assertions.Expect(alert).ToBeFocusedAsync();
        await LinksLead(edi);
        await Axe.Check(edi, "form gone");
        await edi.SetViewportSizeAsync(320, 640);
        Assert.True(await edi.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 320);
    }

    [Fact]
    public async Task two_editors_who_close_one_story_both_keep_their_words()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var story = await Story(newsroom, "Ships hit");
        var (ana, ben) = (await newsroom.Window("ana", "editor", at: story), await newsroom.Window("ben", "editor", at: story));
        foreach (var page in new[] { ana, ben })
        {
            await page.Locator("summary", new() { HasText = "Close" }).ClickAsync();
            await page.Locator("#close-because").FillAsync(page == ana ? "All is said." : Long);
        }
        await Send(ana, "Close", 303);
        await Assertions.Expect(ana.Locator(".standing .chip")).ToContainTextAsync("closed");
        await Send(ben, "Close", 409);
        var alert = ben.GetByRole(AriaRole.Alert);
        await Assertions.Expect(alert).ToContainTextAsync("ana: story closed");
        await Assertions.Expect(alert.GetByLabel("Why")).ToHaveValueAsync(Long);
        await LinksLead(ben);
    }

    [Fact]
    public async Task what_was_written_is_there_to_copy_where_the_whole_page_has_gone()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var story = await Story(newsroom, "Ships hit");
        var ben = await newsroom.Window("ben", "editor", at: story);
        await ben.Locator("summary", new() { HasText = "Rename" }).ClickAsync();
        await ben.EvaluateAsync("() => document.querySelector('#form-rename').action = '/stories/s-000000000000/rename'");
        await ben.Locator("#rename-title").FillAsync("Strike on Latakia");
        await ben.Locator("#rename-because").FillAsync(Long);
        await Send(ben, "Rename", 409);
        var alert = ben.GetByRole(AriaRole.Alert);
        await Assertions.Expect(alert.GetByLabel("Why")).ToHaveValueAsync(Long);
        await Assertions.Expect(alert.GetByLabel("Title")).ToHaveValueAsync("Strike on Latakia");
        await LinksLead(ben);
        await Axe.Check(ben, "page gone");
    }

    private static async Task Send(IPage page, string button, int status)
    {
        var answer = await page.RunAndWaitForResponseAsync(() => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync(), static r => r.Request.Method == "POST");
        Assert.Equal(status, answer.Status);
    }

    /// <summary>No link to a place on the page leads nowhere.</summary>
    private static async Task LinksLead(IPage page) => Assert.Empty(await page.EvaluateAsync<string[]>(
        "() => [...document.querySelectorAll('main a[href^=\"#\"]')].map(a => a.getAttribute('href')).filter(h => !document.getElementById(decodeURIComponent(h.slice(1))))"));

    private static async Task<string> Story(Newsroom newsroom, string title) =>
        "/stories/" + Assert.Single(await newsroom.Workspace.Board.Stories(TestContext.Current.CancellationToken), s => s.Title.StartsWith(title, StringComparison.Ordinal)).Id;

    private static async Task<string> Claim(Newsroom newsroom)
    {
        var (story, cancellation) = ((await Story(newsroom, "Ships hit")).Split('/')[^1], TestContext.Current.CancellationToken);
        return "/claims/" + (await newsroom.Workspace.Board.Story(story, Server.Commands.Workspace.Now, cancellation))!.Claims[0].Id;
    }
}
