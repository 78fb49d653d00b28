namespace Dateline.Specs.Extraction;

/// <summary>Where a name ends that speaks, who is cited, and what is no speech.</summary>
public sealed class NamedSourceSpecs
{
    [Theory]
    [InlineData("Vexa Therapeutics, Inc. (Nasdaq: VEXA) today announced that the drug met its goal.", "Vexa Therapeutics, Inc. (Nasdaq: VEXA)")]
    [InlineData("Orvex Holdings, LLC yesterday said that the drug met its goal.", "Orvex Holdings, LLC")]
    [InlineData("BP today said the drug met its goal.", "BP")]
    [InlineData("The maker of the drug yesterday reported that sales rose.", "The maker of the drug")]
    [InlineData("“The drug met its goal,” said Maria Stern, M.D., Ph.D., chief medical officer of Vexa.", "Maria Stern, M.D., Ph.D., chief medical officer of Vexa")]
    [InlineData("Dahl, Ph.D., said the drug met its goal.", "Dahl, Ph.D.")]
    public void what_belongs_to_a_name_is_part_of_who_speaks_and_the_day_is_not(string text, string speaker) => Assert.Equal(speaker, Assert.Single(Read.All(text)).Speaker?.Text);

    [Theory]
    [InlineData("The court heard that Smith, 42, had told a friend he would burn the house.", "The court", "that Smith, 42, had told a friend he would burn the house")]
    [InlineData("The jury heard that Anna Berg, a teacher, had told police the school was shut.", "The jury", "that Anna Berg, a teacher, had told police the school was shut")]
    public void what_stands_beside_a_clauses_subject_does_not_end_it(string text, string speaker, string content)
    {
        var mention = Assert.Single(Read.All(text));
        Assert.Equal((speaker, content), (mention.Speaker?.Text, mention.Content.Text));
    }

    [Theory]
    [InlineData("Variety reported that the film had been cancelled, citing the producer.", "the producer", "Variety")]
    [InlineData("Reuters said the deal was off, citing a banker.", "a banker", "Reuters")]
    [InlineData("The BBC reported that the road was shut, quoting relatives of the driver.", "relatives of the driver", "The BBC")]
    public void whoever_a_medium_cites_speaks_through_it(string text, string speaker, string via)
    {
        var mention = Assert.Single(Read.All(text));
        Assert.Equal((speaker, via), (mention.Speaker?.Text, Assert.Single(mention.Via).Text));
    }

    [Theory]
    [InlineData("Ada Frost, who broke records and wrote 30 novels, has died aged 91.", null)]
    [InlineData("Karl Moe, who wrote the songs, was born in Hull.", null)]
    [InlineData("Karl Moe wrote the book was bad.", "Karl Moe")]
    public void what_somebody_wrote_is_a_work_where_it_is_called_one(string text, string? speaker) => Assert.Equal(speaker, Assert.Single(Read.All(text)).Speaker?.Text);

    [Theory]
    [InlineData("Shares fell as much as 9% on Monday.", "fell-by")]
    [InlineData("Shares plunged as much as 23% on Monday.", "fell-by")]
    [InlineData("Rents rose by as little as 2% in May.", "rose-by")]
    public void words_that_bound_a_number_part_it_from_no_verb(string text, string change) => Assert.Equal(change, Assert.Single(Read.One(text).Numbers).Change);

    [Theory]
    [InlineData("The law comes into force on January 1.", "2027-01-01")]
    [InlineData("The rules enter into force on 1 February.", "2027-02-01")]
    [InlineData("The minister said the ticket goes on sale on 2 March.", "2027-03-02")]
    [InlineData("The law came into force on January 1.", "2026-01-01")]
    public void what_comes_into_force_lies_ahead_where_it_does_so_in_the_present(string text, string day) => Assert.Equal(day, Assert.Single(Read.One(text).Dates).From);
}
