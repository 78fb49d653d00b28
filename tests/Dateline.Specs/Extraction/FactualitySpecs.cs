using Dateline.Claims;

namespace Dateline.Specs.Extraction;

public sealed class FactualitySpecs
{
    [Theory]
    [InlineData("The army said that it fired no missiles.")]
    [InlineData("The army said it did not fire missiles.")]
    [InlineData("Iran denied that it had closed the strait.")]
    [InlineData("The firm rejected the accusation of fraud.")]
    [InlineData("The minister does not believe that the vote was fair.")]
    [InlineData("She doubts that the plane will be found.")]
    [InlineData("The army said it “did not fire” on the convoy.")]
    public void a_negation_or_a_denial_verb_makes_the_mention_negative(string text) => Assert.Equal(Polarity.Negative, Read.One(text).Polarity);

    [Theory]
    [InlineData("The army said that it fired two missiles.")]
    [InlineData("Iran denied that it had not paid the fine.")]
    [InlineData("“He said ‘never again’ to me,” the trainer recalled.")]
    [InlineData("“They told us: ‘No entry,’ and we left,” Costa said.")]
    [InlineData("The firm said not only ships but planes were seized.")]
    [InlineData("Officials fear that the dam will break.")]
    [InlineData("The minister said nothing less than the future of the union is at stake.")]
    [InlineData("The blast killed an officer and a technician, and police did not have any suspects, the state said.")]
    [InlineData("The firm said the patch applies to old versions and is not being rolled out yet.")]
    [InlineData("The company said that while the port was not hit, the airfield was destroyed.")]
    public void what_is_neither_denied_nor_negated_is_positive(string text) => Assert.Equal(Polarity.Positive, Read.One(text).Polarity);

    [Theory]
    [InlineData("The army said the bridge was destroyed.", Certainty.Certain)]
    [InlineData("The army said the bridge may have been destroyed.", Certainty.Possible)]
    [InlineData("The army said the bridge could be rebuilt.", Certainty.Possible)]
    [InlineData("The army said the bridge was probably destroyed.", Certainty.Probable)]
    [InlineData("Analysts expect the bridge to fall.", Certainty.Probable)]
    [InlineData("The bridge was reportedly destroyed by three missiles.", Certainty.Underspecified)]
    [InlineData("Unconfirmed reports say the bridge was destroyed.", Certainty.Underspecified)]
    [InlineData("The army did not say that the bridge was destroyed.", Certainty.Underspecified)]
    [InlineData("The general thinks the bridge was destroyed.", Certainty.Probable)]
    [InlineData("The general knows that the bridge was destroyed.", Certainty.Certain)]
    [InlineData("Police chief: suspect dead.", Certainty.Certain)]
    [InlineData("Officials: police suspect arson.", Certainty.Probable)]
    public void hedges_lower_certainty(string text, Certainty certainty) => Assert.Equal(certainty, Read.One(text).Certainty);

    [Theory]
    [InlineData("The army said the town was taken.", Mode.Assertion)]
    [InlineData("The bank predicted that prices would rise.", Mode.Prediction)]
    [InlineData("The bank said inflation will slow next year.", Mode.Prediction)]
    [InlineData("The union vowed to strike in April.", Mode.Promise)]
    [InlineData("“We will close the border,” the minister said.", Mode.Promise)]
    [InlineData("The regime threatened to close the strait.", Mode.Promise)]
    [InlineData("“Who gave the order?” the judge asked.", Mode.Question)]
    [InlineData("The judge asked whether the order was legal.", Mode.Question)]
    [InlineData("The critic said the plan was a disaster.", Mode.Opinion)]
    [InlineData("The bishop urged the king to resign.", Mode.Opinion)]
    [InlineData("The envoy said that if talks fail, shelling resumes.", Mode.Conditional)]
    [InlineData("The party would have won had turnout been higher.", Mode.Conditional)]
    [InlineData("The party would have won the seat had more voters turned out.", Mode.Conditional)]
    [InlineData("The crew would have drowned, but the ferry had rafts on board.", Mode.Assertion)]
    [InlineData("Had the dam broken, 3,000 people would have drowned.", Mode.Conditional)]
    [InlineData("Should the talks fail, the army will attack, the general said.", Mode.Conditional)]
    [InlineData("Were the bank to fail, the state would pay, the minister said.", Mode.Conditional)]
    [InlineData("The ministry estimates that 12,000 people died in the flood.", Mode.Assertion)]
    [InlineData("Some 300 houses burned, the fire service calculated.", Mode.Assertion)]
    [InlineData("The bank estimates that losses will reach $3 million.", Mode.Prediction)]
    public void the_speech_act_is_told(string text, Mode mode) => Assert.Equal(mode, Read.One(text).Mode);

    [Fact]
    public void the_words_that_show_it_are_kept_as_evidence() =>
        Assert.Equal(["not", "may"], Read.One("The army said it may not stay.").Evidence.Select(e => e.Text).OrderDescending());
}
