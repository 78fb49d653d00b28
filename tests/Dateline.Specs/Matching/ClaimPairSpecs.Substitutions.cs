using Dateline.Matching;

namespace Dateline.Specs.Matching;

/// <summary>Pairs that differ in one word: where it carries the claim they are two, whether or not a list knows the word.</summary>
public sealed partial class ClaimPairSpecs
{
    private static readonly string[] doers = ["army", "union", "council", "navy", "bank"];
    private static readonly string[] acts = ["attacked", "rebuilt", "sued", "filmed", "painted", "glombed"];
    private static readonly string[] things = ["convoy", "bakery", "orchestra", "lighthouse", "smelter", "wozzle"];
    private static readonly string[] frames = ["The {0} {1} the Tarvo {2} near the harbour.", "The Tarvo {2} was {1} by the {0} near the harbour.", "In March the {0} {1} the {2} of Tarvo."];

    public static TheoryData<string> Frames => [.. frames];

    [Theory]
    [MemberData(nameof(Frames))]
    public void another_doer_act_or_thing_is_another_claim(string frame)
    {
        string Say(string doer, string act, string thing) => string.Format(null, frame, doer, act, thing);
        for (var i = 0; i < 5; i++)
        {
            var said = Say(doers[i], acts[i], things[i]);
            Assert.Equal(ClaimRelation.Same, Compare(said, said).Relation);
            Apart(said, Say(doers[(i + 1) % 5], acts[i], things[i]));
            Apart(said, Say(doers[i], acts[i + 1], things[i]));
            Apart(said, Say(doers[i], acts[i], things[i + 1]));
        }
    }

    [Fact]
    public void the_same_in_the_active_and_the_passive_is_one_claim_whatever_the_words()
    {
        for (var i = 0; i < 5; i++)
            Assert.Equal(ClaimRelation.Same, Compare(string.Format(null, frames[0], doers[i], acts[i], things[i]), string.Format(null, frames[1], doers[i], acts[i], things[i])).Relation);
    }

    [Theory]
    [InlineData("The Tarvo blast killed five soldiers, the army said.", "The Tarvo blast wounded five soldiers, the army said.")]
    [InlineData("Orvex hired 300 workers in Tarvo.", "Orvex laid off 300 workers in Tarvo.")]
    [InlineData("The ceasefire in Tarvo held, monitors said.", "The ceasefire in Tarvo collapsed, monitors said.")]
    [InlineData("The judge freed the Tarvo banker, court papers show.", "The judge detained the Tarvo banker, court papers show.")]
    [InlineData("The Tarvo mayor survived the shooting, doctors said.", "The Tarvo mayor succumbed to the shooting, doctors said.")]
    [InlineData("Rebels agreed on a truce in Tarvo.", "Rebels balked at a truce in Tarvo.")]
    [InlineData("Protesters burned the Tarvo town hall.", "Protesters occupied the Tarvo town hall.")]
    [InlineData("Orvex recalled the electric buses in Tarvo.", "Orvex unveiled the electric buses in Tarvo.")]
    [InlineData("The Tarvo court postponed the trial of the banker.", "The Tarvo court opened the trial of the banker.")]
    [InlineData("Sten Vall was hired as coach of the Tarvo team.", "Sten Vall is out as coach of the Tarvo team.")]
    [InlineData("Five soldiers died in Tarvo at dawn.", "Soldiers killed five people in Tarvo at dawn.")]
    [InlineData("Orvex called the shareholders' meeting in Tarvo.", "Orvex called off the shareholders' meeting in Tarvo.")]
    public void another_act_is_another_claim(string one, string other) => Apart(one, other);

    [Theory]
    [InlineData("The Tarvo ferry was sunk by a mine, the navy said.", "The Tarvo ferry was sunk by a torpedo, the navy said.")]
    [InlineData("Norland fired on the convoy near Tarvo.", "Sudland fired on the convoy near Tarvo.")]
    [InlineData("The Tarvo volcano erupted on Monday morning, officials said.", "The Tarvo volcano erupted on Monday night, officials said.")]
    [InlineData("The king met the rebels in Tarvo at dawn.", "The king met the rebels in Tarvo at dusk.")]
    [InlineData("The Tarvo painter died of flu, her family said.", "The Tarvo painter died of cancer, her family said.")]
    [InlineData("The Tarvo airport is closed to passengers, the agency said.", "The Tarvo airport is closed to cargo, the agency said.")]
    [InlineData("The Tarvo council banned scooters from the old town.", "The Tarvo council banned lorries from the old town.")]
    [InlineData("The Tarvo bridge was damaged by a flood.", "The Tarvo bridge was damaged by a fire.")]
    [InlineData("The Tarvo finance minister resigned on Friday.", "The Tarvo health minister resigned on Friday.")]
    [InlineData("Farmers blocked the Tarvo motorway on Friday.", "Miners blocked the Tarvo motorway on Friday.")]
    [InlineData("Nurses in Tarvo went on strike over pay.", "Nurses in Tarvo went on strike over staffing.")]
    [InlineData("Orvex will build a tram line in Tarvo.", "Orvex will build a power line in Tarvo.")]
    [InlineData("The Tarvo dam leaked because of a quake.", "The Tarvo dam leaked because of a design fault.")]
    public void another_word_in_the_same_place_is_another_claim(string one, string other) => Apart(one, other);

