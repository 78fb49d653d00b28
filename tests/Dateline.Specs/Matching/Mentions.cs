using Dateline.Claims;

namespace Dateline.Specs.Matching;

/// <summary>Mentions as extraction would make them, for short.</summary>
internal static class Mentions
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static Mention Saying(string text, string? speaker = "the army", string id = "m1", Polarity polarity = Polarity.Positive,
        Mode mode = Mode.Assertion, int worth = 600, string[]? via = null, NumberFact[]? numbers = null, DateFact[]? dates = null) => new()
        {
            Id = id,
            Content = new(0, text.Length, text),
            Speaker = speaker is null ? null : new(0, 0, speaker),
            Cue = speaker is null ? null : new(0, 0, "said"),
            Polarity = polarity,
            Mode = mode,
            Worth = worth,
            Via = [.. (via ?? []).Select(v => new Span(0, 0, v))],
            Numbers = numbers ?? [],
            Dates = dates ?? []
        };

    public static NumberFact Number(string text, string words, string value, string? unit, string bound = "exactly", string? change = null)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        return new(at, at + words.Length, words, value, unit, bound, change);
    }

    public static DateFact Day(string text, string words, string day)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        return new(at, at + words.Length, words, day, day);
    }
}
