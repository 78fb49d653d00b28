using Dateline.Matching;
using Dateline.Specs.Extraction;

namespace Dateline.Specs.Matching;

/// <summary>Shares in words, and values that are one in two units.</summary>
public sealed class ClaimShareSpecs
{
    private static ClaimRelation Compare(string one, string other)
    {
        var (a, b) = (ClaimFeatures.Of(Read.One(one), "a", Read.Published.AddHours(1)), ClaimFeatures.Of(Read.One(other), "b", Read.Published));
        return ClaimMatcher.Compare(a, [.. a.Sorted.Select(_ => 1)], b, [.. b.Sorted.Select(_ => 1)], true).Relation;
    }

    private static void Are(ClaimRelation relation, string form, string one, string other)
    {
        string a = form.Replace("{0}", one, StringComparison.Ordinal), b = form.Replace("{0}", other, StringComparison.Ordinal);
        Assert.Equal(relation, Compare(a, b));
        Assert.Equal(relation, Compare(b, a));
    }

    [Theory]
    [InlineData("Most Tarvo", "Fewer than half of Tarvo")]
    [InlineData("Most of the Tarvo", "Fewer than half of the Tarvo")]
    [InlineData("Most Tarvo", "A minority of Tarvo")]
    [InlineData("More than half of Tarvo", "A minority of Tarvo")]
    [InlineData("A large majority of Tarvo", "A small minority of Tarvo")]
    [InlineData("Most Tarvo", "40 percent of Tarvo")]
    [InlineData("Half of Tarvo", "40 percent of Tarvo")]
    [InlineData("One in five Tarvo", "One in ten Tarvo")]
    [InlineData("One in five Tarvo", "30 percent of Tarvo")]
    public void shares_that_cannot_both_hold_contradict(string one, string other) => Are(ClaimRelation.Contradicts, "{0} voters stayed at home on Sunday.", one, other);

    [Theory]
    [InlineData("Most Tarvo", "A majority of Tarvo")]
    [InlineData("Most Tarvo", "More than half of Tarvo")]
    [InlineData("Half of Tarvo", "50 percent of Tarvo")]
    [InlineData("At least half of Tarvo", "At least 50 percent of Tarvo")]
    [InlineData("A third of Tarvo", "33 percent of Tarvo")]
    [InlineData("Two thirds of Tarvo", "66.7 percent of Tarvo")]
    [InlineData("One in five Tarvo", "20 percent of Tarvo")]
    [InlineData("One in five Tarvo", "A fifth of Tarvo")]
    [InlineData("Two out of five Tarvo", "40 percent of Tarvo")]
    [InlineData("One in every 100 Tarvo", "1 percent of Tarvo")]
    public void a_share_is_one_however_it_is_said(string one, string other) => Are(ClaimRelation.Same, "{0} voters stayed at home on Sunday.", one, other);

    [Fact]
    public void what_most_do_a_share_of_more_than_half_bears_out() => Are(ClaimRelation.Supports, "{0} voters stayed at home on Sunday.", "Most Tarvo", "60 percent of Tarvo");

    [Theory]
    [InlineData("The most serious fire in Tarvo began in a shop.", "The serious fire in Tarvo began in a shop.")]
    [InlineData("Tarvo's most serious fires began in a shop.", "Tarvo's serious fires began in a shop.")]
    public void a_superlative_is_no_share(string one, string other) => Assert.Equal(ClaimRelation.Same, Compare(one, other));

    [Theory]
    [InlineData("Rent in Tarvo rose by {0}.", "a fifth", "20 percent")]
    [InlineData("Rent in Tarvo fell by {0}.", "a quarter", "25 percent")]
    [InlineData("Dana Holt was jailed for {0} for arson in Tarvo.", "five years", "60 months")]
    [InlineData("The siege of Tarvo lasted {0}.", "two days", "48 hours")]
    [InlineData("The siege of Tarvo lasted {0}.", "two weeks", "14 days")]
    [InlineData("The siege of Tarvo lasted {0}.", "at least two weeks", "at least 14 days")]
    [InlineData("The Tarvo marathon is {0} long.", "42 km", "26 miles")]
    [InlineData("The Tarvo road runs {0} to the sea.", "100 miles", "160 kilometres")]
    [InlineData("The Tarvo parcel bomb weighed {0}, police said.", "2 kilograms", "2,000 grams")]
    public void a_value_is_one_in_two_units(string form, string one, string other) => Are(ClaimRelation.Same, form, one, other);

    [Theory]
    [InlineData("Dana Holt was jailed for {0} for arson in Tarvo.", "five years", "61 months")]
    [InlineData("Dana Holt was jailed for {0} for arson in Tarvo.", "five years", "five months")]
    [InlineData("The siege of Tarvo lasted {0}.", "two days", "two hours")]
    [InlineData("The Tarvo road runs {0} to the sea.", "100 miles", "140 kilometres")]
    [InlineData("The Tarvo road runs {0} to the sea.", "100 miles", "100 kilometres")]
    [InlineData("{0} of Tarvo voters stayed at home on Sunday.", "A third", "30 percent")]
    [InlineData("Rent in Tarvo {0}.", "rose by a fifth", "fell by 20 percent")]
    public void a_value_that_is_not_the_same_is_never_one(string form, string one, string other)
    {
        string a = form.Replace("{0}", one, StringComparison.Ordinal), b = form.Replace("{0}", other, StringComparison.Ordinal);
        Assert.NotEqual(ClaimRelation.Same, Compare(a, b));
        Assert.NotEqual(ClaimRelation.Same, Compare(b, a));
    }

    [Theory]
    [InlineData("The Tarvo vaccine protected {0} of the children.", "78 percent", "78")]
    [InlineData("The Tarvo vaccine protected {0} of the children.", "78%", "78")]
    [InlineData("Orvex will cut {0} of the jobs.", "40 percent", "40")]
    [InlineData("Orvex cut {0} of the jobs.", "40 percent", "40")]
    [InlineData("The Tarvo fire destroyed {0} of the houses.", "30 percent", "30")]
    [InlineData("The Tarvo fire destroyed {0} of the houses.", "at least 30 percent", "at least 30")]
    [InlineData("The Tarvo fire destroyed {0} the houses.", "half of", "50 of")]
    [InlineData("The Tarvo fire destroyed {0} of the houses.", "a fifth", "20")]
    [InlineData("The Tarvo strikes cost the firm {0}.", "20 percent a year", "20 a year")]
    [InlineData("The Tarvo strikes cost the firm {0}.", "20 percent a year", "20")]
    [InlineData("Rent in Tarvo rose by {0}.", "30 percent", "30")]
    [InlineData("Rent in Tarvo rose by {0}.", "30 percentage points", "30")]
    public void a_share_of_something_is_no_number_of_it(string form, string one, string other) => Are(ClaimRelation.None, form, one, other);

    [Fact]
    public void nine_are_one_with_nine_people() => Are(ClaimRelation.Same, "{0} were killed in the Tarvo ambush, police said.", "Nine", "Nine people");
}
