namespace Dateline.Specs.Extraction;

/// <summary>The medium that heard, saw or found out what somebody else says: the last link of the chain, and never the speaker.</summary>
public sealed class HearerSpecs
{
    [Theory]
    [InlineData("President Zelensky told Reuters that the army had taken Lyman.", "President Zelensky", "Reuters")]
    [InlineData("The minister told the BBC the talks in Geneva had failed.", "The minister", "the BBC")]
    [InlineData("“We will not surrender the bridge,” Governor Anna Petrov told CNN on Monday.", "Governor Anna Petrov", "CNN")]
    [InlineData("Sources told Reuters in Geneva that the deal would be signed.", "Sources", "Reuters")]
    [InlineData("The deal will be signed in Paris, three sources familiar with the matter told Le Monde.", "three sources familiar with the matter", "Le Monde")]
    [InlineData("The coach told the Guardian's Jane Doe that the striker had left Ajax.", "The coach", "the Guardian")]
    [InlineData("The coach told a Reuters reporter that the striker had left Ajax.", "The coach", "a Reuters reporter")]
    [InlineData("Anna Berg, a former judge, told the New York Times on Monday that 40 men had died.", "Anna Berg, a former judge", "the New York Times")]
    [InlineData("The mayor confirmed to AFP that 40 men had died.", "The mayor", "AFP")]
    public void who_is_told_passes_it_on(string text, string? speaker, string via) => Heard(text, speaker, via);

    [Theory]
    [InlineData("In an interview with the BBC, President Ruto said that the army would leave Goma.", "President Ruto", "the BBC")]
    [InlineData("President Ruto said in an interview with the BBC that the army would leave Goma.", "President Ruto", "the BBC")]
    [InlineData("President Ruto, in remarks to Al Jazeera, said that the army would leave Goma.", "President Ruto", "Al Jazeera")]
    [InlineData("President Ruto said on Sky News that the army would leave Goma.", "President Ruto", "Sky News")]
    [InlineData("Speaking to Sky News, President Ruto said that the army would leave Goma.", "President Ruto", "Sky News")]
    [InlineData("“The army will leave Goma,” President Ruto said in an exclusive interview with the Financial Times.", "President Ruto", "the Financial Times")]
    public void an_interview_is_the_mediums(string text, string? speaker, string via) => Heard(text, speaker, via);

    [Theory]
    [InlineData("According to a document seen by Reuters, the bank lost 3 million euros.", "a document seen by Reuters", "Reuters")]
    [InlineData("The bank lost 3 million euros, according to emails obtained by the Guardian.", "emails obtained by the Guardian", "the Guardian")]
    [InlineData("The minister said in a letter seen by the BBC that the bank had lost 3 million euros.", "The minister", "the BBC")]
    [InlineData("Documents seen by Reuters show that 40 men had died.", "Documents seen by Reuters", "Reuters")]
    [InlineData("Emails obtained by CNN suggest that 40 men had died.", "Emails obtained by CNN", "CNN")]
    [InlineData("The BBC has been told that 40 men had died.", null, "The BBC")]
    [InlineData("An investigation by the Guardian found that the ministry had paid the gang.", "An investigation by the Guardian", "the Guardian")]
    [InlineData("The governor was quoted by TASS as saying that the plant had exploded.", "The governor", "TASS")]
    [InlineData("The governor was quoted as saying by state agency TASS that the plant had exploded.", "The governor", "state agency TASS")]
    public void what_a_medium_saw_or_found_out_came_by_it(string text, string? speaker, string via) => Heard(text, speaker, via);

    [Theory]
    [InlineData("Citing officials, Axios reported that the raid killed 12 soldiers.", "officials", "Axios")]
    [InlineData("Citing Reuters, the Daily Post reported that the raid killed 12 soldiers.", "Reuters", "the Daily Post")]
    [InlineData("Quoting the governor, state agency TASS said the plant in Omsk had exploded.", "the governor", "state agency TASS")]
    public void who_is_cited_first_speaks(string text, string? speaker, string via) => Heard(text, speaker, via);

    [Theory]
    [InlineData("The mayor told the BBC that 40 men had died. The mayor told the broadcaster that the dam had burst.", "the BBC")]
    [InlineData("Anna Berg told the Guardian that 40 men had died. She told the newspaper that the dam had burst.", "the Guardian")]
    public void the_newspaper_is_the_one_named_last(string text, string via) => Assert.Equal([via, via], Read.All(text).Select(m => Assert.Single(m.Via).Text));

    [Theory]
    [InlineData("The prime minister told parliament that the deal would be signed in Paris.")]
    [InlineData("The prime minister told reporters that the deal would be signed in Paris.")]
    [InlineData("The prime minister told a news conference that the deal would be signed in Paris.")]
    [InlineData("The prime minister told the media that the deal would be signed in Paris.")]
    [InlineData("The editor told Anna Berg that the Times would close in Paris.")]
    [InlineData("The minister said that the letter seen by Reuters was forged.")]
    [InlineData("The minister said that she had been in an interview with the BBC when the bomb went off.")]
    [InlineData("Citing ill health, Axios reported that the raid killed 12 soldiers.")]
    [InlineData("Speaking in Geneva, President Ruto said that the army would leave Goma.")]
    [InlineData("The minister met Reuters staff and said that the raid killed 12 soldiers.")]
    [InlineData("The BBC told Reuters that the strike had ended.")]
    public void who_is_no_medium_and_what_is_said_of_one_are_no_link(string text) => Assert.Empty(Read.One(text).Via);

    private static void Heard(string text, string? speaker, string via)
    {
        var mention = Assert.Single(Read.All(text));
        Assert.Equal((speaker, via), (mention.Speaker?.Text, string.Join(", ", mention.Via.Select(v => v.Text))));
    }
}
