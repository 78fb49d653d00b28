namespace Dateline.Specs.Extraction;

/// <summary>A feeling that is uttered belongs to the cue; an aside that compares or concedes is the writer's.</summary>
public sealed class FeelingSpecs
{
    [Theory]
    [InlineData("He expressed deep concern about the plan.", "expressed deep concern about", "the plan")]
    [InlineData("The mayor voiced fear that the dam would burst.", "voiced fear", "that the dam would burst")]
    [InlineData("Three senators are expressing doubts over the treaty.", "are expressing doubts over", "the treaty")]
    public void a_feeling_belongs_to_the_cue(string text, string cue, string content)
    {
        var mention = Read.One(text);
        Assert.Equal((cue, content), (mention.Cue!.Text, mention.Quote));
    }

    [Theory]
    [InlineData("The bank said prices rose 4 percent, compared with 2 percent last year.", "prices rose 4 percent")]
    [InlineData("The union said that wages had fallen, although the ministry has no figures.", "that wages had fallen")]
    [InlineData("The union said that wages had fallen, even though profits rose.", "that wages had fallen")]
    [InlineData("The union said that wages had fallen, despite a strike in May.", "that wages had fallen")]
    public void what_compares_or_concedes_behind_a_comma_is_the_writers(string text, string content) => Assert.Equal(content, Read.One(text).Quote);

    [Theory]
    [InlineData("The bank said prices, though lower, were too high.")]
    [InlineData("The bank said prices rose 4 percent even though wages fell.")]
    public void what_stands_within_stays(string text) => Assert.Contains("though", Read.One(text).Quote, StringComparison.Ordinal);
}
