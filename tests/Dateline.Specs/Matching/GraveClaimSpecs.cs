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
}
