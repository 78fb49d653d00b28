using System.Text.Json;

namespace Dateline.Server.Tests.Commands;

/// <summary>What a machine took for one claim, or for a contradiction, is put right by editors.</summary>
public sealed class ClaimActTests(Shell shell)
{
    private static readonly string[] act = ["--as", "ana", "--because", "I looked at it."];

    [Fact]
    public async Task editors_split_merge_and_unrelate_and_a_withdrawal_finds_the_mention_where_it_is()
    {
        using var desk = await shell.NewDesk();
        desk.Article("1.md", "Harbour Wire", "2026-01-14T10:00:00Z", "Smoke rose over the quays before dawn, and sirens were heard in the old town for an hour. Fishermen stayed at home. The army said that two ships were hit in the port of Latakia.", "Ships hit in Latakia");
        desk.Article("2.md", "The Meridian", "2026-01-14T12:00:00Z", "Cranes stood still all morning, and the road to the harbour was closed to lorries. The mayor told reporters that two ships were hit in the port of Latakia.", "Latakia: ships hit");
        desk.Article("3.md", "Northgate", "2026-01-14T14:00:00Z", "Families waited for news at the gates until late in the afternoon. The navy said that five ships were hit in the port of Latakia.", "Five ships hit in Latakia");
        var documents = (await desk.Ingest()).Select(l => l.Text("document")!).ToList();
        var claims = (await desk.Json("story", (await desk.Json("stories"))[0].Text("id")!)).GetProperty("claims").EnumerateArray().ToList();
        var two = claims.Single(c => c.Text("text")!.Contains("two ships", StringComparison.Ordinal)).Text("id")!;
        var five = claims.Single(c => c.Text("text")!.Contains("five ships", StringComparison.Ordinal)).Text("id")!;
        Assert.Equal("disputed", (await desk.Json("claim", two)).Text("status"));

        var related = await desk.Json("claim", five);
        var relation = Assert.Single(related.GetProperty("relations").EnumerateArray(), r => r.Text("relation") == "contradicts");
        var (owner, other) = relation.GetProperty("incoming").GetBoolean() ? (two, five) : (five, two);
        await desk.Json(["claim", "unrelate", owner, "--relation", "contradicts", "--other", other, .. act]);
        Assert.Equal("corroborated", (await desk.Json("claim", two)).Text("status"));
        (await desk.Run(["claim", owner, "unrelate", "--relation", "contradicts", "--other", other, .. act])).With(0);

        var mention = (await desk.Json("claim", two)).GetProperty("mentions").EnumerateArray().Single(m => m.Text("document") == documents[1]).Text("id")!;
        Assert.Contains("at least one mention behind", (await desk.Run(["claim", "split", five, "--mentions", (await desk.Json("claim", five)).GetProperty("mentions")[0].Text("id")!, "--text", "x", .. act])).With(1).Error, StringComparison.Ordinal);
        var split = await desk.Json(["claim", "split", two, "--mentions", mention, "--text", "Two other ships were hit", .. act]);
        Assert.Equal(("Two other ships were hit", "single-origin"), (split.Text("text"), split.Text("status")));
        Assert.Equal("single-origin", (await desk.Json("claim", two)).Text("status"));
        var apart = split.Text("id")!;

        Assert.Contains("into itself", (await desk.Run(["claim", "merge", apart, "--into", apart, .. act])).With(1).Error, StringComparison.Ordinal);
        Assert.Contains("no claim c-none", (await desk.Run(["claim", "merge", apart, "--into", "c-none", .. act])).With(1).Error, StringComparison.Ordinal);
        await desk.Json(["claim", "merge", apart, "--into", five, .. act]);
        Assert.Contains($"merged into {five}", (await desk.Run(["claim", "split", apart, "--mentions", mention, "--text", "x", .. act])).With(1).Error, StringComparison.Ordinal);
        // What was merged can be split off again.
        var again = (await desk.Json(["claim", "split", five, "--mentions", mention, "--text", "Two ships were hit elsewhere", .. act])).Text("id")!;

        desk.Put("kill.jsonl", JsonSerializer.Serialize(new { act = "kill", revises = "https://themeridian.example/2", reason = "Wrong.", title = "Kill", source = "The Meridian", publishedAt = "2026-01-15T12:00:00Z" }));
        await desk.Ingest();
        Assert.Equal("retracted", (await desk.Json("claim", again)).Text("status"));
        Assert.Equal(
            ["claim_relation_withdrawn", "claim_split", "claims_merged", "claim_split"], (await desk.Json("audit", "log", "--actor", "ana")).EnumerateArray().Select(e => e.Text("what")));
        (await desk.Run("audit", "verify")).With(0);
    }

    [Theory]
    [InlineData("claim c-1 merge --into c-2", null)]
    [InlineData("claim merge c-1 --into c-2", null)]
    [InlineData("story s-1 split --documents d-1 --title T", null)]
    [InlineData("story move d-1 --to s-2", null)]
    [InlineData("claim merge --into c-2", "Name the claim: `dateline claim merge <id>`.")]
    [InlineData("claim c-1 merge c-3 --into c-2", "Name one claim: `dateline claim merge <id>`.")]
    [InlineData("story close", "Name the story: `dateline story close <id>`.")]
    [InlineData("story s-1 move d-1 --to s-2", "`move` is about a document: `dateline story move <id>`.")]
    [InlineData("story s-1 move --to s-2", "`move` is about a document: `dateline story move <id>`.")]
    public void an_acts_id_stands_before_or_behind_it(string line, string? fault) =>
        Assert.Equal(fault is null ? [] : [fault], Dateline.Server.Commands.Cli.Root().Parse([.. line.Split(' '), .. act]).Errors.Select(e => e.Message));

    [Fact]
    public async Task claims_of_opposite_words_are_not_merged()
    {
        using var desk = await shell.NewDesk();
        desk.Article("1.md", "Harbour Wire", "2026-01-14T10:00:00Z", "The army said that the Vasco bridge collapsed on Monday.", "Bridge down");
        desk.Article("2.md", "The Meridian", "2026-01-14T12:00:00Z", "The shipping ministry said that the Orla ferry did not sink on Friday.", "Ferry afloat");
        await desk.Ingest();
        var stories = (await desk.Json("stories")).EnumerateArray().Select(s => s.Text("id")!).ToList();
        var (asserted, negated) = ("", "");
        foreach (var story in stories)
        {
            foreach (var claim in (await desk.Json("story", story)).GetProperty("claims").EnumerateArray())
                if (claim.Text("text")!.Contains("not sink", StringComparison.Ordinal)) negated = claim.Text("id")!;
                else if (claim.Text("text")!.Contains("collapsed", StringComparison.Ordinal)) asserted = claim.Text("id")!;
        }
        Assert.Contains("cannot be one claim", (await desk.Run(["claim", "merge", negated, "--into", asserted, .. act])).With(1).Error, StringComparison.Ordinal);
    }
}
