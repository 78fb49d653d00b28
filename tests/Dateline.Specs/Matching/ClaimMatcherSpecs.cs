using Dateline.Claims;
using Dateline.Matching;
using FsCheck;
using FsCheck.Fluent;
using static Dateline.Specs.Matching.Mentions;

namespace Dateline.Specs.Matching;

public class ClaimMatcherSpecs
{
    private static ClaimRelation Compare(Mention later, Mention earlier, int hours = 1) => Answer(later, earlier, hours).Relation;

    private static ClaimComparison Answer(Mention later, Mention earlier, int hours = 1, string source = "b") =>
        Answer(ClaimFeatures.Of(later, source, Noon.AddHours(hours)), ClaimFeatures.Of(earlier, "a", Noon));

    private static ClaimComparison Answer(ClaimFeatures later, ClaimFeatures earlier) =>
        ClaimMatcher.Compare(later, Alike(later), earlier, Alike(earlier), true);

    private static int[] Alike(ClaimFeatures of) => [.. of.Sorted.Select(_ => 1)];

    private static Mention Counting(string text, string words, string value, string unit, string speaker = "the army", string bound = "exactly", string? change = null) =>
        Saying(text, speaker, numbers: [Number(text, words, value, unit, bound, change)]);

    [Fact]
    public void the_same_words_are_the_same_claim() =>
        Assert.Equal(ClaimRelation.Same, Compare(Saying("The dam near Derna burst overnight"), Saying("the dam near Derna burst overnight", "residents")));

    [Fact]
    public void other_forms_of_the_words_are_the_same_claim() =>
        Assert.Equal(ClaimRelation.Same, Compare(Saying("dams near Derna bursting overnight"), Saying("the dam near Derna burst overnight")));

    [Fact]
    public void a_denial_of_the_same_is_filed_to_it_as_denied() =>
        Assert.Equal(ClaimRelation.Denies, Compare(Saying("the dam near Derna burst overnight", polarity: Polarity.Negative), Saying("the dam near Derna burst overnight")));

    [Fact]
    public void another_subject_is_nothing() =>
        Assert.Equal(ClaimRelation.None, Compare(Saying("wheat prices eased in Chicago trading"), Saying("the dam near Derna burst overnight")));

    [Fact]
    public void another_value_of_another_speaker_contradicts() =>
        Assert.Equal(ClaimRelation.Contradicts, Compare(
            Counting("the strike on the port killed 30 people", "30", "30", "people", "rebels"), Counting("the strike on the port killed 12 people", "12", "12", "people")));

    [Fact]
    public void a_later_value_of_the_same_speaker_updates() =>
        Assert.Equal(ClaimRelation.Updates, Compare(
            Counting("the strike on the port killed 30 people", "30", "30", "people"), Counting("the strike on the port killed 12 people", "12", "12", "people")));

    [Fact]
    public void an_earlier_value_does_not_update_a_later_one() =>
        Assert.Equal(ClaimRelation.Contradicts, Compare(
            Counting("the strike on the port killed 30 people", "30", "30", "people"), Counting("the strike on the port killed 12 people", "12", "12", "people"), hours: -1));

    [Fact]
    public void a_value_said_to_have_risen_updates_whoever_says_it() =>
        Assert.Equal(ClaimRelation.Updates, Compare(
            Counting("the death toll of the port strike rose to 30 people", "30", "30", "people", "rebels", change: "rose-to"),
            Counting("the death toll of the port strike was 12 people", "12", "12", "people")));

    [Fact]
    public void a_bound_that_holds_the_value_supports_and_is_not_merged() =>
        Assert.Equal(ClaimRelation.Supports, Compare(
            Counting("the strike on the port killed 30 people", "30", "30", "people", "rebels"),
            Counting("the strike on the port killed more than 20 people", "more than 20", "20", "people", bound: "more-than")));

    [Fact]
    public void at_least_a_value_holds_the_value() =>
        Assert.Equal(ClaimRelation.Supports, Compare(
            Counting("the deal with the port lasts eight years", "eight years", "8", "years", "rebels"),
            Counting("the deal with the port lasts at least eight years", "eight years", "8", "years", bound: "more-than")));

    [Fact]
    public void a_value_for_another_unit_is_never_merged() =>
        Assert.NotEqual(ClaimRelation.Same, Compare(
            Counting("the army fired 30 missiles at the port", "30", "30", "missiles"), Counting("the army fired 30 drones at the port", "30", "30", "drones")));

    [Fact]
    public void a_value_that_only_one_gives_is_never_merged() =>
        Assert.NotEqual(ClaimRelation.Same, Compare(
            Counting("the strike on the port killed 30 people", "30", "30", "people"), Saying("the strike on the port killed people")));

    [Fact]
    public void one_of_several_values_of_a_unit_contradicts_only_in_nearly_the_same_words()
    {
        string long1 = "the boxer landed 178 punches of 369 punches thrown at Rahman in Mannheim", other = "the boxer landed 28 punches of 68 punches thrown at Rahman in the third round";
        Assert.Equal(ClaimRelation.None, Compare(
            Saying(long1, numbers: [Number(long1, "178", "178", "punches"), Number(long1, "369", "369", "punches")]),
            Saying(other, numbers: [Number(other, "28", "28", "punches"), Number(other, "68", "68", "punches")])));
    }

