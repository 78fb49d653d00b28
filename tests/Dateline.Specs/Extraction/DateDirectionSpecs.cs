namespace Dateline.Specs.Extraction;

/// <summary>Which way bare dates look from Wednesday, 4 March 2026, days in one value, and weekdays in names.</summary>
public sealed class DateDirectionSpecs
{
    [Theory]
    [InlineData("The election is due in November.", "2026-11-01", "2026-11-30")]
    [InlineData("The trial is set for June.", "2026-06-01", "2026-06-30")]
    [InlineData("The tournament starts in June.", "2026-06-01", "2026-06-30")]
    [InlineData("The match is scheduled for Saturday.", "2026-03-07", "2026-03-07")]
    [InlineData("The talks resume on Monday.", "2026-03-09", "2026-03-09")]
    [InlineData("The fair opens in Tarvo on Friday.", "2026-03-06", "2026-03-06")]
    [InlineData("The law, which expires in June, bans cars.", "2026-06-01", "2026-06-30")]
    [InlineData("The fair opens this Friday.", "2026-03-06", "2026-03-06")]
    [InlineData("The bridge is to reopen in May.", "2026-05-01", "2026-05-31")]
    [InlineData("The senate is still to vote in June.", "2026-06-01", "2026-06-30")]
    [InlineData("The flights are scheduled to restart on Tuesday.", "2026-03-10", "2026-03-10")]
    [InlineData("Orvex plans to shut the mine in October.", "2026-10-01", "2026-10-31")]
    [InlineData("The senate votes on Friday.", "2026-03-06", "2026-03-06")]
    [InlineData("The king flies to Tarvo on Sunday.", "2026-03-08", "2026-03-08")]
    [InlineData("The queen is leaving Tarvo on Monday.", "2026-03-09", "2026-03-09")]
    [InlineData("The parade takes place on 2 December.", "2026-12-02", "2026-12-02")]
    [InlineData("The parade took place on 2 December.", "2025-12-02", "2025-12-02")]
    [InlineData("The votes on Friday were counted twice.", "2026-02-27", "2026-02-27")]
    [InlineData("The flights were scheduled to restart on Tuesday.", "2026-03-03", "2026-03-03")]
    [InlineData("This Monday the army left Tarvo.", "2026-03-02", "2026-03-02")]
    [InlineData("The talks were set for Monday.", "2026-03-02", "2026-03-02")]
    [InlineData("The fair opened on Friday.", "2026-02-27", "2026-02-27")]
    [InlineData("The tax took effect in June.", "2025-06-01", "2025-06-30")]
    [InlineData("The port has been shut since November.", "2025-11-01", "2025-11-30")]
    [InlineData("The talks ran from 2 to 5 March in Tarvo.", "2026-03-02", "2026-03-05")]
    [InlineData("The fair on 10-12 June drew a crowd.", "2026-06-10", "2026-06-12")]
    [InlineData("June 10-12 was dry in Tarvo.", "2026-06-10", "2026-06-12")]
    [InlineData("The strike will run from 10 to 12 June 2027.", "2027-06-10", "2027-06-12")]
    public void a_date_has_its_direction_and_all_its_days(string text, string from, string to)
    {
        var date = Assert.Single(Read.One(text).Dates);
        Assert.Equal((from, to), (date.From, date.To));
    }

    [Theory]
    [InlineData("Bloody Sunday killed 13.")]
    [InlineData("Black Friday sales rose 3 percent in Tarvo.")]
    [InlineData("The Good Friday Agreement ended the war.")]
    [InlineData("The Mail on Sunday was sued by the mayor.")]
    [InlineData("The Sunday Times was sued by the mayor.")]
    [InlineData("Sheffield Wednesday beat Leeds.")]
    public void a_weekday_in_a_name_is_no_date(string text) => Assert.Empty(Read.One(text).Dates);

    [Theory]
    [InlineData("On Tuesday President Ann Reed left Tarvo.")]
    [InlineData("Late Monday Orvex closed the plant.")]
    [InlineData("Orvex Tuesday closed the plant.")]
    [InlineData("The mayor resigned on Sunday.")]
    public void a_weekday_beside_a_name_is_a_date(string text) => Assert.Single(Read.One(text).Dates);

    [Fact]
    public void what_is_counted_is_no_day() => Assert.Equal(["2", "5"], Read.One("At least 2 to 5 people died in March.").Numbers.Select(n => n.Value));
}
