namespace Dateline.Server.Reading;

/// <summary>How much of an untrusted file is taken, and what is assumed where it says nothing. Sizes are bytes.</summary>
public sealed record ReadingLimits
{
    /// <summary>Most of a document's clean text, as UTF-8.</summary>
    public int MaxTextBytes { get; init; } = 2 << 20;

    /// <summary>Most of a file, or of a JSON line, that holds one document.</summary>
    public int MaxDocumentBytes { get; init; } = 16 << 20;

    /// <summary>Most of a file that holds many (feeds, JSON Lines). Standard input is read line by line and has no such limit.</summary>
    public int MaxCollectionBytes { get; init; } = 64 << 20;

    /// <summary>Most items in a feed.</summary>
    public int MaxItems { get; init; } = 10_000;

    /// <summary>How deep the elements of HTML or XML may nest.</summary>
    public int MaxMarkupDepth { get; init; } = 512;

    /// <summary>Most elements of one HTML page.</summary>
    public int MaxElements { get; init; } = 200_000;

    /// <summary>How deep JSON may nest.</summary>
    public int MaxJsonDepth { get; init; } = 64;

    /// <summary>The source's name where a document does not say.</summary>
    public string DefaultSource { get; init; } = "unknown";

    internal static string Size(long bytes) => bytes >= 1 << 20
        ? FormattableString.Invariant($"{bytes / 1048576.0:0.#} MB")
        : bytes >= 1 << 10 ? FormattableString.Invariant($"{bytes / 1024.0:0.#} KB") : FormattableString.Invariant($"{bytes} bytes");
}
