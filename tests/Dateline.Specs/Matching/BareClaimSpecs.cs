using Dateline.Extraction;
using Dateline.Matching;

namespace Dateline.Specs.Matching;

/// <summary>What names nothing of its own speaks of its document's story, and is compared there alone.</summary>
public sealed class BareClaimSpecs
{
    private static readonly DateTimeOffset At = new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);

    private static Filing Take(Desk desk, string id, string source, string title, string text)
    {
        var read = Extractor.Extract(new ExtractionInput(id, 1, title, text, "en", At, null));
        var input = new FilingInput(id, 1, source, source, title, text, At, read.Mentions);
        var filing = desk.File(input);
        desk.Learn(input, filing);
        return filing;
    }

    private static (Filing First, Filing Second) Both((string Title, string Text) one, (string Title, string Text) other)
    {
        var desk = new Desk();
        return (Take(desk, "d1", "post", one.Title, one.Text), Take(desk, "d2", "herald", other.Title, other.Text));
    }

    public static TheoryData<string, string, string, string> TwoMatters => new()
    {
        { "Strong quake hits Atar", "A magnitude 7.1 earthquake struck Atar on Thursday. Houses collapsed in several villages.", "Earthquake rocks Belun", "A magnitude 6.3 earthquake struck Belun on Friday. Houses collapsed in several villages." },
        { "Ferry sinks off Samar", "The ferry Morning Star sank off Samar on Friday. 98 people were rescued.", "Dam bursts in Tarvo", "A dam burst in Tarvo in Oria on Saturday. 130 people were rescued." },
        { "Ferry sinks off Samar", "The ferry Morning Star sank off Samar on Friday. Nine people died.", "Dam bursts in Tarvo", "A dam burst in Tarvo in Oria on Saturday. Seven people died." },
        { "Storm hits Atar", "Storm Ana hit Atar on Thursday, governor Luis Rey said. He said 20,000 homes were without power.", "Flood in Belun", "A flood hit Belun on Friday, governor Sana Ak said. She said 30,000 homes were without power." }
    };

    [Theory]
    [MemberData(nameof(TwoMatters))]
    public void two_stories_have_nothing_to_do_with_each_other(string title, string text, string otherTitle, string otherText)
    {
        var (first, second) = Both((title, text), (otherTitle, otherText));
        Assert.NotEqual(first.StoryId, second.StoryId);
        Assert.True(first.Mentions.Count > 1 && second.Mentions.Count > 1);
        Assert.All(second.Mentions, m => Assert.True(m.NewClaim));
        Assert.Empty(second.Relations);
    }

    [Fact]
    public void in_one_story_they_are_compared()
    {
        var (first, second) = Both(
            ("Ferry sinks off Samar", "The ferry Morning Star sank off Samar on Friday. 98 people were rescued."),
            ("Morning Star sinks", "The ferry Morning Star sank off the island of Samar on Friday. 130 people were rescued."));
        Assert.Equal(first.StoryId, second.StoryId);
        Assert.Contains(second.Relations, r => r.Kind is "contradicts" or "updates");
    }

    [Theory]
    [InlineData("The European Central Bank cut its key rate to 2.25% on Thursday.", "The Bank of England cut its key rate to 4.25% on Thursday.")]
    [InlineData("On Thursday the Oslo Police arrested 12 men.", "On Thursday the Bergen Police arrested 15 men.")]
    public void bodies_of_one_kind_are_not_one_body(string one, string other)
    {
        var (first, second) = Both(("News of the day", one), ("News of the day", other));
        Assert.Single(first.Mentions);
        Assert.Empty(second.Relations);
        Assert.All(second.Mentions, m => Assert.True(m.NewClaim));
    }

    [Fact]
    public void a_name_may_be_the_first_word()
    {
        var (first, second) = Both(
            ("Ferry sinks off Samar", "The ferry Morning Star sank off Samar on Friday. Vogel resigned over the accident, the ministry said."),
            ("Dam bursts in Tarvo", "A dam burst in Tarvo in Oria on Saturday. Vogel resigned over the accident, the ministry said."));
        Assert.NotEqual(first.StoryId, second.StoryId);
        Assert.Contains(second.Mentions, m => !m.NewClaim);
    }
}
