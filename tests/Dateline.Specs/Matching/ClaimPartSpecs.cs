using Dateline.Matching;
using Dateline.Specs.Extraction;

namespace Dateline.Specs.Matching;

/// <summary>How many of how many: parts and wholes.</summary>
public sealed class ClaimPartSpecs
{
    private static ClaimRelation Compare(string one, string other, bool together = true)
    {
        var (a, b) = (ClaimFeatures.Of(Read.One(one), "a", Read.Published.AddHours(1)), ClaimFeatures.Of(Read.One(other), "b", Read.Published));
        return ClaimMatcher.Compare(a, [.. a.Sorted.Select(_ => 1)], b, [.. b.Sorted.Select(_ => 1)], together).Relation;
    }

    private static void Are(ClaimRelation relation, string one, string other)
    {
        Assert.Equal(relation, Compare(one, other));
        Assert.Equal(relation, Compare(other, one));
    }

    [Theory]
    [InlineData("All seven hostages were freed in Tarvo.", "Five of the seven hostages were freed in Tarvo.")]
    [InlineData("All seven hostages were freed.", "Five of the seven hostages were freed.")]
    [InlineData("Seven hostages were freed in Tarvo.", "Five of the seven hostages were freed in Tarvo.")]
    [InlineData("Six of the seven hostages were freed in Tarvo.", "Five of the seven hostages were freed in Tarvo.")]
    [InlineData("Five of the eight hostages were freed in Tarvo.", "Five of the seven hostages were freed in Tarvo.")]
    [InlineData("All ten were saved in the Tarvo mine.", "Seven of the ten were saved in the Tarvo mine.")]
    [InlineData("All ten miners were saved in Tarvo.", "Seven of the ten miners were saved in Tarvo.")]
    public void another_part_contradicts(string one, string other) => Are(ClaimRelation.Contradicts, one, other);

    [Fact]
    public void another_part_contradicts_in_few_words_of_one_story() => Assert.Equal(ClaimRelation.Contradicts, Compare("All ten were saved.", "Seven of the ten were saved.", together: true));

    [Theory]
    [InlineData("Five hostages were freed in Tarvo.", "Five of the seven hostages were freed in Tarvo.")]
    [InlineData("Five of the hostages were freed in Tarvo.", "Five of the seven hostages were freed in Tarvo.")]
    public void a_part_bears_out_the_same_number(string one, string other) => Are(ClaimRelation.Supports, one, other);

    [Theory]
    [InlineData("Some of the seven hostages were freed in Tarvo.", "Seven hostages were freed in Tarvo.")]
    [InlineData("Half of the seven hostages were freed in Tarvo.", "All seven hostages were freed in Tarvo.")]
    [InlineData("Most of the seven hostages were freed in Tarvo.", "Seven hostages were freed in Tarvo.")]
    public void the_whole_is_no_number_of_the_part(string one, string other) => Are(ClaimRelation.None, one, other);

    [Theory]
    [InlineData("All seven hostages were freed in Tarvo.", "All of the seven hostages were freed in Tarvo.")]
    [InlineData("Five of the seven hostages were freed in Tarvo.", "In Tarvo, five of the seven hostages were freed.")]
    public void the_same_part_of_the_same_whole_is_one_claim(string one, string other) => Are(ClaimRelation.Same, one, other);
}
