using Dateline.Claims;
using Dateline.Extraction;

namespace Dateline.Specs.Extraction;

/// <summary>Headlines in quotation marks, and what stands above, below and beside the running text.</summary>
public sealed class HeadlineVoiceSpecs
{
    [Theory]
    [InlineData("UK 'will not send troops' to Ukraine", Polarity.Negative, Mode.Prediction)]
    [InlineData("Bank chief 'did not mislead MPs'", Polarity.Negative, Mode.Assertion)]
    [InlineData("Minister ‘knew of dam cracks for years’", Polarity.Positive, Mode.Assertion)]
    [InlineData("Residents \"have lost their homes\"", Polarity.Positive, Mode.Assertion)]
    [InlineData("Hamas 'agrees to ceasefire'", Polarity.Positive, Mode.Assertion)]
    public void a_headline_whose_predicate_is_quoted_says_what_nobody_named_says(string text, Polarity polarity, Mode mode)
    {
        var mention = Assert.Single(Read.All(text));
        Assert.Equal((text, null, polarity, mode, Certainty.Underspecified), (mention.Content.Text, mention.Speaker, mention.Polarity, mention.Mode, mention.Certainty));
    }

    [Theory]
    [InlineData("Fury over 'cuts' to hospital")]
    [InlineData("Minister 'furious' at leak")]
    [InlineData("Minister 'ready to talk'")]
    public void a_quoted_phrase_says_nothing(string text) => Assert.Empty(Read.All(text));

    [Theory]
    [InlineData("'We were left to die': survivors of ferry sinking accuse crew", "survivors of ferry sinking", "'We were left to die'")]
    [InlineData("“It was hell”: nurse on strike", "nurse on strike", "“It was hell”")]
    [InlineData("'We will win': Tarvo PM", "Tarvo PM", "'We will win'")]
    public void whoever_stands_behind_a_quotations_colon_says_it(string text, string speaker, string content)
    {
        var mention = Assert.Single(Read.All(text));
        Assert.Equal((speaker, content), (mention.Speaker?.Text, mention.Content.Text));
    }

    [Theory]
    [InlineData("Photo: Jan Berg/AFP")]
    [InlineData("Image: Tarvo Press Agency")]
    [InlineData("Related topics: Crime | Tarvo")]
    [InlineData("Tags: Crime, Tarvo")]
    [InlineData("By Anna Lowe | Reuters")]
    [InlineData("By Anna Lowe, transport correspondent")]
    [InlineData("Analysis by Kate Moss, political editor")]
    [InlineData("Published: Monday, 12 May 2025 at 10:30 BST")]
    public void credits_labels_and_days_claim_nothing_and_are_parts(string line)
    {
        var output = Extractor.Extract(new ExtractionInput("doc", 1, null, "The town fell on Friday.\n\n" + line, "en", Read.Published, null));
        Assert.Equal("The town fell on Friday", Assert.Single(output.Mentions).Content.Text);
        Assert.Single(output.Parts);
    }

    [Fact]
    public void a_captions_label_is_nobody()
    {
        var mention = Assert.Single(Read.All("Image caption: The bridge fell on Friday"));
        Assert.Equal(("The bridge fell on Friday", null), (mention.Content.Text, mention.Speaker));
    }

    [Fact]
    public void the_line_above_a_byline_is_the_headline() => Assert.Equal([PartKind.Headline, PartKind.Byline, PartKind.Boilerplate],
        Extractor.Extract(new ExtractionInput("doc", 1, null, "Bridge closed after storm\nBy Anna Lowe\n12 May 2025\n\nThe bridge was closed on Monday.", "en", Read.Published, null)).Parts.Select(p => p.Kind));

    [Theory]
    [InlineData("The town fell.\n14:32 Transport minister: The bridge will reopen in May", "Transport minister")]
    [InlineData("The town fell.\n14.10 GMT Karl Vogt: no deal has been made", "Karl Vogt")]
    [InlineData("The town fell.\n9:05 am – Karl Vogt says the bridge is shut", "Karl Vogt")]
    public void an_entry_of_a_running_report_begins_behind_its_time(string text, string speaker) => Assert.Equal(speaker, Read.All(text)[^1].Speaker?.Text);
}
