namespace Dateline.Specs.Extraction;

public sealed class AttributionSpecs
{
    [Theory]
    [InlineData("The army said that two bridges were destroyed.", "The army", "said", "that two bridges were destroyed")]
    [InlineData("The minister said the port would reopen in May.", "The minister", "said", "the port would reopen in May")]
    [InlineData("Police have confirmed that a man was arrested.", "Police", "have confirmed", "that a man was arrested")]
    [InlineData("The mayor told reporters that the bridge was closed.", "The mayor", "told", "that the bridge was closed")]
    [InlineData("\"The bridge is closed,\" Mayor Ann Reed said.", "Mayor Ann Reed", "said", "\"The bridge is closed,\"")]
    [InlineData("“The bridge is closed,” said Ann Reed, the mayor of Dunwich.", "Ann Reed, the mayor of Dunwich", "said", "“The bridge is closed,”")]
    [InlineData("''The bridge is closed,'' Mr. Reed said on Tuesday.", "Mr. Reed", "said", "''The bridge is closed,''")]
    [InlineData("The bridge is closed, the mayor said.", "the mayor", "said", "The bridge is closed")]
    [InlineData("According to the ministry, exports fell in June.", "the ministry", "According to", "exports fell in June")]
    [InlineData("Exports fell in June, according to the ministry.", "the ministry", "according to", "Exports fell in June")]
    [InlineData("The union vowed to strike in April.", "The union", "vowed", "to strike in April")]
    [InlineData("Residents fear that the dam will break.", "Residents", "fear", "that the dam will break")]
    [InlineData("The senator criticized the new budget.", "The senator", "criticized", "the new budget")]
    [InlineData("The report shows that wages rose.", "The report", "shows", "that wages rose")]
    [InlineData("Anna Berg, a former judge, said the ruling was sound.", "Anna Berg, a former judge", "said", "the ruling was sound")]
    [InlineData("The governor is calling for an inquiry into the fire.", "The governor", "is calling for", "an inquiry into the fire")]
    [InlineData("The court asked whether the law was valid.", "The court", "asked", "whether the law was valid")]
    [InlineData("Doctors are worried about the new virus.", "Doctors", "are worried about", "the new virus")]
    [InlineData("Her claim that the vote was rigged drew laughter.", "Her", "claim", "that the vote was rigged")]
    [InlineData("The ministry, which was criticised for its silence, said nothing was stolen, a video shows.", "a video", "shows", "The ministry, which was criticised for its silence, said nothing was stolen")]
    [InlineData("Three boats sank off the coast on Friday, a video shows.", "a video", "shows", "Three boats sank off the coast on Friday")]
    [InlineData("Some 40 jets attacked the harbour, the navy said, calling it a warning.", "the navy", "said", "Some 40 jets attacked the harbour")]
    [InlineData("The king ordered the release of two ministers in May, when few in the capital believed that he would.", "few in the capital", "believed", "that he would")]
    [InlineData("Polanski: The Budget Will Hurt Towns", "Polanski", ":", "The Budget Will Hurt Towns")]
    public void a_cue_ties_a_source_to_a_content(string text, string speaker, string cue, string content)
    {
        var mention = Read.One(text);
        Assert.Equal((speaker, cue, content), (mention.Speaker?.Text, mention.Cue?.Text, mention.Content.Text));
    }

    [Fact]
    public void a_quotation_broken_by_its_cue_is_one_mention()
    {
        var mention = Read.One("“We will,” the captain said, “sink the ship.”");
        Assert.Equal("“We will,”", mention.Content.Text);
        Assert.Equal("“sink the ship.”", Assert.Single(mention.More).Text);
    }

    [Fact]
    public void a_quotation_that_goes_on_keeps_its_speaker()
    {
        var mentions = Read.All("“The pact is signed,” Maria Costa said. “It starts in June.”\n\n“It ends in July.”");
        Assert.Equal(3, mentions.Count);
        Assert.All(mentions, m => Assert.Equal("Maria Costa", m.Speaker?.Text));
    }

    [Fact]
    public void a_quotation_left_open_runs_to_the_end_of_its_paragraph()
    {
        var mentions = Read.All("The king said: “The war is over.\n\n“Our men come home.”");
        Assert.All(mentions, m => Assert.Equal("The king", m.Speaker?.Text));
        Assert.Equal(2, mentions.Count);
    }

    [Fact]
    public void a_quotation_inside_a_quotation_belongs_to_the_outer_one()
    {
        var mention = Read.One("“He called me ‘a liar’ twice,” Costa said.");
        Assert.Equal("“He called me ‘a liar’ twice,”", mention.Content.Text);
    }

