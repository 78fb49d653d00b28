using Dateline.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Specs;

public class ExcerptSpecs
{
    private static readonly string long_ = string.Join(' ', Enumerable.Range(0, 400).Select(i => i switch { 50 => "storms", 300 => "harbour,", 310 => "(storm)", _ => $"w{i}" }));

    private static string Marked(string text, string asked, bool english = true) =>
        string.Concat(Excerpt.Of(text, asked, english).Select(p => p.Match ? $"[{p.Text}]" : p.Text));

    [Theory]
    [InlineData("The storms closed the harbour.", "storm", "The [storms] closed the harbour.")]
    [InlineData("“Storm!” he said.", "STORM", "“[Storm]!” he said.")]
    [InlineData("The mayor closed the harbour.", "the closing", "The mayor [closed] the harbour.")]
    [InlineData("Storms and ships and grain.", "storm or ships -grain", "[Storms] and [ships] and grain.")]
    [InlineData("Storms and ships and grain.", "storm -\"ships and\" grain", "[Storms] and ships and [grain].")]
    [InlineData("Either or grain.", "\"or grain\"", "Either or [grain].")]
    [InlineData("An anti-war march.", "anti-war", "An [anti]-[war] march.")]
    [InlineData("Nothing of it.", "storm", "Nothing of it.")]
    [InlineData("Nothing of it.", "the", "Nothing of it.")]
    [InlineData("", "storm", "")]
    [InlineData("?!", "storm", "")]
    public void what_is_searched_for_is_marked(string text, string asked, string marked) => Assert.Equal(marked, Marked(text, asked));

    [Fact]
    public void words_of_other_languages_are_taken_as_they_are() => Assert.Equal("Die [Stürme] und der Sturm.", Marked("Die Stürme und der Sturm.", "stürme", english: false));

    [Fact]
    public void two_stretches_at_most_are_shown_in_the_order_of_the_text()
    {
        var marked = Marked(long_, "storm harbour");
        Assert.StartsWith("w36 ", marked, StringComparison.Ordinal);
        Assert.Contains(" [storms] ", marked, StringComparison.Ordinal);
        Assert.Contains(" … w291 ", marked, StringComparison.Ordinal);
        Assert.Contains(" [harbour], w301 ", marked, StringComparison.Ordinal);
        Assert.Contains(" ([storm]) ", marked, StringComparison.Ordinal);
        Assert.Equal(61, marked.Split(' ').Length);
    }

    [Fact]
    public void what_fits_better_is_shown_before_what_comes_first() =>
        Assert.DoesNotContain("first", Marked("storm first " + string.Join(' ', Enumerable.Repeat("x", 60)) + " storm harbour " + string.Join(' ', Enumerable.Repeat("y", 60)) + " harbour storm last", "storm harbour"), StringComparison.Ordinal);

    [Fact]
    public void pieces_are_pieces_of_the_text() => Check.QuickThrowOnFailure(Prop.ForAll<string?, string?, bool>((text, asked, english) =>
    {
        var (whole, words) = ((text ?? "") + " " + asked, asked ?? "");
        return string.Concat(Excerpt.Of(whole, words, english).Select(p => p.Text)).Split(" … ").All(s => whole.Contains(s, StringComparison.Ordinal));
    }));

    [Theory]
    [InlineData("storm ")]
    [InlineData("x")]
    [InlineData("\ud800 ")]
    [InlineData("\"-")]
    public void a_hostile_text_has_an_excerpt_of_bounded_length(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length));
        Assert.InRange(Excerpt.Of(text, string.Concat(Enumerable.Repeat(piece, 300 / piece.Length)), english: true).Count, 0, 200);
    }
}
