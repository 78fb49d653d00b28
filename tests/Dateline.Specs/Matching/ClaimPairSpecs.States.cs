using Dateline.Matching;

namespace Dateline.Specs.Matching;

/// <summary>Kinds of people and vehicles, rates, states, and what only nearly was so.</summary>
public sealed partial class ClaimPairSpecs
{
    [Theory]
    [InlineData("The Tarvo raid killed 20 civilians, the army said.", "The Tarvo raid killed 20 soldiers, the army said.")]
    [InlineData("Five residents were killed in Tarvo on Monday.", "Five workers were killed in Tarvo on Monday.")]
    [InlineData("Police said residents blocked the Tarvo road.", "Police said citizens blocked the Tarvo road.")]
    [InlineData("The Tarvo raid killed 20 children, the army said.", "The Tarvo raid killed 20 women, the army said.")]
    [InlineData("Fire destroyed 50 cars in Tarvo.", "Fire destroyed 50 lorries in Tarvo.")]
    public void others_of_a_kind_are_not_the_same(string one, string other) => Apart(one, other);

    [Theory]
    [InlineData("The Tarvo raid killed 20 civilians, the army said.", "The Tarvo raid killed 20 people, the army said.")]
    [InlineData("Three people were killed by a mine in Tarvo.", "Three men were killed by a mine in Tarvo.")]
    [InlineData("Fire destroyed 50 vehicles in Tarvo.", "Fire destroyed 50 lorries in Tarvo.")]
    public void a_kind_and_what_it_is_a_kind_of_bear_each_other_out(string one, string other)
    {
        Assert.Equal(ClaimRelation.Supports, Compare(one, other).Relation);
        Assert.Equal(ClaimRelation.Supports, Compare(other, one).Relation);
    }

    [Theory]
    [InlineData("The army denied that the Tarvo raid killed 20 soldiers at dawn.", "The Tarvo raid killed 20 people at dawn, witnesses said.")]
    [InlineData("The army denied that the Tarvo raid killed 20 people at dawn.", "The Tarvo raid killed 20 children at dawn, witnesses said.")]
    [InlineData("Police denied that residents blocked the Tarvo bridge at dawn.", "People blocked the Tarvo bridge at dawn, drivers said.")]
    [InlineData("The mayor denied that the Tarvo fire destroyed 50 lorries.", "The Tarvo fire destroyed 50 vehicles, witnesses said.")]
    public void who_denies_it_of_some_does_not_deny_it_of_others(string one, string other)
    {
        Assert.Equal(ClaimRelation.None, Compare(one, other).Relation);
        Assert.Equal(ClaimRelation.None, Compare(other, one).Relation);
    }

    [Theory]
    [InlineData("The army denied that the Tarvo raid killed 20 soldiers at dawn.", "The Tarvo raid killed 20 soldiers at dawn, witnesses said.")]
    [InlineData("The mayor denied that the Tarvo fire destroyed 50 lorries.", "The Tarvo fire destroyed 50 trucks, witnesses said.")]
    public void who_denies_it_of_the_same_denies_it(string one, string other) => Assert.Equal(ClaimRelation.Denies, Compare(one, other).Relation);

    [Theory]
    [InlineData("The Tarvo hospital treats 600 patients a day, the ministry said.", "The Tarvo hospital treats 600 patients a week, the ministry said.")]
    [InlineData("The Tarvo hospital treats 600 patients a day, the ministry said.", "The Tarvo hospital treats 600 patients, the ministry said.")]
    [InlineData("Orvex pays drivers 12 euros an hour, the union said.", "Orvex pays drivers 12 euros a day, the union said.")]
    [InlineData("Tarvo nurses earn three to five pounds an hour.", "Tarvo nurses earn three to five pounds a day.")]
    [InlineData("Tarvo oil costs $40 per barrel, traders said.", "Tarvo oil costs $40 per tonne, traders said.")]
    public void another_rate_is_another_amount(string one, string other) => Apart(one, other);

    [Theory]
    [InlineData("The Tarvo reactor was switched on at dawn.", "The Tarvo reactor was switched off at dawn.")]
    [InlineData("The engineer turned the Tarvo pumps on at dawn.", "The engineer turned off the Tarvo pumps at dawn.")]
    [InlineData("The Tarvo match is on, the league said.", "The Tarvo match is off, the league said.")]
    [InlineData("The Tarvo mayor was stabbed in the chest on Monday.", "The Tarvo mayor was stabbed in the back on Monday.")]
    [InlineData("The Tarvo ferry was hit by a mine.", "The Tarvo ferry was almost hit by a mine.")]
    [InlineData("The ferry sank off Tarvo on Monday.", "The ferry nearly sank off Tarvo on Monday.")]
    [InlineData("The Tarvo dam was almost empty, the agency said.", "The Tarvo dam was empty, the agency said.")]
    public void another_state_or_what_nearly_was_so_is_another_claim(string one, string other) => Apart(one, other);

    [Theory]
    [InlineData("The Tarvo hospital treats 600 patients a day, the ministry said.", "The Tarvo hospital treats 600 patients per day, the ministry said.")]
    [InlineData("The Tarvo hospital treats 600 patients every day, the ministry said.", "The Tarvo hospital treats 600 patients daily, the ministry said.")]
    [InlineData("The Tarvo raid killed 20 people a week ago.", "The Tarvo raid killed 20 people.")]
    [InlineData("A fire on Monday destroyed the Tarvo mill.", "A fire destroyed the Tarvo mill.")]
    [InlineData("Nearly 300 people died in Tarvo.", "Almost 300 people died in Tarvo.")]
    [InlineData("Dana Holt narrowly avoided defeat in Tarvo.", "Dana Holt avoided defeat in Tarvo.")]
    [InlineData("Five lorries blocked the Tarvo road at dawn.", "Five trucks blocked the Tarvo road at dawn.")]
    public void the_same_rate_state_or_kind_in_other_words_is_one_claim(string one, string other)
    {
        Assert.Equal(ClaimRelation.Same, Compare(one, other).Relation);
        Assert.Equal(ClaimRelation.Same, Compare(other, one).Relation);
    }
}
