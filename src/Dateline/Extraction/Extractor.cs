using Dateline.Claims;

namespace Dateline.Extraction;

/// <summary>One revision of a document, as the extractor reads it.</summary>
/// <param name="DocumentId">The document's id.</param>
/// <param name="Revision">The revision's number.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Text">Its text; all offsets count UTF-16 code units in it.</param>
/// <param name="Language">Its language as a BCP 47 tag, or null when it is not known.</param>
/// <param name="PublishedAt">When it was published; relative dates are resolved against it.</param>
/// <param name="Outlet">Who published it, or null.</param>
public sealed record ExtractionInput(string DocumentId, int Revision, string? Title, string Text, string? Language, DateTimeOffset? PublishedAt, string? Outlet);

/// <summary>What was found in one revision.</summary>
/// <param name="Mentions">The mentions in text order; at most 400.</param>
/// <param name="NotSupported">Why nothing was extracted, or null when the text was read.</param>
public sealed record Extraction(IReadOnlyList<Mention> Mentions, string? NotSupported);

/// <summary>Finds in English text who claims what, by rules and word lists alone. Pure, deterministic, linear in the text's length.</summary>
public static class Extractor
{
    /// <summary>The name under which its results are recorded.</summary>
    public const string Name = "rules@1";

    /// <summary>The mentions of one revision. Never throws; any string of UTF-16 code units is read.</summary>
    public static Extraction Extract(ExtractionInput input)
    {
        var reading = new Reading(input.Text ?? "");
        if (Language.Refusal(reading, input.Language) is { } refusal) return new([], refusal);
        return new(new Mentions(reading, input).Make(new Attributions(reading).Find()), null);
    }
}
