using Dateline.Claims;

namespace Dateline.Specs.Extraction;

/// <summary>A surname that two people of a document share is nobody's, unless it shows whose.</summary>
public sealed class SurnameSpecs
{
    [Theory]
    [InlineData("John Smith and Mary Smith run the firm. Smith said the plant will close.")]
    [InlineData("John Smith leads the union. Mary Smith leads the firm. Smith said the plant will close.")]
    [InlineData("Kim Smith leads the union. Robin Smith leads the firm. Mr Smith said the plant will close.")]
    [InlineData("John Smith leads the union. Paul Smith leads the firm. Mr Smith said the plant will close.")]
    [InlineData("Spokeswoman Kim Smith leads the union. Robin Smith leads the firm. Ms Smith said the plant will close.")]
    [InlineData("Smith said the plant will close. John Smith leads the union. Mary Smith leads the firm.")]
    [InlineData("Bill Clinton spoke in Tarvo. Hillary Clinton listened. Clinton said the plant will close.")]
    public void where_nothing_shows_whose_it_is_it_stays_a_surname(string text) => Assert.Null(Of(text, "the plant will close").SpeakerName);

    [Theory]
    [InlineData("Mary Smith leads the firm.\n\nJohn Smith leads the union. Smith said the plant will close.", "John Smith")]
    [InlineData("John Smith leads the union.\n\nMary Smith leads the firm.\n\nSmith said the plant will close.", "Mary Smith")]
    [InlineData("Mary Smith leads the firm. Smith said the plant will close.\n\nJohn Smith leads the union.", "Mary Smith")]
    [InlineData("Mary Smith leads the firm.\n\nSmith said the law is void.\n\nSmith said the plant will close.\n\nJohn Smith leads the union.", "Mary Smith")]
    public void the_nearest_use_in_full_shows_whose_it_is(string text, string name) => Assert.Equal(name, Of(text, "the plant will close").SpeakerName);

    [Theory]
    [InlineData("Robin Smith leads the firm. Smith came in May.\n\nKim Smith leads the union.\n\nSmith said the plant will close.", "Robin Smith")]
    [InlineData("Robin Smith leads the firm. Smith came in May.\n\nKim Smith leads the union. Smith said the plant will close.", null)]
    [InlineData("Robin Smith leads the firm. Besides Smith, nobody knew. Smith said the plant will close.", "Robin Smith")]
    public void a_surname_goes_on_to_stand_for_whom_it_stood_for(string text, string? name) => Assert.Equal(name, Of(text, "the plant will close").SpeakerName);

    [Theory]
    [InlineData("Spokesman John Smith and spokeswoman Mary Smith met. Ms Smith said the plant will close.", "Mary Smith")]
    [InlineData("Spokesman John Smith and spokeswoman Mary Smith met. Mr Smith said the plant will close.", "John Smith")]
    [InlineData("John Smith leads the union. Mary Smith leads the firm. Mr Smith said the plant will close.", "John Smith")]
    [InlineData("Kim Smith and his wife Robin Smith met. Mary Berg left. Mr Smith said the plant will close.", "Kim Smith")]
    [InlineData("Mr John Smith and Mrs Mary Smith met. Mrs Smith said the plant will close.", "Mary Smith")]
    [InlineData("John Smith and his wife Mary Smith met. Ms Smith said the plant will close.", "Mary Smith")]
    [InlineData("John Smith and his wife Mary Smith met. Mr Smith said the plant will close.", "John Smith")]
    [InlineData("Mary Smith said she leads the firm. John Smith said he leads the union. Ms Smith said the plant will close.", "Mary Smith")]
    public void a_title_shows_whose_it_is(string text, string name) => Assert.Equal(name, Of(text, "the plant will close").SpeakerName);

    [Theory]
    [InlineData("John Smith met Mrs Mary Smith. She said the plant will close.", "Mary Smith")]
    [InlineData("Mrs Mary Smith met Mr John Smith. He said the plant will close.", "John Smith")]
    [InlineData("Mr John Smith met Mrs Mary Smith. He said the plant will close.", "John Smith")]
    [InlineData("Mr John Smith met Mrs Mary Smith. She said the plant will close.", "Mary Smith")]
    public void a_pronoun_means_the_one_of_its_gender(string text, string name) => Assert.Equal(name, Of(text, "the plant will close").SpeakerName);

    [Theory]
    [InlineData("Donald J. Trump spoke. Donald Trump left. Trump said the plant will close.", "Donald J. Trump")]
    [InlineData("Donald Trump spoke. Republican Donald Trump left. Trump said the plant will close.", "Donald Trump")]
    [InlineData("John Smith spoke. Anna Berg left. Smith said the plant will close.", "John Smith")]
    [InlineData("Smith said the plant will close. John Smith leads the union.", "John Smith")]
    public void one_person_named_in_two_ways_is_one(string text, string name) => Assert.Equal(name, Of(text, "the plant will close").SpeakerName);

    private static Mention Of(string text, string content) => Read.All(text).Single(m => m.Content.Text == content);
}
