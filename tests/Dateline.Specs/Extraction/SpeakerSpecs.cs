namespace Dateline.Specs.Extraction;

/// <summary>Who speaks where a phrase begins with somebody else's pronoun or name, and over paragraphs.</summary>
public sealed class SpeakerSpecs
{
    [Theory]
    [InlineData("Mr. Trump won. His rival, Joe Biden, said the vote was fair.", "Joe Biden")]
    [InlineData("General Valery Orlov arrived in Minsk. His deputy, Colonel Ivan Rudenko, denied the report.", "Ivan Rudenko")]
    [InlineData("Anna Berg leads the party. Her rival Karl Moe said it was late.", "Karl Moe")]
    [InlineData("Anna Berg leads the party. “It was stolen,” said her rival, Karl Moe of the Greens.", "Karl Moe")]
    [InlineData("Mr. Lund won. His wife, the former judge Mira Holt, said the vote was fair.", "Mira Holt")]
    [InlineData("Anna Berg leads the party. Its treasurer, Tom Ray, told reporters that money was missing.", "Tom Ray")]
    [InlineData("Ms. Berg won. According to her lawyer, Tom Ray, the vote was stolen.", "Tom Ray")]
    public void a_phrase_with_a_possessive_pronoun_speaks_in_the_name_that_it_gives(string text, string name) => Assert.Equal(name, Read.All(text)[^1].SpeakerName);

    [Theory]
    [InlineData("Mr. Trump won. His lawyer, Eva Dahl, said the vote was fair. She said it was late.", "Eva Dahl")]
    [InlineData("Ms. Berg won. Her deputy, Tom Ray, said the vote was fair. He said it was late.", "Tom Ray")]
    public void whoever_an_apposition_names_is_the_last_who_spoke(string text, string name) => Assert.Equal(name, Read.All(text)[^1].SpeakerName);

    [Theory]
    [InlineData("The vaccine is safe, the maker claims, though scientists caution that it was tested on 40 people.", "the maker", "scientists")]
    [InlineData("The bridge is safe, the mayor said, but engineers warned that it could fall.", "the mayor", "engineers")]
    [InlineData("The dam held, officials said, although farmers say that their fields were flooded.", "officials", "farmers")]
    public void who_answers_behind_an_interposed_cue_speaks_apart(string text, string first, string second) =>
        Assert.Equal([first, second], Read.All(text).Select(m => m.Speaker?.Text));

    [Theory]
    [InlineData("The minister said last Friday that 40 men had died.", "The minister", "that 40 men had died")]
    [InlineData("The minister said last week that 40 men had died.", "The minister", "that 40 men had died")]
    [InlineData("The ministry now says 40 men died.", "The ministry", "40 men died")]
    [InlineData("The minister said, without giving details, that 40 men had died.", "The minister", "that 40 men had died")]
    [InlineData("Officials insisted the dam was safe.", "Officials", "the dam was safe")]
    [InlineData("The minister said on the day of the attack, that 40 men had died.", "The minister", "that 40 men had died")]
    [InlineData("The minister denied it in a letter to the court.", "The minister", "it")]
    [InlineData("The minister denied that in remarks to parliament.", "The minister", "that")]
    [InlineData("The firm confirmed this on Monday in a letter.", "The firm", "this")]
    public void what_stands_between_a_cue_and_its_content_is_none_of_it(string text, string speaker, string content)
    {
        var mention = Assert.Single(Read.All(text));
        Assert.Equal((speaker, content), (mention.Speaker?.Text, mention.Content.Text));
    }

    [Theory]
    [InlineData("Mr. Trump won. His lawyer said the vote was fair.", "His lawyer")]
    [InlineData("Anna Berg leads the party. Her Conservative rival said it was late.", "Her Conservative rival")]
    [InlineData("Anna Berg leads the party. A spokesman for Berg said it was late.", "A spokesman for Berg")]
    [InlineData("Anna Berg leads the party. Berg's deputy said it was late.", "Berg's deputy")]
    [InlineData("Anna Berg leads the party. Two critics of Berg said it was late.", "Two critics of Berg")]
    [InlineData("Anna Berg leads the party. The Berg campaign said it was late.", "The Berg campaign")]
    public void whom_a_phrase_only_mentions_does_not_speak(string text, string speaker)
    {
        var mention = Read.All(text)[^1];
        Assert.Equal((speaker, null), (mention.Speaker?.Text, mention.SpeakerName));
    }

    [Theory]
    [InlineData("Anna Berg leads the party. Berg of the Greens said it was late.")]
    [InlineData("Anna Berg leads the party. Ms. Berg said it was late.")]
    [InlineData("Anna Berg leads the party. She said it was late.")]
    public void a_surname_and_a_pronoun_alone_still_stand_for_the_full_name(string text) => Assert.Equal("Anna Berg", Read.All(text)[^1].SpeakerName);

    [Theory]
    [InlineData("“The army is strong,” Minister Anna Berg said.\n\n“We lost 40 men.\n\n“And we lost the war,” General Karl Moe said.", "Minister Anna Berg", "General Karl Moe", "General Karl Moe")]
    [InlineData("\"The army is strong,\" Minister Anna Berg said.\n\n\"We lost 40 men.\n\n\"And we lost the war,\" General Karl Moe said.", "Minister Anna Berg", "General Karl Moe", "General Karl Moe")]
    [InlineData("“We will rebuild every house.\n\n“No family will be left behind,” Governor Ana Blum said.", "Governor Ana Blum", "Governor Ana Blum")]
    [InlineData("“We lost 40 men.\n\n“We lost the war.\n\n“And we lost the king,” said Karl Moe.\n\n“That is false,” Anna Berg said.", "Karl Moe", "Karl Moe", "Karl Moe", "Anna Berg")]
    [InlineData("“We lost 40 men,” General Karl Moe said. “We lost the war.\n\n“And we lost the king.\n\n“All of it is gone.”", "General Karl Moe", "General Karl Moe", "General Karl Moe", "General Karl Moe")]
    [InlineData("“The army is strong,” Anna Berg said.\n\n“We lost 40 men.”\n\n“And we lost the war,” Karl Moe said.", "Anna Berg", "Anna Berg", "Karl Moe")]
    [InlineData("Anna Berg said: “We won the war.”\n\n“We lost 40 men.\n\nThe town fell on Monday.", "Anna Berg", "Anna Berg", null)]
    public void a_quotation_left_open_waits_for_who_is_named_last(string text, params string?[] speakers) => Assert.Equal(speakers, Read.All(text).Select(m => m.Speaker?.Text));

    [Fact]
    public void marks_of_another_kind_begin_another_quotation()
    {
        var mentions = Read.All("\"The army is strong,\" Minister Anna Berg said.\n\n\"We lost 40 men.\n\n“And we lost the war,” General Karl Moe said.");
        Assert.Equal("Minister Anna Berg", mentions.Single(m => m.Content.Text.Contains("40 men", StringComparison.Ordinal)).Speaker?.Text);
    }
}