    [Fact]
    public void bare_numbers_contradict_only_in_nearly_the_same_words()
    {
        string magnitude = "the survey puts the magnitude of the quake at 6.1", weaker = "the survey puts the magnitude of the quake at 5.4", age = "police arrested Jan Roe of Bloomington, 36, at the crossing";
        Assert.Equal(ClaimRelation.Contradicts, Compare(
            Saying(magnitude, "one", numbers: [Number(magnitude, "6.1", "6.1", null)]), Saying(weaker, "another", numbers: [Number(weaker, "5.4", "5.4", null)])));
        const string Blocks = "police in two cars arrested Roe of Bloomington at the crossing";
        Assert.NotEqual(ClaimRelation.Contradicts, Compare(Saying(age, numbers: [Number(age, "36", "36", null)]), Saying(Blocks, numbers: [Number(Blocks, "two", "2", "cars")])));
    }

    [Theory]
    [InlineData(24 * 7, "2026-03-06", "2026-02-27")]
    [InlineData(24, "2026-03-01", "2026-02-28")]
    public void the_same_word_for_another_day_contradicts_nothing(int hours, string later, string earlier)
    {
        const string Text = "the bridge over the Drina near Foca collapsed on Friday";
        Assert.Equal(ClaimRelation.None, Compare(Saying(Text, dates: [Day(Text, "Friday", later)]), Saying(Text, dates: [Day(Text, "Friday", earlier)]), hours));
    }

    [Fact]
    public void another_day_of_the_same_week_contradicts()
    {
        const string Monday = "the bridge over the Drina near Foca collapsed on Monday", Friday = "the bridge over the Drina near Foca collapsed on Friday";
        Assert.Equal(ClaimRelation.Contradicts, Compare(Saying(Friday, dates: [Day(Friday, "Friday", "2026-02-27")]), Saying(Monday, dates: [Day(Monday, "Monday", "2026-02-23")])));
    }

    [Fact]
    public void opposite_verbs_contradict() =>
        Assert.Equal(ClaimRelation.Contradicts, Compare(Saying("grain exports from Odesa rose sharply last year"), Saying("grain exports from Odesa fell sharply last year")));

    [Fact]
    public void who_did_it_to_whom_matters() =>
        Assert.Equal(ClaimRelation.None, Compare(Saying("forces of Iran attacked Israel at dawn"), Saying("forces of Israel attacked Iran at dawn")));

    [Fact]
    public void other_names_are_other_claims() =>
        Assert.Equal(ClaimRelation.None, Compare(Saying("the mayor of Lyon resigned over fraud inquiry"), Saying("the mayor of Turin resigned over fraud inquiry")));

    [Fact]
    public void another_day_is_never_merged()
    {
        const string Monday = "the bridge over the Drina collapsed on Monday", Friday = "the bridge over the Drina collapsed on Friday";
        Assert.NotEqual(ClaimRelation.Same, Compare(Saying(Friday, dates: [Day(Friday, "Friday", "2026-02-27")]), Saying(Monday, dates: [Day(Monday, "Monday", "2026-02-23")])));
    }

    [Fact]
    public void what_speakers_say_of_themselves_is_each_ones_own()
    {
        var text = "we will withdraw our troops from the border zone";
        Assert.Equal(ClaimRelation.None, Compare(Saying(text, "Ankara", mode: Mode.Promise), Saying(text, "Damascus", mode: Mode.Promise)));
        Assert.Equal(ClaimRelation.Same, Compare(Saying(text, "Ankara", mode: Mode.Promise), Saying(text, "Ankara", mode: Mode.Promise)));
    }

    [Fact]
    public void a_report_of_what_was_foretold_supports_it() =>
        Assert.Equal(ClaimRelation.Supports, Compare(Saying("the central bank raised rates sharply"), Saying("the central bank will raise rates sharply", mode: Mode.Prediction)));

    [Fact]
    public void every_answer_has_a_score_in_thousandths_and_a_sentence() =>
        Prop.ForAll(Hostile.Texts, Hostile.Texts, (a, b) =>
        {
            var answer = Answer(Saying(a), Saying(b));
            Assert.InRange(answer.Score, 0, 1000);
            Assert.All(answer.Reasons, r => Assert.EndsWith(".", r, StringComparison.Ordinal));
            Assert.NotEmpty(answer.Reasons);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void two_values_are_never_one_claim() =>
        Prop.ForAll(Gen.Choose(0, 1000).Zip(Gen.Choose(0, 1000)).ToArbitrary(), pair =>
        {
            string a = pair.Item1.ToString(System.Globalization.CultureInfo.InvariantCulture), b = pair.Item2.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var relation = Compare(Counting($"the strike on the port killed {a} people", a, a, "people"), Counting($"the strike on the port killed {b} people", b, b, "people"));
            Assert.Equal(a == b, relation is ClaimRelation.Same);
        }).QuickCheckThrowOnFailure();
}
