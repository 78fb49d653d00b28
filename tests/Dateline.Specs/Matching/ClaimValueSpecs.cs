using Dateline.Claims;
using Dateline.Matching;
using Dateline.Specs.Extraction;

namespace Dateline.Specs.Matching;

/// <summary>Bounds, directions and opposites, read as documents are.</summary>
public sealed class ClaimValueSpecs
{
    private static ClaimRelation Compare(string one, string other)
    {
        var (a, b) = (ClaimFeatures.Of(Read.One(one), "a", Read.Published.AddHours(1)), ClaimFeatures.Of(Read.One(other), "b", Read.Published));
        return ClaimMatcher.Compare(a, [.. a.Sorted.Select(_ => 1)], b, [.. b.Sorted.Select(_ => 1)], true).Relation;
    }

    [Theory]
    [InlineData("more than a dozen", "12", "more-than")]
    [InlineData("fewer than a dozen", "12", "less-than")]
    [InlineData("over a million", "1000000", "more-than")]
    [InlineData("just under a million", "1000000", "less-than")]
    [InlineData("up to a dozen", "12", "less-than")]
    [InlineData("about a hundred", "100", "about")]
    [InlineData("at least another hundred", "100", "more-than")]
    [InlineData("no fewer than a thousand", "1000", "more-than")]
    [InlineData("close to 200", "200", "about")]
    [InlineData("upwards of 200", "200", "more-than")]
    [InlineData("in excess of 200", "200", "more-than")]
    [InlineData("a maximum of 200", "200", "less-than")]
    [InlineData("a minimum of 200", "200", "more-than")]
    [InlineData("as few as 200", "200", "more-than")]
    [InlineData("at most 200", "200", "less-than")]
    [InlineData("a dozen", "12", "exactly")]
    [InlineData("200", "200", "exactly")]
    public void a_bound_is_read_before_articles_and_in_several_words(string words, string value, string bound)
    {
        foreach (var text in new[] { $"Police said {words} houses burned in Tarvo.", $"The Tarvo fire destroyed {words} houses, police said." })
        {
            var number = Assert.Single(Read.One(text).Numbers);
            Assert.Equal((value, bound), (number.Value, number.Bound));
        }
    }

    [Theory]
    [InlineData("200 houses or more burned in Tarvo, police said.", "more-than")]
    [InlineData("200 or so houses burned in Tarvo, police said.", "about")]
    [InlineData("The town lost 200 houses or fewer, police said.", "less-than")]
    public void a_bound_is_read_behind_the_number(string text, string bound) => Assert.Equal(bound, Assert.Single(Read.One(text).Numbers).Bound);

    [Theory]
    [InlineData("More than a dozen soldiers died in the Tarvo ambush.", "Fewer than a dozen soldiers died in the Tarvo ambush.")]
    [InlineData("Over a million people fled Oduro.", "Just under a million people fled Oduro.")]
    [InlineData("More than 40 houses burned in Tarvo.", "Under 30 houses burned in Tarvo.")]
    [InlineData("Upwards of 40 houses burned in Tarvo.", "A maximum of 30 houses burned in Tarvo.")]
    [InlineData("The bank raised its rate to 4 percent.", "The bank cut its rate to 4 percent.")]
    [InlineData("Support for the party rose to 30 percent.", "Support for the party fell to 30 percent.")]
    [InlineData("The Tarvo pilot was found alive, police said.", "The Tarvo pilot was found dead, police said.")]
    [InlineData("The Tarvo border is open, officials said.", "The Tarvo border is sealed, officials said.")]
    [InlineData("The Tarvo bridge is safe, engineers said.", "The Tarvo bridge is dangerous, engineers said.")]
    [InlineData("The Tarvo death rate is higher this year, doctors said.", "The Tarvo death rate is lower this year, doctors said.")]
    public void what_cannot_both_hold_contradicts(string one, string other)
    {
        Assert.Equal(ClaimRelation.Contradicts, Compare(one, other));
        Assert.Equal(ClaimRelation.Contradicts, Compare(other, one));
    }

    [Theory]
    [InlineData("At most 30 people died in the Tarvo fire.", "At least 30 people died in the Tarvo fire.")]
    [InlineData("More than 20 people died in the Tarvo fire.", "Fewer than 40 people died in the Tarvo fire.")]
    [InlineData("Up to 40 people died in the Tarvo fire.", "No fewer than 20 people died in the Tarvo fire.")]
    public void bounds_from_two_sides_bear_nothing_out(string one, string other)
    {
        Assert.Equal(ClaimRelation.None, Compare(one, other));
        Assert.Equal(ClaimRelation.None, Compare(other, one));
    }

    [Theory]
    [InlineData("In excess of 40 people died in the Tarvo fire.", "Upwards of 40 people died in the Tarvo fire.")]
    [InlineData("A maximum of 40 people died in the Tarvo fire.", "At most 40 people died in the Tarvo fire.")]
    [InlineData("About a dozen people died in the Tarvo fire.", "Close to a dozen people died in the Tarvo fire.")]
    [InlineData("Orvex fired 300 workers in Tarvo in March.", "Orvex sacked 300 employees in Tarvo in March.")]
    public void other_words_for_a_value_are_one_claim(string one, string other) => Assert.Equal(ClaimRelation.Same, Compare(one, other));

