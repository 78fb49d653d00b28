using Dateline.Claims;
using Dateline.Replay;
using Dateline.Sources;
using Dateline.Verdicts;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class ScorecardSpecs
{
    private static readonly MentionRetracted taken = Retracted(cause: "Revision 2 of the document took its place.");

    private static ScorecardLine? Line(DateTimeOffset at, params object[] events)
    {
        var log = Log.Of([Raised(mode: Mode.Promise, due: "2026-03-21"), Mentioned(speaker: "The mayor"), .. events]);
        var picture = Replayer.Of(Replayer.InOrder(log.Events, Clock.Recorded), new(at, Clock.Recorded, log.Events.Count)).Picture;
        return Scorecard.Of(picture, "wire", bySpeaker: true, at).SingleOrDefault();
    }

    private static ScorecardLine Of(int failed = 0, int due = 0, int open = 0, int withdrawn = 0, int basisChanged = 0) => new("wire", "The mayor", 0, failed, 0, 0, due, open, withdrawn, basisChanged);

    [Fact]
    public void a_promise_is_open_and_then_due()
    {
        Assert.Equal(Of(open: 1), Line(Noon));
        Assert.Equal(Of(due: 1), Line(Noon.AddDays(30)));
    }

    [Fact]
    public void one_who_is_introduced_by_an_office_is_the_same_as_without_it()
    {
        var log = Log.Of([
            Raised(mode: Mode.Promise), Mentioned(speaker: "Transport minister Ludo Feremann"), Mentioned(mention: "m-2", document: "d-2", speaker: "Ludo Feremann"),
            Raised("c-2", mode: Mode.Promise), Mentioned(claim: "c-2", mention: "m-3", document: "d-2", speaker: "Ludo Feremann")]);
        var picture = Replayer.Of(Replayer.InOrder(log.Events, Clock.Recorded), new(Noon, Clock.Recorded, log.Events.Count)).Picture;
        Assert.Equal([new("wire", "Ludo Feremann", 0, 0, 0, 0, 0, 2, 0, 0)], Scorecard.Of(picture, null, bySpeaker: true, Noon));
    }

    [Fact]
    public void what_was_judged_stays_counted_when_its_source_takes_it_back() =>
        Assert.Equal(Of(failed: 1), Line(Noon.AddDays(30), Proposed(rating: Rating.Failed), Approved(), taken));

    [Fact]
    public void what_was_judged_on_what_has_changed_since_is_counted_as_that_as_well() =>
        Assert.Equal(Of(failed: 1, basisChanged: 1), Line(Noon.AddDays(30), Proposed(rating: Rating.Failed), Approved(), Marked("v-1", "m-1", "The council denies it.")));

    [Fact]
    public void what_was_taken_back_is_judged_all_the_same() =>
        Assert.Equal(Of(failed: 1), Line(Noon.AddDays(30), taken, Proposed(rating: Rating.Failed), Approved()));

    [Fact]
    public void what_was_taken_back_before_it_was_judged_is_counted_apart()
    {
        Assert.Equal(Of(withdrawn: 1), Line(Noon, taken));
        Assert.Equal(Of(withdrawn: 1), Line(Noon.AddDays(30), taken));
    }

    [Fact]
    public void what_a_later_revision_says_again_was_not_taken_back() =>
        Assert.Equal(Of(open: 1), Line(Noon, Mentioned(mention: "m-2", speaker: "The mayor"), taken));

    [Fact]
    public void what_another_source_still_says_is_withdrawn_by_the_one_that_took_it_back() =>
        Assert.Equal(Of(withdrawn: 1), Line(Noon.AddDays(30), Mentioned(mention: "m-2", document: "d-2") with { SourceId = "other" }, taken));

    [Fact]
    public void what_another_reading_of_the_same_text_does_not_find_was_never_said() =>
        Assert.Null(Line(Noon, Retracted(cause: "reader@2 read the revision again.")));

    [Fact]
    public void who_denies_it_did_not_promise_it() => Assert.Equal(Of(open: 1), Line(Noon, Mentioned(mention: "m-2", polarity: Polarity.Negative, speaker: "The army")));
}
