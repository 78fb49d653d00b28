using Dateline.Matching;
using Dateline.Specs.Extraction;
using static Dateline.Specs.Matching.Mentions;

namespace Dateline.Specs.Matching;

/// <summary>Pairs of sentences, read as documents are, that differ in what matters: they are never one claim.</summary>
public sealed partial class ClaimPairSpecs
{
    private static ClaimComparison Compare(string one, string other)
    {
        var (a, b) = (Features(one, "a", 1), Features(other, "b", 0));
        return ClaimMatcher.Compare(a, Alike(a), b, Alike(b), true);
    }

    private static ClaimFeatures Features(string text, string source, int hours) => ClaimFeatures.Of(Read.One(text), source, Read.Published.AddHours(hours));

    private static int[] Alike(ClaimFeatures of) => [.. of.Sorted.Select(_ => 1)];

    private static void Apart(string one, string other)
    {
        foreach (var answer in new[] { Compare(one, other), Compare(other, one) })
            Assert.True(answer.Relation is ClaimRelation.None or ClaimRelation.Contradicts or ClaimRelation.Updates, $"{answer.Relation}: {one} / {other}");
    }

    [Theory]
    [InlineData("Half a million people fled the Oduro floods, the agency said.", "One million people fled the Oduro floods, the agency said.")]
    [InlineData("A third of pupils in Tarvo failed the reading test, the ministry said.", "Half of pupils in Tarvo failed the reading test, the ministry said.")]
    [InlineData("Two thirds of pupils in Tarvo failed the reading test, the ministry said.", "A third of pupils in Tarvo failed the reading test, the ministry said.")]
    [InlineData("Two-thirds of pupils in Tarvo failed the reading test, the ministry said.", "Three quarters of pupils in Tarvo failed the reading test, the ministry said.")]
    [InlineData("The temperature in Tarvo fell to minus 30 degrees, forecasters said.", "The temperature in Tarvo reached 30 degrees, forecasters said.")]
    [InlineData("The Orvex merger cost $5 billion, the company said.", "The Orvex merger cost A$5 billion, the company said.")]
    [InlineData("The Orvex merger cost $5 billion, the company said.", "The Orvex merger cost C$5 billion, the company said.")]
    [InlineData("The Orvex merger cost $5 billion, the company said.", "The Orvex merger cost HK$5 billion, the company said.")]
    [InlineData("The 2019 Tarvo flood killed 30 people, officials said.", "The 2020 Tarvo flood killed 30 people, officials said.")]
    [InlineData("Profit at Orvex jumped 3 percent last year, the company said.", "Profit at Orvex plunged 3 percent last year, the company said.")]
    public void another_value_is_another_claim(string one, string other) => Apart(one, other);

    [Theory]
    [InlineData("Orvex sued Nuvex over a battery patent.", "Nuvex sued Orvex over a battery patent.")]
    [InlineData("Rovers beat Albion 3-1 on Saturday.", "Albion beat Rovers 3-1 on Saturday.")]
    [InlineData("Rovers beat Albion 3-1 in the Tarvo cup final.", "Rovers lost to Albion 3-1 in the Tarvo cup final.")]
    [InlineData("Kestria attacked the Molvan navy base at dawn.", "The Molvan navy base attacked Kestria at dawn.")]
    [InlineData("Kestria attacked the Molvan navy base at dawn.", "Kestria was attacked by the Molvan navy base at dawn.")]
    [InlineData("Kestria was attacked at dawn near the river.", "Kestria attacked at dawn near the river.")]
    [InlineData("Police attacked protesters outside the ministry in Tarvo.", "Protesters attacked police outside the ministry in Tarvo.")]
    [InlineData("Teachers in Tarvo earn more than nurses.", "Nurses in Tarvo earn more than teachers.")]
    public void who_does_it_to_whom_makes_another_claim(string one, string other) => Apart(one, other);

    [Theory]
    [InlineData("Kestria attacked the Molvan navy base at dawn.", "The Molvan navy base was attacked by Kestria at dawn.")]
    [InlineData("Police arrested two men in Tarvo over the blast.", "Two men were arrested by police in Tarvo over the blast.")]
    [InlineData("The Tarvo court fined Orvex over the spill.", "Orvex was fined by the Tarvo court over the spill.")]
    [InlineData("The Tarvo flood killed more than 30 people near the dam.", "More than 30 people were killed by the Tarvo flood near the dam.")]
    [InlineData("Orvex has sued Nuvex over a battery patent.", "Nuvex has been sued by Orvex over a battery patent.")]
    public void a_statement_and_its_passive_are_one_claim(string one, string other)
    {
        Assert.Equal(ClaimRelation.Same, Compare(one, other).Relation);
        Assert.Equal(ClaimRelation.Same, Compare(other, one).Relation);
    }

