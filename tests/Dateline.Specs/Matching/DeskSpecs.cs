using Dateline.Claims;
using Dateline.Matching;
using static Dateline.Specs.Matching.Mentions;

namespace Dateline.Specs.Matching;

public class DeskSpecs
{
    private const string Text = "A dam near Derna burst after Storm Daniel, officials said. The flood in Derna killed people, the army said. Rescuers searched Derna.";

    private static FilingInput Document(string id, params Mention[] mentions) => new(id, 1, "paper", "The Paper", "Dam bursts near Derna", Text, Noon,
        [.. mentions.Select((m, i) => m with { Id = $"{id}/1/{i}" })]);

    private static Mention Burst(Polarity polarity = Polarity.Positive) => Saying("the dam near Derna burst overnight", polarity: polarity);

    private static Mention Killed(int n) =>
        Saying($"the flood in Derna killed {n} people", numbers: [Number($"the flood in Derna killed {n} people", $"{n}", $"{n}", "people")]);

    private static Filing FileAndLearn(Desk desk, FilingInput input)
    {
        var filing = desk.File(input);
        desk.Learn(input, filing);
        return filing;
    }

    [Fact]
    public void the_first_document_opens_a_story_and_raises_its_claims()
    {
        var filing = new Desk().File(Document("d1", Burst()));
        Assert.True(filing.NewStory);
        Assert.Matches("^s-[0-9a-f]{12}$", filing.StoryId);
        Assert.Equal("Dam bursts near Derna", filing.StoryTitle);
        Assert.Equal("source:paper", filing.DocumentOrigin);
        var mention = Assert.Single(filing.Mentions);
        Assert.True(mention.NewClaim);
        Assert.Matches("^c-[0-9a-f]{12}$", mention.ClaimId);
        Assert.Equal("the dam near Derna burst overnight", mention.ClaimText);
    }

    [Fact]
    public void copies_stay_in_one_story_however_many_they_are()
    {
        var desk = new Desk();
        var first = FileAndLearn(desk, Document("d0", Burst()));
        for (var i = 1; i <= 200; i++)
        {
            var copy = FileAndLearn(desk, Document($"d{i}", Burst()) with { SourceId = $"paper-{i}", Title = $"Report {i} of correspondent{i}" });
            Assert.Equal((first.StoryId, "source:paper"), (copy.StoryId, copy.DocumentOrigin));
            Assert.Null(copy.Split);
        }
        var other = desk.File(Document("other") with { Title = "Tramway approved", Text = "The mayor of Northgate said that the council approved the tramway to the airport. Work begins in May." });
        Assert.True(other.NewStory);
    }

    [Fact]
    public void filing_changes_nothing()
    {
        var desk = new Desk();
        FileAndLearn(desk, Document("d1", Burst()));
        var first = desk.File(Document("d2", Burst(), Killed(12)));
        Assert.Equivalent(first, desk.File(Document("d2", Burst(), Killed(12))), strict: true);
        Assert.Equal(1, desk.Count);
    }

    [Fact]
    public void the_same_said_elsewhere_is_a_mention_of_the_known_claim()
    {
        var desk = new Desk();
        var first = FileAndLearn(desk, Document("d1", Burst()));
        var second = FileAndLearn(desk, Document("d2", Burst(Polarity.Negative)) with { SourceId = "radio" });
        Assert.Equal(first.StoryId, second.StoryId);
        Assert.False(second.NewStory);
        Assert.Equal(first.Mentions[0].ClaimId, second.Mentions[0].ClaimId);
        Assert.False(second.Mentions[0].NewClaim);
    }

    [Fact]
    public void two_mentions_in_one_document_that_say_the_same_are_one_claim()
    {
        var filing = new Desk().File(Document("d1", Burst(), Burst()));
        Assert.Equal(filing.Mentions[0].ClaimId, filing.Mentions[1].ClaimId);
        Assert.Equal([true, false], filing.Mentions.Select(m => m.NewClaim));
    }

    [Fact]
    public void another_value_is_a_related_claim_and_never_merged()
    {
        var desk = new Desk();
        var first = FileAndLearn(desk, Document("d1", Killed(12)));
        var second = FileAndLearn(desk, Document("d2", Killed(30)));
        Assert.NotEqual(first.Mentions[0].ClaimId, second.Mentions[0].ClaimId);
        var relation = Assert.Single(second.Relations);
        Assert.Equal(("updates", first.Mentions[0].ClaimId), (relation.Kind, relation.OtherClaimId));
        var third = desk.File(Document("d3", Killed(12), Killed(30)));
        Assert.Equal([first.Mentions[0].ClaimId, second.Mentions[0].ClaimId], third.Mentions.Select(m => m.ClaimId));
    }

    [Fact]
    public void a_revision_stays_in_its_story_and_its_changed_number_updates_the_old_claim()
    {
        var desk = new Desk();
        var first = FileAndLearn(desk, Document("d1", Killed(12), Burst()));
        var again = Document("d1", Killed(30), Burst()) with { Revision = 2, Text = "Wheat prices eased." };
        again = again with { Mentions = [.. again.Mentions.Select(m => m with { Id = m.Id.Replace("/1/", "/2/", StringComparison.Ordinal) })] };
        var second = FileAndLearn(desk, again);
        Assert.Equal((first.StoryId, false), (second.StoryId, second.NewStory));
        Assert.True(second.Mentions[0].NewClaim);
        Assert.Equal("updates", Assert.Single(second.Relations).Kind);
        Assert.Equal(first.Mentions[1].ClaimId, second.Mentions[1].ClaimId);
        Assert.True(desk.File(Document("d3", Killed(12))).Mentions[0].NewClaim);
    }

