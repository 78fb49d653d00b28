using System.Text.Json;

namespace Dateline.Server.Tests.Commands;

public sealed class VerdictTests(Shell shell)
{
    [Fact]
    public async Task one_proposes_and_only_another_one_approves()
    {
        using var desk = await shell.NewDesk();
        var (claim, document) = await Claim(desk);
        var proposed = await desk.Json(Propose(claim, document, "ana"));
        var verdict = proposed.Text("verdict")!;
        Assert.Matches("^v-[0-9a-f]{8}$", verdict);
        Assert.Equal("single-origin", proposed.Text("status"));

        foreach (var self in new[] { "ana", "ANA", " Ana " })
            Assert.Contains("cannot approve", (await desk.Run("verdict", "approve", claim, verdict, "--because", "I am sure.", "--as", self)).With(1).Error, StringComparison.Ordinal);
        var mixed = (await desk.Run("verdict", "approve", claim, verdict, "--because", "I am sure.", "--as", "\u0410na")).With(2).Error;
        Assert.Contains("mixes Cyrillic and Latin letters in one word", mixed, StringComparison.Ordinal);
        Assert.Contains("people", (await desk.Run("verdict", "approve", claim, verdict, "--because", "Yes.", "--as", "bot:x@1")).With(1).Error, StringComparison.Ordinal);

        var approved = await desk.Json("verdict", "approve", claim, verdict, "--because", "I read it.", "--as", "ben");
        Assert.Equal("verified", approved.Text("status"));
        Assert.Equal(JsonValueKind.Null, (await desk.Json("verdict", "approve", claim, verdict, "--because", "Again.", "--as", "ben")).GetProperty("position").ValueKind);
        var late = (await desk.Run("verdict", "approve", claim, verdict, "--because", "I read it too.", "--as", "carl")).With(1);
        Assert.Contains("ben has approved it already. Nothing was recorded in your name.", late.Error, StringComparison.Ordinal);

        var page = await desk.Json("claim", claim);
        var shown = Assert.Single(page.GetProperty("verdicts").EnumerateArray());
        Assert.Equal(("verified", "ana", "ben", true), (shown.Text("rating"), shown.Text("proposedBy"), shown.Text("approvedBy"), shown.GetProperty("standing").GetBoolean()));
        Assert.Equal(["proposed", "approved"], shown.GetProperty("acts").EnumerateArray().Select(a => a.Text("act")));
        var evidence = Assert.Single(shown.GetProperty("evidence").EnumerateArray());
        Assert.Equal(document, evidence.Text("documentId"));
        Assert.StartsWith(document, evidence.Text("mentionId"), StringComparison.Ordinal);

        var withdrawn = await desk.Json("verdict", "withdraw", claim, verdict, "--because", "New footage.", "--as", "carla");
        Assert.Equal("single-origin", withdrawn.Text("status"));
        var acts = await desk.Json("audit", "log", "--subject", claim);
        Assert.Equal(
            [("ana", "The footage shows it."), ("ben", "I read it."), ("carla", "New footage.")],
            acts.EnumerateArray().Where(a => a.Text("what")!.StartsWith("verdict_", StringComparison.Ordinal)).Select(a => (a.Text("who")!, a.Text("why")!)));
        var second = Assert.Single(acts.EnumerateArray(), a => a.Text("what") == "verdict_approved");
        Assert.StartsWith($"proposed {verdict}: verified", second.Text("before"), StringComparison.Ordinal);
        Assert.Equal($"approved {verdict}", second.Text("after"));
    }

    [Fact]
    public async Task what_the_rules_forbid_is_refused()
    {
        using var desk = await shell.NewDesk();
        var (claim, document) = await Claim(desk);
        Assert.Contains("no document d-none", (await desk.Run(Propose(claim, "d-none", "ana"))).With(1).Error, StringComparison.Ordinal);
        Assert.Contains("no claim c-none", (await desk.Run(Propose("c-none", document, "ana"))).With(1).Error, StringComparison.Ordinal);
        Assert.Contains("Only predictions", (await desk.Run(Propose(claim, document, "ana", "fulfilled"))).With(1).Error, StringComparison.Ordinal);
        Assert.Contains("no verdict v-none", (await desk.Run("verdict", "reject", claim, "v-none", "--because", "No.", "--as", "ben")).With(1).Error, StringComparison.Ordinal);
        Assert.Contains("has changed", (await desk.Run([.. Propose(claim, document, "ana"), "--expect", "1"])).With(1).Error, StringComparison.Ordinal);
        Assert.Empty((await desk.Json("claim", claim)).GetProperty("verdicts").EnumerateArray());

        var version = (await desk.Json("claim", claim)).GetProperty("version").GetInt64();
        var verdict = (await desk.Json([.. Propose(claim, document, "ana"), "--expect", $"{version}"])).Text("verdict")!;
        Assert.Equal(verdict, (await desk.Json(Propose(claim, document, "ana"))).Text("verdict"));
        Assert.Contains("withdraw", (await desk.Run("verdict", "reject", claim, verdict, "--because", "No.", "--as", "ana")).With(1).Error, StringComparison.Ordinal);
        await desk.Json("verdict", "reject", claim, verdict, "--because", "Too thin.", "--as", "ben");
        Assert.Contains("rejected", (await desk.Run("verdict", "approve", claim, verdict, "--because", "Yes.", "--as", "ben")).With(1).Error, StringComparison.Ordinal);
        Assert.Equal("single-origin", (await desk.Json("claim", claim)).Text("status"));
    }

