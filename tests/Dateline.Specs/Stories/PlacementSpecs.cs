using Dateline.Documents;
using Dateline.Replay;
using Dateline.Stories;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class PlacementSpecs
{
    private static readonly object[] filed =
    [
        Ingested(), Opened(), Filed(), new MentionsFiled("d-1", 1, "s-1", "source:wire", [], Noon), Opened("s-2", "Others leave"), Opened("s-3", "All leave")
    ];

    private static async Task<string?> Story(Resolved? moment, params object[] acts)
    {
        var log = Log.Of([.. filed, .. acts]);
        var page = moment is null ? await DocumentPage.Of(log, "d-1", null, TestContext.Current.CancellationToken)
            : await DocumentPage.At(log, "d-1", moment, TestContext.Current.CancellationToken);
        return page!.Story;
    }

    private static object[] Merged(string from, string into) => [new StoriesMerged(from, into, from, "ana"), new StoriesMerged(into, into, from, "ana"), new DocumentMoved(into, "d-1", from, into, "ana")];

    private static object[] Moved(string from, string to) => [new DocumentMoved(from, "d-1", from, to, "ana"), new DocumentMoved(to, "d-1", from, to, "ana")];

    [Fact]
    public async Task a_document_is_in_the_story_that_it_was_filed_to() => Assert.Equal("s-1", await Story(null));

    [Fact]
    public async Task a_document_comes_along_with_its_story() => Assert.Equal("s-3", await Story(null, [.. Merged("s-1", "s-2"), .. Merged("s-2", "s-3")]));

    [Fact]
    public async Task a_document_is_where_it_was_moved_last() => Assert.Equal("s-1", await Story(null, [.. Moved("s-1", "s-2"), .. Moved("s-2", "s-1")]));

    [Fact]
    public async Task a_document_is_in_the_story_that_was_split_off_with_it() => Assert.Equal("s-9", await Story(
        null, new StorySplit("s-1", "s-9", "Another", ["d-1"], "ana"), new StorySplit("s-9", "s-9", "Another", ["d-1"], "ana") { SplitFrom = "s-1" }));

    [Fact]
    public async Task a_document_stays_when_others_leave() => Assert.Equal("s-1", await Story(
        null, new StorySplit("s-1", "s-9", "Another", ["d-2"], "ana"), new DocumentMoved("s-1", "d-2", "s-1", "s-2", "ana")));

    [Fact]
    public async Task a_document_moved_to_what_was_merged_before_is_where_that_went() => Assert.Equal("s-3", await Story(
        null, [new StoriesMerged("s-2", "s-3", "s-2", "ana"), new StoriesMerged("s-3", "s-3", "s-2", "ana"), .. Moved("s-1", "s-2")]));

    [Fact]
    public async Task a_later_revision_does_not_take_it_back() => Assert.Equal("s-2", await Story(
        null, [.. Moved("s-1", "s-2"), Revised(2, "More."), new MentionsFiled("d-1", 2, "s-1", "source:wire", [], Noon)]));

    [Fact]
    public async Task at_an_earlier_position_it_is_where_it_was_then()
    {
        Assert.Equal("s-1", await Story(new(Log.Begin.AddMinutes(6), Clock.Recorded, 6), Moved("s-1", "s-2")));
        Assert.Equal("s-2", await Story(new(Log.Begin.AddMinutes(7), Clock.Recorded, 7), Moved("s-1", "s-2")));
    }

    [Fact]
    public async Task on_the_published_clock_people_had_moved_it_once_that_was_recorded()
    {
        Assert.Equal("s-1", await Story(new(Log.Begin.AddMinutes(6), Clock.Published, 8), Moved("s-1", "s-2")));
        Assert.Equal("s-2", await Story(new(Log.Begin.AddMinutes(7), Clock.Published, 8), Moved("s-1", "s-2")));
    }

    [Fact]
    public async Task a_revision_that_was_out_before_the_first_one_places_it_on_the_published_clock()
    {
        object[] earlier = [Revised(2, "More.", at: Noon.AddDays(-2)), Filed(story: "s-2", at: Noon.AddDays(-2)), new MentionsFiled("d-1", 2, "s-2", "source:wire", [], Noon.AddDays(-2))];
        Assert.Equal("s-2", await Story(new(Noon.AddDays(-1), Clock.Published, 9), earlier));
        Assert.Equal("s-2", await Story(new(Noon.AddDays(1), Clock.Published, 9), earlier));
        Assert.Equal("s-1", await Story(null, earlier));
    }
}