    [Fact]
    public void opinions_questions_thin_and_unworthy_mentions_stay_unfiled()
    {
        var filing = new Desk().File(Document("d1", Saying("the dam near Derna is a disgrace", mode: Mode.Opinion), Saying("did the dam near Derna burst", mode: Mode.Question),
            Saying("it burst", worth: 500), Saying("the dam near Derna burst overnight", speaker: null, worth: 499)));
        Assert.Empty(filing.Mentions);
    }

    [Fact]
    public void short_claims_and_what_is_worth_a_check_are_filed()
    {
        var filing = new Desk().File(Document("d1", Saying("that Vogel resigned"), Saying("the dam near Derna burst overnight", speaker: null, worth: 500)));
        Assert.Equal(2, filing.Mentions.Count);
    }

    [Fact]
    public void at_most_forty_claims_of_a_document_are_filed_the_worthiest_first()
    {
        var many = Enumerable.Range(0, 60).Select(i => Saying($"witness {i} saw crate number {i} leave the harbour gate", worth: 400 + i)).ToArray();
        var filing = new Desk().File(Document("d1", many));
        Assert.Equal(40, filing.Mentions.Count);
        Assert.DoesNotContain(filing.Mentions, m => m.MentionId == "d1/1/0");
    }

    [Fact]
    public void copies_share_an_origin_and_reported_claims_have_that_of_the_outlet()
    {
        var desk = new Desk();
        FileAndLearn(desk, Document("d1", Burst()) with { SourceId = "wire", SourceName = "The Wire" });
        Assert.Equal("source:wire", desk.File(Document("d2", Burst())).DocumentOrigin);
        var cited = desk.File(Document("d3", Saying("the dam near Derna burst overnight", via: ["CNN", "an official"]), Saying("rescuers found survivors in Derna", via: ["Wire"]))
            with
        { Text = "Something else altogether was printed here today." });
        Assert.Equal(["outlet:cnn", "source:wire"], cited.Mentions.Select(m => m.Origin));
    }

    [Theory]
    [InlineData("CNN", "outlet:cnn")]
    [InlineData("Iran's state TV", "outlet:iran's state television")]
    [InlineData("the Reuters news agency", "outlet:reuters")]
    [InlineData("The Wire", "source:wire")]
    [InlineData("Eastbridge", "source:eastbridge")]
    [InlineData("state television", "source:paper")]
    [InlineData("a spokesman for the BBC", "source:paper")]
    [InlineData("Marco Rubio", "source:paper")]
    [InlineData("The Paper", "source:paper")]
    public void what_a_named_medium_reports_has_its_origin(string speaker, string origin)
    {
        var desk = new Desk();
        FileAndLearn(desk, Document("d1") with { SourceId = "wire", SourceName = "The Wire", Text = "The weather stays fine." });
        FileAndLearn(desk, Document("d2") with { SourceId = "eastbridge", SourceName = "Eastbridge", Text = "Prices rose again in March." });
        Assert.Equal(origin, Assert.Single(desk.File(Document("d3", Saying("the dam near Derna burst overnight", speaker))).Mentions).Origin);
    }

    [Fact]
    public void two_outlets_that_report_the_same_on_a_third_ones_word_are_one_origin()
    {
        var desk = new Desk();
        FilingInput Post(string id) => Document(id, Saying("the dam near Derna burst overnight", "CNN")) with { SourceId = id, SourceName = id, Text = $"Words of {id} alone." };
        Assert.Equal(FileAndLearn(desk, Post("one")).Mentions[0].Origin, FileAndLearn(desk, Post("two")).Mentions[0].Origin);
    }

    [Fact]
    public void a_withdrawn_document_is_forgotten_until_a_later_revision()
    {
        var desk = new Desk();
        var input = Document("d1", Burst());
        var filing = FileAndLearn(desk, input);
        desk.Forget("d1");
        desk.Learn(input, filing);
        Assert.Equal(0, desk.Count);
        Assert.True(desk.File(Document("d2", Burst())).NewStory);
        desk.Learn(input with { Revision = 2 }, filing);
        Assert.False(desk.File(Document("d2", Burst())).NewStory);
    }

    [Fact]
    public void what_people_merge_and_move_is_followed()
    {
        var desk = new Desk();
        var first = FileAndLearn(desk, Document("d1", Burst(), Killed(12)));
        desk.StoriesMerged("s-one", first.StoryId);
        Assert.Equal("s-one", desk.File(Document("d2", Burst())).StoryId);
        desk.DocumentMoved("d1", "s-two");
        Assert.Equal("s-two", desk.File(Document("d2", Burst())).StoryId);
        desk.ClaimsMerged("c-one", first.Mentions[0].ClaimId);
        Assert.Equal("c-one", desk.File(Document("d2", Burst())).Mentions[0].ClaimId);
    }
}
