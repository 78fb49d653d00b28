using System.Net;
using Dateline.Accounts;
using Dateline.Server.Tests.Accounts;
using Dateline.Server.Tests.Commands;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Dateline.Server.Tests.Pages;

public sealed class TeamTests(Shell shell, Browser browser)
{
    private const string Password = "several words that do not belong";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task an_administrator_lets_somebody_in_gives_a_role_and_ends_it(bool keys)
    {
        await using var newsroom = await Newsroom.Open(shell, browser);
        var page = await newsroom.Window("adam", "administrator", at: "/people");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Nobody yet" })).ToBeVisibleAsync();
        var hands = keys ? Hands.Keys(page) : Hands.Mouse(page);
        await hands.Write("Name, under which", "Nora");
        await hands.Choose("analyst");
        await hands.Use("button", "Make a link", exact: true);
        await Assertions.Expect(page.Locator("code.secret")).ToContainTextAsync("/welcome?token=");
        await Shots.Take(page, keys ? "people-invited-keys" : "people-invited");
        await hands.Use("link", "Nora", exact: true);
        await Assertions.Expect(page.Locator("code.secret")).ToHaveCountAsync(0);

        await hands.Use("summary", "Give another role");
        await hands.Choose("editor");
        await hands.Write("Why", "Knows the desk.");
        await hands.Use("button", "Give the role", exact: true);
        await Assertions.Expect(page.Locator(".standing")).ToContainTextAsync("editor");
        await hands.Use("summary", "End their work here");
        await page.Locator("#close-because").FillAsync("Left.");
        await hands.Use("button", "Close the account", exact: true);
        await Assertions.Expect(page.Locator(".standing")).ToContainTextAsync("closed");
        var account = (await newsroom.Workspace.Newsroom.Load<Account>(Ids.Account(Account.IdOf("Nora")), null, TestContext.Current.CancellationToken)).State!;
        Assert.Equal((Role.Editor, false), (account.Role, account.IsOpen));
    }

    [Fact]
    public async Task the_link_lets_them_in_and_a_key_is_shown_once_and_revoked()
    {
        await using var newsroom = await Newsroom.Open(shell, browser, new());
        var cancellation = TestContext.Current.CancellationToken;
        var people = newsroom.Services.GetRequiredService<Server.Accounts.People>();
        var page = await newsroom.Window("", "", at: $"/welcome?token={await people.FirstAdministrator(cancellation)}");
        await page.GetByLabel("Your name").FillAsync("Root");
        await page.GetByLabel("A password of at least").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set the password" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "People", Exact = true }).ClickAsync();
        await page.GetByLabel("Name, under which").FillAsync("Nora");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        var link = await page.Locator("code.secret").InnerTextAsync();

        var nora = await newsroom.Window("", "", at: new Uri(link).PathAndQuery);
        await nora.GetByLabel("A password of at least").FillAsync(Password);
        await nora.GetByRole(AriaRole.Button, new() { Name = "Set the password" }).ClickAsync();
        await Assertions.Expect(nora.Locator(".person")).ToContainTextAsync("Nora");
        await nora.GetByRole(AriaRole.Link, new() { Name = "Nora: your keys and password" }).ClickAsync();
        await nora.GetByLabel("What it is for").FillAsync("My feed");
        await nora.GetByRole(AriaRole.Button, new() { Name = "Make the key" }).ClickAsync();
        var key = await nora.Locator("code.secret").InnerTextAsync();
        await Axe.Check(nora, "a new key");

        using var program = newsroom.Client();
        program.DefaultRequestHeaders.Authorization = new("Bearer", key);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/stories", cancellation)).StatusCode);
        // A key is for the API: on pages its scopes would not count.
        Assert.NotEqual(HttpStatusCode.OK, (await program.GetAsync("/", cancellation)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await program.GetAsync("/keys", cancellation)).StatusCode);

        await nora.GotoAsync(newsroom.Address + "/keys");
        Assert.DoesNotContain(key, await nora.ContentAsync(), StringComparison.Ordinal);
        await nora.GetByRole(AriaRole.Button, new() { Name = "Revoke My feed" }).ClickAsync();
        await Assertions.Expect(nora.GetByText("The key opens nothing any more.")).ToBeVisibleAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/stories", cancellation)).StatusCode);
    }

    [Fact]
    public async Task somebody_whom_the_provider_vouches_for_gets_in_by_the_page()
    {
        await using var provider = await Provider.Start();
        await using var newsroom = await Newsroom.Open(shell, browser, new() { Provider = new(provider.Address, "dateline", "client secret", Role.Reader, "the house") });
        var page = await newsroom.Window("", "", at: "/sources");
        await Assertions.Expect(page.GetByLabel("Password")).ToBeVisibleAsync();
        await Shots.Take(page, "sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with the house" }).ClickAsync();
        await Assertions.Expect(page.Locator(".person")).ToContainTextAsync("Zoe Example");
        Assert.EndsWith("/sources", page.Url, StringComparison.Ordinal);
    }
}
