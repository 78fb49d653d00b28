namespace Dateline.Specs.Extraction;

/// <summary>Whom "he" and "she" stand for, by the gender that names, titles, kin and earlier pronouns show; nobody where nothing shows it.</summary>
public sealed class PronounSpecs
{
    [Theory]
    [InlineData("Karl Vogt met Olena Marchenko in Berlin. She said the talks were useful. He said they were not.", "Olena Marchenko", "Karl Vogt")]
    [InlineData("Katarzyna Nowak met Grzegorz Zima in Berlin. He said the talks were useful. She said they were not.", "Grzegorz Zima", "Katarzyna Nowak")]
    [InlineData("Prime Minister Yulia Frank spoke. Chancellor Jürgen Thomas said that two ships would come. She thanked the crew. He said it was hard.", "Yulia Frank", "Jürgen Thomas")]
    [InlineData("Zhanel Ortu said the talks failed. She told reporters that they were over. Karl Vogt left. She said he was angry.", "Zhanel Ortu", "Zhanel Ortu")]
    [InlineData("Ordu Tamm met Annika Zhol. He said it was late. She said it was not.", "Ordu Tamm", "Annika Zhol")]
    public void a_pronoun_stands_for_a_name_of_its_gender(string text, string first, string second) =>
        Assert.Equal([first, second], Read.All(text).Where(m => m.SpeakerName is not null).Select(m => m.SpeakerName).TakeLast(2));

    [Theory]
    [InlineData("Kvarn Vogt met Orlu Marchenko in Berlin. She said the talks were useful.")]
    [InlineData("Karl Vogt met Peter Lund in Berlin. She said the talks were useful.")]
    [InlineData("Anna Berg spoke. POLICE DENIED THAT THE BRIDGE WOULD CLOSE. HE SAID HE WOULD RESIGN.")]
    [InlineData("MAYOR KARL VOGT LEFT EARLY. MINISTER PETER LUND DENIED IT ALL. He said it was late.")]
    public void a_pronoun_that_could_be_eithers_or_nobodys_is_left_open(string text) => Assert.Null(Read.All(text)[^1].SpeakerName);

    [Theory]
    [InlineData("Ada Frost has died. The critic Zolu Shaw once called her “the best of us”. “I tell lies for money,” she told the Guardian.", "Ada Frost")]
    [InlineData("Ada Frost has died. Her daughter, Lily Frost, spoke.\n\nFrost said in 1990 that she disliked it.", "Ada Frost")]
    [InlineData("Tom Dahl has died. His widow Mira Dahl spoke.\n\nDahl said in 1990 that it was bad.", "Tom Dahl")]
    [InlineData("Orvu Tamm visited New York. He said it was late.", "Orvu Tamm")]
    public void whoever_a_text_is_about_stays_whom_it_is_about(string text, string name) => Assert.Equal(name, Read.All(text)[^1].SpeakerName);

    [Theory]
    [InlineData("Gen. Ivan Petrenko said the attack was big. “They tire us,” the general said.", "Ivan Petrenko")]
    [InlineData("Lt. Col. Ola Strand left the base. The lieutenant colonel denied the report.", "Ola Strand")]
    [InlineData("Major General Ola Strand left the base. The general denied the report.", "Ola Strand")]
    [InlineData("Gen. Ola Strand left the base. Gen. Karl Moe stayed. The general denied the report.", null)]
    public void an_office_is_of_whom_the_short_form_of_it_names(string text, string? name) => Assert.Equal(name, Read.All(text)[^1].SpeakerName);
}
