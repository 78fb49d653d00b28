using System.Text.Json;

namespace Dateline.Server.Tests.Commands;

public sealed class IngestTests(Shell shell)
{
    private const string Said = "The minister said on Saturday that the port was closed. Two ships were hit, the army said.";

    [Fact]
    public async Task good_files_are_ingested_beside_every_kind_of_bad_one()
    {
        using var desk = await shell.NewDesk();
        desk.Article("a-good.md", "Harbour Wire", "2026-02-28T10:00:00Z", Said);
        desk.Put("b-empty.txt", "");
        desk.Put("c-latin1.txt", [.. "Un caf"u8, 0xE9, .. " fermé"u8]);
        desk.Put("d-binary.txt", [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 1, 2, 3]);
        desk.Put("e-bomb.html", "<!doctype html><title>x</title>" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + "deep");
        desk.Put("f-entities.xml", "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"><channel><item><title>&b;</title><description>&a;</description></item></channel></rss>");
        desk.Article("g-nodate.md", "Harbour Wire", "2026-02-30T10:00:00Z", Said);
        desk.Put("h-lines.jsonl", "{\"id\":\"1\",\"source\":\"Q\",\"title\":\"NUL\",\"text\":\"Before \\u0000 after, the army said.\"}\n{\"id\":\"2\",\"source\":\"Q\",\"title\":\"Lone\",\"text\":\"A lone \\ud83d surrogate, the army said.\"}\nnot json\n");
        using (var huge = File.Create(Path.Combine(desk.Folder, "i-huge.txt"))) huge.SetLength(1L << 30);
        desk.Put("j-long.txt", "Title\n\n" + new string('x', (2 << 20) + 1));
        desk.Article("z-good.md", "The Meridian", "2026-02-28T11:00:00Z", Said);

        var ended = (await desk.Run("ingest", desk.Folder, Path.Combine(desk.Folder, "nowhere.txt"), "--json")).With(1);
        Assert.StartsWith("2 without a date: ", ended.Error, StringComparison.Ordinal);
        var lines = ended.Lines;
        foreach (var line in lines)
        {
            Assert.Equal(["document", "outcome", "position", "reason", "path", "dating"], line.EnumerateObject().Select(p => p.Name));
            var refused = line.Text("outcome") == "refused";
            Assert.Equal(refused, line.Text("reason") is { Length: > 10 });
            Assert.Equal(refused, line.GetProperty("position").ValueKind == JsonValueKind.Null);
        }
        string Outcome(string name) => lines.Single(l => l.Text("path")!.EndsWith(name, StringComparison.Ordinal)).Text("outcome")!;
        Assert.Equal("ingested", Outcome("a-good.md"));
        Assert.Equal("ingested", Outcome("z-good.md"));
        foreach (var bad in new[] { "b-empty.txt", "c-latin1.txt", "d-binary.txt", "e-bomb.html", "f-entities.xml", "g-nodate.md", "h-lines.jsonl:3", "i-huge.txt", "j-long.txt", "nowhere.txt" })
            Assert.Equal("refused", Outcome(bad));
        Assert.DoesNotContain("root:", ended.Out, StringComparison.Ordinal);
        var paths = lines.SkipLast(1).Select(l => l.Text("path")!).ToList();
        Assert.Equal(paths.Order(StringComparer.Ordinal), paths);

        var doctor = await desk.Json("doctor");
        Assert.Empty(doctor.GetProperty("wrong").EnumerateArray());
        Assert.All(doctor.GetProperty("followers").EnumerateArray(), f => Assert.Equal(0, f.GetProperty("lag").GetInt64()));
    }

    [Fact]
    public async Task what_was_sent_before_is_unchanged_and_a_new_text_is_a_revision()
    {
        using var desk = await shell.NewDesk();
        desk.Article("port.md", "Harbour Wire", "2026-02-28T10:00:00Z", Said);
        var first = Assert.Single(await desk.Ingest());
        Assert.Equal("ingested", first.Text("outcome"));
        var again = Assert.Single(await desk.Ingest());
        Assert.Equal(("unchanged", first.Text("document")), (again.Text("outcome"), again.Text("document")));
        desk.Article("port.md", "Harbour Wire", "2026-02-28T12:00:00Z", Said + " Three ships were hit, the army said later.");
        Assert.Equal("revised", Assert.Single(await desk.Ingest()).Text("outcome"));
        var document = await desk.Json("document", first.Text("document")!);
        Assert.Equal([1, 2], document.GetProperty("revisions").EnumerateArray().Select(r => r.GetProperty("number").GetInt32()));
        Assert.NotEmpty(document.GetProperty("revisions")[1].GetProperty("mentions").EnumerateArray());
        Assert.StartsWith("s-", document.Text("story"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_date_that_is_stated_later_takes_the_place_of_the_arrival()
    {
        using var desk = await shell.NewDesk();
        void Put(string line, string text) => desk.Put("port.md", $"---\nsource: Harbour Wire\nurl: https://harbourwire.example/port\ntitle: Port closed\n{line}---\n\n{text}\n");
        Put("", Said);
        var people = (await desk.Run("ingest", desk.Folder)).With(0);
        Assert.Contains("(no date)", people.Out, StringComparison.Ordinal);
        Assert.Contains("1 without a date: counted as published when they came in.", people.Error, StringComparison.Ordinal);
        Assert.Equal("unchanged", Assert.Single(await desk.Ingest()).Text("outcome"));
        var story = (await desk.Json("stories"))[0].Text("id")!;
        Assert.Empty((await desk.Json("stories", "--as-of", "2026-04-08", "--clock", "published")).EnumerateArray());

        Put("published: 2026-04-02\n", Said);
        var dated = Assert.Single(await desk.Ingest());
        Assert.Equal(("revised", "day"), (dated.Text("outcome"), dated.Text("dating")));
        Assert.Equal("unchanged", Assert.Single(await desk.Ingest()).Text("outcome"));
        var document = (await desk.Run("document", dated.Text("document")!)).With(0).Out;
        Assert.Contains("(not stated; when it came in)", document, StringComparison.Ordinal);
        Assert.Contains("published 2026-04-02 (the day alone is stated", document, StringComparison.Ordinal);

        Put("published: 2026-04-07T09:00:00Z\n", Said + " The port opens again in May, the army said.");
        Assert.Equal("revised", Assert.Single(await desk.Ingest()).Text("outcome"));
        foreach (var day in new[] { "2026-04-02", "2026-04-08" })
        {
            var then = await desk.Json("story", story, "--as-of", day, "--clock", "published");
            Assert.Equal(dated.Text("document"), Assert.Single(then.GetProperty("documents").EnumerateArray()).Text("id"));
        }
        Assert.Empty((await desk.Json("stories", "--as-of", "2026-04-01", "--clock", "published")).EnumerateArray());
        var now = (await desk.Json("story", story)).GetProperty("documents")[0];
        Assert.StartsWith("2026-04-02T12:00", now.Text("publishedAt"), StringComparison.Ordinal);
        Assert.Empty((await desk.Json("doctor")).GetProperty("wrong").EnumerateArray());
    }

    [Fact]
    public async Task two_who_ingest_the_same_at_once_record_it_once()
    {
        using var desk = await shell.NewDesk();
        for (var i = 0; i < 20; i++) desk.Article($"{i}.md", "Harbour Wire", "2026-02-28T10:00:00Z", $"The army said that {i} ships were hit.", $"Report {i}");
        var both = await Task.WhenAll(desk.Ingest(), desk.Ingest("--in-flight", "8"));
        foreach (var document in both.SelectMany(l => l).GroupBy(l => l.Text("document")))
            Assert.Equal(["ingested", "unchanged"], document.Select(l => l.Text("outcome")!).Order(StringComparer.Ordinal));
        Assert.Equal(20, (await desk.Json("audit", "log", "--most", "10000")).EnumerateArray().Count(e => e.Text("what") == "mentions_filed"));
    }

    [Fact]
    public async Task a_kill_withdraws_what_it_names_and_is_refused_for_what_nobody_has()
    {
        using var desk = await shell.NewDesk();
        desk.Article("1.md", "Harbour Wire", "2026-02-28T10:00:00Z", Said);
        desk.Article("2.md", "Harbour Wire", "2026-02-28T12:00:00Z", "Withdrawn.", "Kill", "act: kill\nrevises: https://harbourwire.example/1");
        var lines = await desk.Ingest();
        Assert.Equal(["ingested", "withdrawn"], lines.Select(l => l.Text("outcome")));
        Assert.Equal(lines[0].Text("document"), lines[1].Text("document"));
        var stray = desk.Article("3.md", "Harbour Wire", "2026-02-28T12:00:00Z", "Withdrawn.", "Kill", "act: kill\nrevises: https://harbourwire.example/never");
        var refused = Assert.Single((await desk.Run("ingest", stray, "--json")).With(1).Lines);
        Assert.Contains("never ingested", refused.Text("reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task standard_input_is_one_document_or_json_lines()
    {
        using var desk = await shell.NewDesk();
        var one = Assert.Single((await desk.RunWith("Port closed\n\n" + Said, "ingest", "-", "--source", "Quayside Gazette", "--as", "carla", "--json")).With(0).Lines);
        Assert.Equal(("ingested", "-"), (one.Text("outcome"), one.Text("path")));
        var two = (await desk.RunWith(
            "{\"id\":\"a\",\"source\":\"Q\",\"title\":\"A\",\"text\":\"The mayor said no.\",\"publishedAt\":\"2026-02-01T00:00:00Z\"}\n{\"id\":\"b\",\"source\":\"Q\",\"title\":\"B\",\"text\":\"The mayor said yes.\"}\n",
            "ingest", "-", "--json")).With(0).Lines;
        Assert.Equal(["ingested", "ingested"], two.Select(l => l.Text("outcome")));
        var sources = await desk.Json("source", "list");
        Assert.Equal(["Q", "Quayside Gazette"], sources.EnumerateArray().Select(s => s.Text("name")!).Order(StringComparer.Ordinal));
        var acts = await desk.Json("audit", "log", "--actor", "carla");
        Assert.Equal("document_ingested", Assert.Single(acts.EnumerateArray()).Text("what"));
    }

    [Fact]
    public async Task a_text_cannot_command_the_terminal()
    {
        using var desk = await shell.NewDesk();
        desk.Put("a.jsonl", "{\"id\":\"1\",\"source\":\"[red]Evil[/] \\u001b]0;x\\u0007\",\"title\":\"[bold]Big[/] \\u001b[31m\\u009b2J \\u202egnp.exe\",\"text\":\"The [link]army[/] said \\u001b[2J it had won.\"}");
        await desk.Ingest();
        var stories = (await desk.Run("stories")).With(0).Out;
        Assert.Contains("[bold]Big[/]", stories, StringComparison.Ordinal);
        var id = (await desk.Json("stories"))[0].Text("id")!;
        var text = stories + (await desk.Run("story", id)).With(0).Out + (await desk.Run("source", "list")).With(0).Out + (await desk.Run("audit", "log")).With(0).Out;
        Assert.DoesNotContain(text, c => char.IsControl(c) && c is not '\n' and not '\r');
        Assert.DoesNotContain('\u202e', text);
    }
}