    [Theory]
    [InlineData("Police said no one was hurt and two men were arrested.", "Police said two men were arrested and no one was hurt.")]
    [InlineData("Police said nobody died and the road was closed.", "Police said the road was closed and nobody died.")]
    [InlineData("The Tarvo bridge was not damaged and two trains were delayed.", "Two trains were delayed and the Tarvo bridge was not damaged.")]
    [InlineData("Three people were hurt and no one was killed, police said.", "No one was killed and three people were hurt, police said.")]
    [InlineData("No one was hurt; two men were arrested.", "Two men were arrested; no one was hurt.")]
    public void coordinated_clauses_of_which_one_is_denied_are_two_claims_in_either_order(string one, string other)
    {
        var (a, b) = (Read.All(one), Read.All(other));
        Assert.Equal([Polarity.Positive, Polarity.Negative], a.Select(m => m.Polarity).Order());
        Assert.Equal([Polarity.Positive, Polarity.Negative], b.Select(m => m.Polarity).Order());
        static IEnumerable<string> Words(IEnumerable<Mention> mentions, Polarity polarity) => mentions.Single(m => m.Polarity == polarity).Quote.ToLowerInvariant().TrimEnd('.', ';').Split(' ').Where(w => w is not "and").Order();
        foreach (var polarity in new[] { Polarity.Positive, Polarity.Negative }) Assert.Equal(Words(a, polarity), Words(b, polarity));
    }

    [Theory]
    [InlineData("The minister did not resign and apologised to parliament.", 2)]
    [InlineData("The minister has not resigned and apologised.", 1)]
    [InlineData("The fire did not reach the school and the church.", 1)]
    [InlineData("The mayor was not arrested and charged.", 1)]
    [InlineData("The tram does not run between the harbour and the station that was built in 1990.", 1)]
    [InlineData("The company said that while the port was not hit, the airfield was.", 1)]
    [InlineData("The mayor, who had not resigned, and his deputy were arrested.", 1)]
    [InlineData("The army denied that the bridge, which had not been repaired, was open.", 1)]
    [InlineData("Police did not say whether the driver and two men were arrested.", 1)]
    [InlineData("The union did not say the driver and two guards were hurt.", 1)]
    public void only_what_is_a_clause_of_its_own_is_taken_apart(string text, int claims) => Assert.Equal(claims, Read.All(text).Count);

    [Theory]
    [InlineData("The Tarvo bank lost 4 million {0} on bad loans.", "$4m", "USD 4m", "4 million dollars", "4 million US dollars", "4m dollars")]
    [InlineData("The Tarvo bank lost 4 million {0} on bad loans.", "€4m", "4m euros", "EUR 4m", "4 million euros", "4 million euro")]
    [InlineData("The Tarvo bank lost {0} on bad loans.", "£4m", "4 million pounds", "GBP 4m", "4m pounds sterling")]
    [InlineData("The Tarvo clinic charges patients {0} for late visits, a doctor said.", "£30", "30 pounds", "GBP 30")]
    [InlineData("The Tarvo parcel bomb weighed {0}, police said.", "30kg", "30 kg", "30 kilograms", "30 kilogrammes", "30 kilos")]
    [InlineData("The Tarvo column moved {0} in one night.", "5km", "5 km", "five kilometres", "5 kilometers")]
    [InlineData("The Tarvo storm brought winds of {0} to the coast.", "96mph", "96 mph", "96 miles per hour", "96 miles an hour")]
    [InlineData("The Tarvo storm brought winds of {0} to the coast.", "96km/h", "96 kph", "96 kilometres per hour", "96 kilometres an hour")]
    [InlineData("The Tarvo shops raised the price of bread to {0}, the union said.", "139p", "139 pence")]
    [InlineData("The Tarvo heat reached {0} at noon.", "41C", "41 degrees", "41°C", "41 degrees Celsius")]
    [InlineData("The Tarvo bank raised its rate to {0} at noon.", "4%", "4 percent", "4 per cent", "four percent")]
    public void a_value_is_one_however_its_unit_is_written(string form, params string[] values)
    {
        form = form.Replace("4 million {0}", "{0}", StringComparison.Ordinal);
        foreach (var one in values)
            foreach (var other in values)
                Assert.True(Compare(form.Replace("{0}", one, StringComparison.Ordinal), form.Replace("{0}", other, StringComparison.Ordinal)) is ClaimRelation.Same, $"{one}, {other}");
    }

    [Theory]
    [InlineData("The Tarvo bank lost {0} on bad loans.", "$4m", "4 million euros", false)]
    [InlineData("The Tarvo bank lost {0} on bad loans.", "$4m", "5 million dollars", true)]
    [InlineData("The Tarvo bank lost {0} on bad loans.", "£4m", "5 million pounds", true)]
    [InlineData("The Tarvo parcel bomb weighed {0} on Monday.", "30kg", "40 kilograms", true)]
    [InlineData("The Tarvo parcel bomb weighed {0}, police said.", "30kg", "30 pounds", false)]
    [InlineData("The Tarvo parcel bomb weighed {0}, police said.", "£30", "30 pounds", false)]
    [InlineData("The Tarvo storm brought winds of {0} to the coast.", "96mph", "96 km/h", false)]
    [InlineData("The Tarvo storm brought winds of {0} to the coast.", "96mph", "86 miles an hour", true)]
    [InlineData("The Tarvo heat reached {0} at noon.", "41C", "41F", false)]
    public void another_value_or_unit_is_another_claim(string form, string one, string other, bool contradicts)
    {
        var relation = Compare(form.Replace("{0}", one, StringComparison.Ordinal), form.Replace("{0}", other, StringComparison.Ordinal));
        Assert.False(relation is ClaimRelation.Same, relation.ToString());
        Assert.Equal(contradicts, relation is ClaimRelation.Contradicts);
    }
}