    public static TheoryData<string, string, string, string> Acts
    {
        get
        {
            var acts = new TheoryData<string, string, string, string>();
            foreach (var (one, other) in new[] { ("Kestria", "Molva"), ("the Orvex union", "the Nuvex board"), ("police", "farmers"), ("the striking miners", "the coal company") })
                foreach (var verb in new[] { "attacked", "sued", "accused", "beat", "bribed", "rescued" })
                    foreach (var place in new[] { "", " in Tarvo", " over a land deal" }) acts.Add(one, verb, other, place);
            return acts;
        }
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public void a_passive_says_the_same_and_a_swap_never_does(string one, string verb, string other, string place)
    {
        var done = verb == "beat" ? "beaten" : verb;
        string active = $"{Opening(one)} {verb} {other}{place}", swapped = $"{Opening(other)} {verb} {one}{place}";
        string passive = $"{Opening(other)} were {done} by {one}{place}", crossed = $"{Opening(one)} were {done} by {other}{place}";
        Assert.Equal(ClaimRelation.Same, Between(active, passive));
        Assert.Equal(ClaimRelation.Same, Between(swapped, crossed));
        foreach (var (a, b) in new[] { (active, swapped), (active, crossed), (passive, swapped), (passive, crossed) })
        {
            Assert.Equal(ClaimRelation.None, Between(a, b));
            Assert.Equal(ClaimRelation.None, Between(b, a));
        }

        static string Opening(string words) => string.Concat(words[..1].ToUpperInvariant(), words.AsSpan(1));

        static ClaimRelation Between(string a, string b)
        {
            var (x, y) = (ClaimFeatures.Of(Saying(a), "a", Noon), ClaimFeatures.Of(Saying(b), "b", Noon));
            return ClaimMatcher.Compare(x, Alike(x), y, Alike(y), true).Relation;
        }
    }

    [Theory]
    [InlineData("Dana Holt was sentenced for spying in Tarvo.", "Dana Holt was acquitted of spying in Tarvo.")]
    [InlineData("The governor signed the Tarvo water bill on Tuesday.", "The governor vetoed the Tarvo water bill on Tuesday.")]
    [InlineData("The Tarvo malaria vaccine is effective in children, a study found.", "The Tarvo malaria vaccine is ineffective in children, a study found.")]
    [InlineData("Orvex doubled its dividend in Tarvo.", "Orvex halved its dividend in Tarvo.")]
    [InlineData("Coffee reduces stroke risk in older adults, a study found.", "Coffee increases stroke risk in older adults, a study found.")]
    [InlineData("Orvex bought the Tarvo lithium mine.", "Orvex sold the Tarvo lithium mine.")]
    [InlineData("Residents of Tarvo were told to stay in their homes.", "Residents of Tarvo were told to leave their homes.")]
    [InlineData("Prosecutors brought charges against Dana Holt.", "Prosecutors dropped charges against Dana Holt.")]
    [InlineData("Orvex said the plant is legal under Molvan law.", "Orvex said the plant is illegal under Molvan law.")]
    public void opposites_are_two_claims(string one, string other) => Apart(one, other);

    [Theory]
    [InlineData("Women in the Tarvo prison began a hunger strike, the union said.", "Men in the Tarvo prison began a hunger strike, the union said.")]
    [InlineData("The north wing of the Tarvo prison burned down, the union said.", "The south wing of the Tarvo prison burned down, the union said.")]
    [InlineData("The father of the Tarvo gunman was arrested, police said.", "The brother of the Tarvo gunman was arrested, police said.")]
    [InlineData("Most schools in Tarvo have running water, the ministry said.", "Few schools in Tarvo have running water, the ministry said.")]
    [InlineData("Orvex may hire a former Nuvex engineer.", "Orvex has hired a former Nuvex engineer.")]
    [InlineData("The minister resigned before the Tarvo bridge inquiry.", "The minister resigned after the Tarvo bridge inquiry.")]
    public void who_is_meant_how_many_and_whether_it_is_so_make_another_claim(string one, string other) => Apart(one, other);

    [Fact]
    public void a_denial_of_a_lie_denies_it()
    {
        const string Lied = "Sten Vall lied to parliament.", Honest = "Sten Vall did not lie to parliament.";
        Assert.Equal(ClaimRelation.Denies, Compare(Honest, Lied).Relation);
        Assert.Equal(ClaimRelation.Denies, Compare(Lied, Honest).Relation);
    }

    [Fact]
    public void what_was_foretold_of_another_day_is_not_borne_out()
    {
        const string Foretold = "The Tarvo bridge will reopen in June.", Other = "The Tarvo bridge reopened in May.";
        Assert.Equal(ClaimRelation.None, Compare(Other, Foretold).Relation);
    }

    [Theory]
    [InlineData("Two men arrested over the Tarvo blast.", "Two men were arrested over the Tarvo blast.")]
    [InlineData("The Tarvo factory closed in the autumn.", "The Tarvo factory was closed in the autumn.")]
    [InlineData("Rain stopped the Tarvo regatta on Friday.", "The Tarvo regatta was stopped by rain on Friday.")]
    [InlineData("Up to 40 people from Tarvo were hurt.", "As many as 40 people from Tarvo were hurt.")]
    [InlineData("About half of the shops in Tarvo stand empty.", "Around half of the shops in Tarvo stand empty.")]
    public void other_words_for_the_same_are_one_claim(string one, string other) => Assert.Equal(ClaimRelation.Same, Compare(one, other).Relation);
}