    [Fact]
    public void an_announced_quotation_may_stand_in_the_next_paragraph()
    {
        var mention = Read.One("The queen declared:\n\n“The harbour is ours.”");
        Assert.Equal(("The queen", "“The harbour is ours.”"), (mention.Speaker?.Text, mention.Content.Text));
    }

    [Fact]
    public void a_second_cue_shares_the_subject_of_the_first()
    {
        var mentions = Read.All("The minister denied that tanks had crossed the river, adding that talks went on.");
        Assert.Equal(2, mentions.Count);
        Assert.Equal("The minister", mentions[1].Speaker?.Text);
        Assert.Equal("that talks went on", mentions[1].Content.Text);
    }

    [Theory]
    [InlineData("CNN, citing an official, reported that the base was hit.", "CNN", "an official")]
    [InlineData("Reuters reported that the ministry denied the attack.", "Reuters", "the ministry")]
    [InlineData("According to CNN, officials said that the base was hit.", "CNN", "officials")]
    public void a_medium_stands_in_the_chain_before_the_speaker(string text, string via, string speaker)
    {
        var mention = Read.One(text);
        Assert.Equal((via, speaker), (Assert.Single(mention.Via).Text, mention.Speaker?.Text));
    }

    [Theory]
    [InlineData("Marco Silva arrived in Oslo on Monday. He said the deal was dead.", "He", "Marco Silva")]
    [InlineData("Marco Silva arrived in Oslo on Monday. Silva said the deal was dead.", "Silva", "Marco Silva")]
    [InlineData("Mrs. Lena Holt met Mr. Tom Ray. “It went well,” Mrs. Holt said. “It did not,” Mr. Ray said. She said talks would resume.", "She", "Lena Holt")]
    public void a_surname_or_a_pronoun_is_resolved_to_the_full_name(string text, string speaker, string name)
    {
        var mention = Read.All(text).Last(m => m.Speaker?.Text == speaker);
        Assert.Equal(name, mention.SpeakerName);
    }

    [Fact]
    public void the_documents_own_voice_has_neither_speaker_nor_cue()
    {
        var mention = Read.One("Two soldiers were killed in the attack on the depot.");
        Assert.Null(mention.Speaker);
        Assert.Null(mention.Cue);
        Assert.True(mention.Worth > 500);
    }

    [Theory]
    [InlineData("A raid ordered by King Arn against the rebels' leaders is coming.")]
    [InlineData("The army operation called Morning Star did more damage than the last one.")]
    [InlineData("The river known as the Brack flooded two villages.")]
    [InlineData("Norland's government said nothing about the damage on Saturday evening.")]
    [InlineData("I will add one forecast all the same for the year 2031.")]
    [InlineData("Norland has reduced its nuclear arms, but is still an ally.")]
    [InlineData("Queen Maud's reign will not be long or quiet.")]
    public void what_only_looks_like_a_cue_leaves_the_sentence_to_the_narrator(string text)
    {
        var mention = Assert.Single(Read.All(text));
        Assert.Equal((null, null, text.TrimEnd('.')), (mention.Speaker, mention.Cue, mention.Content.Text));
    }

    [Theory]
    [InlineData("DOHA - Three boats sank on Friday.")]
    [InlineData("PARIS (AP) — Three boats sank on Friday.")]
    [InlineData("WASHINGTON, March 3 (Reuters) - Three boats sank on Friday.")]
    [InlineData("Oslo (NTB) – Three boats sank on Friday.")]
    public void a_dateline_is_no_part_of_a_claim(string text) => Assert.Equal("Three boats sank on Friday", Read.One(text).Content.Text);

    [Fact]
    public void the_narrators_clause_before_someone_elses_is_a_mention_as_well() =>
        Assert.Equal("The king ordered the release of two ministers in May", Read.All("The king ordered the release of two ministers in May, when few in Arnport believed that he would.")[^1].Content.Text);

    [Fact]
    public void a_report_of_what_was_said_stands_in_the_chain() =>
        Assert.Equal("its summary of the talk", Assert.Single(Read.One("“It is easy,” he told the station, according to its summary of the talk.").Via).Text);

    [Fact]
    public void ids_count_mentions_in_text_order()
    {
        var mentions = Read.All("The army said it won. The rebels said they won.");
        Assert.Equal(["doc/1#1", "doc/1#2"], mentions.Select(m => m.Id));
    }

    [Theory]
    [InlineData("\"The question was when,\" he said, according to, people in the room.")]
    [InlineData("The town fell, the army said, according to.")]
    public void nobody_stands_behind_an_according_to_without_a_name(string text) => Assert.Empty(Read.One(text).Via);
}
