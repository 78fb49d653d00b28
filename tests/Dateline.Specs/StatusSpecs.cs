using Dateline.Claims;
using Dateline.Documents;
using Dateline.Replay;
using Dateline.Stories;
using Dateline.Verdicts;
using static Dateline.Specs.Examples;

namespace Dateline.Specs;

public sealed class StatusSpecs
{
    private static readonly object raised = new ClaimRaised("c-1", "200 houses were destroyed", Mode.Assertion, null, Noon);
    private static readonly object asserted = Mentioned();
    private static readonly object copied = Mentioned("d-2/1#1", document: "d-2");
    private static readonly object agreed = Mentioned("d-3/1#1", document: "d-3", origin: "source:other");
    private static readonly object denied = Mentioned("d-4/1#1", document: "d-4", origin: "source:army", polarity: Polarity.Negative);

    [Fact]
    public void a_claim_of_one_origin_is_single_origin_however_often_it_is_copied() => Assert.Equal("single-origin", Claim(raised, asserted, copied));

    [Fact]
    public void two_origins_corroborate() => Assert.Equal("corroborated", Claim(raised, asserted, agreed));

    [Fact]
    public void a_denial_disputes() => Assert.Equal("disputed", Claim(raised, asserted, agreed, denied));

    [Fact]
    public void a_contradiction_disputes_both_until_one_falls()
    {
        object[] events =
        [
            raised, asserted, new ClaimRaised("c-2", "300 houses were destroyed", Mode.Assertion, null, Noon), Mentioned("d-5/1#1", "c-2", "d-5"),
            new ClaimRelated("c-2", Relation.Contradicts, "c-1", "Another number.", Noon)
        ];
        var picture = Picture(events);
        Assert.Equal(("disputed", "disputed"), (picture.Claims["c-1"].Standing!.Status, picture.Claims["c-2"].Standing!.Status));
        picture = Picture([.. events, new MentionRetracted("c-2", "d-5/1#1", "d-5", "A kill.", Noon)]);
        Assert.Equal(("single-origin", "retracted"), (picture.Claims["c-1"].Standing!.Status, picture.Claims["c-2"].Standing!.Status));
    }

