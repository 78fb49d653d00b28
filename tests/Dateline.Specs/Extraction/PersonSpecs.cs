using Dateline.Claims;

namespace Dateline.Specs.Extraction;

/// <summary>Whom pronouns stand for, and whose words quotations are.</summary>
public sealed class PersonSpecs
{
    [Theory]
    [InlineData("Sven Lund met Olena Kova in Tarvo. She said that the talks were useful.", "Olena Kova")]
    [InlineData("Sven Lund met Olena Kova in Tarvo. He said that the talks were useful.", "Sven Lund")]
    [InlineData("President Olena Kova visited Tarvo on Monday. Chancellor Sven Lund said the talks were useful. She said they had been hard.", "Olena Kova")]
    [InlineData("Zarko Welt met Tiba Renn in Tarvo. Ms Renn signed the deal. He said the plan was dead.", "Zarko Welt")]
    [InlineData("Tiba Renn said the talks were useful. She said they would go on.", "Tiba Renn")]
    public void a_pronoun_stands_for_somebody_of_its_gender(string text, string name) => Assert.Equal(name, Read.All(text)[^1].SpeakerName);

    [Theory]
    [InlineData("Zarko Welt met Tiba Renn in Tarvo. She said the talks were useful.")]
    [InlineData("POLICE DENIED THAT THE BRIDGE WOULD CLOSE. HE SAID HE WOULD RESIGN.")]
    public void where_nothing_shows_whom_it_stands_for_it_is_left_open(string text) => Assert.Null(Read.All(text)[^1].SpeakerName);

    [Fact]
    public void whom_a_pronoun_stood_for_keeps_its_gender()
    {
        var told = Read.All("Tiba Renn said the talks were useful. She said they would go on. Zarko Welt left early. He said they had failed.");
        Assert.Equal(("Tiba Renn", "Zarko Welt"), (told[1].SpeakerName, told[^1].SpeakerName));
    }

    [Theory]
    [InlineData("\"We checked every cable,\" said Peter Lund. \"Our men worked all night.\n\n\"There was nothing unsafe.\n\n\"We are shocked.\"", "Peter Lund", 4)]
    [InlineData("\"Our troops never entered the city,\" said General Marcos Pena. \"They stayed outside.\n\n\"We kept our word.\"", "General Marcos Pena", 3)]
    public void a_quotation_that_goes_on_in_the_next_paragraph_is_one_speakers(string text, string speaker, int mentions)
    {
        var all = Read.All(text);
        Assert.Equal(mentions, all.Count);
        Assert.All(all, m => Assert.Equal(speaker, m.Speaker?.Text));
    }

    [Fact]
    public void what_somebody_is_said_never_to_have_said_is_no_claim_of_its_own() =>
        Assert.Equal(["“My client never said, ‘You will never work again.’", "He said that she would never work for him.”"], Read.All("Dan Lund said: “My client never said, ‘You will never work again.’ He said that she would never work for him.”").Select(m => m.Content.Text));

    [Theory]
    [InlineData("Vexa Therapeutics, Inc. (Nasdaq: VEXA) today announced that the drug met its goal.", "Vexa Therapeutics, Inc. (Nasdaq: VEXA)")]
    [InlineData("Norda yesterday said it would cut 500 jobs.", "Norda")]
    public void a_day_is_no_part_of_who_speaks(string text, string speaker) => Assert.Equal(speaker, Read.One(text).Speaker?.Text);

    [Theory]
    [InlineData("Photo: Jan Berg/AFP")]
    [InlineData("Related topics: Defence | Navy")]
    public void a_label_says_nothing(string text) => Assert.Empty(Read.All(text));

    [Theory]
    [InlineData("Oria 'will not send troops' to Tarkia", Polarity.Negative)]
    [InlineData("Bank chief 'did not mislead MPs'", Polarity.Negative)]
    [InlineData("Minister 'knew of dam cracks for years'", Polarity.Positive)]
    public void a_headline_may_quote_its_verb(string text, Polarity polarity) => Assert.Equal((text, polarity), (Assert.Single(Read.All(text)).Content.Text, Read.One(text).Polarity));

    [Fact]
    public void what_is_written_may_be_a_thing() => Assert.Null(Assert.Single(Read.All("Ada Lund, who wrote 30 novels, has died aged 91.")).Cue);
}
