using Dateline.Matching;

namespace Dateline.Specs.Matching;

public sealed partial class ClaimPairSpecs
{
    [Theory]
    [InlineData("Orvex accepted the offer of the Tarvo bank.", "Orvex turned down the offer of the Tarvo bank.")]
    [InlineData("Vesland will sign the Tarvo treaty, officials said.", "Vesland refused to sign the Tarvo treaty, officials said.")]
    [InlineData("The Tarvo gunman was arrested, police said.", "The Tarvo gunman is still at large, police said.")]
    [InlineData("Dana Silva won the Tarvo marathon.", "Mark Pike won the Tarvo marathon.")]
    [InlineData("Silva won the election in Tarvo.", "Pike won the election in Tarvo.")]
    [InlineData("The fire in the Tarvo hotel started in the kitchen.", "The fire in the Tarvo hotel started in the sauna.")]
    [InlineData("North Vesland fired on South Vesland.", "South Vesland fired on North Vesland.")]
    [InlineData("North Vesland fired first, observers said.", "South Vesland fired first, observers said.")]
    [InlineData("Halden buys Ryde for $4 million.", "Ryde buys Halden for $4 million.")]
    public void opposite_predicates_and_swapped_parts_are_never_one_claim(string one, string other) => Apart(one, other);

    [Theory]
    [InlineData("Orvex accepted the offer of the Tarvo bank.", "Orvex turned down the offer of the Tarvo bank.", "accept", "turn down")]
    [InlineData("The Tarvo council approved the Lindal bridge, officials said.", "The Tarvo council voted down the Lindal bridge, officials said.", "approve", "vote down")]
    [InlineData("Minister Dana Silva will stay in the Tarvo cabinet.", "Minister Dana Silva will step down in the Tarvo cabinet.", "stay", "step down")]
    [InlineData("Vesland joined the Tarvo fishing pact.", "Vesland pulled out of the Tarvo fishing pact.", "join", "pull out")]
    [InlineData("Orvex hired 300 workers in Tarvo.", "Orvex laid off 300 workers in Tarvo.", "hire", "lay off")]
    [InlineData("The Lindal reactor in Tarvo was built in spring.", "The Lindal reactor in Tarvo was torn down in spring.", "build", "tear down")]
    [InlineData("The court in Tarvo upheld the ruling against Orvex.", "The court in Tarvo threw out the ruling against Orvex.", "uphold", "throw out")]
    public void a_verb_and_a_verb_with_its_particle_stand_against_each_other(string one, string other, string word, string against)
    {
        foreach (var answer in new[] { Compare(one, other), Compare(other, one) })
        {
            Assert.Equal(ClaimRelation.Contradicts, answer.Relation);
            Assert.Contains(answer.Reasons, r => r == $"“{word}” stands against “{against}”." || r == $"“{against}” stands against “{word}”.");
        }
    }

    [Theory]
    [InlineData("The Tarvo council approved the Lindal bridge.", "The Tarvo council approved the Lindal bridge down the river.")]
    [InlineData("Vesland joined the Tarvo pact.", "Vesland joined the Tarvo pact and pulled the nets out.")]
    public void a_particle_elsewhere_is_against_nothing(string one, string other)
    {
        foreach (var answer in new[] { Compare(one, other), Compare(other, one) }) Assert.NotEqual(ClaimRelation.Contradicts, answer.Relation);
    }
}
