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

    [Theory]
    [InlineData("The minister told Reuters that 40 deserters had stormed the Brenn barracks.")]
    [InlineData("Forty deserters had stormed the Brenn barracks, two officials told Reuters.")]
    [InlineData("Citing Reuters, the Daily Post reported that 40 deserters had stormed the Brenn barracks.")]
    [InlineData("A Reuters investigation found that 40 deserters had stormed the Brenn barracks.")]
    [InlineData("A joint Reuters analysis showed that 40 deserters had stormed the Brenn barracks.")]
    [InlineData("An investigation by Reuters found that 40 deserters had stormed the Brenn barracks.")]
    [InlineData("Reuters' investigation found that 40 deserters had stormed the Brenn barracks.")]
    [InlineData("Documents seen by Reuters show that 40 deserters had stormed the Brenn barracks.")]
    [InlineData("The minister said in an interview with Reuters that 40 deserters had stormed the Brenn barracks.")]
    [InlineData("The minister told a Reuters reporter that 40 deserters had stormed the Brenn barracks.")]
    [InlineData("News agency Reuters said 40 deserters had stormed the Brenn barracks.")]
    [InlineData("News agency Reuters quoted the minister as saying 40 deserters had stormed the Brenn barracks.")]
    public void what_came_by_one_outlet_has_its_origin(string text)
    {
        Assert.Equal("outlet:reuters", OriginOf("alpha", text));
        Assert.Equal("source:reuters", OriginOf("reuters", text));
    }

    [Theory]
    [InlineData("The Tarvo Post", "The newspaper Tarvo Post")]
    [InlineData("Brennwatch", "The local website Brennwatch")]
    [InlineData("The Tarvo Post", "A Tarvo Post investigation")]
    public void an_outlet_that_is_not_listed_is_one_whatever_is_said_of_it(string plain, string described) => Assert.Equal(Origins.OfOutlet(plain), Origins.OfOutlet(described));

    [Theory]
    [InlineData("People's Daily")]
    [InlineData("The Daily Mirror")]
    [InlineData("the Irish Times")]
    [InlineData("The Drudge Report")]
    [InlineData("Iranian state television")]
    public void a_name_stays_whole(string name) => Assert.Equal("outlet:" + name.ToLowerInvariant().Replace("the ", "", StringComparison.Ordinal), Origins.OfOutlet(name));

    [Fact]
    public void a_copy_that_cites_an_outlet_counts_as_its_origin_once_it_is_held()
    {
        var desk = new Desk();
        var claims = new List<FiledMention>();
        foreach (var (source, text) in new[]
        {
            ("reuters", "Forty deserters have stormed the Brenn barracks, the minister told Reuters."),
            ("alpha", "The minister told Reuters that forty deserters have stormed the Brenn barracks."),
            ("beta", "Forty deserters have stormed the Brenn barracks, Axios reported, citing Reuters.")
        })
        {
            var input = new ExtractionInput(source, 1, "News of the day", text, "en", new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero), source);
            var filing = new FilingInput(source, 1, source, source, input.Title!, text, input.PublishedAt!.Value, Extractor.Extract(input).Mentions);
            var filed = desk.File(filing);
            desk.Learn(filing, filed);
            claims.Add(Assert.Single(filed.Mentions));
        }
        Assert.Single(claims.Select(c => c.ClaimId).Distinct());
        Assert.Equal(["source:reuters", "source:reuters", "source:reuters"], claims.Select(c => c.Origin));
    }
}
