using Dateline.Replay;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class ReplayerSpecs
{
    /// <summary>Two documents of noon and of six hours later; then, recorded last, one that was published between them.</summary>
    private static readonly object[] known =
    [
        Opened(), Filed(), Raised(), Mentioned(),
        Filed("d-2", origin: "source:post", at: Noon.AddHours(6)), Mentioned(mention: "m-2", document: "d-2", origin: "source:post", at: Noon.AddHours(6))
    ];

    private static readonly object[] late =
    [
        Filed("d-3", origin: "source:radio", at: Noon.AddHours(3)), Mentioned(mention: "m-3", document: "d-3", origin: "source:radio", at: Noon.AddHours(3))
    ];

    private static Task<Replayed> At(Log log, DateTimeOffset at, Clock clock, DateTimeOffset? knownBy = null) =>
        Replayer.At(log, at, clock, knownBy, TestContext.Current.CancellationToken);

    private static async Task<string> Stands(Log log, DateTimeOffset at, Clock clock, DateTimeOffset? knownBy = null)
    {
        var picture = (await At(log, at, clock, knownBy)).Picture;
        return $"{picture.Stories.GetValueOrDefault("s-1")?.Standing?.Status} {picture.Claims.GetValueOrDefault("c-1")?.Standing?.Status}";
    }

    [Fact]
    public async Task before_anything_was_published_there_is_nothing() => Assert.Equal(" ", await Stands(Log.Of(known), Noon.AddTicks(-1), Clock.Published));

    [Fact]
    public async Task the_published_clock_shows_what_anyone_could_have_known()
    {
        var log = Log.Of(known);
        Assert.Equal("emerging single-origin", await Stands(log, Noon, Clock.Published));
        Assert.Equal("emerging single-origin", await Stands(log, Noon.AddHours(3), Clock.Published));
        Assert.Equal("established corroborated", await Stands(log, Noon.AddHours(6), Clock.Published));
    }

    [Fact]
    public async Task the_recorded_clock_shows_what_was_known_here()
    {
        var log = Log.Of(known);
        Assert.Equal(" ", await Stands(log, Noon.AddHours(6), Clock.Recorded));
        Assert.Equal("emerging single-origin", await Stands(log, Log.Begin.AddMinutes(4), Clock.Recorded));
        Assert.Equal("established corroborated", await Stands(log, Log.Begin.AddMinutes(6), Clock.Recorded));
    }

    [Fact]
    public async Task a_late_document_changes_the_published_past()
    {
        var log = Log.Of(known.Concat(late));
        Assert.Equal("emerging single-origin", await Stands(log, Noon.AddHours(3).AddTicks(-1), Clock.Published));
        Assert.Equal("established corroborated", await Stands(log, Noon.AddHours(3), Clock.Published));
    }

    [Fact]
    public async Task a_late_document_leaves_the_recorded_past_as_it_was()
    {
        var (before, after) = (Log.Of(known), Log.Of(known.Concat(late)));
        for (var minute = 0; minute <= known.Length; minute++)
        {
            var at = Log.Begin.AddMinutes(minute);
            var (one, two) = (await At(before, at, Clock.Recorded), await At(after, at, Clock.Recorded));
            Assert.Equal(one.Position, two.Position);
            Assert.Equal(one.Changes.Select(c => (c.Id, c.To.Status, c.To.Since)), two.Changes.Select(c => (c.Id, c.To.Status, c.To.Since)));
        }
    }

    [Fact]
    public async Task what_was_recorded_later_than_asked_is_not_looked_at()
    {
        var log = Log.Of(known.Concat(late));
        Assert.Equal("emerging single-origin", await Stands(log, Noon.AddHours(3), Clock.Published, Log.Begin.AddMinutes(known.Length)));
        Assert.Equal(known.Length, (await At(log, Noon.AddHours(3), Clock.Published, Log.Begin.AddMinutes(known.Length))).Position);
    }

    [Fact]
    public async Task a_stream_begins_no_later_than_the_first_thing_known_of_it()
    {
        var earlier = Mentioned(mention: "m-0", document: "d-0", origin: "source:tv", at: Noon.AddHours(-2));
        var log = Log.Of([.. known, Filed("d-0", origin: "source:tv", at: Noon.AddHours(-2)), earlier]);
        var order = await Replayer.InOrderOfPublication(log, long.MaxValue, TestContext.Current.CancellationToken);
        Assert.Equal([1L, 3, 7, 8, 2, 4, 5, 6], order.Select(e => e.Event.Position));
        Assert.Equal(Noon.AddHours(-2), order[0].Effective);
        Assert.Equal("emerging single-origin", await Stands(log, Noon.AddHours(-2), Clock.Published));
        var picture = (await At(log, Noon.AddHours(-2), Clock.Published)).Picture;
        Assert.Equal(("People left", "200 people left"), (picture.Stories["s-1"].Title, picture.Claims["c-1"].Text));
    }

    [Fact]
    public async Task acts_of_people_take_effect_when_they_were_recorded()
    {
        var log = Log.Of([.. known, Proposed(), Approved()]);
        Assert.Equal("established corroborated", await Stands(log, Log.Begin.AddMinutes(8).AddTicks(-1), Clock.Published));
        Assert.Equal("settled verified", await Stands(log, Log.Begin.AddMinutes(8), Clock.Published));
    }

    [Fact]
    public async Task changes_come_in_the_order_of_their_clock()
    {
        var log = Log.Of(known.Concat(late));
        foreach (var clock in Enum.GetValues<Clock>())
        {
            var since = (await At(log, DateTimeOffset.MaxValue, clock)).Changes.Select(c => c.To.Since).ToList();
            Assert.Equal(since.Order(), since);
        }
    }
}