    [Fact]
    public async Task what_changed_since_it_was_proposed_is_seen_before_it_is_approved()
    {
        using var desk = await shell.NewDesk();
        var (claim, document) = await Claim(desk);
        string[] Approve(string verdict, params string[] more) => ["verdict", "approve", claim, verdict, "--because", "I read it.", "--as", "ben", .. more];
        var first = (await desk.Json(Propose(claim, document, "ana"))).Text("verdict")!;
        desk.Article("port.md", "Harbour Wire", "2026-02-28T12:00:00Z", "Two ships were reportedly hit in the port of Latakia, an anonymous user claimed.");
        await desk.Ingest();
        var refused = (await desk.Run(Approve(first))).With(1).Error;
        Assert.Contains($"What {first} rests on has changed since it was proposed.", refused, StringComparison.Ordinal);
        Assert.Contains("It now differs in who says it", refused, StringComparison.Ordinal);
        var page = await desk.Json("claim", claim);
        Assert.NotEqual("verified", page.Text("status"));
        var mark = page.GetProperty("verdicts")[0].GetProperty("acts").EnumerateArray().Single(a => a.Text("act") == "basis changed").GetProperty("position").GetInt64();

        Assert.Contains("is no change", (await desk.Run(Approve(first, "--knowing", "1"))).With(1).Error, StringComparison.Ordinal);
        Assert.Equal("verified", (await desk.Json(Approve(first, "--knowing", $"{mark}"))).Text("status"));
        await desk.Json("verdict", "withdraw", claim, first, "--because", "Too soon.", "--as", "ana");

        var second = (await desk.Json(Propose(claim, document, "ana"))).Text("verdict")!;
        desk.Article("navy.md", "The Meridian", "2026-02-28T14:00:00Z", "The navy denied that two ships were hit in the port of Latakia.");
        await desk.Ingest();
        Assert.Contains("denies it", (await desk.Run(Approve(second))).With(1).Error, StringComparison.Ordinal);
        var version = (await desk.Json("claim", claim)).GetProperty("version").GetInt64();
        Assert.Contains("has changed", (await desk.Run(Approve(second, "--expect", $"{version - 1}"))).With(1).Error, StringComparison.Ordinal);
        Assert.Equal("verified", (await desk.Json(Approve(second, "--expect", $"{version}"))).Text("status"));

        desk.Article("mayor.md", "North Press", "2026-02-28T15:00:00Z", "The mayor denied that two ships were hit in the port of Latakia.");
        await desk.Ingest();
        var cited = (await desk.Json("document", document)).GetProperty("citedBy").EnumerateArray().Single(c => c.Text("verdictId") == second);
        Assert.Equal((claim, "verified", "ana", true), (cited.Text("claimId"), cited.Text("rating"), cited.Text("proposedBy"), cited.GetProperty("basisChanged").GetBoolean()));
        Assert.Contains("The mayor denies it.", cited.Text("cause"), StringComparison.Ordinal);
        foreach (var shown in new string[][] { ["document", document], ["stories"], ["claim", claim] })
            Assert.Contains("The mayor denies it.", (await desk.Run(shown)).With(0).Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    private static async Task<(string Claim, string Document)> Claim(Desk desk)
    {
        desk.Article("port.md", "Harbour Wire", "2026-02-28T10:00:00Z", "The army said that two ships were hit in the port of Latakia.");
        var document = Assert.Single(await desk.Ingest()).Text("document")!;
        var story = await desk.Json("story", (await desk.Json("stories"))[0].Text("id")!);
        return (story.GetProperty("claims").EnumerateArray().First(c => c.Text("text")!.Contains("ships", StringComparison.Ordinal)).Text("id")!, document);
    }

    private static string[] Propose(string claim, string document, string by, string rating = "verified") =>
    [
        "verdict", "propose", claim, "--rating", rating, "--confidence", "low", "--likelihood", "likely", "--because", "The footage shows it.",
        "--evidence", document, "--as", by
    ];
}
