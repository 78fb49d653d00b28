using System.Collections.Immutable;

namespace Dateline.Documents;

/// <summary>
/// Text of a redacted revision was removed from events of this stream. It lists them with the hashes of what they were, so that the seal still
/// holds, and of what is left of them, so that nothing more can be removed unseen.
/// </summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Revision">The revision whose text was removed.</param>
/// <param name="Tombstone">The position of the <see cref="DocumentRedacted"/> that ordered it.</param>
/// <param name="Events">What was removed from.</param>
public sealed record TextErased(string DocumentId, int Revision, long Tombstone, ImmutableArray<ErasedEvent> Events);

/// <summary>An event that text was removed from. Hashes are those of <see cref="Audit.Sealed"/>.</summary>
/// <param name="Position">Its position.</param>
/// <param name="Data">The hash of its data as recorded.</param>
/// <param name="Metadata">The hash of its metadata as recorded.</param>
/// <param name="LeftData">The hash of its data as it is left.</param>
/// <param name="LeftMetadata">The hash of its metadata as it is left.</param>
/// <param name="Reason">The hash of its reason as recorded; null where it had none or was recorded by a version that did not seal that apart.</param>
public sealed record ErasedEvent(long Position, string Data, string Metadata, string LeftData, string LeftMetadata, string? Reason = null);
