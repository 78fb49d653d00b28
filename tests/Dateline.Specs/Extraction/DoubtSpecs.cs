using Dateline.Claims;

namespace Dateline.Specs.Extraction;

/// <summary>What seems denied or doubted and is not, and who it is that nobody is.</summary>
public sealed class DoubtSpecs
{
    [Theory]
    [InlineData("There is no doubt that the Vasco dam was blown up by soldiers.")]
    [InlineData("There is no question that the Vasco dam was blown up by soldiers.")]
    [InlineData("There is little doubt that he lied to the court.")]
    [InlineData("She has no doubt that the dam is safe.")]
    [InlineData("She has little doubt that the dam is safe.")]
    [InlineData("Not less than 12 people died in Tarvo.")]
    [InlineData("Not fewer than 300 soldiers left Tarvo.")]
    [InlineData("No wonder prices rose in Tarvo.")]
    public void what_is_not_doubted_is_so(string text)
    {
        var mention = Assert.Single(Read.All(text));
        Assert.Equal((Polarity.Positive, Certainty.Certain), (mention.Polarity, mention.Certainty));
    }

    [Theory]
    [InlineData("She doubts that the dam is safe.")]
    [InlineData("“I doubt that the dam is safe,” she said.")]
    [InlineData("I doubt that the dam is safe, she said.")]
    [InlineData("No question was asked in the Tarvo court.")]
    [InlineData("No one believes the minister.")]
    public void what_is_doubted_or_denied_is_not(string text) => Assert.Equal(Polarity.Negative, Read.One(text).Polarity);

    [Theory]
    [InlineData("No one believes the minister.", "No one")]
    [InlineData("Experts not involved in the study said the drug is safe.", "Experts not involved in the study")]
    [InlineData("Scientists who were not part of the research said the drug is safe.", "Scientists who were not part of the research")]
    [InlineData("The ministry did not say whether the drug is safe.", "The ministry")]
    public void the_negation_stays_with_its_noun(string text, string speaker) => Assert.Equal(speaker, Assert.Single(Read.All(text)).Speaker?.Text);
}
