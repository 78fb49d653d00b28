using System.Text.Json;

namespace Dateline.Server.Tests.Commands;

/// <summary>What was known when, who could have seen what, and what would have been otherwise.</summary>
public sealed class AnswerForItTests(Shell shell)
{
    [Fact]
    public async Task both_clocks_at_once_and_a_position_that_keeps_its_meaning()
    {
        using var desk = await shell.NewDesk();
        desk.Article("1.md", "Harbour Wire", "2026-01-14T10:00:00Z", "The army said that two ships were hit in the port of Latakia.", "Ships hit in Latakia");
        await desk.Ingest();
        var before = await desk.Json("audit", "log");
        var position = before.EnumerateArray().Max(e => e.GetProperty("position").GetInt64());
        var known = before.EnumerateArray().Last().Text("at")!;
        desk.Article("2.md", "The Meridian", "2026-01-13T10:00:00Z", "The ministry of farming said that wheat prices rose by nine percent in Jordan.", "Wheat prices rise in Jordan");
        await desk.Ingest();

        async Task<int> Count(params string[] more) => (await desk.Json(["stories", .. more])).GetArrayLength();
        Assert.Equal(2, await Count("--as-of", "2026-01-31", "--clock", "published"));
        Assert.Equal(1, await Count("--as-of", "2026-01-31", "--clock", "published", "--known", known));
        Assert.Equal(1, await Count("--as-of", "2026-01-31", "--clock", "published", "--position", $"{position}"));
        Assert.Equal(1, await Count("--position", $"{position}"));
        Assert.Contains($"position {position}.", (await desk.Run("stories", "--position", $"{position}")).With(0).Out, StringComparison.Ordinal);

        var id = (await desk.Json("stories", "--position", $"{position}"))[0].Text("id")!;
        Assert.Equal(position, (await desk.Json("story", id, "--position", $"{position}")).GetProperty("position").GetInt64());
        Assert.Contains("published clock", (await desk.Run("stories", "--known", "2026-01-31")).With(2).Error, StringComparison.Ordinal);
        (await desk.Run("stories", "--clock", "published", "--known", "2026-01-31", "--position", "1")).With(2);
        (await desk.Run("stories", "--position", "999999")).With(1);
    }

    [Fact]
    public async Task a_verdict_is_superseded_and_who_acts_on_what_has_changed_hears_how()
    {
        using var desk = await shell.NewDesk();
        desk.Article("port.md", "Harbour Wire", "2026-02-28T10:00:00Z", "The army said that two ships were hit in the port of Latakia.");
        var document = Assert.Single(await desk.Ingest()).Text("document")!;
        var claim = (await desk.Json("story", (await desk.Json("stories"))[0].Text("id")!)).GetProperty("claims")[0].Text("id")!;
        var version = (await desk.Json("claim", claim)).GetProperty("version").GetInt64();
        string[] Grounds(string rating, string by) => ["--rating", rating, "--confidence", "high", "--because", "Seen.", "--evidence", document, "--as", by];
        var first = (await desk.Json(["verdict", "propose", claim, .. Grounds("verified", "ana")])).Text("verdict")!;
        Assert.Contains("No verdict stands", (await desk.Run(["verdict", "supersede", claim, first, .. Grounds("false", "ana")])).With(1).Error, StringComparison.Ordinal);
        var stale = (await desk.Run("verdict", "approve", claim, first, "--because", "Yes.", "--as", "ben", "--expect", $"{version}")).With(1).Error;
        Assert.Contains("ana proposed the verdict verified", stale, StringComparison.Ordinal);
        await desk.Json("verdict", "approve", claim, first, "--because", "Yes.", "--as", "ben");

        var second = (await desk.Json(["verdict", "supersede", claim, first, .. Grounds("false", "ana")])).Text("verdict")!;
        Assert.Equal("false", (await desk.Json("verdict", "approve", claim, second, "--because", "Yes.", "--as", "ben")).Text("status"));
        var old = (await desk.Json("claim", claim)).GetProperty("verdicts").EnumerateArray().Single(v => v.Text("id") == first);
        Assert.True(old.GetProperty("superseded").GetBoolean());

        desk.Article("later.md", "The Meridian", "2026-02-27T10:00:00Z", "The army said that two ships were hit in the port of Latakia.");
        var later = (await desk.Ingest()).Select(d => d.Text("document")!).Single(d => d != document);
        Assert.True(Revision(await desk.Json("verdict", "seen", claim, first, document)).GetProperty("couldBeSeen").GetBoolean());
        var unseen = Revision(await desk.Json("verdict", "seen", claim, first, later));
        Assert.Equal((false, true), (unseen.GetProperty("couldBeSeen").GetBoolean(), unseen.GetProperty("wasPublished").GetBoolean()));
        Assert.Contains("though published by then", (await desk.Run("verdict", "seen", claim, first, later)).With(0).Out, StringComparison.Ordinal);
        (await desk.Run("verdict", "seen", claim, "v-none", later)).With(1);

        static JsonElement Revision(JsonElement seen) => Assert.Single(seen.GetProperty("revisions").EnumerateArray());
    }

