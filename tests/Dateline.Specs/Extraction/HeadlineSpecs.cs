using Dateline.Claims;

namespace Dateline.Specs.Extraction;

/// <summary>Headlines that name who says it before a colon or behind a dash.</summary>
public sealed class HeadlineSpecs
{
    [Theory]
    [InlineData("US official: 40 dead in strike", "US official", "40 dead in strike")]
    [InlineData("Police chief: 3 held.", "Police chief", "3 held")]
    [InlineData("Army spokesman: 40 tanks lost at Brenn", "Army spokesman", "40 tanks lost at Brenn")]
    [InlineData("Two officials: war is over", "Two officials", "war is over")]
    [InlineData("Dam 'not safe' - engineers", "engineers", "Dam 'not safe'")]
    [InlineData("Prices up 3 percent – economists", "economists", "Prices up 3 percent")]
    [InlineData("Bridge shut: rescuers", "rescuers", "Bridge shut")]
    public void somebody_before_the_colon_or_behind_the_dash_says_it(string text, string speaker, string content)
    {
        var mention = Assert.Single(Read.All(text));
        Assert.Equal((speaker, content), (mention.Speaker?.Text, mention.Content.Text));
    }

    [Theory]
    [InlineData("Three things to know: police, schools and roads")]
    [InlineData("Key points: the dam is safe")]
    [InlineData("Correction: the dam did not burst")]
    [InlineData("The question is simple: voters decide")]
    public void a_label_is_nobody(string text) => Assert.All(Read.All(text), m => Assert.Null(m.Speaker));

    [Theory]
    [InlineData("Man found dead in Leeds flat", Mode.Assertion)]
    [InlineData("Driver found guilty of murder", Mode.Assertion)]
    [InlineData("Hikers found safe after storm", Mode.Assertion)]
    [InlineData("King to visit Ghana in May", Mode.Prediction)]
    [InlineData("Tarvo bridge to close for repairs", Mode.Prediction)]
    public void the_short_form_of_a_headline_names_no_source(string text, Mode mode)
    {
        var mention = Assert.Single(Read.All(text));
        Assert.Equal((null, null, text, mode), (mention.Speaker, mention.Cue, mention.Content.Text, mention.Mode));
    }

    [Fact]
    public void an_inquiry_that_is_told_does_not_say_it()
    {
        var mention = Assert.Single(Read.All("Ferry 'was overloaded', inquiry told"));
        Assert.Equal((null, "told", "Ferry 'was overloaded'", Certainty.Underspecified), (mention.Speaker, mention.Cue?.Text, mention.Content.Text, mention.Certainty));
    }

    [Theory]
    [InlineData("Plans to close Tarvo bridge")]
    [InlineData("How to close a bridge in May")]
    public void a_headline_of_a_thing_says_nothing(string text) => Assert.Empty(Read.All(text));

    [Theory]
    [InlineData("Will the minister resign? asked the opposition leader.", "the opposition leader", "Will the minister resign", Mode.Question)]
    [InlineData("Who gave the order? asked Anna Berg, the judge.", "Anna Berg, the judge", "Who gave the order", Mode.Question)]
    [InlineData("The bridge is gone! said the mayor of Brenn.", "the mayor of Brenn", "The bridge is gone", Mode.Assertion)]
    public void a_sentence_without_its_quotation_marks_keeps_its_speaker(string text, string speaker, string content, Mode mode)
    {
        var mention = Assert.Single(Read.All(text));
        Assert.Equal((speaker, content, mode), (mention.Speaker?.Text, mention.Content.Text, mention.Mode));
    }
}
