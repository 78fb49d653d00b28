using System.Text.Json;

namespace Dateline.Server.Tests.Commands;

public sealed class LinesTests : IDisposable
{
    private readonly Desk _desk = new(null);

    [Fact]
    public async Task extract_answers_each_line_with_spans_in_utf16()
    {
        const string text = "🛥 “We hit two ships on Saturday,” General Aoun told CNN, “and we will hit more.”";
        var input = JsonSerializer.Serialize(new { id = "a", text, publishedAt = "2026-02-28T10:00:00Z" }) + "\n\n" + JsonSerializer.Serialize(new { id = 7, text = "" }) + "\n";
        var lines = (await _desk.RunWith(input, "extract")).With(0).Lines;
        Assert.Equal(["a", "7"], lines.Select(l => l.Text("id")));
        Assert.Empty(lines[1].GetProperty("claims").EnumerateArray());
        var claims = lines[0].GetProperty("claims").EnumerateArray().ToList();
        Assert.NotEmpty(claims);
        foreach (var claim in claims)
        {
            Assert.Equal(["start", "end", "text", "speaker", "via", "cue", "polarity", "mode", "certainty"], claim.Names().Take(9));
            foreach (var name in new[] { "numbers", "dates" }) Assert.Equal(JsonValueKind.Array, claim.GetProperty(name).ValueKind);
            foreach (var span in new[] { claim, claim.GetProperty("speaker"), claim.GetProperty("cue") }.Where(s => s.ValueKind == JsonValueKind.Object))
                Assert.Equal(span.Text("text"), text[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()]);
        }
    }

    [Fact]
    public async Task a_bad_line_is_reported_and_the_others_are_answered()
    {
        var ended = (await _desk.RunWith(
            "{\"id\":\"1\",\"text\":\"He said no.\"}\nnot json\n[]\n{\"id\":\"4\"}\n{\"id\":\"5\",\"text\":null}\n{\"id\":\"6\",\"text\":6}\n{\"id\":null,\"text\":\"x\"}\n"
            + "{\"id\":\"8\",\"text\":\"x\",\"publishedAt\":\"2026-02-30\"}\n{\"id\":\"9\",\"text\":\"She said yes.\"}", "extract")).With(1);
        Assert.Equal(["1", "9"], ended.Lines.Select(l => l.Text("id")));
        Assert.Contains("Line 2 is left out: it is not JSON, at byte 1.", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", ended.Error, StringComparison.Ordinal);
        Assert.Equal([2, 3, 4, 5, 6, 7, 8], ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => int.Parse(l.Split(' ')[1], null)));
    }

    [Fact]
    public async Task half_a_surrogate_pair_is_one_unit_and_offsets_stay()
    {
        const string half = "\\ud83d \\ude00 The army told CNN that two ships were hit. \\ud800";
        var plain = half.Replace("\\ud83d", "\uFFFD", StringComparison.Ordinal).Replace("\\ude00", "\uFFFD", StringComparison.Ordinal).Replace("\\ud800", "\uFFFD", StringComparison.Ordinal);
        var line = $"{{\"id\":\"a\",\"title\":\"\\udfff\",\"text\":\"{half}\"}}\n";
        var claim = Assert.Single(Assert.Single((await _desk.RunWith(line, "extract")).With(0).Lines).GetProperty("claims").EnumerateArray());
        Assert.Equal(claim.Text("text"), plain[claim.GetProperty("start").GetInt32()..claim.GetProperty("end").GetInt32()]);
        Assert.Equal("a", Assert.Single((await _desk.RunWith(line, "group")).With(0).Lines).Text("id"));

        var known = _desk.Put("halves.jsonl", "{\"id\":\"k1\",\"claim\":\"Two ships were hit \\ud800\",\"title\":\"\\udc00\"}\n");
        var matched = Assert.Single((await _desk.RunWith(line, "match", "--claims", known)).With(0).Lines);
        Assert.Equal("k1", Assert.Single(matched.GetProperty("matches").EnumerateArray()).Text("id"));
    }

    [Fact]
    public async Task match_ranks_the_known_claims()
    {
        var known = _desk.Put("known.jsonl", "{\"id\":\"k1\",\"claim\":\"Two ships were hit in the port of Latakia\",\"title\":\"Ships\"}\n{\"id\":\"k2\",\"claim\":\"Wheat prices rose in Jordan\",\"title\":\"Wheat\"}\n");
        var line = Assert.Single((await _desk.RunWith("{\"id\":\"t\",\"text\":\"They say two ships have been hit in Latakia port!\"}\n", "match", "--claims", known)).With(0).Lines);
        Assert.Equal(["id", "matches"], line.Names());
        var matches = line.GetProperty("matches").EnumerateArray().ToList();
        Assert.Equal("k1", matches[0].Text("id"));
        Assert.Equal(["id", "score"], matches[0].Names());
        Assert.Equal(matches.Select(m => m.GetProperty("score").GetInt32()).OrderDescending(), matches.Select(m => m.GetProperty("score").GetInt32()));

        var broken = _desk.Put("broken.jsonl", "{\"id\":\"k1\",\"claim\":\"x\"}\n{\"id\":\"k2\"}\n");
        Assert.Contains("broken.jsonl:2", (await _desk.RunWith("", "match", "--claims", broken)).With(1).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task group_puts_documents_of_one_event_together()
    {
        const string ships = "The army said that two ships were hit in the port of Latakia on Saturday night.";
        var input = string.Join('\n', new[] { ships, "The ministry said that wheat prices rose by nine percent in Jordan.", ships + " Nobody was hurt." }
            .Select((text, i) => JsonSerializer.Serialize(new { id = $"{i}", title = text[..20], text, publishedAt = "2026-02-28T10:00:00Z" })));
        var lines = (await _desk.RunWith(input, "group")).With(0).Lines;
        Assert.All(lines, l => Assert.Equal(["id", "story"], l.Names()));
        Assert.Equal(["0", "1", "2"], lines.Select(l => l.Text("id")));
        Assert.Equal(lines[0].Text("story"), lines[2].Text("story"));
        Assert.NotEqual(lines[0].Text("story"), lines[1].Text("story"));
    }

    public void Dispose() => _desk.Dispose();
}
