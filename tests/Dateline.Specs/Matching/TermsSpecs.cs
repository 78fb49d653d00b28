using Dateline.Matching;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Specs.Matching;

public class TermsSpecs
{
    private static int[] Ids(string text) => [.. Terms.Read(text).Where(t => !t.Is(TermKinds.Stop)).Select(t => t.Id)];

    [Theory]
    [InlineData("2,000,000 people", "2 million people")]
    [InlineData("3.50 percent", "3.5 percent")]
    [InlineData("three missiles", "3 missiles")]
    [InlineData("the U.S. government", "the US government")]
    [InlineData("strikes", "strike")]
    [InlineData("Café closed", "cafe closed")]
    [InlineData("the minister's plan", "the minister plan")]
    [InlineData("@BarackObama", "Barack Obama")]
    [InlineData("killed 40bn", "killed 40 billion")]
    public void variants_of_a_word_or_number_are_one_term(string one, string other) => Assert.Equal(Ids(one), Ids(other));

    [Theory]
    [InlineData("200 jets", "201 jets")]
    [InlineData("Iran", "Iraq")]
    public void different_words_and_numbers_stay_different(string one, string other) => Assert.NotEqual(Ids(one), Ids(other));

    [Fact]
    public void addresses_of_pages_are_left_out() =>
        Assert.Equal(Ids("floods rise"), Ids("floods https://t.co/xYz pic.example.com/abc?d=1 rise"));

    [Fact]
    public void a_capital_within_a_sentence_marks_a_name_and_at_its_start_only_an_opening()
    {
        var terms = Terms.Read("Troops left Tehran.");
        Assert.True(terms[0].Is(TermKinds.Opens));
        Assert.False(terms[0].Is(TermKinds.Name));
        Assert.True(terms[2].Is(TermKinds.Name));
    }

    [Theory]
    [InlineData("relational", "relat")]
    [InlineData("conditional", "condit")]
    [InlineData("hopping", "hop")]
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("agreed", "agre")]
    [InlineData("happy", "happi")]
    [InlineData("adjustment", "adjust")]
    [InlineData("controlling", "control")]
    [InlineData("electricity", "electr")]
    public void stems_are_those_of_the_published_algorithm(string word, string stem)
    {
        var buffer = new char[64];
        word.CopyTo(buffer);
        Assert.Equal(stem, new string(buffer, 0, Porter.Stem(buffer, word.Length)));
    }

    [Fact]
    public void any_text_is_read_into_terms_that_lie_within_it_in_order() =>
        Prop.ForAll(Hostile.Texts, text =>
        {
            var end = 0;
            foreach (var term in Terms.Read(text))
            {
                Assert.True(term.Start >= end && term.End > term.Start && term.End <= text.Length);
                end = term.End;
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void reading_is_linear_in_ten_million_characters_of_anything()
    {
        foreach (var unit in (string[])["a", "a.", "1,", "'", "@aB", "\ud800", "http://", "U.", "y", "水"])
        {
            var text = string.Concat(Enumerable.Repeat(unit, 10_000_000 / unit.Length));
            var watch = System.Diagnostics.Stopwatch.StartNew();
            Assert.True(Terms.Read(text).Count <= 20_000);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{unit}: {watch.Elapsed}");
        }
    }
}
