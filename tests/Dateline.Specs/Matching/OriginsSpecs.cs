using Dateline.Matching;

namespace Dateline.Specs.Matching;

public class OriginsSpecs
{
    private const string Wire =
        "The ministry of health said on Tuesday that the outbreak had spread to four provinces, and that hospitals in the capital were running short of oxygen. "
        + "Officials asked neighbouring countries for help, while aid groups warned that roads in the north remained closed after weeks of heavy rain.";

    private const string Other =
        "Shares in the port operator fell sharply after it lost a licence that it had held for two decades, and its chairman announced a review of all contracts.";

    private static Origins Holding(string id, string text, string origin)
    {
        var origins = new Origins();
        origins.Add(id, text, origin, 0);
        return origins;
    }

    [Fact]
    public void a_copy_has_the_origin_of_the_text_filed_before_it() =>
        Assert.Equal("source:wire", Holding("d1", Wire, "source:wire").OriginOf("d2", "paper", Wire.ToUpperInvariant().Replace(",", " -", StringComparison.Ordinal)));

    [Fact]
    public void a_cut_and_a_longer_version_of_a_text_share_its_origin()
    {
        Assert.Equal("source:wire", Holding("d1", Wire, "source:wire").OriginOf("d2", "paper", Wire[..170]));
        Assert.Equal("source:wire", Holding("d1", Wire, "source:wire").OriginOf("d2", "paper", Wire + " " + Other));
    }

    [Fact]
    public void another_text_has_its_own_sources_origin() =>
        Assert.Equal("source:paper", Holding("d1", Wire, "source:wire").OriginOf("d2", "paper", Other));

    [Fact]
    public void what_is_reported_on_an_outlets_word_has_that_outlets_origin() =>
        Assert.Equal("outlet:new york times", new Origins().OriginOf("d2", "paper", Other, "The New York Times"));

    [Fact]
    public void the_earliest_of_several_copies_counts()
    {
        var origins = new Origins();
        origins.Add("d2", Wire, "source:late", 7);
        origins.Add("d1", Wire, "source:early", 3);
        Assert.Equal("source:early", origins.OriginOf("d3", "paper", Wire));
        origins.Remove("d1");
        Assert.Equal("source:late", origins.OriginOf("d3", "paper", Wire));
        origins.Remove("d2");
        Assert.Equal("source:paper", origins.OriginOf("d3", "paper", Wire));
        Assert.Equal(0, origins.Count);
    }

    [Fact]
    public void a_text_is_not_its_own_copy() => Assert.Equal("source:paper", Holding("d1", Wire, "source:wire").OriginOf("d1", "paper", Wire));

    [Fact]
    public void containment_is_measured_within_a_tenth_on_long_texts()
    {
        static string Words(int from, int count) => string.Join(' ', Enumerable.Range(from, count).Select(i => "w" + (char)('a' + i % 26) + (char)('a' + i / 26 % 26) + (char)('a' + i / 676)));
        foreach (var shared in (int[])[0, 250, 500, 750, 1000])
        {
            var estimate = Sketch.Containment(Sketch.Of(Words(0, 1000)), Sketch.Of(Words(1000 - shared, 1000)));
            Assert.InRange(estimate, shared / 1000.0 - .12, shared / 1000.0 + .12);
        }
    }

    [Fact]
    public void a_text_too_short_for_a_shingle_is_nobodys_copy() => Assert.Equal("source:b", Holding("d1", "Fire out.", "source:a").OriginOf("d2", "b", "Fire out."));
}
