using System.Runtime.CompilerServices;

namespace Dateline.Server.Tests.Reading;

public sealed class SeedsTests : IDisposable
{
    private readonly Reads _reads = new();

    internal static string Seeds([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "seeds"));

    [Fact]
    public async Task all_are_read_in_the_order_of_their_publication_and_say_what_they_are()
    {
        var drafts = (await _reads.All([Seeds()])).Select(Reads.Drafted).ToList();
        Assert.InRange(drafts.Count, 14, 20);
        Assert.All(drafts, d => Assert.True(d.IsSample, d.Title));
        Assert.All(drafts, d => Assert.EndsWith(".example", new Uri(d.Url!).Host, StringComparison.Ordinal));
        Assert.All(drafts, d => Assert.InRange(d.Text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length, 80, 350));
        Assert.All(drafts, d => Assert.DoesNotContain("ample text", d.Text, StringComparison.Ordinal));
        Assert.Equal(drafts.Select(d => d.PublishedAt).Order(), drafts.Select(d => d.PublishedAt));
        Assert.Superset(new HashSet<string> { "text", "markdown", "html", "rss", "ninjs" }, drafts.Select(d => d.Format).ToHashSet());
        Assert.All(drafts, d => Assert.True(d.Revises is null || drafts.Any(o => o.Url == d.Revises && o.PublishedAt < d.PublishedAt), d.Title));
        Assert.Equal(["correction", "kill"], drafts.Select(d => d.Act).OfType<string>());
        Assert.Contains(drafts.GroupBy(d => d.Url), g => g.Count() >= 3);
    }

    public void Dispose() => _reads.Dispose();
}
