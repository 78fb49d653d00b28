using System.Text.Json;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

/// <summary>What people do to claims, stories and sources.</summary>
public sealed class ActTests(Shell shell) : FilledHost(shell)
{
    [Fact]
    public async Task two_people_bring_a_verdict_about()
    {
        var claim = (await Ana.Get("/api/v1/claims")).Items().First(c => c.GetProperty("text").GetString()!.Contains("ships", StringComparison.Ordinal)).GetProperty("id").GetString()!;
        var page = await Ana.Get($"/api/v1/claims/{claim}");
        var document = page.GetProperty("mentions")[0].GetProperty("document").GetString()!;
        var proposal = new { rating = "verified", confidence = "moderate", likelihood = "likely", rationale = "Two photographs.", evidence = new[] { document } };
        var proposed = await Ana.Post($"/api/v1/claims/{claim}/verdicts", proposal).With(201);
        var verdict = proposed.GetProperty("verdict").GetString();
        Assert.Equal(verdict, (await Ana.Post($"/api/v1/claims/{claim}/verdicts", proposal).With(200)).GetProperty("verdict").GetString());

        Assert.Contains("proposed", await Ana.Post($"/api/v1/claims/{claim}/verdicts/{verdict}/approve", new { reason = "Mine." }).Problem(422, "refused"), StringComparison.Ordinal);
        await Ben.Post($"/api/v1/claims/{claim}/verdicts/{verdict}/approve?wait=filed", new { reason = "I looked." }).With(200);
        var stands = (await Ana.Get($"/api/v1/claims/{claim}/verdicts")).EnumerateArray().Single();
        Assert.Equal(("Ana", "Ben", true), (stands.GetProperty("proposedBy").GetString(), stands.GetProperty("approvedBy").GetString(), stands.GetProperty("standing").GetBoolean()));
        Assert.Equal("verified", (await Ana.Get($"/api/v1/claims/{claim}")).GetProperty("claim").GetProperty("status").GetString());

        await Ben.Post($"/api/v1/claims/{claim}/verdicts/{verdict}/withdraw?wait=filed", new { reason = "Not so sure." }).With(200);
        var second = (await Ben.Post($"/api/v1/claims/{claim}/verdicts", proposal).With(201)).GetProperty("verdict").GetString();
        await Ana.Post($"/api/v1/claims/{claim}/verdicts/{second}/reject?wait=filed", new { reason = "No." }).With(200);
        var acts = (await Ana.Get($"/api/v1/audit?subject={claim}&actor=Ben")).Items();
        Assert.Equal(["verdict_proposed", "verdict_withdrawn", "verdict_approved"], acts.Select(a => a.GetProperty("what").GetString()));
        Assert.Equal("I looked.", acts[^1].GetProperty("why").GetString());
        var (at, request) = (acts[0].GetProperty("at").GetString()!, acts[0].GetProperty("correlation").GetString()!);
        Assert.Equal(["verdict_withdrawn", "verdict_approved"], (await Ana.Get($"/api/v1/audit?subject={claim}&actor=Ben&until={Uri.EscapeDataString(at)}")).Items().Select(a => a.GetProperty("what").GetString()));
        Assert.All((await Ana.Get($"/api/v1/audit?correlation={Uri.EscapeDataString(request)}")).Items(), a => Assert.Equal(request, a.GetProperty("correlation").GetString()));
    }

