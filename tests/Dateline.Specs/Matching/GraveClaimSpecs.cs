using Dateline.Extraction;
using Dateline.Matching;

namespace Dateline.Specs.Matching;

/// <summary>Claims of few words: what is grave is filed.</summary>
public sealed class GraveClaimSpecs
{
    private const string Ferry = "The ferry Solveig caught fire in the port of Tarnholm on Monday, the coastguard said. ";

    private static FilingInput Document(string id, string source, string text) => new(
        id, 1, source, source, "Fire on the ferry Solveig in Tarnholm", Ferry + text, new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
        Extractor.Extract(new(id, 1, null, Ferry + text, "en", new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), source)).Mentions);

    private static (List<FiledMention> First, List<FiledMention> Second) Filed(string first, string second)
    {
        var desk = new Desk();
        var document = Document("d-1", "one", first);
        var filing = desk.File(document);
        desk.Learn(document, filing);
        return ([.. filing.Mentions.Skip(1)], [.. desk.File(Document("d-2", "two", second)).Mentions.Skip(1)]);
    }

    [Theory]
    [InlineData("Nobody was hurt, the captain said.", 1)]
    [InlineData("The union denied that anyone was injured.", 1)]
    [InlineData("Two died, the police said.", 1)]
    [InlineData("The operator promised that the ship will sail within three days.", 1)]
    [InlineData("It was good, the captain said.", 0)]
    [InlineData("Nobody knew it, the captain said.", 0)]
    public void a_claim_of_few_words_is_filed_where_it_tells_which_matter_it_is(string text, int filed) => Assert.Equal(filed, Filed(text, "").First.Count);

    [Theory]
    [InlineData("Two died, the police said.", "Three died, the coastguard said.")]
    [InlineData("Nobody was hurt, the captain said.", "Four were hurt, the union said.")]
    public void another_count_is_another_claim(string first, string second)
    {
        var (one, two) = Filed(first, second);
        Assert.NotEqual(Assert.Single(one).ClaimId, Assert.Single(two).ClaimId);
    }

    [Theory]
    [InlineData("Nobody was hurt, the captain said.", "Nobody was hurt, the union said.")]
    [InlineData("Nobody was hurt, the captain said.", "No one was injured, the union said.")]
    [InlineData("Two died, the police said.", "Two people were killed, the coastguard said.")]
    [InlineData("At least two died, the police said.", "At least two died, the coastguard said.")]
    public void the_same_said_in_few_words_in_one_story_is_one_claim(string first, string second)
    {
        var (one, two) = Filed(first, second);
        Assert.Equal(Assert.Single(one).ClaimId, Assert.Single(two).ClaimId);
    }

    [Theory]
    [InlineData("Nobody was hurt, the captain said.", "Four were hurt, the union said.")]
    [InlineData("Four people were injured, the union said.", "Nobody was hurt, the captain said.")]
    [InlineData("Two died, the police said.", "Three died, the coastguard said.")]
    [InlineData("Nobody died, the police said.", "Two died, the coastguard said.")]
    [InlineData("No sailors were hurt, the captain said.", "Four sailors were hurt, the union said.")]
    public void other_counts_of_one_story_contradict(string first, string second)
    {
        var desk = new Desk();
        var document = Document("d-1", "one", first);
        var filing = desk.File(document);
        desk.Learn(document, filing);
        var relations = desk.File(Document("d-2", "two", second)).Relations;
        Assert.Contains(relations, r => r.Kind == "contradicts" && r.OtherClaimId == filing.Mentions[1].ClaimId);
    }

    [Theory]
    [InlineData("Two died, the police said.", "Two were hurt, the coastguard said.")]
    [InlineData("He was wounded, the police said.", "She was wounded, the coastguard said.")]
    [InlineData("Two sailors died, the police said.", "Two tourists died, the coastguard said.")]
    public void other_deeds_and_others_stay_apart(string first, string second)
    {
        var (one, two) = Filed(first, second);
        Assert.DoesNotContain(two, t => one.Exists(o => o.ClaimId == t.ClaimId));
    }

    [Fact]
    public void in_another_story_the_same_few_words_are_another_claim()
    {
        var desk = new Desk();
        var document = Document("d-1", "one", "Nobody was hurt, the captain said.");
        var filing = desk.File(document);
        desk.Learn(document, filing);
        const string elsewhere = "A bakery in Ostrava burned down on Tuesday after an oven exploded, the fire brigade said. Nobody was hurt, the baker said.";
        var other = desk.File(new("d-2", 1, "two", "two", "Bakery burns down in Ostrava", elsewhere, new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero),
            Extractor.Extract(new("d-2", 1, null, elsewhere, "en", new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero), "two")).Mentions));
        Assert.NotEqual(filing.StoryId, other.StoryId);
        Assert.DoesNotContain(other.Mentions, m => filing.Mentions.Any(f => f.ClaimId == m.ClaimId));
        Assert.Empty(other.Relations);
    }
}
