namespace Dateline.Extraction;

/// <summary>Finds claims in texts. What it finds is checked by <see cref="OutputCheck"/> before it is recorded, and is never more than a suggestion.</summary>
public interface IExtractor
{
    /// <summary>Name and version, as <c>name@version</c>; a version that finds other things has another name.</summary>
    string Name { get; }

    /// <summary>Reads one revision.</summary>
    /// <exception cref="ExtractorFault">This text cannot be read; others can.</exception>
    /// <exception cref="ExtractorGone">Nothing can be read just now.</exception>
    Task<Extraction> Read(ExtractionInput input, CancellationToken cancellation);
}

/// <summary>The extractor cannot read this text, now or later. The message says why; it holds nothing of the text.</summary>
public sealed class ExtractorFault(string message) : Exception(message);

/// <summary>The extractor cannot be reached or may not be used. The message says why and what to do.</summary>
/// <param name="message">Why, and what to do.</param>
/// <param name="forGood">Whether trying again is of no use until something is changed.</param>
/// <param name="mayBeText">Whether it may lie with the text that was asked about.</param>
public sealed class ExtractorGone(string message, bool forGood = false, bool mayBeText = false) : Exception(message)
{
    /// <summary>Whether it may lie with the text that was asked about, as when no answer comes.</summary>
    public bool MayBeText => mayBeText;

    /// <summary>Whether trying again is of no use until something is changed.</summary>
    public bool ForGood => forGood;
}

/// <summary>The built-in extractor over the seam that others use.</summary>
public sealed class RulesExtractor : IExtractor
{
    /// <inheritdoc/>
    public string Name => Extractor.Name;

    /// <inheritdoc/>
    public Task<Extraction> Read(ExtractionInput input, CancellationToken cancellation) => Task.FromResult(Extractor.Extract(input));
}
