using Dateline.Extraction;
using Dateline.Matching;

namespace Dateline.Specs.Matching;

/// <summary>What a headline says and the text repeats is one claim of the document.</summary>
public sealed class HeadlineClaimSpecs
{
    private static string[] Claims(string text)
    {
        var input = new ExtractionInput("alpha", 1, null, text, "en", new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero), "Alpha");
        var mentions = Extractor.Extract(input).Mentions;
        return [.. new Desk().File(new("alpha", 1, "alpha", "Alpha", text.Split('\n')[0], text, input.PublishedAt!.Value, mentions)).Mentions.Select(m => $"{m.ClaimId}: {m.ClaimText}")];
    }

    [Theory]
    [InlineData("Mayor says Tarvo bridge will close in May\n\nThe mayor said the Tarvo bridge will close in May.")]
    [InlineData("Mayor says Tarvo bridge to close in May\n\nThe mayor said the Tarvo bridge will close in May.")]
    [InlineData("Tarvo bridge to close in May, mayor says\n\nThe Tarvo bridge will close in May, Mayor Anna Berg said on Monday.")]
    [InlineData("Army: 40 tanks destroyed at Brenn\n\nThe army said 40 tanks had been destroyed at Brenn.")]
    [InlineData("Fire kills 12 people in Tarvo\n\nA fire killed 12 people in Tarvo on Monday.")]
    [InlineData("Fire kills 12 people in Tarvo\n\nA fire has killed 12 people in Tarvo.")]
    [InlineData("Twelve people killed in Tarvo fire\n\nTwelve people were killed in a fire in Tarvo on Monday.")]
    [InlineData("Orvex cuts 400 jobs in Tarvo\n\nOrvex is cutting 400 jobs in Tarvo.")]
    [InlineData("Minister denies Tarvo dam burst\n\nThe minister denied that the Tarvo dam had burst.")]
    [InlineData("Tarvo dam has not burst, minister says\n\nThe Tarvo dam had not burst, the minister said.")]
    [InlineData("Vogel resigns as Tarvo mayor\n\nKarl Vogel resigned as Tarvo mayor on Monday.")]
    public void a_headline_and_its_text_make_one_claim(string text)
    {
        var claims = Claims(text);
        Assert.True(claims.Select(c => c[..14]).Distinct().Count() == 1, string.Join("\n", claims));
    }

    [Theory]
    [InlineData("Fire kills 12 people in Tarvo\n\nA fire killed 14 people in Tarvo on Monday.")]
    [InlineData("Mayor says Tarvo bridge will close in May\n\nThe mayor said the Tarvo bridge will close in June.")]
    [InlineData("Mayor says Tarvo bridge will close in May\n\nThe mayor said the Tarvo bridge may close in May.")]
    [InlineData("Minister rejects plans to close Tarvo bridge\n\nThe minister said the Tarvo bridge will close.")]
    public void another_value_is_another_claim_there_as_well(string text) => Assert.Equal(2, Claims(text).Select(c => c[..14]).Distinct().Count());
}
