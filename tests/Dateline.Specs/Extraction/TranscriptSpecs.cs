using Dateline.Claims;

namespace Dateline.Specs.Extraction;

/// <summary>Questions of transcripts, and questions after what was said.</summary>
public sealed class TranscriptSpecs
{
    [Theory]
    [InlineData("TAPPER: Senator, did the president order the strike?", "TAPPER")]
    [InlineData("Q: Did you know about the strike in Tarvo?", "Q")]
    [InlineData("Did Trump say he would leave Nato?", "Trump")]
    public void a_question_asserts_nothing(string text, string speaker)
    {
        var mention = Read.One(text);
        Assert.Equal((speaker, null, Mode.Question, Certainty.Underspecified), (mention.Speaker?.Text, mention.SpeakerName, mention.Mode, mention.Certainty));
    }

    [Fact]
    public void an_answer_asserts() => Assert.Equal(Mode.Assertion, Read.One("TAPPER: The president ordered the strike.").Mode);
}
