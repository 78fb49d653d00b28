using System.Text.Json;
using Dateline.Accounts;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

/// <summary>Moments in addresses: what is answered about the past stays so.</summary>
public sealed class MomentTests(Shell shell) : FilledHost(shell)
{
    [Fact]
    public async Task stories_and_what_is_in_them_are_read_now_and_then()
    {
        var stories = (await Ana.Get("/api/v1/stories")).Items();
        Assert.Equal(2, stories.Count);
        var port = stories.Single(s => s.GetProperty("documents").GetInt32() == 2).GetProperty("id").GetString();
        var story = await Ana.Get($"/api/v1/stories/{port}");
        Assert.Equal(2, story.GetProperty("documents").GetArrayLength());
        Assert.NotEmpty(story.GetProperty("timeline").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, story.GetProperty("asOf").ValueKind);

        // By the published clock one document was out by then; by the recorded clock nothing was known.
        var then = await Ana.Get($"/api/v1/stories/{port}?asOf=2026-01-14&clock=published");
        Assert.Single(then.GetProperty("documents").EnumerateArray());
        Assert.Equal("published", then.GetProperty("clock").GetString());
        Assert.Single((await Ana.Get("/api/v1/stories?asOf=2026-01-20&clock=published")).Items());
        Assert.Empty((await Ana.Get("/api/v1/stories?asOf=2026-01-20")).Items());
        await Ana.GetAsync($"/api/v1/stories/{port}?asOf=2026-01-20", ApiHost.Cancellation).Problem(404, "not-found");
    }

    [Fact]
    public async Task an_answer_about_the_past_says_its_position_and_can_be_asked_for_again()
    {
        using var answer = await Ana.GetAsync("/api/v1/stories?asOf=2026-01-20&clock=published", ApiHost.Cancellation);
        var position = Assert.Single(answer.Headers.GetValues("Dateline-Position"));
        Assert.Single((await Ana.Get($"/api/v1/stories?asOf=2026-01-20&clock=published&position={position}")).Items());
        Assert.Empty((await Ana.Get("/api/v1/stories?asOf=2026-01-20&clock=published&known=2026-01-20")).Items());
        Assert.Empty((await Ana.Get("/api/v1/claims?asOf=2026-01-20&clock=published&position=0")).Items());
        await Ana.GetAsync("/api/v1/stories?known=2026-01-20", ApiHost.Cancellation).Problem(400, "invalid");
        await Ana.GetAsync("/api/v1/stories?position=999999", ApiHost.Cancellation).Problem(422, "refused");
        Assert.Equal(3, (await Ana.Get("/api/v1/policies")).GetArrayLength());
        Assert.Equal("status-rules@3", (await Ana.Get("/api/v1/policies/status-rules@3/trial")).GetProperty("policy").GetProperty("name").GetString());
        await Ana.GetAsync("/api/v1/policies/none/trial", ApiHost.Cancellation).Problem(404, "not-found");
        Assert.Equal(0, (await Ana.Get("/api/v1/scorecards?asOf=2026-01-20&clock=published&known=2026-01-20")).GetArrayLength());
        using var card = await Ana.GetAsync("/api/v1/sources/ledger/scorecard?clock=published&asOf=2026-01-20", ApiHost.Cancellation);
        Assert.Equal(position, Assert.Single(card.Headers.GetValues("Dateline-Position")));
        await Ana.GetAsync("/api/v1/scorecards?known=2026-01-20", ApiHost.Cancellation).Problem(400, "invalid");
        await Ana.GetAsync("/api/v1/sources/none/scorecard", ApiHost.Cancellation).Problem(404, "not-found");
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
        using var now = await Ana.GetAsync("/api/v1/" + list, ApiHost.Cancellation);
        var position = Assert.Single(now.Headers.GetValues("Dateline-Position"));
        Assert.Equal(await Site.Workspace.Engine.Head(ApiHost.Cancellation), long.Parse(position, null));
        var then = (await Ana.Get($"/api/v1/{list}&position={position}")).GetRawText();
        Assert.NotEqual("[]", (await Ana.Get($"/api/v1/{list}&position={position}")).GetProperty("items").GetRawText());
        await Ana.Post("/api/v1/documents?wait=filed", new { title = "Late", text = "The mayor said that three ships left.", source = "Wire", url = "https://wire.example/late", publishedAt = "2026-01-02T10:00:00Z" }, null).With(201);
        await Ana.Act(HttpMethod.Put, "/api/v1/sources/harbour-wire/rating?wait=filed", new { reliability = "B", reason = "Often right." }).With(200);
        Assert.Equal(then, (await Ana.Get($"/api/v1/{list}&position={position}")).GetRawText());
        Assert.NotEqual(then, (await Ana.Get("/api/v1/" + list)).GetRawText());
        Assert.Empty((await Ana.Get($"/api/v1/{list}&position=0")).Items());
        Assert.Empty((await Ana.Get($"/api/v1/{list}&asOf=2026-02-28&clock=published&known=2020-01-01")).Items());
        await Ana.GetAsync($"/api/v1/{list}&position=99999", ApiHost.Cancellation).Problem(422, "refused");
    }

