using Dateline.Audit;
using Dateline.Postgres.Engine;
using Dateline.Postgres.Queries;
using Dateline.Postgres.Seal;
using Dateline.Server.Tests.Commands;
using Microsoft.Playwright;
using Npgsql;

namespace Dateline.Server.Tests.Pages;

public sealed class SealPageTests(Shell shell, Browser browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task an_entry_is_signed_proved_and_the_log_verified(bool keys)
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        var page = await newsroom.Window("adam", "administrator", at: "/audit/2");
        var hands = keys ? Hands.Keys(page) : Hands.Mouse(page);
        await Assertions.Expect(page.GetByText("Nothing was signed yet. An administrator signs")).ToBeVisibleAsync();
        await hands.Use("button", "Sign a checkpoint");
        await Assertions.Expect(page.GetByText("Signed. Save the checkpoint somewhere else.")).ToBeVisibleAsync();
        await hands.Use("button", "Verify the log");
        await Until(page, newsroom.Address + "/audit", page.GetByText("No: every event is as it was recorded."));
        await hands.Use("link", "#2", exact: true);
        await Assertions.Expect(page.GetByText("This entry is in the log of which")).ToBeVisibleAsync();
        await Shots.Take(page, "entry-proved");
        var saved = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Save the proof" }).PressAsync("Enter"));
        var verifier = VerifierKey.Parse(await page.Locator("dd.id").Last.InnerTextAsync());
        Assert.Equal(2, OfflineAudit.Check(await File.ReadAllTextAsync(await saved.PathAsync(), Cancellation), verifier).Position);
    }

    [Fact]
    public async Task an_edited_event_is_named()
    {
        await using var newsroom = await Newsroom.OpenWithTwoStories(shell, browser);
        await Edit(newsroom.Workspace.ConnectionString, "update dateline.mt_events set user_name = 'mallory' where seq_id = 2");
        var page = await newsroom.Window("adam", "administrator", at: "/audit");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verify the log" }).ClickAsync();
        // It shows without loading the page again.
        await Assertions.Expect(page.GetByText("It differs from position 2 on.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task an_event_that_was_set_aside_is_tried_again_once_it_is_mended()
    {
        var database = await shell.NewDatabase();
        long position;
        await using (var engine = await PostgresEngine.Open(database, new() { Poison = Poison.SetAside, Services = [new Matching.FilingDesk()] }, Cancellation))
        {
            position = (await engine.Newsroom.Send(Ingestion.Identities.Command(Newsroom.Article("Harbour Wire", "2026-02-28T10:00:00Z", "Ships hit", $"The army said that {Newsroom.Claim}."), DateTimeOffset.UtcNow), new("test"), Cancellation)).Position!.Value;
            await Edit(database, $"update dateline.mt_events set data = jsonb_set(data, '{{text}}', '5') where seq_id = {position}");
            await engine.Settle(Cancellation);
            Assert.NotNull(await new SetAsideList(engine.Database).Find(SetAsideList.Reactions, position, Cancellation));
        }
        await using var newsroom = await Newsroom.Open(shell, browser, database: database);
        var page = await newsroom.Window("adam", "administrator", at: "/administration");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Try #{position} again" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("It failed again");
        await Axe.Check(page, "set aside");
        await Shots.Take(page, "set-aside");

        await Edit(database, $"update dateline.mt_events set data = jsonb_set(data, '{{text}}', to_jsonb('The army said that {Newsroom.Claim}.'::text)) where seq_id = {position}");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Try #{position} again" }).ClickAsync();
        await Assertions.Expect(page.GetByText("It was tried again, and taken in.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Try #{position} again" })).ToHaveCountAsync(0);
        await newsroom.Workspace.Engine.Settle(Cancellation);
        Assert.Equal("Ships hit", Assert.Single(await newsroom.Workspace.Board.Stories(Cancellation)).Title);
    }

    /// <summary>Loads a page again until something is on it.</summary>
    private static async Task Until(IPage page, string address, ILocator shown)
    {
        for (var i = 0; i < 40 && !await shown.IsVisibleAsync(); i++) await page.GotoAsync(address);
        await Assertions.Expect(shown).ToBeVisibleAsync();
    }

    /// <summary>What only somebody with the database's own rights can do.</summary>
    private static async Task Edit(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand($"set session_replication_role = replica; {sql}", connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
