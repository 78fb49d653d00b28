using Dateline.Extraction;

namespace Dateline.Specs.Extraction;

/// <summary>Chains of media, and which names are media's.</summary>
public sealed class ChainSpecs
{
    [Theory]
    [InlineData("Reuters, citing the New York Times, which quoted an unnamed White House official, reported that the talks had collapsed.", "an unnamed White House official", "Reuters", "the New York Times")]
    [InlineData("The BBC, citing Reuters, which cited two officials, said the talks had collapsed.", "two officials", "The BBC", "Reuters")]
    [InlineData("CNN reported that the New York Times had quoted an official as saying that the talks had collapsed.", "an official", "CNN", "the New York Times")]
    [InlineData("AFP said Interfax had quoted a general as saying the town had fallen.", "a general", "AFP", "Interfax")]
    [InlineData("The talks collapsed, Reuters reported, citing the Courier, which cited an aide.", "an aide", "Reuters", "the Courier")]
    [InlineData("According to Reuters, citing the Courier, two officials said the talks had collapsed.", "two officials", "Reuters", "the Courier")]
    [InlineData("CNN, quoting the BBC, which in turn had cited an aide, said the port was shut.", "an aide", "CNN", "the BBC")]
    [InlineData("Xinhua, citing state television, quoted the mayor as saying that 40 men had died.", "the mayor", "Xinhua", "state television")]
    [InlineData("Reuters on Tuesday, citing two officials, reported that the talks had collapsed.", "two officials", "Reuters")]
    [InlineData("Der Spiegel reported on Monday, citing two officials, that the talks had collapsed.", "two officials", "Der Spiegel")]
    [InlineData("Reuters reported late on Monday, citing an aide, that the port was shut.", "an aide", "Reuters")]
    [InlineData("The talks had collapsed, Reuters reported on Tuesday, citing an aide.", "an aide", "Reuters")]
    [InlineData("The deal is close, Reuters reports, citing a source.", "a source", "Reuters")]
    public void each_link_of_a_chain_stands_in_it(string text, string speaker, params string[] via)
    {
        var mention = Assert.Single(Read.All(text));
        Assert.Equal(speaker, mention.Speaker?.Text);
        Assert.Equal(via, mention.Via.Select(v => v.Text));
    }

    [Theory]
    [InlineData("40 ships were sunk, the official told CNN, according to the AP.", "the official", "40 ships were sunk", "the AP", "CNN")]
    [InlineData("The mayor told the BBC that 40 men had died, according to Reuters.", "The mayor", "that 40 men had died", "Reuters", "the BBC")]
    [InlineData("Reuters reported that the mayor told the BBC that 40 men had died.", "the mayor", "that 40 men had died", "Reuters", "the BBC")]
    public void who_is_told_is_the_last_link(string text, string speaker, string content, params string[] via)
    {
        var mention = Assert.Single(Read.All(text));
        Assert.Equal((speaker, content), (mention.Speaker?.Text, mention.Content.Text));
        Assert.Equal(via, mention.Via.Select(v => v.Text));
    }

    [Theory]
    [InlineData("Reuters reported that the minister resigned, citing ill health.")]
    [InlineData("The minister, citing the report, said the port was shut.")]
    public void grounds_that_are_cited_are_no_source(string text) => Assert.Empty(Read.One(text).Via);

    [Theory]
    [InlineData("Haaretz")]
    [InlineData("Le Monde")]
    [InlineData("Der Spiegel")]
    [InlineData("Al Jazeera")]
    [InlineData("dpa")]
    [InlineData("Kyodo")]
    [InlineData("Japan's Kyodo news agency")]
    [InlineData("the Israeli daily Haaretz")]
    [InlineData("Yonhap")]
    [InlineData("IRNA")]
    [InlineData("Tasnim")]
    [InlineData("Fars")]
    [InlineData("Meduza")]
    [InlineData("The Economist")]
    [InlineData("Nikkei")]
    [InlineData("ITV")]
    [InlineData("The Hill")]
    [InlineData("ProPublica")]
    [InlineData("El País")]
    [InlineData("Iranian state television")]
    public void outlets_of_the_world_are_known(string name) => Assert.True(Media.Names(name));

    [Theory]
    [InlineData("an economist")]
    [InlineData("the hill")]
    [InlineData("a spokesman for Le Monde")]
    [InlineData("the Le Monde building")]
    [InlineData("Anna Berg")]
    [InlineData("The Australian government")]
    public void what_only_looks_like_one_is_none(string phrase) => Assert.False(Media.Names(phrase));

    [Theory]
    [InlineData("The Zutphen Sentinel-Nieuws", "reported", true)]
    [InlineData("Brennoviny", "has reported", true)]
    [InlineData("La Nueva Costa", "reports", true)]
    [InlineData("Anna Berg", "reported", false)]
    [InlineData("Mr. Berg", "reported", false)]
    [InlineData("The Ministry of Works", "reported", false)]
    [InlineData("The Red Cross", "reported", false)]
    [InlineData("Norway", "reported", false)]
    [InlineData("NASA", "reported", false)]
    [InlineData("Two officers", "reported", false)]
    [InlineData("The mayor", "reported", false)]
    [InlineData("Brennoviny", "said", false)]
    [InlineData("Brennoviny", "has not reported", false)]
    public void a_bare_name_that_reports_is_an_outlets(string source, string cue, bool isMedium) => Assert.Equal(isMedium, Media.Reports(source, cue));

    [Theory]
    [InlineData("Unemployment fell by 0.3 percentage points to 4.1 per cent in February.")]
    [InlineData("Unemployment rose by 1.2 percentage points to 9 percent.")]
    [InlineData("Support dropped 3 percentage points to 41 percent.")]
    [InlineData("The bank cut its rate by 25 basis points to 3 percent.")]
    [InlineData("The yard lost 40 cargo ships to the war.")]
    public void a_unit_is_no_verb(string text)
    {
        var mention = Assert.Single(Read.All(text));
        Assert.Null(mention.Speaker);
        Assert.Equal(text.TrimEnd('.'), mention.Content.Text);
    }
}
