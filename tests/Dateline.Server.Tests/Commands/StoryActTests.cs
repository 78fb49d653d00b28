using System.Text.Json;

namespace Dateline.Server.Tests.Commands;

public sealed class StoryActTests(Shell shell)
{
    [Fact]
    public async Task editors_merge_move_split_rename_close_and_reopen()
    {
        using var desk = await shell.NewDesk();
        desk.Article("1.md", "Harbour Wire", "2026-01-14T10:00:00Z", "The army said that two ships were hit in the port of Latakia.", "Ships hit in Latakia");
        desk.Article("2.md", "The Meridian", "2026-02-20T10:00:00Z", "The ministry of farming said that wheat prices rose by nine percent in Jordan.", "Wheat prices rise in Jordan");
        desk.Article("3.md", "Northgate", "2026-03-20T10:00:00Z", "The film institute said that cinemas sold more tickets in Norway.", "Cinemas in Norway");
        var lines = await desk.Ingest();
        string Document(int n) => lines[n].Text("document")!;
        var stories = (await desk.Json("stories")).EnumerateArray().ToDictionary(s => s.Text("title")!, s => s.Text("id")!);
        Assert.Equal(3, stories.Count);
        var (ships, wheat, films) = (stories["Ships hit in Latakia"], stories["Wheat prices rise in Jordan"], stories["Cinemas in Norway"]);
        string[] act = ["--as", "ana", "--because", "I looked at it."];

        var before = DateTimeOffset.UtcNow.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal([Document(1), Document(0)], Documents(await desk.Json(["story", "merge", ships, "--into", wheat, .. act])).OrderBy(d => d != Document(1)));
        Assert.DoesNotContain(ships, (await desk.Run("stories", "--json")).Out, StringComparison.Ordinal);
        Assert.Contains($"merged into {wheat}", (await desk.Run(["story", "close", ships, .. act])).With(1).Error, StringComparison.Ordinal);
        Assert.Contains("itself", (await desk.Run(["story", "merge", wheat, "--into", wheat, .. act])).With(1).Error, StringComparison.Ordinal);

        Assert.Equal(3, (await desk.Json("stories", "--as-of", before)).GetArrayLength());

        // The document is found where the merger put it, and where it was before.
        Assert.Equal(wheat, (await desk.Json("document", Document(0))).Text("story"));
        Assert.Equal(ships, (await desk.Json("document", Document(0), "--as-of", before)).Text("story"));
        Assert.Equal(2, Documents(await desk.Json(["story", "move", Document(0), "--to", films, .. act])).Count);
        Assert.Contains("no story s-none", (await desk.Run(["story", "move", Document(0), "--to", "s-none", .. act])).With(1).Error, StringComparison.Ordinal);
        Assert.Contains("no document d-none", (await desk.Run(["story", "move", "d-none", "--to", films, .. act])).With(1).Error, StringComparison.Ordinal);

        var split = await desk.Json(["story", "split", films, "--documents", Document(0), "--title", "The port again", .. act]);
        Assert.Equal("The port again", split.Text("title"));
        Assert.Equal([Document(0)], Documents(split));
        Assert.Equal(split.Text("id"), (await desk.Json("document", Document(0))).Text("story"));
        Assert.Equal(ships, (await desk.Json("document", Document(0), "--clock", "published", "--as-of", "2026-01-14")).Text("story"));
        Assert.Contains("then", (await desk.Run("document", Document(0), "--clock", "published", "--as-of", "2026-01-13")).With(1).Error, StringComparison.Ordinal);
        Assert.Contains("then", (await desk.Run("document", Document(0), "--position", "0")).With(1).Error, StringComparison.Ordinal);
        Assert.Contains("behind", (await desk.Run(["story", "split", films, "--documents", Document(2), "--title", "x", .. act])).With(1).Error, StringComparison.Ordinal);
        Assert.Equal(2, Documents(await desk.Json(["story", "move", Document(0), "--to", wheat, .. act])).Count);

        Assert.Equal("Bread", (await desk.Json(["story", "rename", wheat, "--title", "Bread", .. act])).Text("title"));
        Assert.Equal("Bread and oil", (await desk.Json(["story", "rename", wheat, "--title", "Bread\nand\toil", .. act])).Text("title"));
        var closed = await desk.Json(["story", "close", wheat, .. act]);
        Assert.Equal("closed", closed.Text("status"));
        Assert.Contains("has changed", (await desk.Run(["story", "reopen", wheat, "--expect", "1", .. act])).With(1).Error, StringComparison.Ordinal);
        Assert.NotEqual("closed", (await desk.Json(["story", "reopen", wheat, "--expect", $"{closed.GetProperty("version").GetInt64()}", .. act])).Text("status"));

        var log = (await desk.Json("audit", "log", "--actor", "ana")).EnumerateArray().ToList();
        Assert.Equal(
            ["stories_merged", "document_moved", "story_split", "document_moved", "story_renamed", "story_renamed", "story_closed", "story_reopened"], log.Select(e => e.Text("what")));
        Assert.All(log, e => Assert.Equal("I looked at it.", e.Text("why")));
        Assert.Empty((await desk.Json("audit", "log", "--actor", "ana", "--since", "9000-01-01")).EnumerateArray());
    }

    [Fact]
    public async Task a_source_is_rated_by_a_person_who_says_why()
    {
        using var desk = await shell.NewDesk();
        desk.Article("1.md", "Harbour Wire", "2026-01-14T10:00:00Z", "The army said that two ships were hit.");
        await desk.Ingest();
        var before = Assert.Single((await desk.Json("source", "list")).EnumerateArray());
        Assert.Equal(("harbour-wire", "F"), (before.Text("id"), before.Text("reliability")));
        Assert.NotEqual(JsonValueKind.Null, (await desk.Json("source", "rate", "harbour-wire", "--reliability", "B", "--as", "ana", "--because", "Ten years without a retraction.")).GetProperty("position").ValueKind);
        var after = Assert.Single((await desk.Json("source", "list")).EnumerateArray());
        Assert.Equal(("B", "ana"), (after.Text("reliability"), after.Text("ratedBy")));
        var rated = Assert.Single((await desk.Json("audit", "log", "--subject", "harbour-wire", "--actor", "ana")).EnumerateArray());
        Assert.Equal(("F", "B", "Ten years without a retraction."), (rated.Text("before") ?? "F", rated.Text("after"), rated.Text("why")));
    }

    private static List<string> Documents(JsonElement story) => [.. story.GetProperty("documents").EnumerateArray().Select(d => d.Text("id")!)];
}
