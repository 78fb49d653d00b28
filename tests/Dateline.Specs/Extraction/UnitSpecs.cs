namespace Dateline.Specs.Extraction;

/// <summary>Units that are written to the number, and currencies by name.</summary>
public sealed class UnitSpecs
{
    [Theory]
    [InlineData("The parcel weighed 30kg.", "30/kg")]
    [InlineData("The parcel weighed 1,030.5kg.", "1030.5/kg")]
    [InlineData("The car went at 96mph.", "96/mph")]
    [InlineData("A litre of petrol cost 139p on Monday.", "139/pence")]
    [InlineData("The fire burned 5km from Tarvo.", "5/km")]
    [InlineData("The quake struck 40 km south of Tarvo.", "40/km")]
    [InlineData("The wreck lies 12 miles offshore.", "12/miles")]
    [InlineData("The heat in Tarvo reached 41.5C on Monday.", "41.5/degrees")]
    [InlineData("The heat in Tarvo reached 106F on Monday.", "106/degrees fahrenheit")]
    [InlineData("The plant near Tarvo makes 500MW.", "500/mw")]
    [InlineData("The storm brought winds of 120km/h to Tarvo.", "120/km/h")]
    [InlineData("The storm brought winds of 120 km/h to Tarvo.", "120/km/h")]
    [InlineData("The storm brought 30mm of rain to Tarvo.", "30/mm")]
    [InlineData("The bank made £3.2bn.", "3200000000/gbp")]
    [InlineData("The bank made $3.2b.", "3200000000/usd")]
    [InlineData("The plan covers 1.5m people.", "1500000/people")]
    [InlineData("The bank made 4m euros.", "4000000/euros")]
    [InlineData("The bank made USD 4m.", "4000000/usd")]
    [InlineData("The bank made 4 million US dollars.", "4000000/usd")]
    [InlineData("The bank made 4 million Australian dollars.", "4000000/aud")]
    [InlineData("The bank made 3m Swiss francs.", "3000000/chf")]
    [InlineData("The bank made 3m Hong Kong dollars.", "3000000/hkd")]
    [InlineData("The bank made 3 million pounds sterling.", "3000000/gbp")]
    public void a_unit_needs_no_space(string text, string number) => Assert.Equal([number], Read.One(text).Numbers.Select(n => $"{n.Value}/{n.Unit}"));

    [Theory]
    [InlineData("The bank in Tarvo opened at 8pm.")]
    [InlineData("The film was shot in 1080p.")]
    [InlineData("The firm in Tarvo sells 5G phones.")]
    [InlineData("The firm in Tarvo sells the Boeing 737C.")]
    [InlineData("The runner came 20th in Tarvo.")]
    [InlineData("The court in Tarvo cited section 12c.")]
    public void letters_behind_digits_may_be_part_of_a_name(string text) => Assert.Empty(Read.One(text).Numbers);

    [Fact]
    public void a_range_of_which_only_the_end_has_a_unit_has_it_twice() =>
        Assert.Equal(["20/kg/more-than", "30/kg/less-than"], Read.One("The parcels weighed 20-30kg.").Numbers.Select(n => $"{n.Value}/{n.Unit}/{n.Bound}"));
}
