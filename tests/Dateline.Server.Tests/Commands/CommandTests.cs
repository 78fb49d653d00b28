using System.Globalization;
using System.Text.Json;

namespace Dateline.Server.Tests.Commands;

public sealed class CommandTests(Shell shell) : IDisposable
{
    private readonly string folder = Shell.NewFolder();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task good_documents_are_ingested_and_bad_ones_refused_in_words()
    {
        var database = await shell.NewDatabase();
        Write("a-good.md", "---\nsource: Harbour Wire\nurl: https://harbour.example/1\ntitle: Flood\npublished: 2026-02-01T10:00:00Z\n---\nThe mayor said that 200 houses were destroyed.\n");
        Write("b-empty.md", "");
        Write("c-date.md", "---\nsource: X\ntitle: T\npublished: 2026-02-30T10:00:00Z\n---\nText of it.\n");
        File.WriteAllBytes(Path.Combine(folder, "d-binary.txt"), [0, 1, 2, 3, 0, 0]);
        File.WriteAllBytes(Path.Combine(folder, "e-latin.txt"), [0x63, 0x61, 0x66, 0xe9, 0x20, 0x61]);
        Write("f-bomb.xml", "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY a \"b\">]><rss version=\"2.0\"><channel><title>&a;</title></channel></rss>");
        Write("g-good.txt", "A plain note\n\nThe army denied that the dam broke on Saturday.\n");
        using (var huge = File.Create(Path.Combine(folder, "h-huge.txt"))) huge.SetLength(1L << 30);
        var ran = await Shell.On(database, "ingest", folder, "--json");
        Assert.Equal(1, ran.Code);
        var outcomes = ran.Lines.ToDictionary(l => Path.GetFileName(l.GetProperty("path").GetString()!)[..1], l => l);
        Assert.Equal("ingested", outcomes["a"].GetProperty("outcome").GetString());
        Assert.Equal("ingested", outcomes["g"].GetProperty("outcome").GetString());
        Assert.True(outcomes["a"].GetProperty("position").GetInt64() > 0);
        foreach (var bad in "bcdefh")
        {
            Assert.Equal("refused", outcomes[$"{bad}"].GetProperty("outcome").GetString());
            Assert.NotEmpty(outcomes[$"{bad}"].GetProperty("reason").GetString()!);
        }
        Assert.Equal(2, (await Shell.On(database, "stories", "--json")).Json.EnumerateArray().Sum(s => s.GetProperty("documents").GetInt32()));
    }

    [Fact]
    public async Task a_changed_text_is_a_revision_and_an_unchanged_one_nothing()
    {
        var database = await shell.NewDatabase();
        const string head = "---\nsource: Harbour Wire\nurl: https://harbour.example/1\ntitle: Flood\npublished: 2026-02-01T10:00:00Z\n---\n";
        Write("a.md", head + "The mayor said that 200 houses were destroyed.\n");
        Assert.Equal("ingested", await Outcome(database));
        Assert.Equal("unchanged", await Outcome(database));
        Write("a.md", head.Replace("10:00", "12:00", StringComparison.Ordinal) + "The mayor said that 300 houses were destroyed.\n");
        Assert.Equal("revised", await Outcome(database));
        Assert.Equal("unchanged", await Outcome(database));
    }

