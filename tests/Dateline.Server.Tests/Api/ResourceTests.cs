using System.Net;
using Dateline.Accounts;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

/// <summary>What can be read, page by page and once.</summary>
public sealed class ResourceTests(Shell shell) : FilledHost(shell)
{
    [Fact]
    public async Task lists_are_read_page_by_page_without_gap_or_overlap()
    {
        foreach (var list in new[] { "stories", "claims", "documents", "sources", "audit", "stories?clock=published", "claims?clock=published&asOf=2026-03-01", "sources?clock=published", "documents?asOf=2026-03-01&clock=published" })
        {
            var (separator, all, paged) = (list.Contains('?', StringComparison.Ordinal) ? '&' : '?', new List<string>(), new List<string>());
            all.AddRange((await Ana.Get($"/api/v1/{list}{separator}limit=200")).Items().Select(i => i.GetRawText()));
            string? cursor = null;
            do
            {
                var page = await Ana.Get($"/api/v1/{list}{separator}limit=1{(cursor is null ? "" : $"&cursor={cursor}")}");
                paged.AddRange(page.Items().Select(i => i.GetRawText()));
                cursor = page.GetProperty("next").GetString();
            } while (cursor is not null);
            Assert.True(all.Count > 1, list);
            Assert.Equal(all, paged);
        }
    }

    [Fact]
    public async Task a_document_is_read_with_its_mentions_and_its_bytes()
    {
        var id = (await Ana.Get("/api/v1/documents?source=ledger")).Items().Single().GetProperty("id").GetString();
        var document = await Ana.Get($"/api/v1/documents/{id}");
        Assert.NotEmpty(document.GetProperty("revisions")[0].GetProperty("mentions").EnumerateArray());
        using var original = await Ana.GetAsync($"/api/v1/documents/{id}/revisions/1/original", ApiHost.Cancellation);
        Assert.Equal("application/octet-stream", original.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", original.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("sandbox", original.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("ministry denied", await original.Content.ReadAsStringAsync(ApiHost.Cancellation), StringComparison.Ordinal);
        await Ana.GetAsync($"/api/v1/documents/{id}/revisions/9/original", ApiHost.Cancellation).Problem(404, "not-found");
        await Ana.GetAsync($"/api/v1/documents/{id}?asOf=2026-01-14&clock=published", ApiHost.Cancellation).Problem(404, "not-found");
    }

    [Fact]
    public async Task administrators_see_followers_and_rebuild_views()
    {
        using var root = await Site.Key("Root", Role.Administrator);
        var followers = await root.Get("/api/v1/followers");
        Assert.Contains(followers.GetProperty("followers").EnumerateArray(), f => f.GetProperty("name").GetString() == "board" && f.GetProperty("state").GetString() == "running");
        await root.Post("/api/v1/followers/nonsense/rebuild", null).Problem(404, "not-found");
        await root.Post("/api/v1/followers/sources/rebuild", null).With(202);
        while ((await root.Get("/api/v1/followers")).GetProperty("rebuilds").EnumerateArray().Single().GetProperty("state").GetString() is var state && state != "done")
            Assert.Equal("running", state);
        Assert.Equal(3, (await Ana.Get("/api/v1/sources")).Items().Count);
    }

    [Fact]
    public async Task nothing_is_sent_again_that_has_not_changed()
    {
        var id = (await Ana.Get("/api/v1/stories")).Items()[0].GetProperty("id").GetString();
        using var first = await Ana.GetAsync($"/api/v1/stories/{id}", ApiHost.Cancellation);
        var again = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/stories/{id}");
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
        using var second = await Ana.SendAsync(again, ApiHost.Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        await Ana.Post($"/api/v1/stories/{id}/rename?wait=filed", new { title = "Another", reason = "So." }).With(200);
        var third = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/stories/{id}");
        third.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await Ana.SendAsync(third, ApiHost.Cancellation)).StatusCode);
    }
}
