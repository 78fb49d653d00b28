using System.Text.Json.Serialization;

namespace Dateline.Claims;

/// <summary>A stretch of a revision's text. Offsets are UTF-16 code units; <see cref="End"/> is exclusive.</summary>
/// <param name="Start">Offset of the first code unit.</param>
/// <param name="End">Offset after the last code unit.</param>
/// <param name="Text">The text between the two, exactly.</param>
public sealed record Span(int Start, int End, string Text);

/// <summary>Whether a mention holds its claim to be so (FactBank, Saurí and Pustejovsky 2009).</summary>
public enum Polarity
{
    /// <summary>It is so.</summary>
    [JsonStringEnumMemberName("positive")] Positive,

    /// <summary>It is not so: negated, or denied.</summary>
    [JsonStringEnumMemberName("negative")] Negative
}

/// <summary>How sure the speaker is (FactBank's certainty scale).</summary>
public enum Certainty
{
    /// <summary>Nothing is said of how sure it is, or it cannot be told.</summary>
    [JsonStringEnumMemberName("underspecified")] Underspecified,

    /// <summary>Possible: may, might, could.</summary>
    [JsonStringEnumMemberName("possible")] Possible,

    /// <summary>Probable: likely, expected.</summary>
    [JsonStringEnumMemberName("probable")] Probable,

    /// <summary>Held to be certain.</summary>
    [JsonStringEnumMemberName("certain")] Certain
}

/// <summary>What kind of speech act a mention is.</summary>
public enum Mode
{
    /// <summary>Says that something is or was so.</summary>
    [JsonStringEnumMemberName("assertion")] Assertion,

    /// <summary>Says what will happen, without the speaker bringing it about.</summary>
    [JsonStringEnumMemberName("prediction")] Prediction,

    /// <summary>Says what the speaker will do: a promise or a threat.</summary>
    [JsonStringEnumMemberName("promise")] Promise,

    /// <summary>Asks.</summary>
    [JsonStringEnumMemberName("question")] Question,

    /// <summary>Judges or recommends.</summary>
    [JsonStringEnumMemberName("opinion")] Opinion,

    /// <summary>Holds only if something else does.</summary>
    [JsonStringEnumMemberName("conditional")] Conditional
}

/// <summary>A number in a mention. <see cref="Value"/> is a decimal written in full ("200", "3.5", "2000000"), so that it has one form.</summary>
/// <param name="Start">Offset of the first code unit in the revision's text (UTF-16).</param>
/// <param name="End">Offset after the last code unit.</param>
/// <param name="Text">The words of the text.</param>
/// <param name="Value">The value as a plain decimal without grouping or exponent.</param>
/// <param name="Unit">What is counted or the unit, in lower case ("fighter jets", "percent", "usd"), or null.</param>
/// <param name="Bound">"exactly", "about", "more-than" or "less-than".</param>
/// <param name="Change">"rose-to", "fell-to", "rose-by", "fell-by", or null.</param>
public sealed record NumberFact(int Start, int End, string Text, string Value, string? Unit, string Bound, string? Change);

/// <summary>A date or time in a mention, resolved against the publication time where the text is relative.</summary>
/// <param name="Start">Offset of the first code unit in the revision's text (UTF-16).</param>
/// <param name="End">Offset after the last code unit.</param>
/// <param name="Text">The words of the text.</param>
/// <param name="From">First day meant, ISO 8601 ("2026-02-28"), or null when it cannot be resolved.</param>
/// <param name="To">Last day meant, inclusive, or null.</param>
public sealed record DateFact(int Start, int End, string Text, string? From, string? To);

/// <summary>
/// One claim as one revision of a document makes it. Every span quotes the revision's text; a field that is absent was not found.
/// </summary>
public sealed record Mention
{
    /// <summary>Its id, unique within the log: document, revision and ordinal.</summary>
    public required string Id { get; init; }

    /// <summary>The claim's own words: where they are, and what they are.</summary>
    public required Span Content { get; init; }

    /// <summary>Further parts of the same claim ("… ," she said, "…"), in text order; empty for most.</summary>
    public IReadOnlyList<Span> More { get; init; } = [];

    /// <summary>Who says it, as the text names them; null when the document itself does.</summary>
    public Span? Speaker { get; init; }

    /// <summary>The speaker's full name where the document gives it elsewhere ("Rubio" → "Marco Rubio"); null when the same or unknown.</summary>
    public string? SpeakerName { get; init; }

    /// <summary>The chain that it came by, nearest to the document first ("CNN, citing an official": CNN).</summary>
    public IReadOnlyList<Span> Via { get; init; } = [];

    /// <summary>The words that attribute it: "said", "according to", "denied".</summary>
    public Span? Cue { get; init; }

    /// <summary>Whether the speaker holds that it is so.</summary>
    public Polarity Polarity { get; init; }

    /// <summary>Its speech act.</summary>
    public Mode Mode { get; init; }

    /// <summary>How sure the speaker is.</summary>
    public Certainty Certainty { get; init; }

    /// <summary>The words that show polarity, mode or certainty (negations, hedges, modals).</summary>
    public IReadOnlyList<Span> Evidence { get; init; } = [];

    /// <summary>Numbers in it.</summary>
    public IReadOnlyList<NumberFact> Numbers { get; init; } = [];

    /// <summary>Dates in it.</summary>
    public IReadOnlyList<DateFact> Dates { get; init; } = [];

    /// <summary>
    /// The moment that its dates are told from, where that is not the revision's own: when the revision was published that first said its sentence, unchanged since.
    /// </summary>
    public DateTimeOffset? AnchoredAt { get; init; }

    /// <summary>How much it deserves checking, in thousandths (0 to 1000).</summary>
    public int Worth { get; init; }

    /// <summary>Why it has that worth, in a few plain words.</summary>
    public string? WorthReason { get; init; }

    /// <summary>All of its words: its parts joined with an ellipsis.</summary>
    [JsonIgnore] public string Quote => More.Count == 0 ? Content.Text : string.Join(" … ", More.Select(m => m.Text).Prepend(Content.Text));
}
