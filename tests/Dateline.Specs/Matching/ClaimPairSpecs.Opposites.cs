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
}
