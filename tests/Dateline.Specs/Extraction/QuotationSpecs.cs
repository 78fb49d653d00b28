using Dateline.Claims;

namespace Dateline.Specs.Extraction;

/// <summary>Quotations within quotations, and those that run over paragraphs.</summary>
public sealed class QuotationSpecs
{
    [Theory]
    [InlineData("Dan Frank said: “My client never said, ‘You will never work again.’ He said that she would work for him.”", "“My client never said, ‘You will never work again.’", "He said that she would work for him.”")]
    [InlineData("Anna Berg said: \"The mayor did not tell us, 'The dam will break, and nobody will help.' Nothing happened.\"", "\"The mayor did not tell us, 'The dam will break, and nobody will help.'", "Nothing happened.\"")]
    [InlineData("“He said, ‘You will never work again. You are out,’” Ms Ortiz recalled. “I left the room.”", "“He said, ‘You will never work again. You are out,’”", "“I left the room.”")]
    public void what_is_quoted_within_a_quotation_is_no_claim_of_whoever_tells_of_it(string text, params string[] contents)
    {
        var mentions = Read.All(text);
        Assert.Equal(contents, mentions.Select(m => m.Content.Text));
        Assert.Equal(Mode.Assertion, mentions[0].Mode);
    }

    [Theory]
    [InlineData("\"Our troops stayed out of the city,\" said General Marcos Pena. \"They were far away.\n\n\"We kept our word.\"", 3)]
    [InlineData("\"Our troops stayed out of the city,\" said General Marcos Pena. \"They were far away.\r\n\r\n\"We kept our word.\r\n\r\n\"We always do that.\"", 4)]
    [InlineData("'Our troops stayed out of the city,' said General Marcos Pena. 'They were far away.\n\n'We kept our word.'", 3)]
    [InlineData("‘Our troops stayed out of the city,’ said General Marcos Pena. ‘They were far away.\n\n‘We kept our word.’", 3)]
    [InlineData("General Marcos Pena said: \"The army was weak.\n\n\"The town fell on Monday.\"", 2)]
    public void a_quotation_that_closes_in_a_later_paragraph_is_its_speakers_throughout(string text, int count)
    {
        var mentions = Read.All(text + "\n\nThe bridge was closed on Friday.");
        Assert.Equal([.. Enumerable.Repeat("General Marcos Pena", count), null], mentions.Select(m => m.Speaker?.Text));
    }

    [Fact]
    public void a_mark_that_nothing_follows_up_opens_no_quotation() =>
        Assert.Equal("The mast was 12\" long and the bridge fell on Friday", Assert.Single(Read.All("The mast was 12\" long and the bridge fell on Friday.\n\nThree more.")).Content.Text);
}
