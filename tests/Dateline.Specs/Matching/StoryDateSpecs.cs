using Dateline.Matching;
using static Dateline.Specs.Matching.Mentions;

namespace Dateline.Specs.Matching;

/// <summary>What one day's news has in common by its date, and what a date adds.</summary>
public sealed class StoryDateSpecs
{
    private static readonly string[] news =
    [
        "Rail workers in Oduro began a strike {0}.", "Voters in Tarvo chose Dana Holt as mayor {0}.", "A fire destroyed a hotel in Ryde {0}.",
        "A whale swam into the harbour of Belmar {0}.", "Albion beat Rovers in the cup final {0}.", "Masked men robbed a bank in Lindale {0}."
    ];

    private static readonly string[] longer =
    [
        "Rail workers in Oduro began a strike {0}. Commuters queued for buses. The union wants shorter shifts.",
        "Voters in Tarvo chose Dana Holt as mayor {0}. Turnout was low. The new council meets in spring.",
        "A fire destroyed a hotel in Ryde {0}. Guests fled in pyjamas. Engineers will examine the wiring.",
        "A whale swam into the harbour of Belmar {0}. Fishermen watched from the quay. Biologists hope it finds the sea."
    ];

    [Theory]
    [InlineData("on Sunday")]
    [InlineData("on 7 March")]
    [InlineData("on Sunday, 7 March 2027")]
    [InlineData("in March 2027")]
    public void unrelated_news_of_one_day_is_a_story_each(string day)
    {
        foreach (var items in new[] { news, longer })
        {
            var index = new StoryIndex();
            var stories = items.Select((text, i) => index.Group($"d{i}", null, text.Replace("{0}", day, StringComparison.Ordinal), Noon));
            Assert.Equal(items.Length, stories.Distinct().Count());
        }
    }

    [Theory]
    [InlineData("Tarvo mayor chosen on Sunday", "Hotel fire on Sunday")]
    [InlineData("Whale stranded, 12 March", "Bank robbed, 12 March")]
    [InlineData("The rail strike began on Sunday and 300 joined it", "Masked robbers took 300 on Sunday")]
    public void a_date_and_a_figure_alone_join_no_story(string one, string other)
    {
        var index = new StoryIndex();
        Assert.NotEqual(index.Group("d1", null, one, Noon), index.Group("d2", null, other, Noon));
    }

    [Fact]
    public void a_date_bears_out_what_names_who_and_where()
    {
        const string report = "A fire in Ryde began in a hotel{0}. Guests fled as smoke filled the corridors.", other = "Smoke filled a building in Ryde{0}. Crews led tourists down ladders.";
        Assert.True(Score(" on Sunday") > Score(""));

        static int Score(string day)
        {
            var index = new StoryIndex();
            index.Add("d1", "fire", DocFeatures.Of(null, report.Replace("{0}", day, StringComparison.Ordinal), Noon));
            return index.Find(DocFeatures.Of(null, other.Replace("{0}", day, StringComparison.Ordinal), Noon)).Score;
        }
    }
}