    [Fact]
    public async Task sources_are_scored_by_counts_and_rules_are_tried_without_changing_anything()
    {
        using var desk = await shell.NewDesk();
        desk.Article("1.md", "Harbour Wire", "2026-01-14T10:00:00Z", "The governor promised that the bridge of Latakia will be repaired by 1 February 2026.", "A bridge");
        desk.Article("2.md", "The Meridian", "2026-01-14T11:00:00Z", "The army said that two ships were hit in the port of Latakia.", "Ships");
        desk.Article("3.md", "North Press", "2026-01-14T12:00:00Z", "Witnesses saw fire at sea. The army said that two ships were hit in the port of Latakia.", "Ships");
        await desk.Ingest();
        var card = Assert.Single((await desk.Json("source", "scorecard")).EnumerateArray());
        Assert.Equal(1, card.GetProperty("due").GetInt32() + card.GetProperty("open").GetInt32());
        var stories = (await desk.Json("stories")).EnumerateArray().Select(s => s.Text("id")!);
        var claims = new List<JsonElement>();
        foreach (var s in stories) claims.AddRange((await desk.Json("story", s)).GetProperty("claims").EnumerateArray());
        var claim = claims.First(c => c.Text("mode") == "promise").Text("id")!;
        var document = (await desk.Json("claim", claim)).GetProperty("mentions")[0].Text("document")!;
        var verdict = (await desk.Json("verdict", "propose", claim, "--rating", "failed", "--confidence", "high", "--because", "It is closed.", "--evidence", document, "--as", "ana")).Text("verdict")!;
        var before = (await desk.Json("claim", claim)).GetProperty("position").GetInt64();
        await desk.Json("verdict", "approve", claim, verdict, "--because", "So it is.", "--as", "ben");
        card = Assert.Single((await desk.Json("source", "scorecard", "--speakers")).EnumerateArray());
        Assert.Equal((1, 0, 0), (card.GetProperty("failed").GetInt32(), card.GetProperty("due").GetInt32(), card.GetProperty("open").GetInt32()));
        Assert.Contains("governor", card.Text("speaker"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(card.Names(), n => n.Contains("score", StringComparison.OrdinalIgnoreCase));

        // What was said is not unsaid, and every moment has its own count.
        desk.Article("1.md", "Harbour Wire", "2026-01-20T10:00:00Z", "The governor visited the bridge of Latakia.", "A bridge");
        await desk.Ingest();
        Assert.Equal((1, 0), Counted(await desk.Json("source", "scorecard", "--speakers")));
        Assert.Equal(1, Assert.Single((await desk.Json("source", "scorecard")).EnumerateArray()).GetProperty("basisChanged").GetInt32());
        Assert.Equal((0, 1), Counted(await desk.Json("source", "scorecard", "harbour-wire", "--position", $"{before}")));
        Assert.Equal((0, 1), Counted(await desk.Json("source", "scorecard", "--clock", "published", "--as-of", "2026-01-14")));
        Assert.Empty((await desk.Json("source", "scorecard", "--clock", "published", "--as-of", "2026-01-13")).EnumerateArray());
        Assert.Empty((await desk.Json("source", "scorecard", "--clock", "published", "--as-of", "2026-01-14", "--known", "2026-01-14")).EnumerateArray());

        var board = (await desk.Run("stories", "--json")).With(0).Out;
        Assert.Equal(["status-rules@1", "status-rules@2", "status-rules@3"], (await desk.Json("policy", "list")).EnumerateArray().Select(p => p.Text("name")));
        var trial = await desk.Json("policy", "try", "status-rules@3");
        Assert.All(trial.GetProperty("differences").EnumerateArray(), d => Assert.NotEqual(d.Text("now"), d.Text("would")));
        (await desk.Run("policy", "try", "status-rules@9")).With(1);
        Assert.Equal(board, (await desk.Run("stories", "--json")).With(0).Out);

        static (int Failed, int Waiting) Counted(JsonElement cards)
        {
            var card = Assert.Single(cards.EnumerateArray());
            Assert.Equal(0, card.GetProperty("withdrawn").GetInt32());
            return (card.GetProperty("failed").GetInt32(), card.GetProperty("due").GetInt32() + card.GetProperty("open").GetInt32());
        }
    }
}
