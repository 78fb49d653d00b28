using Dateline.Stories;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public class StorySpecs
{
    private static readonly StoriesMerged merged = new("s-1", "s-2", "s-1", "ana");

    private static readonly StoriesMerged absorbed = new("s-1", "s-1", "s-2", "ana");

    private static readonly StorySplit split = new("s-1", "s-9", "Another", ["d-2"], "ana");

    private static Spec<Story> Given(params object[] events) => Spec.For<Story>().Given(Opened(), Filed(), Filed("d-2")).Given(events);

    private static FileDocument File(string document = "d-1") => new("s-1", "People leave", Filed(document));

    private static MergeStories Merge(string into = "s-2") => new("s-1", into, "ana", "One event.");

    private static SplitStory Split(params string[] documents) => new("s-1", "s-9", "Another", [.. documents], "ana", "Two events.");

    private static MoveDocument Move(string document = "d-1", string to = "s-2") => new("s-1", document, to, "ana", "It is about that.");

    private static DocumentMoved Moved(string story = "s-1", string document = "d-1", string from = "s-1", string to = "s-2") => new(story, document, from, to, "ana");

    private static RenameStory Rename(string title = "They leave") => new("s-1", title, "ana", "Clearer.");

    private static readonly CloseStory close = new("s-1", "ana", "Over.");

    private static readonly ReopenStory reopen = new("s-1", "ana", "Not over.");

    public static TheoryData<string> ActsOfPeople => ["close", "reopen", "rename", "move", "merge", "split"];

    private static ICommand ActOf(string kind, string by = "ana", string reason = "Because.") => kind switch
    {
        "close" => close with { By = by, Reason = reason },
        "reopen" => reopen with { By = by, Reason = reason },
        "rename" => Rename() with { By = by, Reason = reason },
        "move" => Move() with { By = by, Reason = reason },
        "merge" => Merge() with { By = by, Reason = reason },
        _ => Split("d-2") with { By = by, Reason = reason }
    };

    [Theory]
    [MemberData(nameof(ActsOfPeople))]
    public void an_unknown_story_is_left_alone(string act) => Spec.For<Story>().When(ActOf(act)).ThenRefused("no story s-1");

    [Theory]
    [MemberData(nameof(ActsOfPeople))]
    public void bots_leave_stories_alone(string act) => Given().When(ActOf(act, "bot:desk@1")).ThenRefused("Only people");

    [Theory]
    [MemberData(nameof(ActsOfPeople))]
    public void the_system_leaves_stories_alone(string act) => Given().When(ActOf(act, "system")).ThenRefused("Only people");

    [Theory]
    [MemberData(nameof(ActsOfPeople))]
    public void an_act_on_a_story_says_why(string act) => Given().When(ActOf(act, reason: " ")).ThenRefused("Say why");

    [Fact]
    public void what_nobody_can_see_is_neither_a_title_nor_a_reason()
    {
        Given().When(Rename("\u200b\u200d")).ThenRefused("needs a title");
        Given().When(Rename() with { Reason = "\u200b\u2060" }).ThenRefused("Say why");
    }

    [Theory]
    [InlineData("close")]
    [InlineData("reopen")]
    [InlineData("rename")]
    [InlineData("move")]
    [InlineData("split")]
    public void a_story_that_was_merged_away_names_the_one_to_use(string act) => Given(merged).When(ActOf(act)).ThenRefused("merged into s-2");

    [Fact]
    public void the_first_document_opens_the_story() => Spec.For<Story>().When(File()).Then(Opened(), Filed());

    [Fact]
    public void a_further_document_is_filed() => Given().When(File("d-3")).Then(Filed("d-3"));

    [Fact]
    public void a_document_is_filed_once() => Given().When(File()).ThenNothing();

    [Fact]
    public void a_document_is_filed_again_where_a_revision_was_published_before_what_was_filed()
    {
        var earlier = Filed("d-1", at: Noon.AddDays(-1));
        Given().When(new FileDocument("s-1", "People leave", earlier)).Then(earlier);
        Given(earlier).When(new FileDocument("s-1", "People leave", earlier)).ThenNothing();
    }

    [Fact]
    public void a_closed_story_still_takes_documents() => Given(new StoryClosed("s-1", "ana")).When(File("d-3")).Then(Filed("d-3"));

    [Fact]
    public void a_claim_is_put_into_a_story() => Given().When(new FileClaim("s-1", "c-1", "ana")).Then(new ClaimFiled("s-1", "c-1", "ana"));

    [Fact]
    public void a_claim_is_put_into_a_story_once() => Given(new ClaimFiled("s-1", "c-1", "ana")).When(new FileClaim("s-1", "c-1", "ben")).ThenNothing();

    [Fact]
    public void a_claim_is_not_put_into_an_unknown_story() => Spec.For<Story>().When(new FileClaim("s-1", "c-1", "ana")).ThenRefused("no story s-1");

    [Fact]
    public void a_claim_is_not_put_into_a_story_that_was_merged_away() => Given(merged).When(new FileClaim("s-1", "c-1", "ana")).ThenRefused("merged into s-2");

    [Fact]
    public void a_story_is_renamed() => Given().When(Rename()).Then(new StoryRenamed("s-1", "They leave", "ana"));

    [Fact]
    public void the_same_title_records_nothing() => Given().When(Rename("People leave")).ThenNothing();

    [Fact]
    public void a_title_is_not_empty() => Given().When(Rename(" ")).ThenRefused("needs a title");

    [Fact]
    public void a_title_has_at_most_500_characters() => Given().When(Rename(new string('x', 501))).ThenRefused("this one has 501");

    [Fact]
    public void a_story_is_closed() => Given().When(close).Then(new StoryClosed("s-1", "ana"));

    [Fact]
    public void a_story_is_closed_once() => Given(new StoryClosed("s-1", "ana")).When(close with { By = "ben" }).ThenNothing();

    [Fact]
    public void a_closed_story_is_opened_again() => Given(new StoryClosed("s-1", "ana")).When(reopen).Then(new StoryReopened("s-1", "ana"));

    [Fact]
    public void a_story_that_is_open_is_not_opened_again() => Given().When(reopen).ThenNothing();

    [Fact]
    public void a_story_that_was_opened_again_can_be_closed_again() =>
        Given(new StoryClosed("s-1", "ana"), new StoryReopened("s-1", "ana")).When(close).Then(new StoryClosed("s-1", "ana"));

    [Fact]
    public void a_document_is_moved() => Given().When(Move()).Then(Moved());

    [Fact]
    public void a_document_that_stays_is_not_moved() => Given().When(Move(to: "s-1")).ThenNothing();

    [Fact]
    public void only_what_is_in_a_story_can_leave_it() => Given().When(Move("d-9")).ThenRefused("d-9 is not in s-1");

    [Fact]
    public void a_document_leaves_once() => Given(Moved()).When(Move(to: "s-3")).ThenRefused("d-1 is not in s-1");

    [Fact]
    public void a_moved_document_is_taken_in() => Given().When(new ReceiveDocument(Moved("s-2", "d-3", "s-2", "s-1"))).Then(Moved("s-1", "d-3", "s-2", "s-1"));

    [Fact]
    public void a_moved_document_is_taken_in_once() => Given().When(new ReceiveDocument(Moved("s-2", "d-1", "s-2", "s-1"))).ThenNothing();

    [Fact]
    public void a_document_moved_to_an_unknown_story_is_not_taken_in() =>
        Spec.For<Story>().When(new ReceiveDocument(Moved("s-2", "d-1", "s-2", "s-1"))).ThenNothing();

    [Fact]
    public void a_document_may_come_back() => Given(Moved()).When(new ReceiveDocument(Moved("s-2", "d-1", "s-2", "s-1"))).Then(Moved("s-1", "d-1", "s-2", "s-1"));

    [Fact]
    public void two_stories_are_merged() => Given().When(Merge()).Then(merged);

    [Fact]
    public void a_merger_is_recorded_once() => Given(merged).When(Merge()).ThenNothing();

    [Fact]
    public void a_story_is_not_merged_into_itself() => Given().When(Merge("s-1")).ThenRefused("into itself");

    [Fact]
    public void a_story_that_was_merged_away_is_not_merged_elsewhere() => Given(merged).When(Merge("s-3")).ThenRefused("merged into s-2");

    [Fact]
    public void a_story_that_took_another_in_is_not_merged_into_that_one() => Given(absorbed).When(Merge()).ThenRefused("s-2");

    [Fact]
    public void the_story_that_stays_takes_in_what_it_does_not_have() =>
        Given().When(new ReceiveStory(absorbed with { StoryId = "s-2" }, ["d-2", "d-3"])).Then(absorbed, Moved("s-1", "d-3", "s-2", "s-1"));

    [Fact]
    public void the_story_that_stays_takes_the_other_in_once() => Given(absorbed).When(new ReceiveStory(absorbed with { StoryId = "s-2" }, ["d-3"])).ThenNothing();

    [Fact]
    public void an_unknown_story_takes_no_other_in() => Spec.For<Story>().When(new ReceiveStory(absorbed with { StoryId = "s-2" }, ["d-3"])).ThenNothing();

    [Fact]
    public void documents_are_split_off() => Given().When(Split("d-2")).Then(split);

    [Fact]
    public void a_split_is_recorded_once() => Given(split).When(Split("d-2")).ThenNothing();

    [Fact]
    public void a_split_names_its_documents() => Given().When(Split()).ThenRefused("Name the documents");

    [Fact]
    public void a_split_without_any_list_of_documents_is_refused() => Given().When(Split() with { Documents = default }).ThenRefused("Name the documents");

    [Fact]
    public void only_its_own_documents_are_split_off_a_story() => Given().When(Split("d-2", "d-9")).ThenRefused("d-9 is not in s-1");

    [Fact]
    public void nothing_is_no_document() => Given().When(Split("d-2", null!)).ThenRefused("Nothing is not in s-1");

    [Fact]
    public void a_split_leaves_a_document_behind() => Given().When(Split("d-1", "d-2")).ThenRefused("at least one document behind");

    [Fact]
    public void the_story_that_was_split_off_has_a_title() => Given().When(Split("d-2") with { Title = "" }).ThenRefused("needs a title");

    [Fact]
    public void what_was_split_off_can_not_leave_again() => Given(split).When(Move("d-2")).ThenRefused("d-2 is not in s-1");

    [Fact]
    public void the_story_that_was_split_off_begins_once()
    {
        var begun = split with { StoryId = "s-9", SplitFrom = "s-1" };
        Spec.For<Story>().When(new BeginSplitStory(split)).Then(begun);
        Spec.For<Story>().Given(begun).When(new BeginSplitStory(split)).ThenNothing();
        Assert.Equal("d-2", Assert.Single(Story.Evolve(null, begun)!.Documents));
    }

    [Fact]
    public void a_second_beginning_changes_nothing()
    {
        var story = Story.Evolve(null, Opened());
        Assert.Same(story, Story.Evolve(story, Opened(title: "Another")));
    }
}
