using Dateline.Claims;

namespace Dateline.Specs.Extraction;

/// <summary>"No" before figures names by rank; before what is counted it denies.</summary>
public sealed class RankSpecs
{
    [Theory]
    [InlineData("World No 1 Jannik Sinner beat Carlos Alcaraz.")]
    [InlineData("The prime minister returned to No 10 on Monday.")]
    [InlineData("Ms Rao, the No 3 official at the Treasury, resigned.")]
    [InlineData("Djokovic is ranked No. 1 in the world.")]
    [InlineData("The seed, world no. 4 Ann Reed, beat the no 3 seed Tom Ray.")]
    [InlineData("He won lots No. 12 and No. 13 at the auction.")]
    [InlineData("No 10 officials met in Tarvo on Monday.")]
    [InlineData("No 10 staff left the building on Monday.")]
    [InlineData("No 3 seed Ann Reed beat Tom Ray.")]
    [InlineData("World No 5 players met in Tarvo on Monday.")]
    [InlineData("No 1 hits from the band filled the hall on Monday.")]
    [InlineData("Nos. 10 and 12 Downing Street were closed on Monday.")]
    public void a_rank_denies_nothing_ends_no_sentence_and_counts_nothing(string text)
    {
        var mention = Assert.Single(Read.All(text));
        Assert.Equal((text[..^1], Polarity.Positive), (mention.Content.Text, mention.Polarity));
        Assert.DoesNotContain(mention.Numbers, n => n.Value is "1" or "3" or "4" or "5" or "13");
    }

    [Theory]
    [InlineData("No 10 said the story was false.", "No 10")]
    [InlineData("No 10 says the story was false.", "No 10")]
    [InlineData("No 10 denies the story was false.", "No 10")]
    [InlineData("No 10 sources said the tax was paid in March.", "No 10 sources")]
    [InlineData("No. 10 said the tax was paid in March.", "No. 10")]
    public void a_house_that_is_named_by_its_number_speaks(string text, string speaker)
    {
        var mention = Read.One(text);
        Assert.Equal((speaker, Certainty.Certain), (mention.Speaker?.Text, mention.Certainty));
    }

    [Theory]
    [InlineData("The mayor said there was no 24-hour shop in Tarvo.")]
    [InlineData("The town had no 40 tonne lorries, the mayor said.")]
    [InlineData("No 5 million bailout was paid to Orvex.")]
    [InlineData("No 2024 budget was passed in Tarvo.")]
    [InlineData("No 10% tariff was imposed on Tarvo steel.")]
    [InlineData("No 40 tonne lorries may cross the bridge, the council said.")]
    [InlineData("No 40-tonne lorries may cross the bridge, the council said.")]
    [InlineData("No 3 people agree on the figures, the minister said.")]
    [InlineData("No 12 passengers were aboard the ferry, the mayor said.")]
    [InlineData("No 50 mile march was held in Tarvo on Monday.")]
    [InlineData("No 7 buses were hit in Tarvo on Monday.")]
    [InlineData("“No 20 houses burned,” the mayor said.")]
    [InlineData("No official has resigned over the Tarvo dam.")]
    [InlineData("No two accounts of the Tarvo fire agree.")]
    public void the_determiner_before_a_count_denies(string text) => Assert.Equal(Polarity.Negative, Read.One(text).Polarity);

    [Fact]
    public void an_answer_ends_its_sentence() =>
        Assert.Contains("10 people died in the fire", Read.All("She asked for help and he said no. 10 people died in the fire.").Select(m => m.Content.Text));
}
