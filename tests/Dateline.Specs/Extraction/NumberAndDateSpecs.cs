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
    [InlineData("The bank said prices rose 3.5 per cent.", "3.5", "percent", "exactly", "rose-by")]
    [InlineData("The mayor said: POLICE SHOT 3 PEOPLE AT THE STATION.", "3", "people", "exactly", null)]
    [InlineData("The bank said prices fell by up to 20 percent.", "20", "percent", "less-than", "fell-by")]
    [InlineData("The bank said prices tumbled 20 percent.", "20", "percent", "exactly", "fell-by")]
    [InlineData("The bank said profit sank to $14 million.", "14000000", "usd", "exactly", "fell-to")]
    [InlineData("The bank said shares eased 2 percent.", "2", "percent", "exactly", "fell-by")]
    [InlineData("The bank said it is cutting 900 jobs.", "900", "jobs", "exactly", "fell-by")]
    [InlineData("The navy said the torpedo sank two ships.", "2", "ships", "exactly", null)]
    [InlineData("The army said as many as 500 men died.", "500", "men", "less-than", null)]
    [InlineData("The bank said as much as $5 million was lost.", "5000000", "usd", "less-than", null)]
    [InlineData("The army said no more than 20 men died.", "20", "men", "less-than", null)]
    [InlineData("The army said no fewer than 20 men died.", "20", "men", "more-than", null)]
    [InlineData("The army said the march took two and a half hours.", "2.5", "hours", "exactly", null)]
    [InlineData("The army said two and a half million men marched.", "2500000", "men", "exactly", null)]
    [InlineData("The army said half a million people fled.", "500000", "people", "exactly", null)]
    [InlineData("The army said half an hour passed.", "0.5", "hour", "exactly", null)]
    [InlineData("The bank said the loss was CHF 5 million.", "5000000", "chf", "exactly", null)]
    [InlineData("The bank said the loss was 5 million EUR.", "5000000", "eur", "exactly", null)]
    [InlineData("The bank said the loss was A$5 billion.", "5000000000", "aud", "exactly", null)]
    [InlineData("The bank said the loss was US$5 billion.", "5000000000", "usd", "exactly", null)]
    [InlineData("The bank said the loss was HK$5 billion.", "5000000000", "hkd", "exactly", null)]
    [InlineData("Forecasters said it was -12C in the north.", "-12", "degrees", "exactly", null)]
    [InlineData("Forecasters said it was minus 30 degrees in the north.", "-30", "degrees", "exactly", null)]
    [InlineData("The report cites 12 people familiar with the talks.", "12", "people", "exactly", null)]
    [InlineData("The council said 3.5m people live there.", "3500000", "people", "exactly", null)]
    [InlineData("The bank said it raised rates by 25 basis points.", "25", "basis points", "exactly", "rose-by")]
    [InlineData("The army said the march took 3½ days.", "3.5", "days", "exactly", null)]
    [InlineData("The agency said she won the 100m final.", "100", "metres", "exactly", null)]
    [InlineData("Inflation edged up to 5.1%, the bank said.", "5.1", "percent", "exactly", "rose-to")]
    [InlineData("The bank said the rate crept up to 5.1%.", "5.1", "percent", "exactly", "rose-to")]
    [InlineData("The bank said the rate ticked down to 5.1%.", "5.1", "percent", "exactly", "fell-to")]
    [InlineData("The bank said fines of up to 40 euros were paid.", "40", "euros", "less-than", null)]
    public void numbers_have_a_unit_a_bound_and_a_change(string text, string value, string unit, string bound, string? change)
    {
        var number = Assert.Single(Read.One(text).Numbers);
        Assert.Equal((value, unit, bound, change), (number.Value, number.Unit, number.Bound, number.Change));
    }

    [Theory]
    [InlineData("The bank said the rate fell from 5.1 percent to 4.8.", "5.1/percent/exactly/-", "4.8/percent/exactly/fell-to")]
    [InlineData("The bank said profit rose from $3m to $5m.", "3000000/usd/exactly/-", "5000000/usd/exactly/rose-to")]
    [InlineData("The army said the toll rose to 14 from nine.", "14/-/exactly/rose-to", "9/-/exactly/-")]
    [InlineData("The bank said the loss was £12-14bn.", "12000000000/gbp/more-than/-", "14000000000/gbp/less-than/-")]
    [InlineData("The army said 3 to 5 million people fled.", "3000000/people/more-than/-", "5000000/people/less-than/-")]
    [InlineData("The agency said she ran the 100m in 9.8 seconds.", "100/metres/exactly/-", "9.8/seconds/exactly/-")]
    [InlineData("The chief said prices rose to between 30 and 40 dollars.", "30/dollars/more-than/rose-to", "40/dollars/less-than/rose-to")]
    public void two_numbers_bound_one_another_or_say_from_where_to_where(string text, string low, string high) =>
        Assert.Equal([low, high], Read.One(text).Numbers.Select(n => $"{n.Value}/{n.Unit ?? "-"}/{n.Bound}/{n.Change ?? "-"}"));

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
    [InlineData("The UN estimates that many have fled since January.", "2026-01-01", "2026-01-31")]
    [InlineData("The army said the raid took place the day before yesterday.", "2026-03-02", "2026-03-02")]
    [InlineData("The army said troops will leave the day after tomorrow.", "2026-03-06", "2026-03-06")]
    [InlineData("The talks will begin on the first Monday of next month.", "2026-04-06", "2026-04-06")]
    [InlineData("The vote was held on the last Friday in May, the council said.", "2025-05-30", "2025-05-30")]
    [InlineData("The talks will begin on the second Tuesday of June 2027.", "2027-06-08", "2027-06-08")]
    [InlineData("The bridge will open by the end of May.", "2026-05-01", "2026-05-31")]
    [InlineData("The plant will close by the end of the year.", "2026-01-01", "2026-12-31")]
    [InlineData("The plant will close by May.", "2026-05-01", "2026-05-31")]
    [InlineData("The army said sales rose in mid-2024.", "2024-01-01", "2024-12-31")]
    [InlineData("The contract was signed on 3/3/25.", "2025-03-03", "2025-03-03")]
    [InlineData("The contract was signed on 25/3/2025.", "2025-03-25", "2025-03-25")]
    [InlineData("The contract was signed on 12/31/2025.", "2025-12-31", "2025-12-31")]
    [InlineData("The contract was signed on 5/6/2025.", null, null)]
    [InlineData("The king will leave at Christmas.", "2026-12-25", "2026-12-25")]
    [InlineData("The king returned on New Year's Eve.", "2025-12-31", "2025-12-31")]
    [InlineData("The bank said profit fell in Q3.", "2025-07-01", "2025-09-30")]
    [InlineData("The bank said profit fell in Q1 2024.", "2024-01-01", "2024-03-31")]
    [InlineData("The bank will report in the second quarter.", "2026-04-01", "2026-06-30")]
    [InlineData("The 2023 flood destroyed the town.", "2023-01-01", "2023-12-31")]
    [InlineData("The city's 2024 budget was cut.", "2024-01-01", "2024-12-31")]
    public void dates_are_resolved_against_the_publication_day(string text, string? from, string? to)
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

    [Theory]
    [InlineData("The army said the raid took place by 1030 GMT.")]
    [InlineData("The council said Jan Post had resigned.")]
    [InlineData("The council said it was led by June Carter.")]
    [InlineData("The council said the Christmas market was shut.")]
    [InlineData("The third man was held.")]
    public void times_and_names_are_no_dates(string text) => Assert.Empty(Read.One(text).Dates);

    [Fact]
    public void both_years_of_a_span_are_dates()
    {
        var mention = Read.One("The council said she led it from 1998 to 2006.");
        Assert.Equal(["1998-01-01", "2006-01-01"], mention.Dates.Select(d => d.From));
        Assert.Empty(mention.Numbers);
    }

    [Fact]
    public void the_first_month_of_a_span_has_the_year_of_the_last() =>
        Assert.Equal(["2025-05-01", "2025-07-01"], Read.One("The army said sales rose between May and July 2025.").Dates.Select(d => d.From));

    [Fact]
    public void a_year_before_what_it_dates_is_no_number() => Assert.All(["The 2023 flood destroyed the town.", "Its 2024 elections were free, the envoy said."], static text => Assert.Empty(Read.One(text).Numbers));

    [Fact]
    public void a_round_number_of_men_is_no_year() => Assert.Equal("2000", Assert.Single(Read.One("The 2000 men who fled returned.").Numbers).Value);

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
