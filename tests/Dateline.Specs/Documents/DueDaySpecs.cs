using Dateline.Claims;
using Dateline.Documents;
using Dateline.Specs.Extraction;

namespace Dateline.Specs;

/// <summary>The day by which what is predicted or promised has to have come true, of texts that were published on 4 March 2026.</summary>
public class DueDaySpecs
{
    [Theory]
    [InlineData("The minister promised that the strike that begins on 5 March 2026 will end by 30 December 2026.", "2026-12-30")]
    [InlineData("The firm predicted that the deal signed on 10 March 2026 will create 500 jobs by the end of 2028.", "2028-12-31")]
    [InlineData("The bank predicted that prices will fall between April 2026 and December 2027.", "2027-12-31")]
    [InlineData("The bank predicted that prices will fall from April 2026 to December 2027.", "2027-12-31")]
    [InlineData("The company promised that the plant will open before 1 June 2026.", "2026-05-31")]
    [InlineData("The company promised that the plant will open on 1 June 2026.", "2026-06-01")]
    [InlineData("The company promised that the plant will open no later than 1 June 2026.", "2026-06-01")]
    [InlineData("The company promised that the plant will open after 1 December 2026.", null)]
    [InlineData("The company promised that the plant will open after\n1 December 2026.", null)]
    [InlineData("The company promised that the plant will open no earlier than 1 December 2026.", null)]
    [InlineData("The union promised that the strike will run from 10 to 12 June 2027.", "2027-06-12")]
    [InlineData("The company promised that the plant will never close.", null)]
    public void the_preposition_says_how_a_date_is_meant(string text, string? day)
    {
        var mention = Assert.Single(Read.All(text), m => m.Mode is Mode.Prediction or Mode.Promise);
        Assert.Equal(day, DueDays.Of(mention, text, Read.Published));
    }

    [Fact]
    public void what_is_over_when_the_text_comes_out_is_no_day_to_wait_for()
    {
        const string Text = "The minister promised in January 2026 that the road will be open by 3 March 2026.";
        Assert.Null(DueDays.Of(Read.One(Text) with { Mode = Mode.Promise }, Text, Read.Published));
    }
}
