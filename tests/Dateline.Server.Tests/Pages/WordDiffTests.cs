using Dateline.Documents;
using FsCheck.Fluent;

namespace Dateline.Server.Tests.Pages;

public sealed class WordDiffTests
{
    [Fact]
    public void both_texts_can_be_read_from_the_pieces()
    {
        string[] words = ["a", "b", "cc", " ", " ", "\n", ".", "😀", "9"];
        var texts = Gen.Elements(words).ArrayOf().Select(string.Concat);
        FsCheck.Check.One(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(texts.Two().ToArbitrary(), pair => Holds(pair.Item1, pair.Item2)));
    }

    [Theory]
    [InlineData("600 strikes, early", "900 strikes, early", "-600|+900|= strikes, early")]
    [InlineData("one two three", "one four five three", "=one |-two|+four five|= three")]
    [InlineData("", "new", "+new")]
    [InlineData("same", "same", "=same")]
    public void words_that_changed_are_found(string older, string newer, string pieces) => Assert.Equal(
        pieces, string.Join('|', WordDiff.Of(older, newer).Select(p => (p.Fate switch { Fate.Cut => "-", Fate.Added => "+", _ => "=" }) + p.Text)));

    [Fact]
    public void texts_that_have_little_in_common_are_compared_within_bounds()
    {
        var older = string.Join('\n', Enumerable.Range(0, 30_000).Select(i => $"line {i} of the older text"));
        var newer = string.Join('\n', Enumerable.Range(0, 30_000).Select(i => i % 100 == 0 ? $"line {i} of another" : $"line {i} of the older text"));
        Assert.True(Holds(older, newer));
        var pieces = WordDiff.Of(older, newer);
        Assert.True(pieces.Count > 500, "It was compared as a whole.");
        Assert.True(Holds(older, new string('x', 100_000) + older.Replace(' ', '_')));
    }

    private static bool Holds(string older, string newer)
    {
        var pieces = WordDiff.Of(older, newer);
        return older == string.Concat(pieces.Where(p => p.Fate != Fate.Added).Select(p => p.Text))
            && newer == string.Concat(pieces.Where(p => p.Fate != Fate.Cut).Select(p => p.Text));
    }
}
