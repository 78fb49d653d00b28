using Dateline.Postgres.Seal;
using Dateline.Server.Hosting;
using Dateline.Server.Tests.Commands;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Dateline.Server.Tests.Pages;

public sealed class SealPageTests(Shell shell, Browser browser) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dateline-seal-").FullName;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task the_log_is_signed_and_verified_and_an_entry_proven_which_anybody_can_check(bool keys)
    {
        var key = KeyFile.At(Path.Combine(folder, "log.key"));
        await using var newsroom = await Newsroom.Open(shell, browser, more: services => services.AddSingleton(new SealKey(key)));
        await newsroom.Ingest(Newsroom.Article("Harbour Wire", "2026-02-28T10:00:00Z", "Ships hit in Latakia", $"The army said that {Newsroom.Claim}."));
        var page = await newsroom.Window("adam", "administrator");
        var hands = keys ? Hands.Keys(page) : Hands.Mouse(page);
        await hands.Use("link", "Audit", exact: true);
        await Assertions.Expect(page.GetByText("Nothing was signed yet.")).ToBeVisibleAsync();
        await hands.Use("button", "Sign what is recorded", exact: true);
        await Assertions.Expect(page.GetByText("Signed. Keep the checkpoint somewhere else.")).ToBeVisibleAsync();
        await hands.Use("button", "Verify the log", exact: true);
        await page.WaitForConditionAsync(() => page.ReloadAsync(), page.GetByText("every event is as it was recorded"));
        await Axe.Check(page, "audit, verified");
        await Shots.Take(page, "audit-verified");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Proof of entry 1", Exact = true }).ClickAsync());
        var proof = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal(1, OfflineAudit.Check(proof, key.Verifier()!).Position);
        // Signing is the administrator's; proofs are everybody's.
        var reader = await newsroom.Window("rae", "reader", at: "/audit");
        await Assertions.Expect(reader.GetByRole(AriaRole.Link, new() { Name = "Proof of entry 1", Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(reader.GetByRole(AriaRole.Button, new() { Name = "Verify the log" })).ToHaveCountAsync(0);

        // The API gives the same, and the tiles from which anybody recomputes the root.
        using var client = newsroom.Client("rae");
        Assert.Equal(proof, await client.GetStringAsync("/api/v1/proofs/1", TestContext.Current.CancellationToken));
        var size = (int)await newsroom.Workspace.Engine.Head(TestContext.Current.CancellationToken);
        Assert.Equal(32 * size, (await client.GetByteArrayAsync($"/api/v1/tile/0/000.p/{size}", TestContext.Current.CancellationToken)).Length);
        foreach (var path in new[] { "0/000", "0/000.p/0", "0/00", "0/000.p/256", "8/000", "-1/000", "0/x000/000", "0/..%2f000", "entries/000" })
            Assert.Equal((path, System.Net.HttpStatusCode.NotFound), (path, (await client.GetAsync("/api/v1/tile/" + path, TestContext.Current.CancellationToken)).StatusCode));
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, (await client.GetAsync("/api/v1/proofs/99999", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Contains("\"holds\":true", await client.GetStringAsync("/api/v1/verification", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

internal static class Waiting
{
    /// <summary>Does something again and again until a place of the page is there.</summary>
    internal static async Task WaitForConditionAsync(this IPage page, Func<Task> again, ILocator there)
    {
        for (var i = 0; await there.CountAsync() == 0; i++)
        {
            Assert.True(i < 200, $"It never came on {page.Url}.");
            await again();
        }
    }
}
