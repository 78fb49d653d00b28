using System.Net;
using System.Net.Http.Headers;
using Dateline.Accounts;
using Dateline.Server.Tests.Accounts;
using Dateline.Server.Tests.Commands;
using Microsoft.Playwright;

namespace Dateline.Server.Tests.Pages;

public sealed class PeopleTests(Shell shell, Browser browser)
{
    private const string Password = "seven grey herons by the weir";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task an_administrator_lets_somebody_in_gives_a_role_and_closes_the_account(bool keys)
    {
        await using var newsroom = await Newsroom.Open(shell, browser, new());
        var root = await Enter(newsroom, await newsroom.FirstLink(), "Root");
        var hands = keys ? Hands.Keys(root) : Hands.Mouse(root);
        await hands.Use("link", "People", exact: true);
        await Assertions.Expect(root.GetByRole(AriaRole.Row, new() { Name = "Root" })).ToContainTextAsync("administrator");
        await hands.Write("Name, under which", "Zoe");
        await hands.Choose("analyst");
        await hands.Use("button", "Let in", exact: true);
        var link = await root.Locator(".secret").InnerTextAsync();
        await Axe.Check(root, "person");
        await Shots.Take(root, "person-invited");

        var zoe = await Enter(newsroom, link);
        await Assertions.Expect(zoe.Locator(".person")).ToContainTextAsync("analyst");
        await Assertions.Expect(zoe.GetByRole(AriaRole.Link, new() { Name = "People" })).ToHaveCountAsync(0);

        await hands.Choose("editor");
        await root.Locator("#role-because").FillAsync("She has learned it.");
        await hands.Use("button", "Change the role", exact: true);
        // Signing in came between: the form was made for an older version, and says so.
        await Assertions.Expect(root.GetByRole(AriaRole.Alert)).ToContainTextAsync("account credential set");
        await hands.Use("button", "Change the role", exact: true);
        await Assertions.Expect(root.GetByText("The role was changed")).ToBeVisibleAsync();
        await zoe.ReloadAsync();
        await Assertions.Expect(zoe.Locator(".person")).ToContainTextAsync("editor");

        await root.Locator("#close-because").FillAsync("She has left.");
        await hands.Use("button", "Close the account", exact: true);
        await Assertions.Expect(root.GetByText("The account is closed")).ToBeVisibleAsync();
        await zoe.ReloadAsync();
        Assert.Contains("/sign-in", zoe.Url, StringComparison.Ordinal);
        await Shots.Take(root, "person-closed");
    }

    [Fact]
    public async Task a_key_is_shown_once_works_and_is_revoked()
    {
        await using var newsroom = await Newsroom.Open(shell, browser, new());
        var page = await Enter(newsroom, await newsroom.FirstLink(), "Root");
        await page.GetByRole(AriaRole.Link, new() { Name = "Root" }).ClickAsync();
        await page.GetByLabel("What it is for").FillAsync("nightly export");
        await page.GetByLabel("ingest").CheckAsync();
        await page.GetByLabel("Its last day").FillAsync("2020-01-31");
        await page.GetByRole(AriaRole.Button, new() { Name = "Issue the key" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The key would end before it begins");
        await Assertions.Expect(page.GetByLabel("What it is for")).ToHaveValueAsync("nightly export");
        await page.GetByLabel("Its last day").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Issue the key" }).ClickAsync();
        var key = await page.Locator(".secret").InnerTextAsync();
        await Axe.Check(page, "oneself");
        await Shots.Take(page, "oneself-key");
        using var program = new HttpClient { BaseAddress = new(newsroom.Address), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/stories", TestContext.Current.CancellationToken)).StatusCode);
        // No page of its owner's is open to a key.
        Assert.Equal(HttpStatusCode.Forbidden, (await program.GetAsync("/oneself", TestContext.Current.CancellationToken)).StatusCode);

        await page.GotoAsync(newsroom.Address + "/oneself");
        Assert.DoesNotContain(key, await page.ContentAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke nightly export" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Revoked. The key opens nothing any more.")).ToBeVisibleAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/stories", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task whoever_a_provider_vouches_for_gets_to_the_page_that_was_asked_for()
    {
        await using var provider = await Provider.Start();
        await using var newsroom = await Newsroom.Open(shell, browser, new() { Provider = new(provider.Address, "dateline", "client secret", Role.Reader, "the house") });
        var page = await newsroom.Stranger(newsroom.Address + "/sources");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with the house" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sources");
        await Assertions.Expect(page.Locator(".person")).ToContainTextAsync("Zoe Example");
        await Assertions.Expect(page.Locator(".person")).ToContainTextAsync("reader");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GotoAsync(newsroom.Address + "/sources");
        Assert.Contains("/sign-in", page.Url, StringComparison.Ordinal);
    }

    /// <summary>Follows a one-time link and sets a password.</summary>
    private static async Task<IPage> Enter(Newsroom newsroom, string link, string? name = null)
    {
        var page = await newsroom.Stranger(link);
        if (name is not null) await page.GetByLabel("Your name").FillAsync(name);
        await page.GetByLabel("A password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set the password" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Board");
        return page;
    }
}
