using System.Text;
using Dateline.Server.Reading;
using Dateline.Specs.Fuzz;

namespace Dateline.Server.Tests.Reading;

/// <summary>Disturbed files of every format: each is read to clean text or refused with a reason, and nothing is thrown.</summary>
public sealed class ReadingFuzzTests
{
    private static readonly string[] names = ["f.txt", "f.md", "f.html", "f.xml", "f.json", "f.jsonl", "f"];

    private static readonly byte[][] files =
    [
        .. Directory.EnumerateFiles(SeedsTests.Seeds()).Order(StringComparer.Ordinal).Select(File.ReadAllBytes),
        Encoding.UTF8.GetBytes("""{"uri":"urn:x:1","versioncreated":"2026-02-28T07:00:00Z","headline":"One","body_text":"The army said it won.","byline":"Ana","language":"en"}"""),
        Encoding.UTF8.GetBytes("""{"url":"https://a.example/1","title":"One","text":"The army said it won.","publishedAt":"2026-02-28T07:00:00Z"}""" + "\n{\"text\":\"Two\"}\n"),
        Encoding.UTF8.GetBytes("""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><id>1</id><title type="html">&lt;b&gt;One</title><updated>2026-02-28T07:00:00Z</updated><content type="xhtml"><div><p>Text</p></div></content></entry></feed>"""),
        Encoding.Unicode.GetBytes("\uFEFFThe army said it won.\nThe town fell.")
    ];

    [Fact]
    public async Task a_disturbed_file_is_read_or_refused()
    {
        using var reads = new Reads { Limits = new() };
        foreach (var seed in Mutations.Seeds(300))
        {
            var random = new Random(seed);
            var (bytes, name) = (Mutations.Bytes(files, random), names[random.Next(names.Length)]);
            var found = await reads.All([reads.Put(name, bytes)]);
            Assert.True(found.Count > 0, $"Seed {seed}: nothing was said of {name}.");
            foreach (var reading in found)
            {
                if (reading is Unreadable no) Assert.False(string.IsNullOrWhiteSpace(no.Reason) || no.Reason.Contains("Please report", StringComparison.Ordinal), $"Seed {seed}: {name}: {no.Reason}");
                else AssertClean(((Read)reading).Draft, seed);
            }
        }
    }

    private static void AssertClean(Draft draft, int seed)
    {
        Assert.True(TextHygiene.Clean(draft.Text) == draft.Text, $"Seed {seed}: the text is not clean.");
        foreach (var line in new[] { draft.Title, draft.Source, draft.Author, draft.Reason }.OfType<string>())
            Assert.True(TextHygiene.Line(line, line.Length) == line, $"Seed {seed}: a line is not clean.");
        Assert.True(draft.Url is null || Uri.TryCreate(draft.Url, UriKind.Absolute, out _), $"Seed {seed}: the URL is none.");
    }
}
