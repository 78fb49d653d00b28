using Dateline.Server.Tests.Commands;
using Microsoft.Playwright;

namespace Dateline.Server.Tests.Pages;

/// <summary>Two editors remove a name wherever it stands, each in their own browser.</summary>
public sealed class WordsPageTests(Shell shell, Browser browser)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task one_editor_proposes_words_and_another_approves(bool keys)
    {
        await using var newsroom = await Newsroom.Open(shell, browser);
        await newsroom.Ingest(Newsroom.Article("Harbour Wire", "2026-02-28T10:00:00Z", "Trial begins", "The court said that Maria Testname was seen at the port of Latakia.", "https://wire.example/1"));
        var eva = await newsroom.Window("eva", "editor", at: "/audit");
        var hands = keys ? Hands.Keys(eva) : Hands.Mouse(eva);
        await hands.Use("link", "Remove a name or other words");
        await hands.Write("The words", "Maria Testname");
        await hands.Write("What kind of thing", "Maria Testname");
        await hands.Write("The legal reason", "A court order.");
        await hands.Use("button", "Propose the removal");
        await Assertions.Expect(eva.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say it without them");
        await Assertions.Expect(eva.GetByLabel("The words (each")).ToHaveValueAsync("Maria Testname");
        await hands.Write("What kind of thing", "a name");
        await hands.Use("button", "Propose the removal");
        await Assertions.Expect(eva.GetByText("Proposed. It is removed once another editor approves it.")).ToBeVisibleAsync();
        await Assertions.Expect(eva.Locator("summary", new() { HasText = "Approve the removal" })).ToHaveCountAsync(0);
        await Axe.Check(eva, "words");
        await Shots.Take(eva, "redactions-waiting");

        var finn = await newsroom.Window("finn", "editor", at: "/redactions");
        var others = keys ? Hands.Keys(finn) : Hands.Mouse(finn);
        await others.Use("summary", "Approve the removal");
        await others.Write("Why you agree", "I read the order.");
        await others.Use("button", "Approve the removal");
        await Assertions.Expect(finn.GetByText("Approved. The words are being removed wherever they stand")).ToBeVisibleAsync();
        await Assertions.Expect(finn.GetByText("Nothing waits.")).ToBeVisibleAsync();
        await newsroom.Workspace.Engine.Settle(TestContext.Current.CancellationToken);
        var story = Assert.Single(await newsroom.Workspace.Board.Stories(TestContext.Current.CancellationToken));
        await finn.GotoAsync($"{newsroom.Address}/stories/{story.Id}");
        Assert.DoesNotContain("Testname", await finn.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task readers_and_analysts_see_no_words_that_wait()
    {
        await using var newsroom = await Newsroom.Open(shell, browser);
        using var analyst = newsroom.Client("ana", "analyst");
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await analyst.GetAsync("/redactions", TestContext.Current.CancellationToken)).StatusCode);
        Assert.DoesNotContain("/redactions", await analyst.GetStringAsync("/audit", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
