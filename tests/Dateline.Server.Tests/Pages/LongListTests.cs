using Dateline.Accounts;
using Dateline.Postgres.Accounts;
using Dateline.Server.Tests.Commands;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Dateline.Server.Tests.Pages;

/// <summary>What is longer than one page bears can be followed to its end.</summary>
public sealed class LongListTests(Shell shell, Browser browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task every_span_of_a_document_with_the_most_mentions_leads_to_its_explanation()
    {
        await using var newsroom = await Newsroom.Open(shell, browser);
        await newsroom.Ingest(Newsroom.Article(
            "Harbour Wire", "2026-02-28T10:00:00Z", "Counted", string.Join('\n', Enumerable.Range(1, 400).Select(n => $"Police said {n} people had died in the dam collapse in district {n}."))));
        var story = Assert.Single(await newsroom.Workspace.Board.Stories(Cancellation));
        var page = await newsroom.Window("rita", "reader", at: $"/stories/{story.Id}");
        await page.Locator("ol.documents > li > a").ClickAsync();
        await page.WaitForLoadStateAsync();
        var spans = page.Locator("a.mention");
        Assert.True(await spans.CountAsync() > 300);
        Assert.Empty(await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a.mention')].map(a => a.getAttribute('href')).filter(to => !document.getElementById(to.slice(1)))"));
        await spans.Last.ClickAsync();
        await Assertions.Expect(page.Locator(".explained dl:target")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task a_form_can_name_thousands_of_documents()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var page = await newsroom.Window("eva", "editor", at: "/");
        await newsroom.Ingest(Newsroom.Article("North Press", "2026-03-02T09:00:00Z", "Ships hit in Latakia, navy says", $"The navy said that {Newsroom.Claim}."));
        await page.GetByRole(AriaRole.Link, new() { Name = "Ships hit in Latakia" }).ClickAsync();
        await page.Locator("summary", new() { HasText = "Split documents off" }).ClickAsync();
        await page.EvaluateAsync("""
            () => {
                for (let n = 0; n < 5000; n++) {
                    const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'document', value: 'd-' + String(n).padStart(16, '0') });
                    document.querySelector('#form-split').append(field);
                }
            }
            """);
        await page.Locator("#split-title").FillAsync("Others");
        await page.Locator("#split-because").FillAsync("Another question.");
        var answer = await page.RunAndWaitForResponseAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Split", Exact = true }).ClickAsync(), r => r.Request.Method == "POST");
        Assert.Equal(422, answer.Status);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This was refused");
    }

    [Fact]
    public async Task the_uses_of_a_key_are_listed_for_its_owner_and_for_administrators()
    {
        await using var newsroom = await Newsroom.Open(shell, browser);
        await newsroom.Workspace.Newsroom.Send(new OpenAccount("ana", Role.Analyst, "system"), Act.System, Cancellation);
        await newsroom.Workspace.Newsroom.Send(new IssueKey(Account.IdOf("ana"), "k-1", "Feeds", ["read"], null, "ana"), new("ana"), Cancellation);
        await newsroom.Services.GetRequiredService<ApiKeys>().Note(
            [.. Enumerable.Range(1, 130).Select(n => ("k-1", Account.IdOf("ana"), "GET", $"/api/v1/number/{n}", $"r-{n}"))], Cancellation);

        var page = await newsroom.Window("ana", "analyst", at: "/keys");
        await page.GetByRole(AriaRole.Link, new() { Name = "Feeds" }).ClickAsync();
        await Leads(page);
        var admin = await newsroom.Window("adam", "administrator", at: $"/people/{Account.IdOf("ana")}");
        await admin.GetByRole(AriaRole.Link, new() { Name = "Feeds" }).ClickAsync();
        await Leads(admin);
        // Somebody else's key is none of one's own.
        Assert.Equal(404, (await (await newsroom.Window("ben", "analyst")).GotoAsync(newsroom.Address + "/keys/k-1/uses"))!.Status);

        static async Task Leads(IPage page)
        {
            var rows = page.Locator("main tbody tr");
            await Assertions.Expect(rows).ToHaveCountAsync(100);
            await Assertions.Expect(rows.First).ToContainTextAsync("GET /api/v1/number/130");
            await page.GetByRole(AriaRole.Link, new() { Name = "Earlier uses" }).ClickAsync();
            await Assertions.Expect(rows).ToHaveCountAsync(30);
            await Assertions.Expect(rows.Last.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "/audit?correlation=r-1");
        }
    }

    [Fact]
    public async Task more_sources_and_people_than_one_page_bears_are_on_the_next()
    {
        await using var newsroom = await Newsroom.Open(shell, browser);
        await Task.WhenAll(Enumerable.Range(1, 1001).Select(async n =>
        {
            await newsroom.Workspace.Newsroom.Send(new Dateline.Sources.RegisterSource($"source-{n:0000}", $"Source {n:0000}"), Act.System, Cancellation);
            await newsroom.Workspace.Newsroom.Send(new OpenAccount($"Person {n:0000}", Role.Reader, "system"), Act.System, Cancellation);
        }));
        await newsroom.Workspace.Engine.Settle(Cancellation);
        var page = await newsroom.Window("adam", "administrator", at: "/sources?at=2999-01-01T00:00:00Z");
        foreach (var (list, last) in new[] { ("sources", "Source 1001"), ("people", "Person 1001") })
        {
            if (list == "people") await page.GotoAsync(newsroom.Address + "/people");
            await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = $"More {list}" })).ToContainTextAsync($"{list} 1 to 1000 of 1001");
            await page.GetByRole(AriaRole.Link, new() { Name = "Next 1000" }).ClickAsync();
            await Assertions.Expect(page.Locator("main tbody tr")).ToHaveCountAsync(1);
            await Assertions.Expect(page.Locator("main tbody tr")).ToContainTextAsync(last);
            await Assertions.Expect(page.Locator("section.then")).ToHaveCountAsync(list == "sources" ? 1 : 0);
        }
    }
}