    [Fact]
    public async Task evidence_is_a_document_a_revision_or_a_mention()
    {
        var claim = (await Ana.Get("/api/v1/claims")).Items().First(c => c.GetProperty("text").GetString()!.Contains("ships", StringComparison.Ordinal)).GetProperty("id").GetString()!;
        var shown = (await Ana.Get($"/api/v1/claims/{claim}")).GetProperty("mentions")[0];
        var (document, mention, path) = (shown.GetProperty("document").GetString()!, shown.GetProperty("id").GetString()!, $"/api/v1/claims/{claim}/verdicts");
        object Proposal(params string[] evidence) => new { rating = "verified", confidence = "moderate", rationale = "Two photographs.", evidence };
        var verdict = (await Ana.Post(path, Proposal($"{document}/1", mention)).With(201)).GetProperty("verdict").GetString();
        await Ben.Post($"{path}/{verdict}/reject?wait=filed", new { reason = "Too thin." }).With(200);
        var evidence = (await Ana.Get(path))[0].GetProperty("evidence");
        Assert.Equal(JsonValueKind.Null, evidence[0].GetProperty("mentionId").ValueKind);
        Assert.Equal((document, mention), (evidence[1].GetProperty("documentId").GetString(), evidence[1].GetProperty("mentionId").GetString()));
        Assert.Contains($"no revision 9 of {document}", await Ana.Post(path, Proposal($"{document}/9")).Problem(422, "refused"), StringComparison.Ordinal);
        Assert.Contains($"no mention {document}/1#99", await Ana.Post(path, Proposal($"{document}/1#99")).Problem(422, "refused"), StringComparison.Ordinal);
        Assert.Contains("empty", await Ana.Post(path, Proposal(" ")).Problem(400, "invalid"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_approval_of_what_has_changed_names_the_version_that_was_seen()
    {
        var claim = (await Ana.Get("/api/v1/claims")).Items().First(c => c.GetProperty("text").GetString()!.Contains("grain", StringComparison.Ordinal)).GetProperty("id").GetString()!;
        var document = (await Ana.Get($"/api/v1/claims/{claim}")).GetProperty("mentions")[0].GetProperty("document").GetString()!;
        var proposal = new { rating = "verified", confidence = "moderate", rationale = "Two photographs.", evidence = new[] { document } };
        var verdict = (await Ana.Post($"/api/v1/claims/{claim}/verdicts", proposal).With(201)).GetProperty("verdict").GetString();
        await Ana.Post("/api/v1/documents?wait=filed", new
        {
            source = "Eastbridge",
            url = "https://east.example/1",
            publishedAt = "2026-02-21T10:00:00Z",
            title = "Grain harvest fails",
            text = "The grain harvest reportedly failed in the north, an anonymous user claimed."
        }, match: null).With(200);
        var path = $"/api/v1/claims/{claim}/verdicts/{verdict}/approve";
        Assert.Contains("rests on has changed since it was proposed", await Ben.Post(path, new { reason = "Yes." }, "*").Problem(412, "changed"), StringComparison.Ordinal);
        using var seen = await Ben.GetAsync($"/api/v1/claims/{claim}", ApiHost.Cancellation);
        await Ben.Post(path, new { reason = "Yes, all the same." }, seen.Headers.ETag!.ToString()).With(200);
    }

    [Fact]
    public async Task editors_act_on_stories_and_sources()
    {
        var stories = (await Ana.Get("/api/v1/stories")).Items();
        var port = stories.Single(s => s.GetProperty("documents").GetInt32() == 2).GetProperty("id").GetString()!;
        var grain = stories.Single(s => s.GetProperty("documents").GetInt32() == 1).GetProperty("id").GetString()!;
        await Ana.Post($"/api/v1/stories/{port}/rename?wait=filed", new { title = "The port", reason = "Shorter." }).With(200);
        Assert.Equal("The port", (await Ana.Get($"/api/v1/stories/{port}")).GetProperty("story").GetProperty("title").GetString());
        await Ana.Post($"/api/v1/stories/{port}/close", new { reason = "Done." }).With(200);
        await Ana.Post($"/api/v1/stories/{port}/reopen", new { reason = "Not done." }).With(200);

        var leaving = (await Ana.Get($"/api/v1/stories/{port}")).GetProperty("documents")[0].GetProperty("id").GetString()!;
        await Ana.Post($"/api/v1/documents/{leaving}/move?wait=filed", new { to = grain, reason = "It belongs there." }).With(200);
        Assert.Equal(2, (await Ana.Get($"/api/v1/stories/{grain}")).GetProperty("documents").GetArrayLength());
        Assert.Equal(grain, (await Ana.Get($"/api/v1/documents/{leaving}")).GetProperty("story").GetString());
        await Ana.Post($"/api/v1/stories/{grain}/split?wait=filed", new { documents = new[] { leaving }, title = "Apart", reason = "It does not." }).With(200);
        await Ana.Post($"/api/v1/stories/{grain}/merge?wait=filed", new { into = port, reason = "One event." }).With(200);
        Assert.Equal(2, (await Ana.Get($"/api/v1/stories/{port}")).GetProperty("documents").GetArrayLength());

        await Ana.Act(HttpMethod.Put, "/api/v1/sources/ledger/rating?wait=filed", new { reliability = "B", reason = "Right so far." }).With(200);
        Assert.Equal("B", (await Ana.Get("/api/v1/sources/ledger")).GetProperty("source").GetProperty("reliability").GetString());
        Assert.Equal("F", (await Ana.Get("/api/v1/sources/ledger?asOf=2026-02-01&clock=published")).GetProperty("source").GetProperty("reliability").GetString());
        var audited = (await Ana.Get("/api/v1/audit?subject=ledger")).Items()[0];
        Assert.Equal(("F", "B", "Ana"), (audited.GetProperty("before").GetString() ?? "F", audited.GetProperty("after").GetString(), audited.GetProperty("who").GetString()));
    }

    [Fact]
    public async Task who_acts_is_who_signed_in_whatever_the_body_says()
    {
        Assert.Contains("$.by", await Ana.Act(HttpMethod.Put, "/api/v1/sources/ledger/rating", new { reliability = "B", reason = "So.", by = "Ben" }).Problem(400, "invalid"), StringComparison.Ordinal);
        var name = (await Ana.Get("/api/v1/session")).GetProperty("name").GetString();
        Assert.Equal("Ana", name);
    }
}
