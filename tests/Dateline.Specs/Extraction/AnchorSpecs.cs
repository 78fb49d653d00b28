using System.Text;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Extraction;

namespace Dateline.Specs.Extraction;

/// <summary>A sentence that a revision leaves as it is keeps the day of the revision that first said it.</summary>
public sealed class AnchorSpecs
{
    private const string Promise = "Harbour master Edda Lunde will resign on Friday, her office said.";
    private const string Deaths = "The ministry said that 12 people died on Friday in Tarvo.";
    private const string Spoken = "Mayor Anna Berg said: \"The bridge will close tomorrow.\"";

    private static DateTimeOffset March(int day) => new(2026, 3, day, 8, 0, 0, TimeSpan.Zero);

    private static ExtractionInput Input(params (string Text, int Day)[] revisions) =>
        new("d", revisions.Length, null, revisions[^1].Text, "en", March(revisions[^1].Day), "Alpha")
        {
            Anchors = revisions[..^1].Aggregate(Anchors.None, (anchors, r) => anchors.After(r.Text, March(r.Day)))
        };

    private static Mention Dated(ExtractionInput input) => Extractor.Extract(input).Mentions.First(m => m.Dates.Count > 0);

    private static string? Day(params (string Text, int Day)[] revisions) => Dated(Input(revisions)).Dates[0].From;

    [Theory]
    [InlineData(Promise, "2026-03-06")]
    [InlineData(Deaths, "2026-02-27")]
    [InlineData(Spoken, "2026-03-04")]
    public void an_edit_elsewhere_moves_no_day(string text, string day)
    {
        Assert.Equal(day, Day((text, 3)));
        Assert.Equal(day, Day((text, 3), (text + " A picture was added.", 7)));
        Assert.Equal(day, Day((text, 3), ("New: " + "a picture was added.\n\n" + text.Replace(" ", "  "), 7)));
        Assert.Equal(day, Day((text, 3), (text + " A picture was added.", 7), (text + " Two pictures were added.", 17)));
    }

    [Fact]
    public void a_sentence_that_is_new_or_changed_has_the_day_of_its_revision()
    {
        Assert.Equal("2026-03-13", Day(("Nothing is known yet.", 3), (Promise, 7)));
        Assert.Equal("2026-03-13", Day((Promise.Replace("resign", "retire"), 3), (Promise, 7)));
        Assert.Equal("2026-03-13", Day((Promise, 3), ("Nothing is known any more.", 4), (Promise, 7)));
    }

    [Fact]
    public void what_stands_in_two_sentences_has_the_day_of_the_later_one()
    {
        const string Quoted = "Mayor Anna Berg said: \"The bridge will close tomorrow. It will open on Friday.\"";
        const string Closes = "Mayor Anna Berg said: \"The bridge will close tomorrow.";
        var anchored = new Anchored(Input((Closes, 3), (Quoted, 7), (Quoted + " A picture was added.", 17)));
        Assert.Equal([March(3), March(7), March(7)], [anchored.At(0, 10), anchored.At(Closes.Length + 2, Quoted.Length), anchored.At(0, Quoted.Length)]);
        Assert.Null(anchored.At(0, Quoted.Length + 5));
    }

    [Theory]
    [InlineData("The army said it left on Friday. ", 8_000)]
    [InlineData("the army said that it left on Friday; ", 8_000)]
    [InlineData("A. ", 100_000)]
    [InlineData("\n ", 200_000)]
    [InlineData(".\"\"\" ", 100_000)]
    public void a_revision_is_read_in_linear_time(string piece, int times)
    {
        var (small, large) = (string.Concat(Enumerable.Repeat(piece, times / 4)), string.Concat(Enumerable.Repeat(piece, times)));
        Work(small);
        var (one, four) = (Work(small), Work(large));
        for (var more = 0; more < 4 && four > 9 * one; more++) (one, four) = (Math.Min(one, Work(small)), Math.Min(four, Work(large)));
        Assert.True(four <= 9 * one || four < 0.02, $"{one * 1000:0} ms for {small.Length} code units, {four * 1000:0} ms for {large.Length}");
    }

    private static double Work(string text)
    {
        var began = ProcessorTime.OfThisThread();
        Extractor.Extract(Input((text, 3), (text, 7)));
        return (ProcessorTime.OfThisThread() - began).TotalSeconds;
    }

    [Fact]
    public void the_moment_is_stored_where_there_is_one_and_left_out_where_there_is_none()
    {
        var (first, second) = (Stored((Promise, 3)), Stored((Promise, 3), (Promise + " A picture was added.", 7)));
        Assert.DoesNotContain("anchored", first, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\"anchoredAt\":\"2026-03-03T08:00:00+00:00\"", second, StringComparison.Ordinal);
        Assert.Equal(March(3), Assert.IsType<ClaimsExtracted>(EventJson.Read("claims_extracted", Encoding.UTF8.GetBytes(second))).Mentions.First(m => m.Dates.Count > 0).AnchoredAt);
    }

    private static string Stored(params (string Text, int Day)[] revisions) =>
        Encoding.UTF8.GetString(EventJson.Write(new ClaimsExtracted("d", revisions.Length, "rules@1", [.. Extractor.Extract(Input(revisions)).Mentions], null, March(7))));

    [Fact]
    public void a_revision_that_says_it_was_published_earlier_has_its_own_day() => Assert.Equal("2026-03-06", Day((Promise, 7), (Promise, 3)));

    [Fact]
    public void what_another_extractor_finds_keeps_its_day_too()
    {
        var input = Input((Promise, 3), (Promise + " A picture was added.", 7));
        var found = Dated(input);
        var measured = Extractor.Measure(input, found with { Dates = [], AnchoredAt = null });
        Assert.Equal((found.Dates[0], March(3)), (measured.Dates[0], measured.AnchoredAt));
    }

    [Fact]
    public void the_day_it_is_due_is_counted_from_there()
    {
        var input = Input((Promise, 3), (Promise + " A picture was added.", 7));
        var found = Dated(input);
        Assert.Equal("2026-03-06", DueDays.Of(found, input.Text, found.AnchoredAt ?? input.PublishedAt!.Value));
    }
}
