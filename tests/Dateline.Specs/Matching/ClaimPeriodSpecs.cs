using Dateline.Matching;
using Dateline.Specs.Extraction;
using static Dateline.Specs.Matching.Mentions;

namespace Dateline.Specs.Matching;

/// <summary>Values of different periods are not compared.</summary>
public sealed class ClaimPeriodSpecs
{
    private static ClaimRelation Compare(string one, string other) => Compare(
        ClaimFeatures.Of(Read.One(one), "a", Read.Published.AddHours(1)), ClaimFeatures.Of(Read.One(other), "b", Read.Published));

    private static ClaimRelation Compare(ClaimFeatures a, ClaimFeatures b) => ClaimMatcher.Compare(a, [.. a.Sorted.Select(_ => 1)], b, [.. b.Sorted.Select(_ => 1)], true).Relation;

    // The periods are told by the words alone.
    private static ClaimFeatures Undated(string text, string value) =>
        ClaimFeatures.Of(Saying(text, "the firm " + value, numbers: [Number(text, value + " percent", value, "percent", change: "fell-by")]), "a", Noon);

    [Theory]
    [InlineData("Orvex sales fell 5 percent in the first quarter.", "Orvex sales fell 9 percent in the second quarter.")]
    [InlineData("Orvex sales fell 5 percent in the first quarter.", "Orvex sales fell 5 percent in the second quarter.")]
    [InlineData("Orvex sales fell 5 percent in the fourth quarter.", "Orvex sales fell 9 percent in 2025.")]
    [InlineData("Orvex sales fell 5 percent in January.", "Orvex sales fell 9 percent in 2026.")]
    [InlineData("Orvex sales fell 5 percent in the first half of the year.", "Orvex sales fell 9 percent in the first quarter.")]
    [InlineData("Orvex sales fell 5 percent in the third quarter of 2024.", "Orvex sales fell 9 percent in the third quarter of 2025.")]
    [InlineData("Orvex sales fell 5 percent last winter.", "Orvex sales fell 9 percent this winter.")]
    [InlineData("Molvan exports rose 3 percent in January.", "Molvan exports rose 7 percent in February.")]
    [InlineData("Molvan exports rose in January.", "Molvan exports fell in February.")]
    [InlineData("Murders in Tarvo rose to 40 in 2024.", "Murders in Tarvo rose to 52 in 2025.")]
    [InlineData("Turnout in Tarvo was 61 percent in 2021.", "Turnout in Tarvo was 54 percent in 2025.")]
    [InlineData("The Nuvex phone sold 2 million units in March 2024.", "The Nuvex phone sold 3 million units in March 2025.")]
    [InlineData("The Tarvo festival drew 30,000 people on Friday.", "The Tarvo festival drew 45,000 people on Saturday.")]
    [InlineData("The Tarvo festival drew 30,000 people yesterday.", "The Tarvo festival drew 45,000 people today.")]
    public void what_is_said_of_another_period_is_nothing(string one, string other)
    {
        Assert.Equal(ClaimRelation.None, Compare(one, other));
        Assert.Equal(ClaimRelation.None, Compare(other, one));
    }

    [Theory]
    [InlineData("Orvex sales fell 5 percent in the first quarter.", "Orvex sales fell 9 percent in the first quarter.")]
    [InlineData("Orvex sales fell 5 percent in Q1.", "Orvex sales fell 9 percent in the first quarter.")]
    [InlineData("The Tarvo festival drew 30,000 people last year.", "The Tarvo festival drew 45,000 people in 2025.")]
    [InlineData("The Tarvo blast killed 12 people on Monday.", "The Tarvo blast killed 15 people in March.")]
    [InlineData("The Tarvo blast killed 12 people on Monday.", "The Tarvo blast killed 15 people.")]
    public void values_of_one_period_contradict(string one, string other)
    {
        Assert.Equal(ClaimRelation.Contradicts, Compare(one, other));
        Assert.Equal(ClaimRelation.Contradicts, Compare(other, one));
    }

    [Fact]
    public void a_count_that_rose_to_another_value_on_a_later_day_updates() => Assert.Equal(ClaimRelation.Updates, Compare(
        "The Tarvo flood death toll rose to 30 on Tuesday.", "The Tarvo flood death toll was 12 on Monday."));

    [Theory]
    [InlineData("in the first half of the year", "in the first quarter")]
    [InlineData("in the spring of 2024", "in the spring of 2025")]
    [InlineData("in the first half of 2024", "in the first half of 2025")]
    [InlineData("last winter", "this winter")]
    [InlineData("last summer", "next summer")]
    [InlineData("in H1 of the year", "in the first quarter of the year")]
    [InlineData("in the three months to March", "in the three months to June")]
    public void a_period_is_read_where_no_date_tells(string one, string other)
    {
        string x = $"Orvex sales in Tarvo fell 5 percent {one}", y = $"Orvex sales in Tarvo fell 9 percent {other}", z = $"Orvex sales in Tarvo fell 9 percent {one}";
        Assert.Equal(ClaimRelation.None, Compare(Undated(x, "5"), Undated(y, "9")));
        Assert.Equal(ClaimRelation.None, Compare(Undated(y, "9"), Undated(x, "5")));
        Assert.Equal(ClaimRelation.Contradicts, Compare(Undated(x, "5"), Undated(z, "9")));
    }

    [Theory]
    [InlineData("a spring burst under half of the road", 0)]
    [InlineData("the fall of the town to the rebels", 0)]
    [InlineData("the second half of the match", 0)]
    [InlineData("a quarter of the first houses", 0)]
    [InlineData("in the summer the well fell dry", 1)]
    public void what_is_no_period_is_read_as_none(string text, int periods) => Assert.Equal(periods, ClaimFeatures.Of(Saying(text), "a", Noon).Days.Length);
}
