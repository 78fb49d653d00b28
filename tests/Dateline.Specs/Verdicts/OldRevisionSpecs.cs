using Dateline.Claims;
using Dateline.Documents;
using Dateline.Verdicts;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class OldRevisionSpecs
{
    private static readonly DocumentCited cited = new("d-1", "c-1", "v-1");
    private static readonly ReviewBasis mark = new("c-1", "d-1", "d-1/2", "Revision 2 of the document took its place.", Noon, First: 1, Last: 1);

    private static async Task<IEnumerable<ICommand>> Cited(Evidence evidence, params object[] events)
    {
        var log = Log.Of([Ingested(), Raised(), .. events, Proposed() with { Evidence = [evidence] }]);
        return WhenOldRevisionCitedHandler.Handle(cited, await WhenOldRevisionCitedHandler.LoadAsync(cited, log, TestContext.Current.CancellationToken));
    }

    private static ClaimMentioned Second(string quote = "200 people left") => Mentioned(mention: "m-2") with { Revision = 2, Quote = quote };

    [Theory]
    [InlineData("m-1")]
    [InlineData(null)]
    public async Task a_verdict_on_what_a_later_revision_had_left_out_is_marked(string? mention) =>
        Spec.Same([mark], await Cited(new("d-1", 1, mention), Mentioned(), Revised(2, "Nobody left."), Retracted()));

    [Theory]
    [InlineData("m-1")]
    [InlineData(null)]
    public async Task what_a_later_revision_says_in_the_same_way_marks_nothing(string? mention) =>
        Assert.Empty(await Cited(new("d-1", 1, mention), Mentioned(), Revised(2, Words200 + " More follows."), Second(), Retracted()));

    [Fact]
    public async Task what_a_later_revision_says_otherwise_marks() =>
        Spec.Same([mark], await Cited(new("d-1", 1, "m-1"), Mentioned(), Revised(2, "300 people left."), Second("300 people left"), Retracted()));

    [Fact]
    public async Task an_earlier_revision_of_a_document_that_does_not_mention_the_claim_marks() => Spec.Same([mark], await Cited(new("d-1", 1, null), Revised(2, "Nobody left.")));

    [Fact]
    public async Task the_newest_revision_and_what_is_not_read_yet_mark_nothing()
    {
        Assert.Empty(await Cited(new("d-1", 2, null), Revised(2, "Nobody left.")));
        Assert.Empty(await Cited(new("d-1", 1, "m-1"), Mentioned(), Revised(2, "Nobody left.")));
        Assert.Empty(await Cited(new("d-1", 1, null), Mentioned()));
    }

    [Fact]
    public async Task what_was_corrected_is_told_by_that() =>
        Assert.Empty(await Cited(new("d-1", 1, "m-1"), Mentioned(), Withdrawn(PublisherAct.Correction), Revised(2, "Nobody left."), Retracted()));
}