    [Fact]
    public void because_names_the_events_that_caused_it()
    {
        var standing = Picture(raised, asserted, copied, agreed).Claims["c-1"].Standing!;
        Assert.Equal([2L, 4L], standing.Because);
        Assert.Contains("source:other", standing.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void a_standing_verdict_overrides_and_its_withdrawal_gives_back()
    {
        object[] judged = [raised, asserted, denied, Proposed(), new VerdictApproved("c-1", "v-1", "ben", "read")];
        Assert.Equal("verified", Claim(judged));
        Assert.Equal("disputed", Claim([.. judged, new VerdictWithdrawn("c-1", "v-1", "ana", "wrong")]));
    }

    [Fact]
    public void an_open_prediction_is_due_when_its_day_has_passed()
    {
        var claim = Picture(new ClaimRaised("c-1", "It will rain", Mode.Prediction, "2026-03-01", Noon), asserted).Claims["c-1"];
        Assert.Equal("open", claim.StatusAt(new(2026, 3, 1, 23, 59, 59, TimeSpan.Zero)));
        Assert.Equal("due", claim.StatusAt(new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void a_story_goes_its_way()
    {
        var events = new List<object> { new StoryOpened("s-1", "Flood", Noon), Filed("d-1", "source:wire") };
        Assert.Equal("emerging", Story(events));
        events.Add(Filed("d-2", "source:wire"));
        Assert.Equal("emerging", Story(events));
        events.Add(Filed("d-3", "source:other"));
        Assert.Equal("developing", Story(events));
        events.AddRange([raised, asserted, agreed]);
        Assert.Equal("established", Story(events));
        events.AddRange([Filed("d-4", "source:army"), denied]);
        Assert.Equal("disputed", Story(events));
        events.AddRange([Proposed(), new VerdictApproved("c-1", "v-1", "ben", "read")]);
        Assert.Equal("settled", Story(events));
        events.Add(new StoryClosed("s-1", "ana"));
        Assert.Equal("closed", Story(events));
        events.Add(new StoryReopened("s-1", "ana"));
        Assert.Equal("settled", Story(events));
    }

    [Fact]
    public void a_story_whose_documents_were_all_taken_back_is_retracted() =>
        Assert.Equal("retracted", Story([new StoryOpened("s-1", "Flood", Noon), Filed("d-1", "source:wire"), new DocumentWithdrawn("d-1", PublisherAct.Kill, 1, "Wrong.", Noon)]));

    [Fact]
    public void a_merger_carries_documents_and_claims_along_and_a_split_takes_them_away_again()
    {
        object[] events =
        [
            new StoryOpened("s-1", "Flood", Noon), Filed("d-1", "source:wire"), raised, asserted, new StoryOpened("s-2", "Other", Noon),
            Filed("d-3", "source:other") with { StoryId = "s-2" }, agreed, new StoriesMerged("s-1", "s-2", "s-1", "ana")
        ];
        var merged = Picture(events);
        Assert.Equal(("merged", 2, 1), (merged.Stories["s-1"].Standing!.Status, merged.Stories["s-2"].Documents, merged.Stories["s-2"].Tally.Claims));
        var split = Picture([.. events, new StorySplit("s-2", "s-3", "Flood again", ["d-1"], "ben")]);
        Assert.Equal((1, 1, "emerging"), (split.Stories["s-2"].Documents, split.Stories["s-3"].Documents, split.Stories["s-3"].Standing!.Status));
    }

    [Fact]
    public void a_story_is_merged_moved_and_split_by_rules()
    {
        object[] story = [new StoryOpened("s-1", "Flood", Noon), Filed("d-1", "source:wire"), Filed("d-2", "source:wire")];
        Spec.Given(story).When(new MergeStories("s-1", "s-1", "ana", "x")).ThenRefused("itself");
        Spec.Given(story).When(new MergeStories("s-1", "s-2", "ana", "x")).Then(new StoriesMerged("s-1", "s-2", "s-1", "ana"));
        Spec.Given([.. story, new StoriesMerged("s-1", "s-2", "s-1", "ana")]).When(new CloseStory("s-1", "ana", "x")).ThenRefused("was merged");
        Spec.Given(story).When(new SplitStory("s-1", "s-3", "New", ["d-1", "d-2"], "ana", "x")).ThenRefused("at least one");
        Spec.Given(story).When(new SplitStory("s-1", "s-3", "New", ["d-9"], "ana", "x")).ThenRefused("not in");
        Spec.Given(story).When(new MoveDocument("s-1", "d-9", "s-2", "ana", "x")).ThenRefused("not in");
        Spec.Given(story).When(new RenameStory("s-1", "Flood", "ana", "x")).ThenNothing();
        Spec.Given(story).When(new RenameStory("s-1", "", "ana", "x")).ThenRefused("title");
        Spec.Given(story).When(new CloseStory("s-1", "bot:x@1", "x")).ThenRefused("Only people");
        Spec.Given(story).When(new ReopenStory("s-1", "ana", "x")).ThenNothing();
        Spec.Given(story).When(new FileDocument("s-1", "Flood", Filed("d-1", "source:wire"))).ThenNothing();
        Spec.Given().When(new CloseStory("s-1", "ana", "x")).ThenRefused("no story");
    }

    private static string Claim(params object[] events) => Picture(events).Claims["c-1"].Standing!.Status;

    private static string Story(IEnumerable<object> events) => Picture([.. events]).Stories["s-1"].Standing!.Status;

    private static DocumentFiled Filed(string document, string origin) => new("s-1", document, "wire", "Flood", origin, 1000, "x", Noon);

    private static Picture Picture(params object[] events)
    {
        var picture = new Picture();
        for (var i = 0; i < events.Length; i++)
            picture.Apply(new(i + 1, Guid.Empty, "s", i + 1, EventTypes.NameOf(events[i].GetType()), events[i], Noon.AddMinutes(i), "x"), Noon.AddMinutes(i));
        return picture;
    }
}
