using Dateline.Extraction;

namespace Dateline.Specs.Extraction;

public sealed class PartSpecs
{
    private static IReadOnlyList<Part> PartsOf(string text, string? title = null) => Extractor.Extract(new("d", 1, title, text, "en", Read.Published, null)).Parts;

    [Theory]
    [InlineData("By Ines Kavanagh", PartKind.Byline)]
    [InlineData("By Ines Kavanagh and Tom Ray, Foreign Editor", PartKind.Byline)]
    [InlineData("(Reporting by Tom Ray; editing by Ann Reed)", PartKind.Byline)]
    [InlineData("File photo: the port of Brenn in May.", PartKind.Caption)]
    [InlineData("Queen Maud leaves the palace. (AP Photo/Tom Ray)", PartKind.Caption)]
    [InlineData("Queen Maud leaves the palace. Getty Images", PartKind.Caption)]
    [InlineData("Sign up for our newsletter.", PartKind.Boilerplate)]
    [InlineData("© 2026 Harbour Wire", PartKind.Boilerplate)]
    [InlineData("This report was supplied by Harbour Wire.", PartKind.Boilerplate)]
    [InlineData("The Associated Press contributed to this report.", PartKind.Boilerplate)]
    [InlineData("Associated Press writers Ann Reed in New York and Tom Ray in Washington contributed to this report", PartKind.Boilerplate)]
    [InlineData("AP reporter Ann Reed contributed from Dubai.", PartKind.Boilerplate)]
    [InlineData("This article was amended on 5 March 2026 because an earlier version misnamed the town.", PartKind.Boilerplate)]
    [InlineData("Story continues below advertisement", PartKind.Boilerplate)]
    [InlineData("CNN has reached out to the White House for comment.", PartKind.Boilerplate)]
    [InlineData("The Guardian has approached the company for comment.", PartKind.Boilerplate)]
    [InlineData("Media caption: Watch: The town falls on Friday", PartKind.Boilerplate)]
    [InlineData("The fund contributed $5 million to this report on floods.", null)]
    [InlineData("The army has contacted the rebels for talks.", null)]
    [InlineData("The union has asked the ministry for comment.", null)]
    [InlineData("This article of the treaty was amended in 2019.", null)]
    [InlineData("Soldiers contributed from their pay.", null)]
    [InlineData("By Friday the army had left the town.", null)]
    [InlineData("Two men were held on Monday.", null)]
    public void a_paragraph_is_told_by_how_it_begins_and_ends(string paragraph, PartKind? kind)
    {
        var text = "The town fell on Friday.\n\n" + paragraph;
        Assert.Equal(kind, PartsOf(text).SingleOrDefault()?.Kind);
        if (kind is not null) Assert.Equal(paragraph, text[PartsOf(text)[0].Start..PartsOf(text)[0].End]);
    }

    [Fact]
    public void the_title_in_the_text_is_its_headline() =>
        Assert.Equal(new Part(PartKind.Headline, 0, 12), Assert.Single(PartsOf("# Port falls\n\nThe port fell on Friday.", "Port falls")));

    [Theory]
    [InlineData("By Ines Kavanagh\n\nThe port fell.")]
    [InlineData("The port fell.\n\nThis report was supplied by Harbour Wire.")]
    [InlineData("The port fell. The Associated Press contributed to this report.")]
    [InlineData("The port fell. CNN has contacted the navy for comment.")]
    public void bylines_and_boilerplate_claim_nothing(string text) => Assert.Equal("The port fell", Assert.Single(Read.All(text)).Content.Text);

    [Fact]
    public void a_dateline_ends_after_its_dash()
    {
        const string text = "WASHINGTON, March 3 (Reuters) - The port fell.";
        var part = Assert.Single(PartsOf(text));
        Assert.Equal((PartKind.Dateline, "WASHINGTON, March 3 (Reuters) -"), (part.Kind, text[part.Start..part.End]));
    }

    [Theory]
    [InlineData("Der Minister sagte am Montag, dass die Brücke nicht mehr sicher ist und geschlossen bleibt.")]
    [InlineData("Le ministre a déclaré que le pont n’était plus sûr et qu’il resterait fermé jusqu’à nouvel ordre.")]
    [InlineData("Министр заявил, что мост больше не безопасен.")]
    [InlineData("El alcalde dijo que el puente ya no es seguro y que los vecinos no pueden volver a sus casas.")]
    public void a_paragraph_in_another_language_is_marked_and_claims_nothing(string paragraph)
    {
        var text = "The town fell on Friday.\n\n" + paragraph + "\n\nThe mayor said the bridge was shut.";
        var part = Assert.Single(PartsOf(text));
        Assert.Equal((PartKind.Foreign, paragraph), (part.Kind, text[part.Start..part.End]));
        Assert.Equal(["The town fell on Friday", "the bridge was shut"], Read.All(text).Select(m => m.Content.Text));
    }

    [Theory]
    [InlineData("Ines Kavanagh, Tom Ray, Luiz Inácio Lula da Silva and Ann Reed met Jean-Claude Dupont de la Tour in Brenn.")]
    [InlineData("The mayor, who spoke German, said \"Die Brücke ist nicht mehr sicher\" and left.")]
    [InlineData("Harbour officials praised Kavanagh: dockers unloaded grain, lorries queued, ferries sailed.")]
    public void names_and_quotations_do_not_make_a_paragraph_foreign(string paragraph) =>
        Assert.DoesNotContain(PartsOf("The town fell on Friday.\n\n" + paragraph), p => p.Kind == PartKind.Foreign);
}
