using Dateline.Matching;
using FsCheck;
using FsCheck.Fluent;
using static Dateline.Specs.Matching.Mentions;

namespace Dateline.Specs.Matching;

public class StoryIndexSpecs
{
    private const string Dam = "A dam near Derna burst after Storm Daniel, flooding the eastern Libyan city. Rescuers in Derna searched for survivors as the flood receded.";
    private const string Dam2 = "Rescuers searched Derna for survivors after a dam burst and flooded the Libyan city. Storm Daniel brought the flood to eastern Libya.";
    private const string Mayor = "The mayor of Lyon resigned on Tuesday over a fraud inquiry. Prosecutors in Lyon opened the fraud inquiry into the mayor's contracts.";

    private static StoryIndex Holding(params (string Id, string Story, string Text)[] documents)
    {
        var index = new StoryIndex();
        foreach (var (id, story, text) in documents) index.Add(id, story, DocFeatures.Of(null, text, Noon));
        return index;
    }

    private static StoryAnswer Ask(StoryIndex index, string text) => index.Find(DocFeatures.Of(null, text, Noon));

    [Fact]
    public void a_document_joins_the_story_of_its_neighbours_with_a_reason_and_those_considered()
    {
        var answer = Ask(Holding(("d1", "flood", Dam), ("d2", "mayor", Mayor)), Dam2);
        Assert.Equal("flood", answer.StoryId);
        Assert.EndsWith(".", answer.Reason, StringComparison.Ordinal);
        Assert.Equal("d1", answer.Neighbours[0].DocumentId);
    }

    [Fact]
    public void a_document_on_something_else_joins_none() => Assert.Null(Ask(Holding(("d1", "flood", Dam)), Mayor).StoryId);

    [Fact]
    public void an_empty_index_has_no_story() => Assert.Null(Ask(new(), Dam).StoryId);

    [Fact]
    public void grouping_names_a_new_story_after_its_first_document()
    {
        var index = new StoryIndex();
        Assert.Equal("story-d1", index.Group("d1", null, Dam, Noon));
        Assert.Equal("story-d2", index.Group("d2", null, Mayor, Noon));
        Assert.Equal("story-d1", index.Group("d3", null, Dam2, Noon));
        Assert.Equal("story-d1", index.Group("d3", null, Mayor, Noon));
    }

    [Fact]
    public void a_moved_document_draws_its_neighbours_after_it()
    {
        var index = Holding(("d1", "flood", Dam), ("d2", "mayor", Mayor));
        index.Move("d1", "storms");
        Assert.Equal("storms", Ask(index, Dam2).StoryId);
        index.MergeStories("weather", "storms");
        Assert.Equal("weather", Ask(index, Dam2).StoryId);
        index.RemoveDocument("d1");
        Assert.Null(Ask(index, Dam2).StoryId);
    }

    [Fact]
    public void old_news_needs_more_in_common_than_news_of_the_month()
    {
        var index = Holding(("d1", "flood", Dam));
        Assert.True(index.Find(DocFeatures.Of(null, Dam2, Noon.AddDays(90))).Score < Ask(index, Dam2).Score);
        Assert.Equal(Ask(index, Dam2).Score, index.Find(DocFeatures.Of(null, Dam2, Noon.AddDays(5))).Score);
    }

    [Fact]
    public void what_came_and_went_leaves_no_trace()
    {
        var index = Holding(("d1", "flood", Dam), ("d2", "mayor", Mayor));
        for (var i = 0; i < 3000; i++) index.Add("spin", "spin", DocFeatures.Of(null, "Derna flood storm " + i, Noon));
        index.RemoveDocument("spin");
        Assert.Equivalent(Ask(Holding(("d1", "flood", Dam), ("d2", "mayor", Mayor)), Dam2), Ask(index, Dam2), strict: true);
    }

    [Fact]
    public void equal_stories_are_told_apart_by_id_whatever_the_order_they_came_in()
    {
        Assert.Equal("s1", Ask(Holding(("d1", "s1", Dam), ("d2", "s2", Dam)), Dam2).StoryId);
        Assert.Equal("s1", Ask(Holding(("d2", "s2", Dam), ("d1", "s1", Dam)), Dam2).StoryId);
    }

    [Fact]
    public void any_text_can_be_grouped() =>
        Prop.ForAll(Hostile.Texts, text => Assert.Equal("story-x", new StoryIndex().Group("x", text, text, DateTimeOffset.MinValue))).QuickCheckThrowOnFailure();
}
