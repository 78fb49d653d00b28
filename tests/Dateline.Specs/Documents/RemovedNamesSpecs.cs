using Dateline.Documents;

namespace Dateline.Specs;

public sealed class RemovedNamesSpecs
{
    [Theory]
    [InlineData("accountant Theodric Plumstead", "Theodric Plumstead obtained an injunction", "[redacted] obtained an injunction")]
    [InlineData("accountant Theodric Plumstead", "By an injunction of Plumstead's", "By an injunction of [redacted]'s")]
    [InlineData("accountant Theodric Plumstead", "THEODRIC PLUMSTEAD or theodric plumstead", "[redacted] or [redacted]")]
    [InlineData("French Foreign Minister Jean-Marie Quillot, an accountant", "Quillot asked for it", "[redacted] asked for it")]
    [InlineData("Mr Plumstead", "Plumstead asked for it", "[redacted] asked for it")]
    [InlineData("Theodric Plumstead and Ann B. Bloggs", "Both Bloggs and Plumstead agree", "Both [redacted] and [redacted] agree")]
    [InlineData("a lawyer for Ursula von der Leyden", "It was Leyden who rang", "It was [redacted] who rang")]
    [InlineData("Prime Minister Theresa May", "So Theresa May says", "So [redacted] says")]
    [InlineData("Robert Plumstead Jr", "Robert Plumstead obtained an injunction", "[redacted] obtained an injunction")]
    [InlineData("Ann Plumstead MP", "It was Plumstead who asked", "It was [redacted] who asked")]
    [InlineData("Robert Plumstead III", "Act III, by Plumstead", "Act III, by [redacted]")]
    public void a_name_goes_without_its_role_and_the_surname_alone(string extracted, string said, string left)
    {
        var words = new SharedWords();
        words.AddName(extracted);
        Assert.Equal(left, words.Without(said));
        Assert.True(words.AreToldBy(said));
    }

    [Theory]
    [InlineData("French Foreign Minister Jean Quillot", "The Foreign Minister of France, a French accountant, agrees with the minister")]
    [InlineData("Prime Minister Theresa May", "May I ask, in May, what the Prime Minister says")]
    [InlineData("baker John Baker", "Baker by trade, and a baker's shop")]
    [InlineData("accountant Ann Green", "Green lights were seen on Friday")]
    [InlineData("the mayor of New York", "York and New Haven were asked, and the mayor")]
    [InlineData("officials in Port Northgate", "Northgate is quiet and so are officials")]
    [InlineData("Northgate Police", "Police came from the Northgate side")]
    [InlineData("the White House", "White smoke over the house")]
    [InlineData("Bank of England Governor Andrew Quillot", "England and its Bank were asked")]
    [InlineData("Israeli Defence Minister Benny Quillot", "Israeli lawyers, Defence papers")]
    [InlineData("Reuters", "The agency was asked on Monday")]
    [InlineData("accountant Theodric Cutler", "a cutler made it")]
    public void ordinary_words_stay(string extracted, string said)
    {
        var words = new SharedWords();
        words.AddName(extracted);
        Assert.Equal(said, words.Without(said));
        Assert.False(words.AreToldBy(said));
    }
}
