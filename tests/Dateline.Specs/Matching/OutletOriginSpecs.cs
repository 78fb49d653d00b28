using Dateline.Extraction;
using Dateline.Matching;

namespace Dateline.Specs.Matching;

/// <summary>What an outlet reported has one origin, however it is worded and whoever passes it on.</summary>
public sealed class OutletOriginSpecs
{
    private static string OriginOf(string source, string text)
    {
        var input = new ExtractionInput(source, 1, "News of the day", text, "en", new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero), source);
        var mentions = Extractor.Extract(input).Mentions;
        return Assert.Single(new Desk().File(new(source, 1, source, source, input.Title!, text, input.PublishedAt!.Value, mentions)).Mentions).Origin;
    }

    [Theory]
    [InlineData("Al Jazeera", "outlet:al jazeera")]
    [InlineData("Le Monde", "outlet:le monde")]
    [InlineData("Kyodo", "outlet:kyodo")]
    [InlineData("CNN", "outlet:cnn")]
    [InlineData("The Economist", "outlet:economist")]
    [InlineData("The Zutphen Sentinel-Nieuws", "outlet:zutphen sentinel-nieuws")]
    [InlineData("Brennoviny", "outlet:brennoviny")]
    public void what_an_outlet_reports_has_its_origin_in_both_orders(string outlet, string origin)
    {
        Assert.Equal(origin, OriginOf("alpha", $"{outlet} reported that the Brenn barracks had been stormed by 40 deserters."));
        Assert.Equal(origin, OriginOf("beta", $"Forty deserters had stormed the Brenn barracks, {outlet} reported."));
    }

    [Theory]
    [InlineData("Haaretz", "the Israeli daily Haaretz")]
    [InlineData("Kyodo", "Japan's Kyodo news agency")]
    public void a_listed_outlet_is_one_whatever_is_said_of_it(string plain, string described) => Assert.Equal(
        OriginOf("alpha", $"{plain} reported that 40 deserters had stormed the Brenn barracks."), OriginOf("beta", $"40 deserters had stormed the Brenn barracks, {described} said."));

    [Theory]
    [InlineData("Anna Berg")]
    [InlineData("The army")]
    [InlineData("General Moe")]
    [InlineData("Norway")]
    [InlineData("The Ministry of Works")]
    public void a_person_or_a_body_is_no_outlet(string speaker) => Assert.Equal("source:alpha", OriginOf("alpha", $"{speaker} reported that the Brenn barracks had been stormed by 40 deserters."));

    [Fact]
    public void a_chain_ends_in_the_medium_that_knows() =>
        Assert.Equal("outlet:new york times", OriginOf("alpha", "Reuters, citing the New York Times, which quoted an unnamed White House official, reported that the Brenn barracks had been stormed."));
}
