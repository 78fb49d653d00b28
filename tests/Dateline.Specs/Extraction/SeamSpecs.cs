using Dateline.Claims;
using Dateline.Extraction;

namespace Dateline.Specs.Extraction;

public sealed class SeamSpecs
{
    private const string Text = "The army said 200 men left on Friday.";

    private static Mention One => Extractor.Extract(new("d", 1, null, Text, "en", Read.Published, null)).Mentions.Single();

    [Fact]
    public async Task the_built_in_extractor_keeps_what_others_are_held_to()
    {
        var rules = new RulesExtractor();
        var found = await rules.Read(new("d", 1, null, Text, "en", Read.Published, null), TestContext.Current.CancellationToken);
        Assert.Matches("^[a-z]+@[0-9]+$", rules.Name);
        Assert.Null(OutputCheck.Fault(found.Mentions, Text));
        Assert.Equal(One.ToString(), Assert.Single(found.Mentions).ToString());
    }

    [Fact]
    public void numbers_dates_and_worth_are_measured_for_others()
    {
        var bare = One with { Numbers = [], Dates = [], Worth = 0, WorthReason = null };
        var measured = Extractor.Measure(new("d", 1, null, Text, "en", Read.Published, null), bare);
        Assert.Equal((One.Worth, One.WorthReason, "200", "2026-02-27"), (measured.Worth, measured.WorthReason, measured.Numbers.Single().Value, measured.Dates.Single().From));
    }

    public static TheoryData<Mention, string> Wrong => new()
    {
        { One with { Content = new(0, 4, "That") }, "does not quote" },
        { One with { Content = new(-1, 3, "The") }, "does not quote" },
        { One with { Content = new(3, 3, "") }, "does not quote" },
        { One with { Speaker = new(0, 900, "The") }, "does not quote" },
        { One with { Evidence = [new(0, 3, "the")] }, "does not quote" },
        { One with { Content = new(5, 8, "rmy") }, "within a word (5 to 8)" },
        { One with { Speaker = new(0, 6, "The ar") }, "within a word" },
        { One with { Content = new(0, 8, "The army"), More = [new(4, 8, "army")] }, "overlap" },
        { One with { Worth = 1001 }, "worth" },
        { One with { Numbers = [new(14, 17, "200", "two hundred", null, "exactly", null)] }, "no plain decimal" },
        { One with { Dates = [new(30, 36, "Friday", "27.2.2026", null)] }, "2026-02-28" }
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void what_does_not_quote_or_has_no_form_is_told(Mention mention, string why) => Assert.Contains(why, OutputCheck.Fault([mention], Text), StringComparison.Ordinal);

    [Fact]
    public void two_mentions_of_one_id_are_told() => Assert.Contains("id d/1#1", OutputCheck.Fault([One, One], Text), StringComparison.Ordinal);
}
