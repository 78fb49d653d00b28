using Dateline.Claims;

namespace Dateline.Extraction;

/// <summary>One revision of a document, as extraction reads it.</summary>
/// <param name="DocumentId">The document's id; mentions' ids begin with it.</param>
/// <param name="Revision">The revision's number.</param>
/// <param name="Title">The headline where it is apart from the text, or null.</param>
/// <param name="Text">The text; all offsets are UTF-16 code units into it.</param>
/// <param name="Language">A BCP 47 tag where the publisher gives one; null to tell it from the text.</param>
/// <param name="PublishedAt">When it was published; relative dates are resolved against it. Null leaves them unresolved.</param>
/// <param name="Outlet">The publisher's name, or null.</param>
public sealed record ExtractionInput(string DocumentId, int Revision, string? Title, string Text, string? Language, DateTimeOffset? PublishedAt, string? Outlet)
{
    /// <summary>What the revisions before this one leave: a sentence that they have keeps the moment that its dates are told from.</summary>
    public Anchors Anchors { get; init; } = Anchors.None;
}

/// <summary>What was found in a revision.</summary>
/// <param name="Mentions">The claims, in text order.</param>
/// <param name="NotSupported">A sentence that says why nothing was extracted, or null.</param>
/// <param name="Parts">Headline, byline, dateline, captions, boilerplate and paragraphs in other languages, in text order.</param>
public sealed record Extraction(IReadOnlyList<Mention> Mentions, string? NotSupported, IReadOnlyList<Part> Parts)
{
    /// <summary>How many mentions were found beyond <see cref="Extractor.MostMentions"/>: those of least worth are left out.</summary>
    public int LeftOut { get; init; }
}

/// <summary>Finds the claims of a text by rules of English grammar; see this folder's README.md. Pure, deterministic, in linear time, for any UTF-16 at all.</summary>
public static class Extractor
{
    /// <summary>Name and version, kept with what it extracts.</summary>
    public const string Name = "rules@16";

    /// <summary>The most mentions of one document that are read; of more the later ones are not looked for.</summary>
    internal const int MostRead = 10_000;

    /// <summary>The most mentions of one document that are kept, by their worth.</summary>
    public const int MostMentions = 400;

    /// <summary>A mention that another extractor found, with the numbers, dates and worth that the rules find in its words.</summary>
    public static Mention Measure(ExtractionInput input, Mention mention) => MentionWriter.Measure(input, mention);

    /// <summary>Whether words by themselves, whoever says them, say that something is not so.</summary>
    public static bool IsNegative(string words) => Factuality.IsNegative(Tokenizer.Read(words), []);

    /// <summary>Finds the claims of one revision. Never throws for any text; a text in another language gives no mention and the reason.</summary>
    public static Extraction Extract(ExtractionInput input)
    {
        if (Language.Refused(input.Text, input.Language) is { } reason) return new Extraction([], reason, []);
        var (mentions, parts) = new DocumentReader(input).Read();
        var kept = Kept(mentions, input);
        return new Extraction(kept, null, parts) { LeftOut = mentions.Count - kept.Count };
    }

    // By worth, the earlier of two alike; in text order, and numbered so.
    private static List<Mention> Kept(List<Mention> mentions, ExtractionInput input) => mentions.Count <= MostMentions ? mentions
        : [.. mentions.Select(static (m, i) => (Mention: m, At: i)).OrderByDescending(static m => m.Mention.Worth).ThenBy(static m => m.At).Take(MostMentions).OrderBy(static m => m.At)
            .Select((m, i) => m.Mention with { Id = $"{input.DocumentId}/{input.Revision}#{i + 1}" })];
}
