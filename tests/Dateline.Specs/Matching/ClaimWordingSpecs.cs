using Dateline.Matching;
using Dateline.Specs.Extraction;

namespace Dateline.Specs.Matching;

/// <summary>What is only written otherwise is one claim; what is done otherwise, or by another, is not.</summary>
public sealed class ClaimWordingSpecs
{
    private static ClaimRelation Compare(string one, string other)
    {
        var (a, b) = (ClaimFeatures.Of(Read.One(one), "a", Read.Published.AddHours(1)), ClaimFeatures.Of(Read.One(other), "b", Read.Published));
        return ClaimMatcher.Compare(a, [.. a.Sorted.Select(_ => 1)], b, [.. b.Sorted.Select(_ => 1)], true).Relation;
    }

    [Theory]
    [InlineData("The Tarvo harbour labour dispute paralysed the theatre programme.", "The Tarvo harbor labor dispute paralyzed the theater program.")]
    [InlineData("The army mobilised its defence reserves near Tarvo.", "The army mobilized its defense reserves near Tarvo.")]
    [InlineData("Orvex cancelled a fibre cable from Tarvo to Oduro.", "Orvex canceled a fiber cable from Tarvo to Oduro.")]
    [InlineData("Orvex criticised the organisation of the Tarvo jewellery fair.", "Orvex criticized the organization of the Tarvo jewelry fair.")]
    [InlineData("Hackers infected 400 websites of the Tarvo parliament.", "Hackers infected 400 Web sites of the Tarvo parliament.")]
    [InlineData("The governor repealed the twelfth amendment of the Tarvo charter.", "The governor repealed the 12th amendment of the Tarvo charter.")]
    public void spelling_makes_no_other_claim(string one, string other)
    {
        Assert.Equal(ClaimRelation.Same, Compare(one, other));
        Assert.Equal(ClaimRelation.Same, Compare(other, one));
    }

    [Theory]
    [InlineData("Officers found a 12-gauge pump-action shotgun and three live shells in the Tarvo van.", "Police said officers found a 12-gauge pump-action shotgun and three live shells in the Tarvo van.")]
    [InlineData("Dana Holt added 90 goals for Tarvo, who finished the season in third place.", "Dana Holt added 90 goals for Tarvo, who ended the season in third place.")]
    [InlineData("The mayor lamented that a peaceful vigil turned into a riot in Tarvo.", "The mayor wrote that a peaceful vigil turned into a riot in Tarvo.")]
    public void a_noun_behind_a_number_and_a_verb_of_speech_are_no_deed(string one, string other)
    {
        Assert.Equal(ClaimRelation.Same, Compare(one, other));
        Assert.Equal(ClaimRelation.Same, Compare(other, one));
    }

    [Theory]
    [InlineData("Police said judges re-opened the Tarvo bridge inquiry on Monday.", "Police said judges closed the Tarvo bridge inquiry on Monday.")]
    [InlineData("Police said three people live near the Tarvo bridge.", "Police said three people died near the Tarvo bridge.")]
    [InlineData("Orvex tunnelled under the Tarvo bridge.", "Orvex travelled under the Tarvo bridge.")]
    [InlineData("The senator wrote the Tarvo water act.", "The senator strikes at the heart of the Tarvo water act.")]
    [InlineData("Guards found 40 live shells in the Tarvo van.", "Guards fired 40 live shells in the Tarvo van.")]
    [InlineData("The driver was arrested near the Tarvo bridge.", "The mayor was arrested near the Tarvo bridge.")]
    public void another_deed_or_doer_is_another_claim(string one, string other)
    {
        Assert.True(Compare(one, other) is ClaimRelation.None or ClaimRelation.Contradicts, $"{Compare(one, other)}");
        Assert.True(Compare(other, one) is ClaimRelation.None or ClaimRelation.Contradicts, $"{Compare(other, one)}");
    }

    [Fact]
    public void two_pronouns_are_not_one_speaker() =>
        Assert.NotEqual(ClaimRelation.Same, Compare("He said: “We will withdraw the Tarvo brigade from Oduro in spring.”", "He said: “We will withdraw the Tarvo brigade from Oduro in spring.”"));
}
