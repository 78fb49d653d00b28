namespace Dateline.Specs.Extraction;

/// <summary>When and in what form somebody spoke is no part of who did.</summary>
public sealed class AdjunctSpecs
{
    [Theory]
    [InlineData("The White House on Tuesday said the deal is dead.", "The White House")]
    [InlineData("Boeing last month said the plane is safe.", "Boeing")]
    [InlineData("The firm in a statement said the plant will close.", "The firm")]
    [InlineData("The court in a ruling on Monday said the law is void.", "The court")]
    [InlineData("Trump in a social media post said the deal is dead.", "Trump")]
    [InlineData("The Pentagon late Tuesday said the base was hit.", "The Pentagon")]
    [InlineData("“The plant is safe,” the firm in a statement said.", "the firm")]
    public void time_and_manner_are_left_out(string text, string speaker)
    {
        var mention = Read.One(text);
        Assert.Equal((speaker, "said"), (mention.Speaker?.Text, mention.Cue?.Text));
    }

    [Theory]
    [InlineData("The head of the union in Tarvo said the plant will close.", "The head of the union in Tarvo")]
    [InlineData("A woman in a wheelchair said the train was late.", "A woman in a wheelchair")]
    [InlineData("The author of the report said the plant is unsafe.", "The author of the report")]
    [InlineData("The Mail on Sunday said the minister lied.", "The Mail on Sunday")]
    [InlineData("The minister in charge of trade said the deal is dead.", "The minister in charge of trade")]
    public void what_describes_the_speaker_stays(string text, string speaker) => Assert.Equal(speaker, Read.One(text).Speaker?.Text);
}
