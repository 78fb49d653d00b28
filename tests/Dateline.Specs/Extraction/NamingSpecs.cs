namespace Dateline.Specs.Extraction;

/// <summary>"Call" attributes where it says what a thing is, "weigh" where somebody ponders.</summary>
public sealed class NamingSpecs
{
    [Theory]
    [InlineData("Officers were called to a house in Harehills.")]
    [InlineData("The match was called off because of rain.")]
    [InlineData("Starmer called Zelensky on Monday.")]
    [InlineData("She called 999.")]
    [InlineData("A bystander called an ambulance.")]
    [InlineData("Unions called a strike for Monday.")]
    [InlineData("The premier called an election this week.")]
    [InlineData("Ministers were called to account by the committee.")]
    [InlineData("The police were called in by the mayor.")]
    [InlineData("He called his mother before the crash.")]
    [InlineData("He weighed 80 kg.")]
    [InlineData("The parcel weighed about 3 kg.")]
    public void who_telephones_summons_or_weighs_so_much_says_nothing(string text)
    {
        var mention = Assert.Single(Read.All(text));
        Assert.Equal((null, null, text[..^1]), (mention.Speaker?.Text, mention.Cue?.Text, mention.Content.Text));
    }

    [Theory]
    [InlineData("Critics called the reform a disaster.", "Critics", "the reform a disaster")]
    [InlineData("She called him a liar.", "She", "him a liar")]
    [InlineData("He called the vote rigged.", "He", "the vote rigged")]
    [InlineData("The senator called the proposal dangerous.", "The senator", "the proposal dangerous")]
    [InlineData("The minister called the plan “a disgrace”.", "The minister", "the plan “a disgrace”")]
    [InlineData("The mayor called her “brave”.", "The mayor", "her “brave”")]
    [InlineData("The king called the vote of confidence a farce.", "The king", "the vote of confidence a farce")]
    [InlineData("“Stop the tram,” the mayor called.", "the mayor", "“Stop the tram,”")]
    [InlineData("Lawmakers weighed a ban on scooters.", "Lawmakers", "a ban on scooters")]
    public void who_says_what_a_thing_is_attributes(string text, string speaker, string content)
    {
        var mention = Read.One(text);
        Assert.Equal((speaker, content), (mention.Speaker?.Text, mention.Content.Text));
    }
}