    [Fact]
    public async Task who_may_work_here_is_what_it_was()
    {
        using var boss = await Site.Key("Boss", Role.Administrator);
        using var now = await boss.GetAsync("/api/v1/people", ApiHost.Cancellation);
        var position = now.Headers.GetValues("Dateline-Position").Single();
        var before = await now.Content.ReadAsStringAsync(ApiHost.Cancellation);
        await boss.Act(HttpMethod.Put, $"/api/v1/people/{Account.IdOf("Ben")}/role", new { role = "analyst", reason = "By request." }).With(200);
        var after = await boss.Get("/api/v1/people");
        Assert.NotEqual(before, after.GetRawText());
        Assert.Equal(before, (await boss.Get($"/api/v1/people?position={position}")).GetRawText());
        Assert.Equal(after.GetRawText(), (await boss.Get("/api/v1/people?clock=published")).GetRawText());
        foreach (var none in new[] { "position=0", "asOf=2020-01-01", "asOf=2020-01-01&clock=published", "clock=published&known=2020-01-01" })
            Assert.Equal("[]", (await boss.Get("/api/v1/people?" + none)).GetRawText());
        await boss.GetAsync("/api/v1/people?position=99999", ApiHost.Cancellation).Problem(422, "refused");
    }

    [Fact]
    public async Task a_document_and_a_source_are_what_they_were_at_a_position()
    {
        var document = (await Ana.Get("/api/v1/documents")).Items()[0].GetProperty("id").GetString();
        foreach (var path in new[] { $"/api/v1/documents/{document}", "/api/v1/sources/harbour-wire" })
        {
            using var now = await Ana.GetAsync(path, ApiHost.Cancellation);
            var position = now.Headers.GetValues("Dateline-Position").Single();
            await Ana.GetAsync(path + "?position=0", ApiHost.Cancellation).Problem(404, "not-found");
            await Ana.GetAsync(path + "?position=99999", ApiHost.Cancellation).Problem(422, "refused");
            await Ana.GetAsync(path + "?asOf=2026-02-28&clock=published&known=2020-01-01", ApiHost.Cancellation).Problem(404, "not-found");
            await Ana.Act(HttpMethod.Put, "/api/v1/sources/harbour-wire/rating?wait=filed", new { reliability = "C", reason = "Was wrong." }).With(200);
            using var then = await Ana.GetAsync($"{path}?position={position}", ApiHost.Cancellation);
            Assert.Equal(position, then.Headers.GetValues("Dateline-Position").Single());
            Assert.Equal(await now.Content.ReadAsStringAsync(ApiHost.Cancellation), await then.Content.ReadAsStringAsync(ApiHost.Cancellation));
        }
    }
}
