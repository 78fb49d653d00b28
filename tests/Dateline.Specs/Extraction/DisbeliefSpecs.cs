using Dateline.Claims;

namespace Dateline.Specs.Extraction;

/// <summary>Claims that are told and not believed, and what is not said to have happened.</summary>
public sealed class DisbeliefSpecs
{
    [Theory]
    [InlineData("The minister dismissed as \"nonsense\" reports that 40 miners had died in the Brenn pit fire.", "The minister", "dismissed")]
    [InlineData("The army rejected as baseless the claim that it had fired on the convoy.", "The army", "rejected")]
    [InlineData("The firm dismissed as propaganda a report that it had lost 3 ships.", "The firm", "dismissed")]
    [InlineData("The minister brushed aside claims that 40 miners had died.", "The minister", "brushed aside")]
    [InlineData("The mayor laughed off suggestions that the bridge had moved.", "The mayor", "laughed off")]
    [InlineData("The army shot down reports that it had lost 3 ships.", "The army", "shot down")]
    [InlineData("She scoffed at suggestions that the king had lied.", "She", "scoffed at")]
    [InlineData("The opposition ridiculed the idea that taxes had fallen.", "The opposition", "ridiculed")]
    [InlineData("The claim that 40 miners had died in the fire was debunked by the army.", "the army", "was debunked")]
    [InlineData("Reports that 40 miners had died have been dismissed by the ministry.", "the ministry", "have been dismissed")]
    [InlineData("Suggestions that the king had lied were brushed aside by the palace on Monday.", "the palace", "were brushed aside")]
    [InlineData("Rumours that the bank had failed proved false.", null, "proved false")]
    [InlineData("Reports that the dam burst are false.", null, "are false")]
    [InlineData("The court threw out the claim that 40 miners had died.", "The court", "threw out")]
    [InlineData("The minister poured scorn on claims that the dam had burst.", "The minister", "poured scorn on")]
    [InlineData("The mayor poured cold water on reports that the bridge had moved.", "The mayor", "poured cold water on")]
    public void who_debunks_or_scorns_a_claim_denies_it(string text, string? speaker, string cue)
    {
        var mention = Assert.Single(Read.All(text));
        Assert.Equal((speaker, cue, Polarity.Negative), (mention.Speaker?.Text, mention.Cue?.Text, mention.Polarity));
    }

    [Theory]
    [InlineData("The army shot down 40 drones on Monday.")]
    [InlineData("The court quashed the conviction on Monday.")]
    [InlineData("The crew brushed aside the snow on Monday.")]
    [InlineData("The crew threw out the ballast on Monday.")]
    [InlineData("The attack that the army announced as the largest in the city's history began on Monday.")]
    [InlineData("The crew poured water on the flames on Monday.")]
    public void what_is_no_claim_is_not_denied(string text)
    {
        var mention = Assert.Single(Read.All(text));
        Assert.Equal((null, Polarity.Positive), (mention.Cue, mention.Polarity));
    }

    [Fact]
    public void who_casts_doubt_on_a_claim_doubts_it()
    {
        var mention = Assert.Single(Read.All("Engineers cast doubt on claims that the dam was safe."));
        Assert.Equal(("Engineers", "cast doubt on", Polarity.Negative, Certainty.Probable), (mention.Speaker?.Text, mention.Cue?.Text, mention.Polarity, mention.Certainty));
    }

    [Theory]
    [InlineData("There is no suggestion that the pilot was drunk.")]
    [InlineData("There was no serious claim that the dam was unsafe.")]
    [InlineData("There was never any suggestion that the king had lied.")]
    [InlineData("There has been no claim that the vote was stolen.")]
    public void what_nobody_suggests_is_denied_by_the_document(string text)
    {
        var mention = Assert.Single(Read.All(text));
        Assert.Equal((null, null, Polarity.Negative), (mention.Speaker, mention.Cue, mention.Polarity));
    }

    [Fact]
    public void whoever_made_a_claim_keeps_it_beside_who_rejects_it()
    {
        var mentions = Read.All("The minister's claim that the dam had burst was rejected by the court.");
        Assert.Equal([("The minister", Polarity.Positive), ("the court", Polarity.Negative)], mentions.Select(m => (m.Speaker!.Text, m.Polarity)));
        Assert.Single(mentions.Select(m => m.Content.Text).Distinct());
    }

    [Theory]
    [InlineData("Police have yet to confirm that 40 miners died in the fire.", "Police", "have yet to confirm")]
    [InlineData("The coroner has yet to say that the man drowned.", "The coroner", "has yet to say")]
    [InlineData("Officials failed to confirm that 40 miners died.", "Officials", "failed to confirm")]
    [InlineData("The ministry was unable to say that the dam was safe.", "The ministry", "was unable to say")]
    [InlineData("The minister stopped short of saying that the king had lied.", "The minister", "stopped short of saying")]
    [InlineData("The minister would neither confirm nor deny that 5 soldiers had died.", "The minister", "would neither confirm nor deny")]
    [InlineData("The army neither confirmed nor denied that the bridge was hit.", "The army", "neither confirmed nor denied")]
    [InlineData("The palace could not confirm or deny that the king was ill.", "The palace", "could not confirm or deny")]
    [InlineData("The minister lied when he said that 40 people had died.", "he", "said")]
    [InlineData("The mayor falsely claimed that the dam was safe.", "The mayor", "falsely claimed")]
    public void what_nobody_vouches_for_is_underspecified(string text, string speaker, string cue)
    {
        var mention = Assert.Single(Read.All(text));
        Assert.Equal((speaker, cue, Polarity.Positive, Certainty.Underspecified), (mention.Speaker?.Text, mention.Cue?.Text, mention.Polarity, mention.Certainty));
        Assert.NotEmpty(mention.Evidence);
    }

    [Theory]
    [InlineData("The Norland parliament failed to pass the pension budget on Monday.", "failed")]
    [InlineData("The parliament that met on Monday failed to pass the budget.", "failed")]
    [InlineData("The envoy was prevented from entering the city.", "prevented")]
    [InlineData("Soldiers stopped the envoy from entering the city.", "stopped")]
    [InlineData("The firm was unable to deliver 300 trains.", "unable")]
    [InlineData("Police said the driver refused to stop.", "refused")]
    [InlineData("The team missed the chance to win the cup.", "missed")]
    [InlineData("The club has yet to sign a striker.", "yet")]
    [InlineData("The pact has yet to be signed, the envoy said.", "yet")]
    public void an_implicative_says_that_it_was_not_done(string text, string evidence)
    {
        var mention = Assert.Single(Read.All(text));
        Assert.Equal(Polarity.Negative, mention.Polarity);
        Assert.Equal(evidence, Assert.Single(mention.Evidence).Text);
    }

    [Theory]
    [InlineData("The parliament did not fail to pass the budget.")]
    [InlineData("The guards did not stop the envoy from entering the city.")]
    [InlineData("The army managed to cross the river.")]
    [InlineData("The failed coup took place on Monday.")]
    [InlineData("Police kept the road to the port open.")]
    [InlineData("The veteran lay down on the tracks after failing to reach the hotline.")]
    [InlineData("The bank scrambled to keep the deal from falling apart.")]
    [InlineData("The army prevented an attack on Monday.")]
    public void what_was_done_after_all_or_is_said_in_passing_is_positive(string text) => Assert.Equal(Polarity.Positive, Assert.Single(Read.All(text)).Polarity);
}
