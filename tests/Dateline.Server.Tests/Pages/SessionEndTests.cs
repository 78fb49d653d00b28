using System.Net;
using System.Text.RegularExpressions;
using Dateline.Server.Tests.Commands;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Dateline.Server.Tests.Pages;

/// <summary>A session that ends while its pages are open.</summary>
public sealed class SessionEndTests(Shell shell, Browser browser)
{
    private const string Password = "several words that do not belong";

    [Theory]
    [InlineData("/?movement=moving", "/sign-in?return=%2F%3Fmovement%3Dmoving")]
    [InlineData("/administration", "/sign-in?return=%2Fadministration")]
    public async Task a_page_that_renews_itself_gives_way_to_the_whole_sign_in_page(string at, string leads)
    {
        await using var newsroom = await Newsroom.Open(shell, browser, new());
        var page = await SignedIn(newsroom);
        await page.GotoAsync(newsroom.Address + at);
        await Assertions.Expect(page.Locator("body")).ToHaveAttributeAsync("data-listening", "yes");
        await page.Context.ClearCookiesAsync();
        await Ingest(newsroom);
        await page.WaitForURLAsync(newsroom.Address + leads);
        await Assertions.Expect(page.Locator("nav, #list, #state")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByLabel("Password")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task a_form_that_was_sent_too_late_leads_back_to_its_page(bool refusedBefore)
    {
        await using var newsroom = await Newsroom.Open(shell, browser, new());
        await Ingest(newsroom);
        var page = await SignedIn(newsroom);
        await page.GetByRole(AriaRole.Link, new() { Name = "Ships hit in Latakia" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/stories/"));
        var story = page.Url;
        await page.GetByText("Merge into another story").ClickAsync();
        if (refusedBefore) await Merge(page);
        await page.Context.ClearCookiesAsync();
        await Merge(page);
        await Enter(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ships hit in Latakia", Level = 1 })).ToBeVisibleAsync();
        Assert.Equal(story, page.Url);
    }

    [Fact]
    public async Task a_form_leads_back_to_pages_of_this_site_only()
    {
        await using var newsroom = await Newsroom.Open(shell, browser, new());
        using var client = newsroom.Client();
        var here = newsroom.Address;
        foreach (var (from, leads) in new[]
        {
            ("https://evil.example/stories/x", "/"), ("//evil.example/", "/"), ("nothing", "/"), ("", "/"), (here + ".evil.example/stories/x", "/"), (here + "//evil.example/", "/"),
            (here + "/stories/x?at=2026-03-01", "/stories/x?at=2026-03-01"), (here + "/stories/x/rename", "/stories/x"), (here + "/documents/new", "/documents/new")
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/stories/x/rename");
            if (from.Length > 0) request.Headers.TryAddWithoutValidation("Referer", from);
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal((from, HttpStatusCode.Redirect, $"/sign-in?return={Uri.EscapeDataString(leads)}"), (from, answer.StatusCode, new Uri(new(here), answer.Headers.Location!).PathAndQuery));
        }
    }

    private static async Task Merge(IPage page)
    {
        await page.Locator("#merge-into").FillAsync("Council votes on the tram");
        await page.Locator("#merge-because").FillAsync("They are one.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge", Exact = true }).ClickAsync();
    }

    private static async Task Enter(IPage page)
    {
        await page.GetByLabel("Name").FillAsync("Root");
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    private static async Task<IPage> SignedIn(Newsroom newsroom)
    {
        var token = await newsroom.Services.GetRequiredService<Server.Accounts.People>().FirstAdministrator(TestContext.Current.CancellationToken);
        var page = await newsroom.Window("", "", at: $"/welcome?token={token}");
        await page.GetByLabel("Your name").FillAsync("Root");
        await page.GetByLabel("A password of at least").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set the password" }).ClickAsync();
        await page.WaitForURLAsync(newsroom.Address + "/");
        return page;
    }

    private static Task Ingest(Newsroom newsroom) =>
        newsroom.Ingest(Newsroom.Article("Harbour Wire", "2026-02-28T10:00:00Z", "Ships hit in Latakia", $"The army said that {Newsroom.Claim}."));
}
