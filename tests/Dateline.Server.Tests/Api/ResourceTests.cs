using System.Net;
using System.Text.Json;
using Dateline.Accounts;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

/// <summary>What can be read and done, as people do it.</summary>
public sealed class ResourceTests(Shell shell) : IAsyncLifetime
{
    private ApiHost site = null!;
    private HttpClient ana = null!;
    private HttpClient ben = null!;

    public async ValueTask InitializeAsync()
    {
        site = await ApiHost.Open(shell);
        (ana, ben) = (await site.Key("Ana", Role.Editor), await site.Key("Ben", Role.Editor));
        await site.Fill();
    }

    public async ValueTask DisposeAsync()
    {
        ana.Dispose();
        ben.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task stories_and_what_is_in_them_are_read_now_and_then()
    {
        var stories = (await ana.Get("/api/v1/stories")).Items();
        Assert.Equal(2, stories.Count);
        var port = stories.Single(s => s.GetProperty("documents").GetInt32() == 2).GetProperty("id").GetString();
        var story = await ana.Get($"/api/v1/stories/{port}");
        Assert.Equal(2, story.GetProperty("documents").GetArrayLength());
        Assert.NotEmpty(story.GetProperty("timeline").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, story.GetProperty("asOf").ValueKind);

        // By the published clock one document was out by then; by the recorded clock nothing was known.
        var then = await ana.Get($"/api/v1/stories/{port}?asOf=2026-01-14&clock=published");
        Assert.Single(then.GetProperty("documents").EnumerateArray());
        Assert.Equal("published", then.GetProperty("clock").GetString());
        Assert.Single((await ana.Get("/api/v1/stories?asOf=2026-01-20&clock=published")).Items());
        Assert.Empty((await ana.Get("/api/v1/stories?asOf=2026-01-20")).Items());
        await ana.GetAsync($"/api/v1/stories/{port}?asOf=2026-01-20", ApiHost.Cancellation).Problem(404, "not-found");
    }

    [Fact]
    public async Task an_answer_about_the_past_says_its_position_and_can_be_asked_for_again()
    {
        using var answer = await ana.GetAsync("/api/v1/stories?asOf=2026-01-20&clock=published", ApiHost.Cancellation);
        var position = Assert.Single(answer.Headers.GetValues("Dateline-Position"));
        Assert.Single((await ana.Get($"/api/v1/stories?asOf=2026-01-20&clock=published&position={position}")).Items());
        Assert.Empty((await ana.Get("/api/v1/stories?asOf=2026-01-20&clock=published&known=2026-01-20")).Items());
        Assert.Empty((await ana.Get("/api/v1/claims?asOf=2026-01-20&clock=published&position=0")).Items());
        await ana.GetAsync("/api/v1/stories?known=2026-01-20", ApiHost.Cancellation).Problem(400, "invalid");
        await ana.GetAsync("/api/v1/stories?position=999999", ApiHost.Cancellation).Problem(422, "refused");
        Assert.Equal(3, (await ana.Get("/api/v1/policies")).GetArrayLength());
        Assert.Equal("status-rules@3", (await ana.Get("/api/v1/policies/status-rules@3/trial")).GetProperty("policy").GetProperty("name").GetString());
        await ana.GetAsync("/api/v1/policies/none/trial", ApiHost.Cancellation).Problem(404, "not-found");
        await ana.GetAsync("/api/v1/sources/none/scorecard", ApiHost.Cancellation).Problem(404, "not-found");
    }

    [Theory]
    [InlineData("stories?limit=50")]
    [InlineData("claims?limit=50")]
    [InlineData("documents?limit=50")]
    [InlineData("sources?limit=50")]
    [InlineData("search?q=ships%20or%20grain%20or%20mayor")]
    [InlineData("audit?limit=50")]
    public async Task every_list_says_its_position_and_is_for_ever_what_it_was_there(string list)
    {
        using var now = await ana.GetAsync("/api/v1/" + list, ApiHost.Cancellation);
        var position = Assert.Single(now.Headers.GetValues("Dateline-Position"));
        Assert.Equal(await site.Workspace.Engine.Head(ApiHost.Cancellation), long.Parse(position, null));
        var then = (await ana.Get($"/api/v1/{list}&position={position}")).GetRawText();
        Assert.NotEqual("[]", (await ana.Get($"/api/v1/{list}&position={position}")).GetProperty("items").GetRawText());
        await ana.Post("/api/v1/documents?wait=filed", new { title = "Late", text = "The mayor said that three ships left.", source = "Wire", url = "https://wire.example/late", publishedAt = "2026-01-02T10:00:00Z" }, null).With(201);
        await ana.Act(HttpMethod.Put, "/api/v1/sources/harbour-wire/rating?wait=filed", new { reliability = "B", reason = "Often right." }).With(200);
        Assert.Equal(then, (await ana.Get($"/api/v1/{list}&position={position}")).GetRawText());
        Assert.NotEqual(then, (await ana.Get("/api/v1/" + list)).GetRawText());
        Assert.Empty((await ana.Get($"/api/v1/{list}&position=0")).Items());
        Assert.Empty((await ana.Get($"/api/v1/{list}&asOf=2026-02-28&clock=published&known=2020-01-01")).Items());
        await ana.GetAsync($"/api/v1/{list}&position=99999", ApiHost.Cancellation).Problem(422, "refused");
    }

    [Fact]
    public async Task a_document_and_a_source_are_what_they_were_at_a_position()
    {
        var document = (await ana.Get("/api/v1/documents")).Items()[0].GetProperty("id").GetString();
        foreach (var path in new[] { $"/api/v1/documents/{document}", "/api/v1/sources/harbour-wire" })
        {
            using var now = await ana.GetAsync(path, ApiHost.Cancellation);
            var position = now.Headers.GetValues("Dateline-Position").Single();
            await ana.GetAsync(path + "?position=0", ApiHost.Cancellation).Problem(404, "not-found");
            await ana.GetAsync(path + "?position=99999", ApiHost.Cancellation).Problem(422, "refused");
            await ana.GetAsync(path + "?asOf=2026-02-28&clock=published&known=2020-01-01", ApiHost.Cancellation).Problem(404, "not-found");
            await ana.Act(HttpMethod.Put, "/api/v1/sources/harbour-wire/rating?wait=filed", new { reliability = "C", reason = "Was wrong." }).With(200);
            using var then = await ana.GetAsync($"{path}?position={position}", ApiHost.Cancellation);
            Assert.Equal(position, then.Headers.GetValues("Dateline-Position").Single());
            Assert.Equal(await now.Content.ReadAsStringAsync(ApiHost.Cancellation), await then.Content.ReadAsStringAsync(ApiHost.Cancellation));
        }
    }

    [Fact]
    public async Task lists_are_read_page_by_page_without_gap_or_overlap()
    {
        foreach (var list in new[] { "stories", "claims", "documents", "sources", "audit", "stories?clock=published", "claims?clock=published&asOf=2026-03-01", "sources?clock=published", "documents?asOf=2026-03-01&clock=published" })
        {
            var (separator, all, paged) = (list.Contains('?', StringComparison.Ordinal) ? '&' : '?', new List<string>(), new List<string>());
            all.AddRange((await ana.Get($"/api/v1/{list}{separator}limit=200")).Items().Select(i => i.GetRawText()));
            string? cursor = null;
            do
            {
                var page = await ana.Get($"/api/v1/{list}{separator}limit=1{(cursor is null ? "" : $"&cursor={cursor}")}");
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
        var id = (await ana.Get("/api/v1/documents?source=ledger")).Items().Single().GetProperty("id").GetString();
        var document = await ana.Get($"/api/v1/documents/{id}");
        Assert.NotEmpty(document.GetProperty("revisions")[0].GetProperty("mentions").EnumerateArray());
        using var original = await ana.GetAsync($"/api/v1/documents/{id}/revisions/1/original", ApiHost.Cancellation);
        Assert.Equal("application/octet-stream", original.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", original.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("sandbox", original.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("ministry denied", await original.Content.ReadAsStringAsync(ApiHost.Cancellation), StringComparison.Ordinal);
        await ana.GetAsync($"/api/v1/documents/{id}/revisions/9/original", ApiHost.Cancellation).Problem(404, "not-found");
        await ana.GetAsync($"/api/v1/documents/{id}?asOf=2026-01-14&clock=published", ApiHost.Cancellation).Problem(404, "not-found");
    }

    [Fact]
    public async Task two_people_bring_a_verdict_about()
    {
        var claim = (await ana.Get("/api/v1/claims")).Items().First(c => c.GetProperty("text").GetString()!.Contains("ships", StringComparison.Ordinal)).GetProperty("id").GetString()!;
        var page = await ana.Get($"/api/v1/claims/{claim}");
        var document = page.GetProperty("mentions")[0].GetProperty("document").GetString()!;
        var proposal = new { rating = "verified", confidence = "moderate", likelihood = "likely", rationale = "Two photographs.", evidence = new[] { document } };
        var proposed = await ana.Post($"/api/v1/claims/{claim}/verdicts", proposal).With(201);
        var verdict = proposed.GetProperty("verdict").GetString();
        Assert.Equal(verdict, (await ana.Post($"/api/v1/claims/{claim}/verdicts", proposal).With(200)).GetProperty("verdict").GetString());

        Assert.Contains("proposed", await ana.Post($"/api/v1/claims/{claim}/verdicts/{verdict}/approve", new { reason = "Mine." }).Problem(422, "refused"), StringComparison.Ordinal);
        await ben.Post($"/api/v1/claims/{claim}/verdicts/{verdict}/approve?wait=filed", new { reason = "I looked." }).With(200);
        var stands = (await ana.Get($"/api/v1/claims/{claim}/verdicts")).EnumerateArray().Single();
        Assert.Equal(("Ana", "Ben", true), (stands.GetProperty("proposedBy").GetString(), stands.GetProperty("approvedBy").GetString(), stands.GetProperty("standing").GetBoolean()));
        Assert.Equal("verified", (await ana.Get($"/api/v1/claims/{claim}")).GetProperty("claim").GetProperty("status").GetString());

        await ben.Post($"/api/v1/claims/{claim}/verdicts/{verdict}/withdraw?wait=filed", new { reason = "Not so sure." }).With(200);
        var second = (await ben.Post($"/api/v1/claims/{claim}/verdicts", proposal).With(201)).GetProperty("verdict").GetString();
        await ana.Post($"/api/v1/claims/{claim}/verdicts/{second}/reject", new { reason = "No." }).With(200);
        var acts = (await ana.Get($"/api/v1/audit?subject={claim}&actor=Ben")).Items();
        Assert.Equal(["verdict_proposed", "verdict_withdrawn", "verdict_approved"], acts.Select(a => a.GetProperty("what").GetString()));
        Assert.Equal("I looked.", acts[^1].GetProperty("why").GetString());
        var (at, request) = (acts[0].GetProperty("at").GetString()!, acts[0].GetProperty("correlation").GetString()!);
        Assert.Equal(["verdict_withdrawn", "verdict_approved"], (await ana.Get($"/api/v1/audit?subject={claim}&actor=Ben&until={Uri.EscapeDataString(at)}")).Items().Select(a => a.GetProperty("what").GetString()));
        Assert.All((await ana.Get($"/api/v1/audit?correlation={Uri.EscapeDataString(request)}")).Items(), a => Assert.Equal(request, a.GetProperty("correlation").GetString()));
    }

    [Fact]
    public async Task editors_act_on_stories_and_sources()
    {
        var stories = (await ana.Get("/api/v1/stories")).Items();
        var port = stories.Single(s => s.GetProperty("documents").GetInt32() == 2).GetProperty("id").GetString()!;
        var grain = stories.Single(s => s.GetProperty("documents").GetInt32() == 1).GetProperty("id").GetString()!;
        await ana.Post($"/api/v1/stories/{port}/rename?wait=filed", new { title = "The port", reason = "Shorter." }).With(200);
        Assert.Equal("The port", (await ana.Get($"/api/v1/stories/{port}")).GetProperty("story").GetProperty("title").GetString());
        await ana.Post($"/api/v1/stories/{port}/close", new { reason = "Done." }).With(200);
        await ana.Post($"/api/v1/stories/{port}/reopen", new { reason = "Not done." }).With(200);

        var leaving = (await ana.Get($"/api/v1/stories/{port}")).GetProperty("documents")[0].GetProperty("id").GetString()!;
        await ana.Post($"/api/v1/documents/{leaving}/move?wait=filed", new { to = grain, reason = "It belongs there." }).With(200);
        Assert.Equal(2, (await ana.Get($"/api/v1/stories/{grain}")).GetProperty("documents").GetArrayLength());
        await ana.Post($"/api/v1/stories/{grain}/split?wait=filed", new { documents = new[] { leaving }, title = "Apart", reason = "It does not." }).With(200);
        await ana.Post($"/api/v1/stories/{grain}/merge?wait=filed", new { into = port, reason = "One event." }).With(200);
        Assert.Equal(2, (await ana.Get($"/api/v1/stories/{port}")).GetProperty("documents").GetArrayLength());

        await ana.Act(HttpMethod.Put, "/api/v1/sources/ledger/rating?wait=filed", new { reliability = "B", reason = "Right so far." }).With(200);
        Assert.Equal("B", (await ana.Get("/api/v1/sources/ledger")).GetProperty("source").GetProperty("reliability").GetString());
        Assert.Equal("F", (await ana.Get("/api/v1/sources/ledger?asOf=2026-02-01&clock=published")).GetProperty("source").GetProperty("reliability").GetString());
        var audited = (await ana.Get("/api/v1/audit?subject=ledger")).Items()[0];
        Assert.Equal(("F", "B", "Ana"), (audited.GetProperty("before").GetString() ?? "F", audited.GetProperty("after").GetString(), audited.GetProperty("who").GetString()));
    }

    [Fact]
    public async Task who_acts_is_who_signed_in_whatever_the_body_says()
    {
        Assert.Contains("$.by", await ana.Act(HttpMethod.Put, "/api/v1/sources/ledger/rating", new { reliability = "B", reason = "So.", by = "Ben" }).Problem(400, "invalid"), StringComparison.Ordinal);
        var name = (await ana.Get("/api/v1/session")).GetProperty("name").GetString();
        Assert.Equal("Ana", name);
    }

    [Fact]
    public async Task what_changed_between_two_moments_is_told()
    {
        var changes = (await ana.Get("/api/v1/diff?from=2026-01-14&to=2026-01-16&clock=published")).GetProperty("changes");
        Assert.Contains(changes.EnumerateArray(), c => c.GetProperty("text").GetString()!.Contains("Port of Belmar struck", StringComparison.Ordinal));
        await ana.GetAsync("/api/v1/diff?from=2026-01-14&to=2026-01-13", ApiHost.Cancellation).Problem(422, "refused");
        await ana.GetAsync("/api/v1/diff?from=yesterday&to=2026-01-13", ApiHost.Cancellation).Problem(400, "invalid");
        await ana.GetAsync("/api/v1/diff?from=2026-01-14", ApiHost.Cancellation).Problem(400, "invalid");
    }

    [Fact]
    public async Task what_changed_since_one_last_looked_is_told_in_every_session()
    {
        await ana.Act(HttpMethod.Post, "/api/v1/me/looked?position=3", new { });
        var look = await ana.Get("/api/v1/me/looked");
        Assert.Equal(3, look.GetProperty("position").GetInt64());
        var since = await ana.Get("/api/v1/diff?since=last-looked");
        Assert.Equal(3, since.GetProperty("fromPosition").GetInt64());
        Assert.All(since.GetProperty("changes").EnumerateArray(), c => Assert.True(c.GetProperty("position").GetInt64() > 3));
        Assert.NotEmpty(since.GetProperty("changes").EnumerateArray());
        var again = await ana.Get($"/api/v1/diff?fromPosition=3&toPosition={since.GetProperty("position").GetInt64()}");
        Assert.Equal(since.GetProperty("changes").ToString(), again.GetProperty("changes").ToString());
        await ana.GetAsync("/api/v1/diff?since=yesterday", ApiHost.Cancellation).Problem(400, "invalid");
        await ana.GetAsync("/api/v1/diff?since=last-looked&from=2026-01-14", ApiHost.Cancellation).Problem(400, "invalid");
        await ana.GetAsync("/api/v1/diff?fromPosition=3&toPosition=1000000000", ApiHost.Cancellation).Problem(422, "refused");
    }

    [Fact]
    public async Task the_log_is_exported_and_goes_on_from_any_position()
    {
        var all = (await ana.GetStringAsync("/api/v1/export", ApiHost.Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("position").GetInt64()).ToList();
        Assert.Equal(Enumerable.Range(1, all.Count).Select(i => (long)i), all);
        var rest = (await ana.GetStringAsync($"/api/v1/export?after={all.Count - 2}", ApiHost.Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(rest.Length >= 2);
        await ana.GetAsync("/api/v1/export?type=nonsense", ApiHost.Cancellation).Problem(400, "invalid");
        await ana.GetAsync("/api/v1/export?after=-1", ApiHost.Cancellation).Problem(400, "invalid");
    }

    [Fact]
    public async Task administrators_see_followers_and_rebuild_views()
    {
        using var root = await site.Key("Root", Role.Administrator);
        var followers = await root.Get("/api/v1/followers");
        Assert.Contains(followers.GetProperty("followers").EnumerateArray(), f => f.GetProperty("name").GetString() == "board" && f.GetProperty("state").GetString() == "running");
        await root.Post("/api/v1/followers/nonsense/rebuild", null).Problem(404, "not-found");
        await root.Post("/api/v1/followers/sources/rebuild", null).With(202);
        while ((await root.Get("/api/v1/followers")).GetProperty("rebuilds").EnumerateArray().Single().GetProperty("state").GetString() is var state && state != "done")
            Assert.Equal("running", state);
        Assert.Equal(3, (await ana.Get("/api/v1/sources")).Items().Count);
    }

    [Fact]
    public async Task nothing_is_sent_again_that_has_not_changed()
    {
        var id = (await ana.Get("/api/v1/stories")).Items()[0].GetProperty("id").GetString();
        using var first = await ana.GetAsync($"/api/v1/stories/{id}", ApiHost.Cancellation);
        var again = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/stories/{id}");
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
        using var second = await ana.SendAsync(again, ApiHost.Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        await ana.Post($"/api/v1/stories/{id}/rename?wait=filed", new { title = "Another", reason = "So." }).With(200);
        var third = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/stories/{id}");
        third.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await ana.SendAsync(third, ApiHost.Cancellation)).StatusCode);
    }
}
