using System.Text;

namespace Dateline.Server.Tests.Reading;

public sealed class PathsAndInputTests : IDisposable
{
    private readonly Reads _reads = new();

    [Fact]
    public async Task a_folder_is_walked_in_ordinal_order_without_hidden_files_or_loops()
    {
        foreach (var name in (string[])["b.txt", "a/2.txt", "a/10.txt", "B.txt", ".hidden/x.txt", ".x.txt", "a/.y.txt"]) _reads.Put(name, name);
        if (!OperatingSystem.IsWindows()) Directory.CreateSymbolicLink(Path.Combine(_reads.Folder, "a", "loop"), _reads.Folder);
        var all = await _reads.All([_reads.Folder]);
        Assert.Equal(["B.txt", "a/10.txt", "a/2.txt", "b.txt"], all.Select(r => Path.GetRelativePath(_reads.Folder, r.Path)));
    }

    [Fact]
    public async Task standard_input_may_be_json_lines()
    {
        var all = await _reads.All(["-"], Reads.Input("{\"text\":\"one\"}\n{broken\n{\"uri\":\"x:1\",\"headline\":\"two\"}\n"));
        Assert.Equal(["-:1", "-:2", "-:3"], all.Select(r => r.Path));
        Assert.Equal("one", Reads.Drafted(all[0]).Text);
        Assert.Contains("not JSON", Reads.Refused(all[1]), StringComparison.Ordinal);
        Assert.Equal("two", Reads.Drafted(all[2]).Text);
    }

    [Fact]
    public async Task standard_input_of_any_length_is_read_line_by_line()
    {
        var lines = new StringBuilder();
        for (var i = 0; i < 3000; i++) lines.Append("{\"text\":\"").Append(new string('x', 100)).Append("\"}\r\n");
        Assert.Equal(3000, (await _reads.All(["-"], Reads.Input(lines.ToString()))).Count);
    }

    [Theory]
    [InlineData("{\n  \"uri\": \"x:1\",\n  \"headline\": \"H\"\n}", "ninjs")]
    [InlineData("<!doctype html><p>Words.", "html")]
    [InlineData("<?xml version=\"1.0\"?><rss><channel><item><title>T</title></item></channel></rss>", "rss")]
    [InlineData("<!-- c --><feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>T</title></entry></feed>", "atom")]
    [InlineData("A headline\n\nWords.", "text")]
    public async Task other_standard_input_is_one_document_known_by_how_it_begins(string text, string format) =>
        Assert.Equal(format, Reads.Drafted(Assert.Single(await _reads.All(["-"], Reads.Input(text)))).Format);

    [Fact]
    public async Task empty_standard_input_is_said() => Assert.Contains("empty", Reads.Refused(Assert.Single(await _reads.All(["-"], Reads.Input("")))), StringComparison.Ordinal);

    [Fact]
    public async Task a_link_to_a_file_is_the_file_and_a_link_to_nothing_is_said()
    {
        if (OperatingSystem.IsWindows()) return;
        var real = _reads.Put("real.txt", "Real");
        File.CreateSymbolicLink(Path.Combine(_reads.Folder, "link.txt"), real);
        File.CreateSymbolicLink(Path.Combine(_reads.Folder, "none.txt"), real + "x");
        Assert.Equal("Real", Reads.Drafted(Assert.Single(await _reads.All([Path.Combine(_reads.Folder, "link.txt")]))).Text);
        Assert.Equal(3, (await _reads.All([_reads.Folder])).Count);
    }

    public void Dispose() => _reads.Dispose();
}
