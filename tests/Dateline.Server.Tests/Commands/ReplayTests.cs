namespace Dateline.Server.Tests.Commands;

public sealed class ReplayTests(Shell shell)
{
    [Fact]
    public async Task each_clock_answers_its_own_question()
    {
        using var desk = await shell.NewDesk();
        desk.Article("1.md", "Harbour Wire", "2026-01-14T10:00:00Z", "The army said that two ships were hit in the port of Latakia.", "Ships hit in Latakia");
        desk.Article("2.md", "The Meridian", "2026-02-20T10:00:00Z", "The ministry of farming said that wheat prices rose by nine percent in Jordan.", "Wheat prices rise in Jordan");
        await desk.Ingest();

        async Task<List<string?>> Titles(params string[] more) => [.. (await desk.Json(["stories", .. more])).EnumerateArray().Select(s => s.Text("title"))];
        Assert.Equal(2, (await Titles()).Count);
        Assert.Empty(await Titles("--as-of", "2026-01-14"));
        Assert.Equal(["Ships hit in Latakia"], await Titles("--as-of", "2026-01-14", "--clock", "published"));
        Assert.Empty(await Titles("--as-of", "2026-01-14T09:59:59Z", "--clock", "published"));
        Assert.Equal(["Ships hit in Latakia"], await Titles("--as-of", "2026-01-14T12:00:00+02:00", "--clock", "published"));
        Assert.Equal(2, (await Titles("--as-of", "2026-02-20", "--clock", "published")).Count);

        var now = (await desk.Run("stories", "--json")).With(0).Out;
        var replayed = (await desk.Run("stories", "--json", "--as-of", "9000-01-01")).With(0);
        Assert.Equal(now, replayed.Out);
        Assert.Contains("recorded clock", replayed.Error, StringComparison.Ordinal);

        var board = (await desk.Json("stories"))[0];
        Assert.Equal(["id", "title", "status", "since", "reason", "because", "documents", "origins", "claims", "lastActivity", "basisChanged"], board.Names());
        var id = (await desk.Json("stories")).EnumerateArray().Single(s => s.Text("title")!.StartsWith("Ships", StringComparison.Ordinal)).Text("id")!;
        var story = await desk.Json("story", id, "--as-of", "2026-01-31", "--clock", "published");
        Assert.Equal(("published", "emerging"), (story.Text("clock"), story.Text("status")));
        Assert.StartsWith("2026-01-31T23:59:59", story.Text("asOf"), StringComparison.Ordinal);
        var began = Assert.Single(story.GetProperty("timeline").EnumerateArray());
        Assert.Equal((null, "emerging"), (began.Text("from"), began.Text("to")));
        Assert.StartsWith("2026-01-14T10:00:00", began.Text("at"), StringComparison.Ordinal);
        Assert.Equal(began.GetProperty("position").GetInt64(), Assert.Single(began.GetProperty("because").EnumerateArray()).GetInt64());
        await desk.Run("story", id, "--as-of", "2026-01-13", "--clock", "published").ContinueWith(t => t.Result.With(1), TaskScheduler.Default);

        var claim = story.GetProperty("claims")[0].Text("id")!;
        var page = await desk.Json("claim", claim, "--as-of", "2026-01-31", "--clock", "published");
        var mention = page.GetProperty("mentions")[0];
        foreach (var name in new[] { "quote", "speaker", "via", "cue", "polarity", "certainty", "origin" }) Assert.True(mention.TryGetProperty(name, out _), name);

        var changes = (await desk.Json("diff", "--from", "2026-01-31", "--to", "2026-02-28", "--clock", "published")).EnumerateArray().ToList();
        Assert.All(changes, c => Assert.StartsWith("2026-02-20", c.Text("at"), StringComparison.Ordinal));
        Assert.Contains(changes, c => c.Text("text")!.Contains("Wheat prices rise in Jordan", StringComparison.Ordinal) && c.GetProperty("position").GetInt64() > 0);
        Assert.Empty((await desk.Json("diff", "--from", "2026-01-31", "--to", "2026-02-28", "--clock", "published", "--story", id)).EnumerateArray());
        Assert.Empty((await desk.Json("diff", "--from", "2026-01-31", "--to", "2026-02-28")).EnumerateArray());
        Assert.Contains("the log was read up to positions", (await desk.Run("diff", "--from", "2026-01-31", "--to", "2026-02-28")).With(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task whoever_looked_is_told_what_changed_since_word_by_word()
    {
        using var desk = await shell.NewDesk();
        desk.Article("1.md", "Harbour Wire", "2026-01-14T10:00:00Z", "The army said that two ships were hit in the port of Latakia.", "Ships hit in Latakia");
        await desk.Ingest();
        Assert.Contains("never looked", (await desk.Run("diff", "--since-last-looked", "--as", "ana")).With(1).Error, StringComparison.Ordinal);
        await desk.Run("diff", "--since-last-looked").ContinueWith(t => t.Result.With(2), TaskScheduler.Default);
        var first = (await desk.Run("diff", "--since-last-looked", "--as", "carl", "--mark", "--json")).With(0);
        Assert.Equal("[]", first.Out.Trim());
        Assert.Contains("carl has never looked before: noted up to position", first.Error, StringComparison.Ordinal);
        Assert.Empty((await desk.Json("diff", "--since-last-looked", "--as", "carl")).EnumerateArray());
        (await desk.Run("diff", "--from-position", "0", "--to", "9000-01-01", "--as", "ana", "--mark")).With(0);
        Assert.Empty((await desk.Json("diff", "--since-last-looked", "--as", "ana")).EnumerateArray());
        desk.Article("1.md", "Harbour Wire", "2026-01-14T12:00:00Z", "The army said that three ships were hit in the port of Latakia.", "Ships hit in Latakia");
        await desk.Ingest();
        for (var i = 0; i < 2; i++)
        {
            var revision = Assert.Single((await desk.Json("diff", "--since-last-looked", "--as", " ANA ")).EnumerateArray(), c => c.Text("kind") == "document_revised");
            Assert.Contains(revision.GetProperty("pieces").EnumerateArray(), p => p.Text("fate") == "cut" && p.Text("text") == "two");
            Assert.Contains(revision.GetProperty("pieces").EnumerateArray(), p => p.Text("fate") == "added" && p.Text("text") == "three");
        }
        (await desk.Run("diff", "--since-last-looked", "--as", "ana", "--mark")).With(0);
        Assert.Empty((await desk.Json("diff", "--since-last-looked", "--as", "ana")).EnumerateArray());
    }

    [Fact]
    public async Task a_document_is_shown_as_it_was_then()
    {
        using var desk = await shell.NewDesk();
        desk.Article("1.md", "Harbour Wire", "2026-01-14T10:00:00Z", "The army said that two ships were hit.");
        var document = Assert.Single(await desk.Ingest()).Text("document")!;
        var then = (await desk.Json("document", document)).GetProperty("revisions")[0].Text("recordedAt")!;
        desk.Article("1.md", "Harbour Wire", "2026-01-14T12:00:00Z", "The army said that three ships were hit.");
        await desk.Ingest();
        Assert.Equal(2, (await desk.Json("document", document)).GetProperty("revisions").GetArrayLength());
        Assert.Equal(1, (await desk.Json("document", document, "--as-of", then)).GetProperty("revisions").GetArrayLength());
        (await desk.Run("document", document, "--as-of", "2020-01-01")).With(1);
    }

    [Fact]
    public async Task a_rebuilt_board_is_the_same_board()
    {
        using var desk = await shell.NewDesk();
        desk.Article("1.md", "Harbour Wire", "2026-01-14T10:00:00Z", "The army said that two ships were hit.");
        desk.Article("2.md", "The Meridian", "2026-01-14T11:00:00Z", "The army said that two ships were hit.");
        await desk.Ingest();
        var before = (await desk.Run("stories", "--json")).With(0).Out;
        Assert.Equal(["board"], (await desk.Run("rebuild", "board", "--json")).With(0).Lines.Select(l => l.Text("view")));
        Assert.True((await desk.Run("rebuild", "--json")).With(0).Lines.Count > 1);
        Assert.Equal(before, (await desk.Run("stories", "--json")).With(0).Out);
    }
}
