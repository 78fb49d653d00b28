using Dateline.Claims;
using Dateline.Replay;
using Dateline.Stories;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class PublishedWordsSpecs
{
    private static readonly DateTimeOffset earlier = Noon.AddDays(-9);

    /// <summary>A document of noon opens a story and raises a claim; one that was out nine days before is recorded after it.</summary>
    private static readonly object[] events =
    [
        Opened(title: "Minister resigns"), Filed(), Raised(mode: Mode.Prediction, due: "2026-04-01") with { Text = "The minister resigns" }, Mentioned(),
        Filed("d-2", origin: "source:post", at: earlier) with { Title = "Ministry closed" },
        Mentioned(mention: "m-2", document: "d-2", origin: "source:post", at: earlier) with { Quote = "The ministry is closed since May" }
    ];

    private static async Task<(string Title, string Text, string? Due)> Shown(Log log, DateTimeOffset at, Clock clock)
    {
        var then = await Replayer.At(log, at, clock, null, TestContext.Current.CancellationToken);
        var claim = Pages.Claim(then.Picture, "c-1", then.Changes, clock, at)!.Claim;
        return (Assert.Single(Pages.Stories(then.Picture)).Title, claim.Text, claim.Due);
    }

    [Fact]
    public async Task the_published_clock_shows_no_words_that_were_not_out_yet()
    {
        Assert.Equal(("Ministry closed", "The ministry is closed since May", null), await Shown(Log.Of(events), earlier, Clock.Published));
        Assert.Equal(("Ministry closed", "The ministry is closed since May", null), await Shown(Log.Of(events), Noon.AddTicks(-1), Clock.Published));
    }

    [Fact]
    public async Task on_the_published_clock_words_stay_those_of_the_first_that_was_out_and_a_day_counts_once_it_was_named() =>
        Assert.Equal(("Ministry closed", "The ministry is closed since May", "2026-04-01"), await Shown(Log.Of(events), Noon, Clock.Published));

    [Fact]
    public async Task the_recorded_clock_shows_the_words_that_were_recorded_first()
    {
        Assert.Equal(("Minister resigns", "The minister resigns", "2026-04-01"), await Shown(Log.Of(events), Log.Begin.AddDays(1), Clock.Recorded));
        Assert.Equal(("Minister resigns", "The minister resigns", "2026-04-01"), await Shown(Log.Of(events.Take(4)), Noon, Clock.Published));
    }

    [Fact]
    public async Task a_title_that_people_gave_stays()
    {
        var log = Log.Of([.. events, new StoryRenamed("s-1", "The ministry", "ana")]);
        Assert.Equal("Ministry closed", (await Shown(log, Noon, Clock.Published)).Title);
        Assert.Equal("The ministry", (await Shown(log, Log.Begin.AddDays(1), Clock.Published)).Title);
    }

    [Fact]
    public async Task a_comparison_by_the_published_clock_tells_no_words_that_were_not_out_yet()
    {
        var told = await Differ.Between(
            Log.Of(events), new(earlier.AddDays(-1), Clock.Published), new(earlier.AddDays(1), Clock.Published), null, Noon, null, TestContext.Current.CancellationToken);
        Assert.Contains(told.Changes, c => c.Text.StartsWith("The claim “The ministry is closed since May” begins", StringComparison.Ordinal));
        Assert.Contains(told.Changes, c => c.Text.StartsWith("The story “Ministry closed” begins", StringComparison.Ordinal));
        Assert.DoesNotContain(told.Changes, c => c.Text.Contains("resigns", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Clock.Recorded)]
    [InlineData(Clock.Published)]
    public void every_story_that_began_has_a_title_and_every_claim_words(Clock clock) => Decided.ForAny(log =>
    {
        var picture = new Picture(clock);
        var begun = new HashSet<string>();
        foreach (var (e, at) in Replayer.InOrder([.. log.Events.Where(e => Picture.Types.Contains(e.Type))], clock))
        {
            picture.Apply(e, at);
            if (e.Data is StoryOpened or StorySplit or ClaimRaised or ClaimSplit) begun.Add(e.Stream);
            Assert.All(picture.Stories.Values.Where(s => s is { MergedInto: null, Standing: not null } && begun.Contains(Ids.Story(s.Id))), s => Assert.NotEmpty(s.Title));
            Assert.All(picture.Claims.Values.Where(c => c is { MergedInto: null, Standing: not null } && begun.Contains(Ids.Claim(c.Id))), c => Assert.NotEmpty(c.Text));
        }
    });
}
