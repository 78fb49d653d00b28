using Dateline.Sources;

namespace Dateline.Specs;

public sealed class SpeakerNamesSpecs
{
    [Theory]
    [InlineData("Transport minister Ludo Feremann", "Ludo Feremann")]
    [InlineData("the Prime Minister Theresa May", "Theresa May")]
    [InlineData("French Foreign Minister Jean-Marie Quillot", "Jean-Marie Quillot")]
    [InlineData("council leader Ursula von der Leyden", "Ursula von der Leyden")]
    [InlineData("Dr Ann Bloggs", "Ann Bloggs")]
    [InlineData("Ludo Feremann", "Ludo Feremann")]
    public void the_office_before_a_name_is_no_part_of_it(string speaker, string name) => Assert.Equal(name, SpeakerNames.Plain(speaker));

    [Theory]
    [InlineData("spokesman for Ann Bloggs")]
    [InlineData("a lawyer for minister Ann Bloggs")]
    [InlineData("Ann Bloggs's lawyer Eva Dahl")]
    [InlineData("ministers Ann Bloggs and Eva Dahl")]
    [InlineData("Minister Feremann")]
    [InlineData("The mayor")]
    [InlineData("Northgate Police")]
    [InlineData("the mayor of New York")]
    [InlineData("Ann Bloggs, the mayor")]
    [InlineData("Reuters correspondent Ann Bloggs, citing police")]
    [InlineData("")]
    public void what_may_be_somebody_else_stays_as_it_is(string speaker) => Assert.Equal(speaker, SpeakerNames.Plain(speaker));
}
