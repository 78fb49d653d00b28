namespace Dateline.Specs.Extraction;

public sealed class NumberAndDateSpecs
{
    [Theory]
    [InlineData("The army said 200 fighter jets were sent.", "200", "fighter jets", "exactly", null)]
    [InlineData("The army said more than 1,500 people fled.", "1500", "people", "more-than", null)]
    [InlineData("The army said about two million people fled.", "2000000", "people", "about", null)]
    [InlineData("The bank said fewer than twenty-one branches closed.", "21", "branches", "less-than", null)]
    [InlineData("The bank said prices rose 3.5 percent.", "3.5", "percent", "exactly", "rose-by")]
    [InlineData("The bank said prices fell to 40 dollars.", "40", "dollars", "exactly", "fell-to")]
    [InlineData("The bank said the loss was $2.5 billion.", "2500000000", "usd", "exactly", null)]
    [InlineData("The bank said the rate is 12%.", "12", "percent", "exactly", null)]
    [InlineData("The army said at least three hundred and five men died.", "305", "men", "more-than", null)]
    [InlineData("Police said the loot was worth $2.6-million.", "2600000", "usd", "exactly", null)]
    [InlineData("Police said a 38-year-old man was arrested.", "38", "year-old", "exactly", null)]
    [InlineData("Police said Anna Ortiz, 35, was arrested.", "35", "year-old", "exactly", null)]
    [InlineData("The court ordered a 90-day stay, the lawyer said.", "90", "day", "exactly", null)]
    public void numbers_have_a_unit_a_bound_and_a_change(string text, string value, string unit, string bound, string? change)
    {
        var number = Assert.Single(Read.One(text).Numbers);
        Assert.Equal((value, unit, bound, change), (number.Value, number.Unit, number.Bound, number.Change));
    }

    [Theory]
    [InlineData("The army said the raid took place on Tuesday.", "2026-03-03", "2026-03-03")]
    [InlineData("The army said the raid took place yesterday.", "2026-03-03", "2026-03-03")]
    [InlineData("The army said the raid took place last week.", "2026-02-23", "2026-03-01")]
    [InlineData("The army said the raid took place three days ago.", "2026-03-01", "2026-03-01")]
    [InlineData("The army said the raid took place on Feb. 28.", "2026-02-28", "2026-02-28")]
    [InlineData("The army said the raid took place on 28 February 2026.", "2026-02-28", "2026-02-28")]
    [InlineData("The army said the raid took place on December 30.", "2025-12-30", "2025-12-30")]
    [InlineData("The army said the raid took place in June 2019.", "2019-06-01", "2019-06-30")]
    [InlineData("The army said the raid took place in 2019.", "2019-01-01", "2019-12-31")]
    [InlineData("The army said the raid took place on 2026-02-28.", "2026-02-28", "2026-02-28")]
    [InlineData("The army said troops will leave on Friday.", "2026-03-06", "2026-03-06")]
    [InlineData("The army said troops will leave next month.", "2026-04-01", "2026-04-30")]
    public void dates_are_resolved_against_the_publication_day(string text, string from, string to)
    {
        var date = Assert.Single(Read.One(text).Dates);
        Assert.Equal((from, to), (date.From, date.To));
    }

    [Theory]
    [InlineData("Police said the call came at 3:33 a.m. from a hotel.")]
    [InlineData("Police said the shooting occurred at 3 p.m. in the street.")]
    [InlineData("The academy said she will present the 2014 Oscars.")]
    [InlineData("Police said nobody dialled 9-1-1 that night.")]
    [InlineData("The agency said the page was updated 05/02/2013 at night.")]
    public void times_days_codes_and_years_are_no_amounts(string text) => Assert.Empty(Read.One(text).Numbers);

    [Fact]
    public void a_year_in_a_date_is_no_number() => Assert.Empty(Read.One("The army said the raid took place on 28 February 2026.").Numbers);

    [Fact]
    public void a_number_makes_a_claim_worth_more()
    {
        var (plain, counted) = (Read.One("The army said men fled."), Read.One("The army said 300 men fled."));
        Assert.True(counted.Worth > plain.Worth);
        Assert.Contains("a number", counted.WorthReason, StringComparison.Ordinal);
    }
}
