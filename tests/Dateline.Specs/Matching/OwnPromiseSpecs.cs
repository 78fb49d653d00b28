using Dateline.Extraction;
using Dateline.Matching;

namespace Dateline.Specs.Matching;

/// <summary>Who promises is part of what is promised, where the content leaves its subject out.</summary>
public sealed class OwnPromiseSpecs
{
    private static readonly DateTimeOffset at = new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);

    private static Filing File(Desk desk, string document, string text, int revision = 1)
    {
        var mentions = Extractor.Extract(new(document, revision, null, text, "en", at, document)).Mentions;
        var input = new FilingInput(document, revision, document, document, "Promises of the day", text, at, mentions);
        var filing = desk.File(input);
        desk.Learn(input, filing);
        return filing;
    }

    [Theory]
    [InlineData("Prime minister Olla Brandt promised to resign by 20 March 2026.")]
    [InlineData("The rebels promised to disarm by 20 April 2026.")]
    [InlineData("Mayor Ada Quell pledged to resign within three weeks.")]
    public void a_plain_promise_is_filed(string text) => Assert.Single(File(new(), "alpha", text).Mentions);

    [Fact]
    public void like_promises_of_two_people_are_two_claims()
    {
        var both = File(new(), "alpha", "Olla Brandt promised to resign by 20 March 2026. Ada Quell promised to resign by 20 March 2026.");
        Assert.Equal(2, both.Mentions.Select(m => m.ClaimId).Distinct().Count());
        var desk = new Desk();
        var one = File(desk, "alpha", "Olla Brandt promised to resign by 20 March 2026.").Mentions.Single();
        Assert.NotEqual(one.ClaimId, File(desk, "beta", "Ada Quell promised to resign by 20 March 2026.").Mentions.Single().ClaimId);
        Assert.NotEqual(one.ClaimId, File(desk, "alpha", "Ada Quell promised to resign by 20 March 2026.", 2).Mentions.Single().ClaimId);
    }

    [Fact]
    public void a_promise_is_the_same_claim_in_a_copy_a_revision_and_other_words()
    {
        var desk = new Desk();
        var one = File(desk, "alpha", "Prime minister Olla Brandt promised to resign by 20 March 2026.").Mentions.Single();
        Assert.Equal(one.ClaimId, File(desk, "beta", "Prime minister Olla Brandt promised to resign by 20 March 2026.").Mentions.Single().ClaimId);
        Assert.Equal(one.ClaimId, File(desk, "alpha", "Prime minister Olla Brandt promised to resign by 20 March 2026. A picture was added.", 2).Mentions.Single().ClaimId);
        Assert.Equal(one.ClaimId, File(desk, "gamma", "Olla Brandt pledged to resign by 20 March 2026.").Mentions.Single().ClaimId);
    }

    [Theory]
    [InlineData("Vahn promised to resign by 20 March 2026, according to his office.", "his office")]
    [InlineData("Vahn promised to resign by 20 March 2026, his office said.", "his office")]
    [InlineData("His office said that Vahn had promised to resign by 20 March 2026.", "His office")]
    [InlineData("Vahn has pledged to resign by 20 March 2026, a spokesman told reporters.", "a spokesman")]
    public void a_promise_that_another_tells_of_is_the_promiser_s_by_way_of_them(string text, string by)
    {
        var mention = Assert.Single(Extractor.Extract(new("d", 1, null, text, "en", at, null)).Mentions);
        Assert.Equal((Dateline.Claims.Mode.Promise, "Vahn", by), (mention.Mode, mention.Speaker?.Text, Assert.Single(mention.Via).Text));
        Assert.Equal("2026-03-20", Documents.DueDays.Of(mention, text, at));
        Assert.Single(File(new(), "alpha", text).Mentions);
    }

    [Fact]
    public void whoever_does_not_speak_for_the_promiser_says_that_it_was_promised()
    {
        const string Text = "Vahn pledged that the bridge would open by May, according to two officials.";
        Assert.Equal(["Vahn", "two officials"], Extractor.Extract(new("d", 1, null, Text, "en", at, null)).Mentions.Select(m => m.Speaker?.Text));
    }

    [Fact]
    public void a_promise_not_to_is_filed_too() =>
        Assert.Single(File(new(), "alpha", "Olla Brandt promised not to resign before 20 March 2026.").Mentions);
}
