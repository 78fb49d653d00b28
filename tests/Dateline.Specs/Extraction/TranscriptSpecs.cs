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

    [Theory]
    [InlineData("SMITH: The bridge is closed. It will open in May. The road is wet.", "SMITH", "SMITH", "SMITH")]
    [InlineData("JONES: I saw the fire. It began at noon.\nSMITH: The bridge is closed. Nobody was hurt.", "JONES", "JONES", "SMITH", "SMITH")]
    [InlineData("MR. SMITH: The bridge is closed. It will open in May.\n\nThe mayor left in March.", "MR. SMITH", "MR. SMITH", null)]
    [InlineData("Q: Did you see the fire? A: The fire began in the kitchen. It spread to the roof.", "Q", "A", "A")]
    [InlineData("Anna Berg: I saw the fire. It began at noon.\n\nTom Ray: The bridge is closed. It will open in May.\n\nAnna Berg: The road is wet. It was raining.", "Anna Berg", "Anna Berg", "Tom Ray", "Tom Ray", "Anna Berg", "Anna Berg")]
    public void all_sentences_of_a_turn_are_the_speakers(string text, params string?[] speakers) => Assert.Equal(speakers, Read.All(text).Select(m => m.Speaker?.Text));

    [Fact]
    public void each_sentence_of_a_turn_asks_or_asserts_by_itself() =>
        Assert.Equal([Mode.Assertion, Mode.Question, Mode.Assertion], Read.All("TAPPER: The president ordered the strike. Did you know of it? The senate did not know.").Select(m => m.Mode));

    [Fact]
    public void who_is_quoted_in_a_turn_speaks_there() =>
        Assert.Equal([("TAPPER", null), ("The army", null), ("I", "TAPPER")], Read.All("TAPPER: The bridge is closed. The army said that 40 men had died. I think that it was late.").Select(m => (m.Speaker?.Text, m.SpeakerName)));

    [Theory]
    [InlineData("NEW DELHI: The government raised the tax on Monday. The tax will fall in May.")]
    [InlineData("ISLAMABAD: The government raised the tax on Monday. The tax will fall in May.")]
    [InlineData("LONDON: The government raised the tax on Monday. The tax will fall in May.")]
    public void a_place_before_a_colon_speaks_nothing(string text) => Assert.All(Read.All(text), m => Assert.Null(m.Speaker));

    [Theory]
    [InlineData("Police chief: 3 held after fire. The street was closed on Monday.", "Police chief", null)]
    [InlineData("Graham: Trump lost the vote. The senator left in May.", "Graham", null)]
    public void behind_a_headline_the_text_speaks_for_itself(string text, params string?[] speakers) => Assert.Equal(speakers, Read.All(text).Select(m => m.Speaker?.Text));
}
