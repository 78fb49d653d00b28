using Dateline.Matching;
using Dateline.Stories;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

/// <summary>Machines suggest to merge and to split; people decide, and are never overruled.</summary>
public class SuggestionSpecs
{
    private static readonly SuggestMerge merge = new("s-1", "s-2", "d-2", 400, "d-2 fits both.", Noon);
    private static readonly SuggestSplit division = new("s-1", ["d-2"], 100, "It differs.", Noon);
    private static readonly string mergeId = Ids.From('g', "merge\ns-1\ns-2");
    private static readonly string splitId = Ids.From('g', "split\ns-1\nd-2");
    private static readonly StoryMergeSuggested merging = new("s-1", mergeId, "s-2", "d-2", 400, "d-2 fits both.", Noon);
    private static readonly StorySplitSuggested splitting = new("s-1", splitId, ["d-2"], 100, "It differs.", Noon);
    private static readonly StorySplit split = new("s-1", "s-2", "Another", ["d-3"], "ana");

    private static Spec<Story> Given(params object[] events) => Spec.For<Story>().Given([Opened(), Filed(), Filed("d-2"), Filed("d-3"), .. events]);

    [Fact]
    public void two_stories_are_suggested_to_be_one_once()
    {
        Given().When(merge).Then(merging);
        Given(merging).When(merge).ThenNothing();
    }

    [Fact]
    public void what_people_told_apart_is_not_suggested_to_be_one()
    {
        Given(split).When(merge).ThenNothing();
        Given(new DocumentMoved("s-1", "d-3", "s-1", "s-2", "ana")).When(merge).ThenNothing();
        Spec.For<Story>().Given(split with { StoryId = "s-2", SplitFrom = "s-1" }).When(merge with { Story = "s-2", Other = "s-1" }).ThenNothing();
        Given(merging, new StorySuggestionDismissed("s-1", mergeId, "ana")).When(merge).ThenNothing();
    }

    [Fact]
    public void what_people_put_together_is_not_suggested_to_be_two()
    {
        Given().When(division).Then(splitting);
        Given(new StoriesMerged("s-1", "s-1", "s-9", "ana")).When(division).ThenNothing();
        Given(new DocumentMoved("s-1", "d-9", "s-9", "s-1", "ana")).When(division).ThenNothing();
    }

    [Fact]
    public void one_split_is_suggested_at_a_time_and_each_once()
    {
        Given(splitting).When(division with { Documents = ["d-3"] }).ThenNothing();
        Given(splitting, new StorySuggestionDismissed("s-1", splitId, "ana")).When(division).ThenNothing();
    }

    [Fact]
    public void closed_and_merged_and_unknown_stories_are_left_alone()
    {
        Given(new StoryClosed("s-1", "ana")).When(merge).ThenNothing();
        Given(new StoriesMerged("s-1", "s-9", "s-1", "ana")).When(division).ThenNothing();
        Spec.For<Story>().When(merge).ThenNothing();
    }

    [Fact]
    public void a_person_dismisses_a_suggestion_once_and_says_why()
    {
        var dismiss = new DismissSuggestion("s-1", mergeId, "ana", "Two quakes.");
        Given(merging).When(dismiss).Then(new StorySuggestionDismissed("s-1", mergeId, "ana"));
        Given(merging, new StorySuggestionDismissed("s-1", mergeId, "ana")).When(dismiss).ThenNothing();
        Given().When(dismiss).ThenRefused("no suggestion");
        Given(merging).When(dismiss with { By = "bot:desk@2" }).ThenRefused("Only people");
        Given(merging).When(dismiss with { Reason = "" }).ThenRefused("reason");
    }

    [Fact]
    public void what_people_did_settles_a_suggestion()
    {
        Story After(params object[] events) => ((object[])[Opened(), Filed(), Filed("d-2"), Filed("d-3"), merging, splitting, .. events]).Aggregate((Story?)null, Story.Evolve)!;
        Assert.Equal(["merge", "split"], After().Suggestions.Select(s => s.Kind));
        Assert.Empty(After(new StoriesMerged("s-1", "s-1", "s-2", "ana")).Suggestions);
        Assert.Equal("merge", Assert.Single(After(split with { NewStoryId = "s-8", Documents = ["d-2"] }).Suggestions).Kind);
    }

    private static FilingInput Document(int number, string text) => new($"d{number}", 1, "wire", "The Wire", null, text, Noon.AddMinutes(number), []);

    [Fact]
    public void two_kinds_of_documents_that_were_put_into_one_story_are_found()
    {
        string[] kinds =
        [
            "Storm Daniel flooded eastern Libya and the dam near Derna burst, rescue workers and hospitals in Benghazi reported",
            "The central bank in Oslo raised interest rates sharply against inflation, Governor Ida Wolden Bache and economists argued"
        ];
        var desk = new Desk();
        SuggestedSplit? split = null;
        for (var i = 0; i < 9; i++)
        {
            var input = Document(i, $"{kinds[i % 2]} item{i} detail{i * 7} remark{i * 13}.");
            var filing = desk.File(input);
            split ??= filing.Split;
            desk.Learn(input, filing with { StoryId = "s-1" });
        }
        Assert.NotNull(split);
        Assert.Single(split.Documents.Select(d => int.Parse(d[1..], null) % 2).Distinct());
    }

    [Fact]
    public void two_stories_of_one_event_are_found_by_a_document_that_fits_both()
    {
        const string text = "Storm Daniel flooded eastern Libya and the dam near Derna burst, rescue workers and hospitals in Benghazi reported";
        var desk = new Desk();
        for (var i = 0; i < 6; i++)
        {
            var input = Document(i, $"{text} item{i} detail{i * 7}.");
            desk.Learn(input, desk.File(input) with { StoryId = "s-" + i % 2 });
        }
        var filing = desk.File(Document(9, text + " again."));
        Assert.Equal(["s-0", "s-1"], new[] { filing.StoryId, filing.Merger!.OtherStoryId }.Order());
    }
}