    [Fact]
    public async Task two_people_judge_a_claim_and_the_audit_tells_it()
    {
        var database = await shell.NewDatabase();
        Write("a.md", "---\nsource: Harbour Wire\nurl: https://harbour.example/1\ntitle: Flood\npublished: 2026-02-01T10:00:00Z\n---\nThe mayor of Northgate said that 200 houses were destroyed by the flood.\n");
        await Shell.On(database, "ingest", folder);
        var story = (await Shell.On(database, "stories", "--json")).Json[0].GetProperty("id").GetString()!;
        var page = (await Shell.On(database, "story", story, "--json")).Json;
        var (claim, document) = (page.GetProperty("claims")[0].GetProperty("id").GetString()!, page.GetProperty("documents")[0].GetProperty("id").GetString()!);
        var proposed = await Shell.On(
            database, "verdict", "propose", claim, "--rating", "verified", "--confidence", "high", "--likelihood", "very-likely", "--because", "I saw it", "--evidence", document, "--as", "ana", "--json");
        Assert.Equal(0, proposed.Code);
        var verdict = proposed.Json.GetProperty("verdicts")[0].GetProperty("id").GetString()!;
        var own = await Shell.On(database, "verdict", "approve", claim, verdict, "--because", "sure", "--as", "ANA");
        Assert.Equal(1, own.Code);
        Assert.Contains("cannot approve", own.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await Shell.On(database, "verdict", "approve", claim, verdict, "--because", "read it", "--as", "ben")).Code);
        var after = (await Shell.On(database, "claim", claim, "--json")).Json;
        Assert.Equal("verified", after.GetProperty("status").GetString());
        Assert.Equal(["proposed", "approved"], after.GetProperty("verdicts")[0].GetProperty("acts").EnumerateArray().Select(a => a.GetProperty("act").GetString()));
        Assert.Equal(1, (await Shell.On(database, "verdict", "reject", claim, verdict, "--because", "late", "--as", "cem", "--expect", "2")).Code);
        var audit = (await Shell.On(database, "audit", "log", "--subject", claim, "--actor", "ben", "--json")).Json;
        var act = Assert.Single(audit.EnumerateArray());
        Assert.Equal(("verdict_approved", "approved", "read it"), (act.GetProperty("what").GetString(), act.GetProperty("after").GetString(), act.GetProperty("why").GetString()));
        Assert.StartsWith("proposed: verified", act.GetProperty("before").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_board_replays_by_either_clock()
    {
        var database = await shell.NewDatabase();
        Write("a.md", "---\nsource: Harbour Wire\ntitle: Flood\npublished: 2026-02-01T10:00:00Z\n---\nThe mayor of Northgate said that 200 houses were destroyed by the flood.\n");
        await Shell.On(database, "ingest", folder);
        Assert.Equal(1, (await Shell.On(database, "stories", "--as-of", "2026-02-01", "--clock", "published", "--json")).Json.GetArrayLength());
        Assert.Equal(0, (await Shell.On(database, "stories", "--as-of", "2026-01-31", "--clock", "published", "--json")).Json.GetArrayLength());
        Assert.Equal(0, (await Shell.On(database, "stories", "--as-of", "2026-02-01", "--clock", "recorded", "--json")).Json.GetArrayLength());
        var changes = (await Shell.On(database, "diff", "--from", "2026-01-31", "--to", "2026-02-02", "--clock", "published", "--json")).Json;
        Assert.Contains(changes.EnumerateArray(), c => c.GetProperty("kind").GetString() == "document_filed");
    }

    [Theory]
    [InlineData(2, "nonsense")]
    [InlineData(2, "stories", "--as-of", "yesterday")]
    [InlineData(2, "stories", "--clock", "wall")]
    [InlineData(2, "verdict", "propose", "c-1")]
    [InlineData(1, "story", "s-none")]
    [InlineData(1, "claim", "c-none")]
    [InlineData(1, "document", "d-none")]
    [InlineData(1, "story", "close", "s-none", "--because", "x", "--as", "ana")]
    [InlineData(1, "source", "rate", "nobody", "--reliability", "A", "--because", "x", "--as", "ana")]
    [InlineData(1, "rebuild", "nothing")]
    [InlineData(0, "stories")]
    [InlineData(0, "rebuild")]
    [InlineData(0, "doctor", "--json")]
    [InlineData(0, "stories", "--help")]
    public async Task the_exit_code_tells_how_it_ended(int code, params string[] arguments)
    {
        var ran = await Shell.On(await shell.NewDatabase(), arguments);
        Assert.True(ran.Code == code, $"{ran.Code}: {ran.Error}");
        if (code != 0)
        {
            Assert.NotEmpty(ran.Error.Trim());
            Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task without_a_database_it_says_so()
    {
        var ran = await Shell.On("Host=/nowhere;Username=x;Database=y;Timeout=2", "stories");
        Assert.Equal(3, ran.Code);
        Assert.Contains("--database", ran.Error, StringComparison.Ordinal);
        Assert.Equal(3, (await Shell.On("no connection string", "stories")).Code);
    }

    [Fact]
    public async Task an_editors_merge_moves_the_documents_and_replays()
    {
        var database = await shell.NewDatabase();
        Write("a.md", "---\nsource: One\ntitle: Flood in Northgate\npublished: 2026-02-01T10:00:00Z\n---\nThe mayor of Northgate said that 200 houses were destroyed by the flood.\n");
        Write("b.md", "---\nsource: Two\ntitle: Bank chief resigns\npublished: 2026-02-01T11:00:00Z\n---\nThe central bank's governor announced that she will resign in May after a dispute over interest rates.\n");
        await Shell.On(database, "ingest", folder);
        var stories = (await Shell.On(database, "stories", "--json")).Json;
        Assert.Equal(2, stories.GetArrayLength());
        var (from, into) = (stories[0].GetProperty("id").GetString()!, stories[1].GetProperty("id").GetString()!);
        var before = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture);
        var merged = await Shell.On(database, "story", "merge", from, "--into", into, "--because", "one event", "--as", "ana", "--json");
        Assert.Equal(2, merged.Json.GetProperty("documents").GetArrayLength());
        Assert.Equal(1, (await Shell.On(database, "stories", "--json")).Json.GetArrayLength());
        Assert.Equal(2, (await Shell.On(database, "stories", "--as-of", before, "--json")).Json.GetArrayLength());
        Assert.Equal(1, (await Shell.On(database, "story", "merge", from, "--into", into + "x", "--because", "x", "--as", "ana")).Code);
    }

    [Fact]
    public async Task documents_come_by_standard_input_too()
    {
        var database = await shell.NewDatabase();
        var line = JsonSerializer.Serialize(new { id = "1", title = "Flood", text = "The mayor said that 200 houses were destroyed.", source = "Wire", publishedAt = "2026-02-01T10:00:00Z" });
        var ran = await Shell.Run(line + "\n{broken\n", "ingest", "-", "--json", "--database", database);
        Assert.Equal(1, ran.Code);
        Assert.Equal(["ingested", "refused"], ran.Lines.Select(l => l.GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task extract_match_and_group_answer_line_by_line_without_a_database()
    {
        var text = "📰 The mayor of Northgate said that 200 houses were destroyed by the flood.";
        var input = JsonSerializer.Serialize(new { id = "x", text }) + "\nnot json\n" + JsonSerializer.Serialize(new { id = "y", text = "" }) + "\n";
        var extracted = await Shell.Run(input, "extract");
        Assert.Equal(1, extracted.Code);
        Assert.Equal(["x", "y"], extracted.Lines.Select(l => l.GetProperty("id").GetString()));
        var claim = extracted.Lines[0].GetProperty("claims")[0];
        Assert.Equal(text[claim.GetProperty("start").GetInt32()..claim.GetProperty("end").GetInt32()], claim.GetProperty("text").GetString());
        Assert.Equal("said", claim.GetProperty("cue").GetProperty("text").GetString());
        Write("known.jsonl", "{\"id\":\"k\",\"claim\":\"200 houses were destroyed by a flood in Northgate\",\"title\":\"Flood\"}\n{\"id\":\"z\",\"claim\":\"The moon is made of cheese\",\"title\":\"Moon\"}\n");
        var matched = await Shell.Run(JsonSerializer.Serialize(new { id = "q", text }) + "\n", "match", "--claims", Path.Combine(folder, "known.jsonl"));
        Assert.Equal("k", matched.Lines[0].GetProperty("matches")[0].GetProperty("id").GetString());
        var grouped = await Shell.Run(
            string.Join('\n', new[] { "a", "b" }.Select(id => JsonSerializer.Serialize(new { id, title = "Flood in Northgate", text, publishedAt = "2026-02-01T10:00:00Z" }))) + "\n", "group");
        Assert.Equal(grouped.Lines[0].GetProperty("story").GetString(), grouped.Lines[1].GetProperty("story").GetString());
    }

    [Fact]
    public async Task what_a_terminal_would_obey_is_taken_out_of_what_is_shown()
    {
        var database = await shell.NewDatabase();
        Write("a.jsonl", JsonSerializer.Serialize(new { id = "1", title = "Flood [red]\u001b]0;owned\u0007[/] \u202egnp", text = "The mayor said that 200 houses were destroyed.", source = "Wire", publishedAt = "2026-02-01T10:00:00Z" }) + "\n");
        await Shell.On(database, "ingest", folder);
        var shown = await Shell.On(database, "stories");
        Assert.Equal(0, shown.Code);
        Assert.DoesNotContain('\u001b', shown.Out);
        Assert.DoesNotContain('\u202e', shown.Out);
        Assert.Contains("[red]", shown.Out, StringComparison.Ordinal);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    private async Task<string> Outcome(string database) => (await Shell.On(database, "ingest", folder, "--json")).Lines.Single().GetProperty("outcome").GetString()!;
}
