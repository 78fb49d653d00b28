using Dateline.Matching;
using Dateline.Specs.Extraction;
using static Dateline.Matching.ClaimRelation;

namespace Dateline.Specs.Matching;

/// <summary>Each bound against each other one: what the later mention is to the earlier claim.</summary>
public sealed class BoundTableSpecs
{
    private static ClaimRelation Compare(string later, string earlier)
    {
        var (a, b) = (Features(later, "a", 1), Features(earlier, "b", 0));
        return ClaimMatcher.Compare(a, [.. a.Sorted.Select(_ => 1)], b, [.. b.Sorted.Select(_ => 1)], true).Relation;
    }

    private static ClaimFeatures Features(string bound, string source, int hours) => ClaimFeatures.Of(Read.One($"{bound} people died in the Tarvo fire."), source, Read.Published.AddHours(hours));

    [Theory]
    [InlineData("30", "30", Same)]
    [InlineData("30", "20", Contradicts)]
    [InlineData("30", "At least 20", Supports)]
    [InlineData("30", "At least 30", Supports)]
    [InlineData("30", "At least 40", Contradicts)]
    [InlineData("30", "More than 20", Supports)]
    [InlineData("30", "More than 30", Contradicts)]
    [InlineData("30", "At most 40", Supports)]
    [InlineData("30", "At most 30", Supports)]
    [InlineData("30", "At most 20", Contradicts)]
    [InlineData("30", "Fewer than 40", Supports)]
    [InlineData("30", "Fewer than 30", Contradicts)]
    [InlineData("30", "About 30", Supports)]
    [InlineData("30", "About 31", Supports)]
    [InlineData("30", "About 40", Contradicts)]
    [InlineData("30", "Between 20 and 40", Supports)]
    [InlineData("50", "Between 20 and 40", Contradicts)]
    [InlineData("At least 30", "At least 30", Same)]
    [InlineData("At least 30", "No fewer than 30", Same)]
    [InlineData("At least 30", "At least 20", Updates)]
    [InlineData("At least 20", "At least 30", Updates)]
    [InlineData("At least 30", "More than 30", Supports)]
    [InlineData("At least 30", "More than 20", Updates)]
    [InlineData("At least 30", "At most 40", None)]
    [InlineData("At least 30", "At most 30", None)]
    [InlineData("At least 30", "At most 20", Contradicts)]
    [InlineData("At least 30", "Fewer than 40", None)]
    [InlineData("At least 30", "Fewer than 30", Contradicts)]
    [InlineData("At least 30", "About 40", Supports)]
    [InlineData("At least 30", "About 30", None)]
    [InlineData("At least 30", "About 20", Contradicts)]
    [InlineData("At least 30", "Between 40 and 50", Supports)]
    [InlineData("At least 30", "Between 10 and 20", Contradicts)]
    [InlineData("More than 30", "Over 30", Same)]
    [InlineData("More than 30", "More than 20", Updates)]
    [InlineData("More than 30", "At most 40", None)]
    [InlineData("More than 30", "At most 30", Contradicts)]
    [InlineData("More than 30", "Fewer than 40", None)]
    [InlineData("More than 30", "Fewer than 30", Contradicts)]
    [InlineData("More than 30", "About 40", Supports)]
    [InlineData("More than 30", "About 30", None)]
    [InlineData("More than 30", "About 20", Contradicts)]
    [InlineData("At most 30", "Up to 30", Same)]
    [InlineData("At most 30", "At most 40", Updates)]
    [InlineData("At most 30", "Fewer than 30", Supports)]
    [InlineData("At most 30", "Fewer than 40", Updates)]
    [InlineData("At most 30", "About 20", Supports)]
    [InlineData("At most 30", "About 30", None)]
    [InlineData("At most 30", "About 40", Contradicts)]
    [InlineData("Fewer than 30", "Under 30", Same)]
    [InlineData("Fewer than 30", "Fewer than 40", Updates)]
    [InlineData("Fewer than 30", "About 20", Supports)]
    [InlineData("Fewer than 30", "About 30", None)]
    [InlineData("Fewer than 30", "About 40", Contradicts)]
    [InlineData("About 30", "Nearly 30", Same)]
    [InlineData("About 30", "About 31", Supports)]
    [InlineData("About 30", "About 40", Contradicts)]
    [InlineData("Between 20 and 40", "Between 20 and 40", Same)]
    [InlineData("Between 20 and 40", "Between 25 and 30", Supports)]
    [InlineData("Between 20 and 40", "Between 30 and 50", None)]
    [InlineData("Between 20 and 40", "Between 50 and 60", Contradicts)]
    [InlineData("More than half of the", "Over half of the", Same)]
    [InlineData("At least a third of the", "At least half of the", Updates)]
    [InlineData("Nearly two thirds of the", "More than half of the", Supports)]
    [InlineData("Fewer than a third of the", "More than half of the", Contradicts)]
    public void a_bound_against_another(string later, string earlier, object relation)
    {
        Assert.Equal((ClaimRelation)relation, Compare(later, earlier));
        // The order of publication changes nothing but what moved.
        Assert.Equal((ClaimRelation)relation, Compare(earlier, later));
    }

    [Theory]
    [InlineData("At least 20", "At least 30")]
    [InlineData("Fewer than 40", "At most 30")]
    public void an_older_bound_of_the_same_direction_updates_nothing(string older, string known)
    {
        var (a, b) = (Features(older, "a", -1), Features(known, "b", 0));
        Assert.Equal(Supports, ClaimMatcher.Compare(a, [.. a.Sorted.Select(_ => 1)], b, [.. b.Sorted.Select(_ => 1)], true).Relation);
    }
}
