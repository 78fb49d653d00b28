using Dateline.Server.Tests.Commands;
using Dateline.Verdicts;
using Microsoft.Playwright;

namespace Dateline.Server.Tests.Pages;

public sealed class JobTests(Shell shell, Browser browser)
{
    private const string Claim = Newsroom.Claim;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task watch_check_replay_and_answer(bool keys)
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var page = await newsroom.Window("ana", "editor");
        var hands = keys ? Hands.Keys(page) : Hands.Mouse(page);

        // Watch: what changed since I last looked?
        await hands.Use("button", "I have seen this");
        await Assertions.Expect(page.GetByText("You last looked")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".new")).ToHaveCountAsync(0);
        await newsroom.Ingest(Newsroom.Article("North Press", "2026-03-02T09:00:00Z", "Navy denies hits at Latakia", $"The navy denied that {Claim}."));
        await page.ReloadAsync();
        await hands.Use("link", "Stories that changed since");
        await Assertions.Expect(page.Locator("tr .new")).ToHaveCountAsync(1);
        await hands.Use("link", "every change");
        await Assertions.Expect(page.GetByText("“Navy denies hits at Latakia” (north-press) was filed.")).ToBeVisibleAsync();

        // Check: who says this, who denies it, from how many origins?
        await hands.Use("link", "Board", exact: true);
        await hands.Use("link", "Ships hit in Latakia");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Where accounts differ" })).ToBeVisibleAsync();
        var differing = page.Locator(".accounts").First;
        await Assertions.Expect(differing).ToContainTextAsync("Asserted by");
        await Assertions.Expect(differing).ToContainTextAsync("Denied by");
        await hands.Use("link", Claim);
        await Assertions.Expect(page.GetByText("✕ denies")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("mark").First).ToContainTextAsync(Claim);

        // Answer for it: who, when, why, on what evidence?
        if (await page.Locator("details.propose[open]").CountAsync() == 0) await hands.Use("summary", "Propose a verdict");
        await hands.Choose("inconclusive");
        await hands.Choose("low");
        await hands.Choose("Ships hit in Latakia");
        await hands.Write("What shows it", "One says so and one denies it.");
        await hands.Use("button", "Propose", exact: true);
        await Assertions.Expect(page.GetByText("Proposed. It stands once somebody else approves it.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("You proposed this, so somebody else has to approve it.")).ToBeVisibleAsync();
        await hands.Use("link", "Audit", exact: true);
        await hands.Write("Who", "ana");
        await hands.Use("button", "Show", exact: true);
        var entry = page.Locator("tbody tr").First;
        await Assertions.Expect(entry).ToContainTextAsync("verdict proposed");
        await Assertions.Expect(entry).ToContainTextAsync("One says so and one denies it.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task score(bool keys)
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        await newsroom.Ingest(Newsroom.Article("Bridge Post", "2026-01-14T10:00:00Z", "A bridge", "The governor promised that the bridge of Latakia will be repaired by 1 February 2026."));
        var page = await newsroom.Window("ana", "reader");
        var hands = keys ? Hands.Keys(page) : Hands.Mouse(page);
        await hands.Use("link", "Sources", exact: true);
        var row = page.Locator("table.sources tbody tr", new() { HasText = "Bridge Post" });
        await Assertions.Expect(row).ToContainTextAsync("0 came true, 0 failed, 1 due");
        await hands.Use("link", "Bridge Post");
        var line = page.Locator("table.scorecard tbody tr");
        await Assertions.Expect(line).ToHaveCountAsync(1);
        await Assertions.Expect(line).ToContainTextAsync("governor");
        await Assertions.Expect(line.Locator("td")).ToHaveTextAsync(["0", "0", "0", "0", "1", "0", "0", "0"]);
        await Axe.Check(page, "scorecard");

        // Two people say that it came true, and the count says so.
        var (room, cancellation) = (newsroom.Workspace.Newsroom, TestContext.Current.CancellationToken);
        var promise = (await new Dateline.Postgres.Queries.Lists(newsroom.Workspace.Engine.Database).Claims(null, Server.Commands.Workspace.Now, null, 50, cancellation)).Single(c => c.Claim.Mode == "promise").Claim.Id;
        var documents = (await newsroom.Workspace.Board.Claim(promise, Server.Commands.Workspace.Now, cancellation))!.Mentions.Select(m => m.Document).Distinct().ToList();
        var evidence = await Server.Commands.VerdictEvidence.Of(room, promise, documents, cancellation);
        await room.Send(new ProposeVerdict(promise, "v-1", Rating.Fulfilled, Likelihood.VeryLikely, Confidence.High, "Cars cross it.", [.. evidence], "ana"), new("ana", "Cars cross it."), cancellation);
        await room.Send(new ApproveVerdict(promise, "v-1", "ben", "I saw it."), new("ben", "I saw it."), cancellation);
        await newsroom.Workspace.Engine.Settle(cancellation);
        await page.ReloadAsync();
        await Assertions.Expect(line.Locator("td")).ToHaveTextAsync(["1", "0", "0", "0", "0", "0", "0", "0"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task the_slider_replays_the_board_and_its_address_shows_colleagues_the_same(bool keys)
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var page = await newsroom.Window("ana", "reader", at: "/?clock=published");
        var slider = page.GetByRole(AriaRole.Slider);
        await Assertions.Expect(page.Locator("table.stories tbody tr")).ToHaveCountAsync(2);
        if (keys)
        {
            await slider.FocusAsync();
            await page.Keyboard.PressAsync("Home");
        }
        else
        {
            var box = (await slider.BoundingBoxAsync())!;
            await page.Mouse.MoveAsync(box.X + box.Width - 4, box.Y + box.Height / 2);
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync(box.X + 2, box.Y + box.Height / 2, new() { Steps = 12 });
            await page.Mouse.UpAsync();
        }
        await Assertions.Expect(page.Locator("table.stories tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("table.stories tbody tr")).ToContainTextAsync("Ships hit in Latakia");
        await Assertions.Expect(page.Locator("section.then")).ToContainTextAsync("what anyone could have known then");
        Assert.Contains("at=2026-", page.Url, StringComparison.Ordinal);
        Assert.Contains("clock=published", page.Url, StringComparison.Ordinal);
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex($"position={await newsroom.Workspace.Engine.Head(TestContext.Current.CancellationToken)}$"));
        // The address is the same for ever, whatever comes in late.
        await newsroom.Ingest(Newsroom.Article("North Press", "2026-02-27T09:00:00Z", "Cinemas in Norway", "The film institute said that cinemas sold more tickets in Norway."));

        var colleague = await newsroom.Window("ben", "reader", at: new Uri(page.Url).PathAndQuery);
        Assert.Equal(await page.Locator("#list").InnerTextAsync(), await colleague.Locator("#list").InnerTextAsync());
        await colleague.GetByRole(AriaRole.Link, new() { Name = "Ships hit in Latakia" }).ClickAsync();
        await Assertions.Expect(colleague.Locator("section.then")).ToBeVisibleAsync();
        await Assertions.Expect(colleague.GetByText("Change this story")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task everything_but_the_slider_works_without_scripts()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var page = await newsroom.Window("ana", "analyst", new() { JavaScriptEnabled = false });
        await Assertions.Expect(page.Locator(".slider")).ToBeHiddenAsync();
        await page.GetByLabel("published").CheckAsync();
        await page.GetByLabel("As of, UTC").FillAsync("2026-02-28T12:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("table.stories tbody tr")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to now" }).ClickAsync();
        await Assertions.Expect(page.Locator("table.stories tbody tr")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Link, new() { Name = "Board", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Ships hit in Latakia" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = Claim }).First.ClickAsync();
        await page.GetByLabel("verified").CheckAsync();
        await page.GetByLabel("moderate").CheckAsync();
        await page.GetByLabel("Ships hit in Latakia").CheckAsync();
        await page.GetByLabel("What shows it").FillAsync("Read it.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Propose", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Proposed. It stands once somebody else approves it.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task an_empty_board_says_what_to_do_first()
    {
        await using var newsroom = await Newsroom.Open(shell, browser);
        var page = await newsroom.Window("ana", "reader");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No stories yet" })).ToBeVisibleAsync();
        await Axe.Check(page, "empty board");
        await Shots.Take(page, "board-empty");
    }
}
