using Dateline.Claims;

namespace Dateline.Specs.Extraction;

/// <summary>When something is decided or agreed is no content of it.</summary>
public sealed class TimeComplementSpecs
{
    [Theory]
    [InlineData("The board will decide in ten days.", "2026-03-14")]
    [InlineData("The board will decide within two months.", "2026-05-04")]
    [InlineData("The board will decide by the end of June.", "2026-06-30")]
    public void a_time_is_part_of_what_is_told(string text, string to)
    {
        var mention = Read.One(text);
        Assert.Equal((text.TrimEnd('.'), Mode.Prediction), (mention.Content.Text, mention.Mode));
        Assert.Equal(to, Assert.Single(mention.Dates).To);
    }
}
