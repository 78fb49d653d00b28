using Dateline.Extraction;

namespace Dateline.Specs.Extraction;

/// <summary>Documents with more mentions than one may have.</summary>
public sealed class ManyMentionsSpecs
{
    private static Dateline.Extraction.Extraction Blog(int paragraphs, string last) => Extractor.Extract(new(
        "d", 1, null, string.Join("\n\n", Enumerable.Range(0, paragraphs).Select(static i => $"The mayor said the street was wet.").Append(last)), "en", Read.Published, null));

    [Fact]
    public void what_is_worth_most_is_kept_wherever_it_stands_and_the_rest_is_counted()
    {
        var found = Blog(450, "Police said 900 people had died in the Zutphen dam collapse on Monday.");
        Assert.Equal((Extractor.MostMentions, 51), (found.Mentions.Count, found.LeftOut));
        Assert.Equal("900 people had died in the Zutphen dam collapse on Monday", found.Mentions[^1].Content.Text);
        Assert.Equal(found.Mentions.Select((_, i) => $"d/1#{i + 1}"), found.Mentions.Select(m => m.Id));
        Assert.Equal(found.Mentions.OrderBy(m => m.Content.Start), found.Mentions);
    }

    [Fact]
    public void nothing_is_left_out_of_a_document_that_has_no_more() => Assert.Equal(0, Blog(399, "Police said 900 people had died.").LeftOut);
}