    [Theory]
    [InlineData("General Ashe has surrendered in Tarvo, the army said.", "General Ashe is refusing to surrender in Tarvo, the army said.")]
    [InlineData("Kestria tested a missile over the Tarvo strait.", "Kestria tried to test a missile over the Tarvo strait.")]
    [InlineData("The Tarvo dock is closed, the agency said.", "The Tarvo dock is expected to close, the agency said.")]
    [InlineData("The union ended the Tarvo dock strike.", "The union considered ending the Tarvo dock strike.")]
    [InlineData("The dock company left the Tarvo port.", "The dock company was ordered to leave the Tarvo port.")]
    public void what_was_tried_planned_or_refused_is_not_what_was_done(string one, string other) => Apart(one, other);

    [Theory]
    [InlineData("The army captured Tarvo from the rebels.", "The rebels captured Tarvo from the army.")]
    [InlineData("The army took Tarvo from the rebels on Friday.", "The rebels took Tarvo from the army on Friday.")]
    [InlineData("Tarvo was captured from the rebels by the army.", "Tarvo was captured from the army by the rebels.")]
    [InlineData("The bank bought the Tarvo plant from the state.", "The state bought the Tarvo plant from the bank.")]
    [InlineData("The bank sold the Tarvo plant to the state.", "The state sold the Tarvo plant to the bank.")]
    [InlineData("The union won the Tarvo pension case against the mine.", "The mine won the Tarvo pension case against the union.")]
    [InlineData("The murder of the Tarvo banker by a soldier shocked the port.", "The murder of a soldier by the Tarvo banker shocked the port.")]
    [InlineData("Trains run from the Tarvo harbour to the airport.", "Trains run from the airport to the Tarvo harbour.")]
    [InlineData("The army captured Tarvo from the rebels.", "Tarvo was captured from the army.")]
    public void things_that_change_places_around_prepositions_make_another_claim(string one, string other) => Apart(one, other);

    [Theory]
    [InlineData("The Tarvo mayor resigned on Friday over the bribes.", "The Tarvo mayor stepped down on Friday over the bribes.")]
    [InlineData("The Tarvo mayor quit over a bribe scandal.", "The Tarvo mayor resigned over a bribe scandal.")]
    [InlineData("Police arrested two men in Tarvo over the blast.", "Two men were detained by police in Tarvo over the explosion.")]
    [InlineData("The Tarvo flood killed more than 30 people near the dam.", "More than 30 people died in the Tarvo flood near the dam.")]
    [InlineData("Tarvo was captured from the rebels by the army.", "The army captured Tarvo from the rebels.")]
    [InlineData("Kestria launched an attack on Molva at dawn.", "Kestria attacked Molva at dawn.")]
    [InlineData("The Tarvo volcano erupted on Monday night.", "On Monday night the Tarvo volcano erupted.")]
    [InlineData("The Tarvo council approved the new tram line.", "The Tarvo council backed the tram line on Friday.")]
    [InlineData("A fire gutted the Tarvo town hall, firefighters said.", "The Tarvo town hall was gutted by a blaze, firefighters said.")]
    [InlineData("The Tarvo ferry was sunk by a mine, the navy said.", "A mine sank the Tarvo ferry, the navy said.")]
    [InlineData("Orvex called off its merger with Nuvex.", "Orvex has cancelled its merger with Nuvex.")]
    [InlineData("Orvex bought the Tarvo lithium mine from Nuvex.", "The Tarvo lithium mine was acquired by Orvex from Nuvex.")]
    [InlineData("The Tarvo mayor survived the shooting, doctors said.", "The Tarvo mayor survived the shooting on Friday in the old town, doctors said.")]
    [InlineData("A court in Tarvo jailed the banker for fraud.", "The banker was jailed for fraud by a court in Tarvo.")]
    [InlineData("The Tarvo painter died of flu, her family said.", "The painter from Tarvo died of flu at home, her family said.")]
    [InlineData("Opposition leader Dana Holt was arrested in Tarvo.", "Politician Dana Holt was arrested in Tarvo.")]
    [InlineData("General Ashe has surrendered in Tarvo, the army said.", "In Tarvo, General Ashe surrendered, the army said.")]
    [InlineData("The minister refused to resign over the Tarvo spill.", "The minister has refused to resign over the Tarvo spill.")]
    [InlineData("Prosecutors dropped the case against Dana Holt.", "Prosecutors have abandoned the case against Dana Holt.")]
    [InlineData("The pilot of the Tarvo plane was found dead.", "The Tarvo plane's pilot was found dead.")]
    [InlineData("Rain stopped the Tarvo regatta on Friday.", "Heavy rain stopped the Tarvo regatta on Friday.")]
    [InlineData("The bridge over the Tarvo river collapsed at dawn.", "The Tarvo river bridge fell down at dawn.")]
    [InlineData("The Tarvo prison guards are on strike.", "Guards at the Tarvo prison are on strike.")]
    [InlineData("Norland fired on the convoy near Tarvo.", "The convoy near Tarvo was fired on by Norland.")]
    public void paraphrases_and_added_details_stay_one_claim(string one, string other)
    {
        Assert.Equal(ClaimRelation.Same, Compare(one, other).Relation);
        Assert.Equal(ClaimRelation.Same, Compare(other, one).Relation);
    }
}
