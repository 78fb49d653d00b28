using Dateline.Server.Tests.Commands;
using Microsoft.Playwright;

namespace Dateline.Server.Tests.Pages;

/// <summary>Two editors remove a document's text on its page, each in their own browser.</summary>
public sealed class RedactionPageTests(Shell shell, Browser browser)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task one_editor_proposes_on_the_page_and_another_approves_there(bool keys)
    {
        await using var newsroom = await Open();
        var path = await Document(newsroom);
        var eva = await newsroom.Window("eva", "editor", at: path);
        var hands = keys ? Hands.Keys(eva) : Hands.Mouse(eva);
        await hands.Use("summary", "Propose to remove text");
        await hands.Write("What kind of thing", "a place");
        await hands.Write("The legal reason", "A court order.");
        await hands.Use("button", "Propose the removal");
        await Assertions.Expect(eva.GetByText("Proposed. It is removed once another editor approves it.")).ToBeVisibleAsync();
        await Assertions.Expect(eva.GetByText("another editor has to approve it", new() { Exact = false }).First).ToBeVisibleAsync();
        await Assertions.Expect(eva.Locator("summary", new() { HasText = "Approve the removal" })).ToHaveCountAsync(0);
        await Axe.Check(eva, "redaction");
        await Shots.Take(eva, "document-redaction");

        var finn = await newsroom.Window("finn", "editor", at: path);
        var others = keys ? Hands.Keys(finn) : Hands.Mouse(finn);
        foreach (var editor in new[] { eva, finn })
            await Assertions.Expect(editor.GetByText("removing words takes single words everywhere", new() { Exact = false })).ToBeVisibleAsync();
        await others.Use("summary", "Approve the removal");
        await others.Write("Why you agree", "I read the order.");
        await others.Use("button", "Approve the removal");
        await Assertions.Expect(finn.GetByText("Approved. The text is being removed, here and from everything that quotes it; the tombstone stays in the audit.")).ToBeVisibleAsync();
        await Gone(finn);
        await Assertions.Expect(finn.Locator(".redaction")).ToContainTextAsync("Proposed by eva, approved by finn. The text was removed.");
        await finn.GotoAsync(newsroom.Address);
        await Gone(finn);
    }

    [Fact]
    public async Task nobody_approves_their_own_proposal_and_only_editors_propose()
    {
        await using var newsroom = await Open();
        var path = await Document(newsroom);
        var analyst = await newsroom.Window("ana", "analyst", at: path);
        await Assertions.Expect(analyst.Locator("summary", new() { HasText = "Propose to remove text" })).ToHaveCountAsync(0);
        var eva = await newsroom.Window("eva", "administrator", at: path);
        var hands = Hands.Mouse(eva);
        await hands.Use("summary", "Propose to remove text");
        await hands.Write("What kind of thing", "a place");
        await hands.Write("The legal reason", "A court order.");
        await hands.Use("button", "Propose the removal");
        var proposal = await eva.Locator(".redaction").GetAttributeAsync("id");
        await hands.Use("summary", "Take it back");
        await eva.EvaluateAsync($"() => document.querySelector('#form-decline-{proposal}').action = '{path}/redactions/{proposal}/approve'");
        await hands.Write("Why not", "I am sure.");
        await hands.Use("button", "Take it back");
        await Assertions.Expect(eva.GetByRole(AriaRole.Alert)).ToContainTextAsync("somebody else has to");

        await eva.GotoAsync(newsroom.Address + path);
        await hands.Use("summary", "Take it back");
        await hands.Write("Why not", "The order is about another text.");
        await hands.Use("button", "Take it back");
        await Assertions.Expect(eva.GetByText("Declined. Nothing was removed.")).ToBeVisibleAsync();
        await Assertions.Expect(eva.Locator(".text")).ToContainTextAsync("Latakia");
    }

    private async Task<Newsroom> Open()
    {
        var newsroom = await Newsroom.Open(shell, browser);
        await newsroom.Ingest(Newsroom.Article("Harbour Wire", "2026-02-28T10:00:00Z", "Ships hit in Latakia", $"The army said that {Newsroom.Claim}.", "https://wire.example/1"));
        return newsroom;
    }

    /// <summary>Views are built anew without the text, which may take a moment.</summary>
    private static async Task Gone(IPage page)
    {
        for (var i = 0; (await page.ContentAsync()).Contains("Latakia", StringComparison.Ordinal); i++)
        {
            Assert.True(i < 100, await page.Locator("main").InnerTextAsync());
            await page.ReloadAsync();
        }
    }

    private static async Task<string> Document(Newsroom newsroom)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var story = (await newsroom.Workspace.Board.Stories(cancellation)).Single(s => s.Title.Contains("Latakia", StringComparison.Ordinal));
        return "/documents/" + (await newsroom.Workspace.Board.Story(story.Id, Server.Commands.Workspace.Now, cancellation))!.Documents[0].Id;
    }
}
