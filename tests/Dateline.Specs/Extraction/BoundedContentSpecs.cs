namespace Dateline.Specs.Extraction;

/// <summary>A number's bound is part of what is said, wherever the cue stands.</summary>
public sealed class BoundedContentSpecs
{
    public static TheoryData<string, string> Bounds => new()
    {
        { "nearly", "about" }, { "roughly", "about" }, { "almost", "about" }, { "about", "about" }, { "around", "about" }, { "some", "about" }, { "approximately", "about" }, { "close to", "about" },
        { "virtually", "about" }, { "an estimated", "about" }, { "more than", "more-than" }, { "at least", "more-than" }, { "over", "more-than" }, { "well over", "more-than" }, { "upwards of", "more-than" },
        { "in excess of", "more-than" }, { "no fewer than", "more-than" }, { "up to", "less-than" }, { "at most", "less-than" }, { "as many as", "less-than" }, { "under", "less-than" }, { "just under", "less-than" },
        { "fewer than", "less-than" }, { "no more than", "less-than" }, { "only", "exactly" }, { "just", "exactly" }, { "exactly", "exactly" }
    };

    [Theory]
    [MemberData(nameof(Bounds))]
    public void words_that_bound_a_number_belong_to_what_is_said(string words, string bound)
    {
        foreach (var (cue, before) in new[] { ("said", "The fire service said"), ("warned", "The fire service warned"), ("added", "She added"), ("estimates", "The mayor now estimates"), ("told", "The chief told the BBC"), ("said", "The fire service said on Monday") })
        {
            var mention = Read.One($"{before} {words} 100 houses burned in Tarvo.");
            Assert.Equal(($"{words} 100 houses burned in Tarvo", cue), (mention.Quote, mention.Cue!.Text[(mention.Cue.Text.LastIndexOf(' ') + 1)..]));
            Assert.Equal(("100", bound), (mention.Numbers[0].Value, mention.Numbers[0].Bound));
        }
    }

    [Theory]
    [InlineData("The minister said almost all schools were open.", "almost all schools were open")]
    [InlineData("The minister said nearly half of the schools were open.", "nearly half of the schools were open")]
    [InlineData("The minister said about a dozen schools were open.", "about a dozen schools were open")]
    [InlineData("The minister said only three schools were open.", "only three schools were open")]
    [InlineData("The minister said at least $5 million was missing.", "at least $5 million was missing")]
    [InlineData("The minister said more than twenty-one schools were open.", "more than twenty-one schools were open")]
    [InlineData("The minister said again that 20 schools were open.", "that 20 schools were open")]
    [InlineData("The minister told about 200 teachers that the schools were open.", "that the schools were open")]
    public void what_is_said_begins_with_its_quantity(string text, string content) => Assert.Equal(content, Read.One(text).Quote);
}
