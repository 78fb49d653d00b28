using System.Text;
using Dateline.Server.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Server.Tests.Reading;

public sealed class BadInputTests : IDisposable
{
    private static readonly string[] Names = ["a.txt", "a.md", "a.html", "a.xml", "a.json", "a.jsonl", "a"];
    private readonly Reads _reads = new();

    [Fact]
    public async Task bad_files_do_not_stop_the_good_one()
    {
        _reads.Put("1.txt", "");
        _reads.Put("2.txt", [.. "Un caf"u8, 0xE9]);
        _reads.Put("3.txt", [1, 0, 2]);
        _reads.Put("4.pdf", "%PDF-1.7 …");
        _reads.Put("5.txt", "Good\n\nText");
        using (var huge = File.Create(Path.Combine(_reads.Folder, "6.txt"))) huge.SetLength(1L << 30);
        using (var huge = File.Create(Path.Combine(_reads.Folder, "7.jsonl"))) huge.SetLength(1L << 30);
        var all = await _reads.All([_reads.Folder, Path.Combine(_reads.Folder, "nowhere.txt")]);
        Assert.Equal(8, all.Count);
        Assert.Contains("empty", Reads.Refused(all[0]), StringComparison.Ordinal);
        Assert.Contains("not UTF-8: byte 6 (0xE9) on line 1", Reads.Refused(all[1]), StringComparison.Ordinal);
        Assert.Contains("binary", Reads.Refused(all[2]), StringComparison.Ordinal);
        Assert.Contains("PDF", Reads.Refused(all[3]), StringComparison.Ordinal);
        Assert.Equal("Good", Reads.Drafted(all[4]).Title);
        Assert.Contains("1024 MB; at most 16 MB", Reads.Refused(all[5]), StringComparison.Ordinal);
        Assert.Contains("1024 MB; at most 64 MB", Reads.Refused(all[6]), StringComparison.Ordinal);
        Assert.Contains("no such file", Reads.Refused(all[7]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0xFF, 0xFE, 0x61, 0x00, 0x62)]
    [InlineData(0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00)]
    [InlineData(0xFE, 0xFF, 0xDC, 0x00)]
    public async Task broken_utf_16_is_refused(params int[] bytes) =>
        Assert.Contains("UTF-16", await _reads.Refusal("a.txt", [.. bytes.Select(b => (byte)b)]), StringComparison.Ordinal);

    [Fact]
    public async Task text_is_bounded()
    {
        Assert.Contains("at most 2 MB", await _reads.Refusal("a.txt", "Title\n" + new string('ü', 1_100_000)), StringComparison.Ordinal);
        Assert.Equal(2 << 20, (await _reads.Draft("b.txt", "Title\n" + new string('u', 2 << 20))).Text.Length);
    }

    [Fact]
    public async Task a_pipe_is_not_waited_for()
    {
        if (OperatingSystem.IsWindows()) return;
        var pipe = Path.Combine(_reads.Folder, "pipe.txt");
        using (var made = System.Diagnostics.Process.Start("mkfifo", pipe)) await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Contains("standard input", Reads.Refused(Assert.Single(await _reads.All([pipe]))), StringComparison.Ordinal);
    }

    [Fact]
    public void whatever_the_bytes_there_is_a_reading()
    {
        var limits = new ReadingLimits();
        Prop.ForAll(Bytes().ToArbitrary(), bytes => Names.All(name => Gives(name, bytes, limits))).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    private static bool Gives(string name, byte[] bytes, ReadingLimits limits)
    {
        var kind = Formats.OfName(name);
        var readings = kind == Format.Lines ? [Formats.Attempt(name, () => JsonItem.Read(bytes, limits))] : Formats.Read(name, bytes, kind, limits).ToList();
        foreach (var reading in readings)
        {
            if (reading is Unreadable { Reason: var reason }) Assert.DoesNotContain("Please report", reason, StringComparison.Ordinal);
            if (reading is not Read { Draft: var draft }) continue;
            Assert.Equal(draft.Text, TextHygiene.Clean(draft.Text));
            Assert.Equal(draft.Title, TextHygiene.Line(draft.Title));
            Assert.NotEmpty(draft.Title);
            Assert.Equal(draft.Text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(draft.Text)));
        }
        return readings.Count > 0;
    }

    // Noise, and pieces of every format in any order.
    private static Gen<byte[]> Bytes()
    {
        string[] pieces = ["---\n", "title: x\n", "published: 2026-02-28T10:00:00Z\n", "act: kill\n", "# ", "[a](", "**", "<p>", "</p>", "<div>", "<![CDATA[", "]]>", "<rss><channel>", "<item>",
            "</item>", "<title>", "</title>", "<feed xmlns=\"http://www.w3.org/2005/Atom\">", "<entry>", "</entry>", "<!DOCTYPE x>", "&amp;", "&x;", "{\"uri\":\"x:1\",", "{", "\"text\":", "\"a\\ud800\"",
            ",", "}", "[", "]", "\"headlines\":[{\"value\":1}]", "\n", "\r", "\uFEFF", "\u202E", "\u2028", "word ", "<meta charset=utf-16>", "<?xml version='1.0' encoding='latin1'?>", "<script type=application/ld+json>", "</script>",
            "<title lang='x'>", "<svg>", "<template>", "<table>", "<pubDate>x</pubDate>", "<guid/>", "é", "😀"];
        var joined = Gen.Elements(pieces).ArrayOf().Select(p => Encoding.UTF8.GetBytes(string.Concat(p)));
        var noise = Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf();
        return Gen.OneOf(joined, noise, from a in joined from b in noise from c in joined select (byte[])[.. a, .. b, .. c]);
    }

    public void Dispose() => _reads.Dispose();
}
