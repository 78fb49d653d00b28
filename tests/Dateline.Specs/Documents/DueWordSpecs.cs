using Dateline.Claims;
using Dateline.Documents;
using Dateline.Extraction;

namespace Dateline.Specs;

/// <summary>The words that can set a day, each from the day on which the text was published.</summary>
public class DueWordSpecs
{
    [Theory]
    [InlineData("2025-11-19", "within three weeks", "2025-12-10")]
    [InlineData("2025-11-19", "within 45 days", "2026-01-03")]
    [InlineData("2025-11-19", "within 72 hours", "2025-11-22")]
    [InlineData("2025-11-19", "within forty-eight hours", "2025-11-21")]
    [InlineData("2025-11-19", "within less than six months", "2026-05-19")]
    [InlineData("2025-11-19", "within five working days", "2025-11-26")]
    [InlineData("2025-11-19", "within two to three months", "2026-02-19")]
    [InlineData("2025-11-19", "within a decade", "2035-11-19")]
    [InlineData("2025-11-19", "within a month", "2025-12-19")]
    [InlineData("2025-11-19", "within the month", "2025-11-30")]
    [InlineData("2025-11-19", "in six days", "2025-11-25")]
    [InlineData("2025-11-19", "in about four weeks", "2025-12-17")]
    [InlineData("2025-11-19", "in two years", "2027-11-19")]
    [InlineData("2025-11-19", "in five months' time", "2026-04-19")]
    [InlineData("2025-11-19", "in a week's time", "2025-11-26")]
    [InlineData("2025-11-19", "in a fortnight", "2025-12-03")]
    [InlineData("2025-11-19", "in the next four days", "2025-11-23")]
    [InlineData("2025-11-19", "over the coming six weeks", "2025-12-31")]
    [InlineData("2025-11-19", "within the next year", "2026-11-19")]
    [InlineData("2025-11-19", "a week on Tuesday", "2025-12-02")]
    [InlineData("2025-11-19", "two weeks from Friday", "2025-12-05")]
    [InlineData("2025-11-19", "three months from now", "2026-02-19")]
    [InlineData("2025-11-19", "by month's end", "2025-11-30")]
    [InlineData("2025-11-19", "by year-end", "2025-12-31")]
    [InlineData("2025-11-19", "by the end of the decade", "2029-12-31")]
    [InlineData("2025-11-19", "by the end of the quarter", "2025-12-31")]
    [InlineData("2025-11-19", "next quarter", "2026-03-31")]
    [InlineData("2025-11-19", "before the end of 2027", "2027-12-31")]
    [InlineData("2025-11-19", "before the end of the week", "2025-11-23")]
    [InlineData("2025-11-19", "before 2028", "2027-12-31")]
    [InlineData("2025-11-19", "in the first half of next year", "2026-06-30")]
    [InlineData("2025-11-19", "in the second half of 2027", "2027-12-31")]
    [InlineData("2025-11-19", "by the weekend", "2025-11-23")]
    [InlineData("2025-11-19", "by midnight", "2025-11-19")]
    [InlineData("2025-11-19", "by midnight on Saturday", "2025-11-22")]
    [InlineData("2025-11-19", "by noon tomorrow", "2025-11-20")]
    [InlineData("2025-11-19", "this winter", "2026-02-28")]
    [InlineData("2025-11-19", "by next autumn", "2026-11-30")]
    [InlineData("2025-11-19", "in the spring", "2026-05-31")]
    [InlineData("2025-11-19", "before the summer of 2027", "2027-05-31")]
    [InlineData("2025-11-19", "by mid-2026", "2026-06-30")]
    [InlineData("2025-11-19", "by mid-February", "2026-02-15")]
    [InlineData("2025-11-19", "in mid-February", "2026-02-20")]
    [InlineData("2025-11-19", "by end-January", "2026-01-31")]
    [InlineData("2025-11-19", "by early 2026", "2026-04-30")]
    [InlineData("2025-11-19", "by the 9th of January", "2026-01-09")]
    [InlineData("2025-11-19", "by the 22nd of March 2027", "2027-03-22")]
    [InlineData("2025-11-19", "by the third of February", "2026-02-03")]
    [InlineData("2025-11-19", "by 3 March", "2026-03-03")]
    [InlineData("2025-11-19", "by Feb. 11", "2026-02-11")]
    [InlineData("2025-01-15", "by November 4th", "2025-11-04")]
    [InlineData("2025-01-15", "on the second Tuesday of May", "2025-05-13")]
    [InlineData("2025-03-29", "on the last Wednesday of March", "2026-03-25")]
    [InlineData("2025-01-15", "by next Saturday", "2025-01-25")]
    [InlineData("2025-01-15", "by next Monday", "2025-01-20")]
    [InlineData("2025-01-15", "by 14.02.2026", "2026-02-14")]
    [InlineData("2025-01-15", "by mid-year", "2025-06-30")]
    [InlineData("2025-01-15", "by 29 February", "2028-02-29")]
    public void a_deadline_is_counted_from_the_day_of_the_text(string published, string words, string day)
    {
        Assert.Equal(day, Due(published, $"The mayor promised that the tunnel will open {words}."));
        Assert.Equal(day, Due(published, $"The mayor promised to open the tunnel {words}."));
        Assert.Equal(day, Due(published, $"The tunnel will open {words}, the mayor said."));
    }

    [Theory]
    [InlineData("The mayor said the tunnel will not open before 9 May 2026.")]
    [InlineData("The mayor said no lorries will use the tunnel until June 2026.")]
    [InlineData("The mayor said the tunnel will open, but not before 2027.")]
    [InlineData("The mayor said the tunnel will open within a week of the vote.")]
    [InlineData("The mayor said it will be the first tunnel in ten years.")]
    [InlineData("The mayor said the tunnel will be swept twice in ten days.")]
    [InlineData("The mayor said the tunnel will open in June at the earliest.")]
    [InlineData("The mayor said the tunnel will be shut for three weeks.")]
    [InlineData("The mayor said the trial that opened on 5 November will be no farce.")]
    [InlineData("The mayor said the fire of 3 November will be investigated.")]
    [InlineData("The mayor said the regime will survive the fall of Tarvo.")]
    public void no_deadline_is_read_where_none_is_set(string text) => Assert.Null(Due("2025-11-19", text));

    [Theory]
    [InlineData("The mayor promised that the talks that began on 3 November will end by 1 March.", "2026-03-01")]
    [InlineData("The mayor promised that the deal signed on Monday will take effect on Friday.", "2025-11-21")]
    public void what_a_verb_of_the_past_dates_is_over(string text, string day) => Assert.Equal(day, Due("2025-11-19", text));

    private static string? Due(string published, string text)
    {
        var at = DateTimeOffset.Parse(published + "T09:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        var mentions = Extractor.Extract(new ExtractionInput("doc", 1, null, text, "en", at, null)).Mentions;
        return DueDays.Of(Assert.Single(mentions, m => m.Mode is Mode.Prediction or Mode.Promise), text, at);
    }
}
