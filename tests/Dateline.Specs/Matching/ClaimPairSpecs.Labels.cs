using Dateline.Matching;

namespace Dateline.Specs.Matching;

/// <summary>Numbers that are part of a name, and what is denied without a subject.</summary>
public sealed partial class ClaimPairSpecs
{
    [Theory]
    [InlineData("Flight {0} to Tarvo was cancelled.", "212", "318")]
    [InlineData("The airline cancelled flight {0} to Tarvo on Monday.", "212", "318")]
    [InlineData("The crash of Flight {0} was blamed on ice.", "212", "318")]
    [InlineData("Article {0} of the Tarvo treaty was invoked.", "5", "9")]
    [InlineData("Police searched room {0} of the Tarvo hotel.", "12", "40")]
    [InlineData("Route {0} into Tarvo was closed.", "7", "9")]
    [InlineData("Route {0} into Tarvo was closed.", "seven", "nine")]
    [InlineData("Apollo {0} was launched from Tarvo.", "11", "13")]
    [InlineData("Highway {0} near Tarvo is flooded.", "61", "27")]
    [InlineData("The council adopted Resolution {0} on Tarvo.", "1701", "1559")]
    [InlineData("Boeing {0} jets were grounded in Tarvo.", "737", "787")]
    [InlineData("A Boeing {0} jet crashed near Tarvo.", "737", "787")]
    [InlineData("Phase {0} trials of the Tarvo vaccine were halted.", "3", "2")]
    public void another_number_in_a_name_names_another_thing(string form, string one, string other)
    {
        string a = form.Replace("{0}", one, StringComparison.Ordinal), b = form.Replace("{0}", other, StringComparison.Ordinal);
        Assert.Equal(ClaimRelation.None, Compare(a, b).Relation);
        Assert.Equal(ClaimRelation.None, Compare(b, a).Relation);
        Assert.Equal(ClaimRelation.Same, Compare(a, a).Relation);
    }

    [Theory]
    [InlineData("In Tarvo {0} people died in the fire.")]
    [InlineData("In Tarvo {0} died in the fire.")]
    [InlineData("On Monday {0} people died in the Tarvo fire.")]
    [InlineData("In the Tarvo district {0} homes burned down.")]
    [InlineData("The deal brought Orvex {0} jobs in Tarvo on Monday.")]
    [InlineData("Police Kill {0} in Tarvo Raid.")]
    [InlineData("Storm Kills {0} in Tarvo.")]
    [InlineData("Nationwide {0} homes were flooded on Sunday.")]
    [InlineData("The bridge lies in Tarvo {0} miles from the sea.")]
    [InlineData("The group of {0} hikers was found near Tarvo.")]
    public void a_number_beside_a_name_may_count(string form)
    {
        string a = form.Replace("{0}", "12", StringComparison.Ordinal), b = form.Replace("{0}", "14", StringComparison.Ordinal);
        Assert.Equal(ClaimRelation.Contradicts, Compare(a, b).Relation);
        Assert.Equal(ClaimRelation.Contradicts, Compare(b, a).Relation);
    }

    [Theory]
    [InlineData("Senator Hale met the spy in Tarvo.", "Senator Hale denied meeting the spy in Tarvo.")]
    [InlineData("Senator Hale met the spy in Tarvo.", "Senator Hale denied having met the spy in Tarvo.")]
    [InlineData("Police beat the Tarvo protesters.", "Police have denied beating the Tarvo protesters.")]
    [InlineData("The Orvex firm dumped waste in the Tarvo.", "The Orvex firm denies dumping waste in the Tarvo.")]
    [InlineData("Olaf Greer was paid by the Tarvo bank.", "Olaf Greer denied being paid by the Tarvo bank.")]
    [InlineData("The minister took 40,000 euros from Orvex.", "The minister denied taking 40,000 euros from Orvex.")]
    [InlineData("The army shelled the Tarvo hospital at dawn.", "The army has repeatedly denied shelling the Tarvo hospital at dawn.")]
    public void who_denies_doing_it_denies_that_they_did(string done, string denied)
    {
        Assert.Equal(ClaimRelation.Denies, Compare(denied, done).Relation);
        Assert.Equal(ClaimRelation.Denies, Compare(done, denied).Relation);
    }

    [Fact]
    public void who_admits_doing_it_says_that_they_did() =>
        Assert.Equal(ClaimRelation.Same, Compare("Olaf Greer admitted stealing the Tarvo bank's money.", "Olaf Greer stole the Tarvo bank's money.").Relation);

    [Theory]
    [InlineData("Olaf Greer stole the Tarvo bank's money.", "Rita Sand denied stealing the Tarvo bank's money.")]
    [InlineData("The minister took 40,000 euros from Orvex.", "The minister denied taking 60,000 euros from Orvex.")]
    [InlineData("The army shelled the Tarvo hospital at dawn.", "The army has considered shelling the Tarvo hospital at dawn.")]
    [InlineData("The army shelled the Tarvo hospital at dawn.", "The army avoided shelling the Tarvo hospital at dawn.")]
    public void who_denies_it_of_themselves_denies_it_of_nobody_else_and_of_no_other_value(string one, string other)
    {
        Assert.Equal(ClaimRelation.None, Compare(one, other).Relation);
        Assert.Equal(ClaimRelation.None, Compare(other, one).Relation);
    }
}
