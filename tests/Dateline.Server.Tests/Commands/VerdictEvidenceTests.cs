using System.Text.Json;

namespace Dateline.Server.Tests.Commands;

public sealed class VerdictEvidenceTests(Shell shell)
{
    [Fact]
    public async Task it_is_a_document_a_revision_or_a_mention()
    {
        using var desk = await shell.NewDesk();
        desk.Article("bridge.md", "Bridge Post", "2026-01-14T10:00:00Z", "The governor promised that the bridge of Latakia will be repaired by 1 February 2026.");
        var document = Assert.Single(await desk.Ingest()).Text("document")!;
        var claim = (await desk.Json("story", (await desk.Json("stories"))[0].Text("id")!)).GetProperty("claims").EnumerateArray().Single(c => c.Text("mode") == "promise").Text("id")!;
        desk.Article("bridge.md", "Bridge Post", "2026-01-14T10:00:00Z", "The minister said that two schools in Homs were closed on Monday.");
        await desk.Ingest();
        var page = await desk.Json("document", document);
        Assert.Equal(2, page.GetProperty("revisions").GetArrayLength());
        var mention = Assert.Single((await desk.Json("claim", claim)).GetProperty("mentions").EnumerateArray()).Text("id")!;
        Assert.StartsWith($"{document}/1#", mention, StringComparison.Ordinal);

        // What the document no longer says is named itself, and then the verdict is marked from the start.
        Assert.Equal([(document, 2, null)], await Cited(document));
        Assert.Equal([(document, 1, mention), (document, 2, null)], await Cited(mention, document));
        Assert.Equal([(document, 1, null), (document, 2, null)], await Cited($"{document}/1", $"{document}/2"));
        var other = (await desk.Json("story", (await desk.Json("stories"))[0].Text("id")!)).GetProperty("claims").EnumerateArray().First(c => c.Text("text")!.Contains("schools", StringComparison.Ordinal));
        var elsewhere = (await desk.Json("claim", other.Text("id")!)).GetProperty("mentions")[0].Text("id")!;
        Assert.Equal([(document, 2, elsewhere)], await Cited(elsewhere));

        foreach (var none in new[] { "0", "3", "-1", "x", "99999999999" })
            Assert.Contains($"There is no revision {none} of {document}: it has 2", (await desk.Run(Propose($"{document}/{none}"))).With(1).Error, StringComparison.Ordinal);
        Assert.Contains($"There is no mention {document}/1#99.", (await desk.Run(Propose($"{document}/1#99"))).With(1).Error, StringComparison.Ordinal);
        Assert.Contains("There is no document d-none.", (await desk.Run(Propose("d-none/1#1"))).With(1).Error, StringComparison.Ordinal);

        string[] Propose(params string[] evidence) =>
            ["verdict", "propose", claim, "--rating", "failed", "--confidence", "low", "--because", $"See {evidence[0]}.", "--as", "ana", "--evidence", .. evidence];

        async Task<IEnumerable<(string, int, string?)>> Cited(params string[] evidence)
        {
            var proposed = await desk.Json(Propose(evidence));
            var verdict = proposed.GetProperty("verdicts").EnumerateArray().Single(v => v.Text("id") == proposed.Text("verdict"));
            return verdict.GetProperty("evidence").EnumerateArray().Select(e => (e.Text("documentId")!, e.GetProperty("revision").GetInt32(), e.GetProperty("mentionId").GetString()));
        }
    }

    [Fact]
    public async Task a_mention_that_came_with_a_merged_claim_is_the_claims_own()
    {
        using var desk = await shell.NewDesk();
        desk.Article("port.md", "Harbour Wire", "2026-02-28T10:00:00Z", "The army said that two ships were hit in the port of Latakia.");
        desk.Article("town.md", "The Meridian", "2026-02-28T12:00:00Z", "The minister said that five schools in Homs were closed.", "Schools closed");
        await desk.Ingest();
        var claims = new List<JsonElement>();
        foreach (var story in (await desk.Json("stories")).EnumerateArray()) claims.AddRange((await desk.Json("story", story.Text("id")!)).GetProperty("claims").EnumerateArray());
        string Claim(string word) => claims.First(c => c.Text("text")!.Contains(word, StringComparison.Ordinal)).Text("id")!;
        var came = (await desk.Json("claim", Claim("schools"))).GetProperty("mentions")[0];
        var (document, moved) = (came.Text("document")!, came.Text("id")!);
        await desk.Json("claim", "merge", Claim("schools"), "--into", Claim("ships"), "--because", "The same.", "--as", "ana");
        var proposed = await desk.Json(
            "verdict", "propose", Claim("ships"), "--rating", "verified", "--confidence", "low", "--because", "It says so.", "--as", "ana", "--evidence", document);
        var evidence = Assert.Single(proposed.GetProperty("verdicts")[0].GetProperty("evidence").EnumerateArray());
        Assert.Equal((document, moved), (evidence.Text("documentId"), evidence.Text("mentionId")));
    }
}
