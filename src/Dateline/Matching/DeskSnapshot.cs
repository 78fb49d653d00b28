using Dateline.Extraction;

namespace Dateline.Matching;

/// <summary>A desk as it was before an event, to begin with instead of the whole log. It holds what documents' words leave behind, so that a redaction drops it.</summary>
/// <param name="Version">See <see cref="CurrentVersion"/>; another one is not used.</param>
/// <param name="Reacted">The position up to which all was reacted to.</param>
/// <param name="Bytes">What <see cref="Desk.Save"/> wrote.</param>
public sealed record DeskSnapshot(string Version, long Reacted, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Desk, form and extractor that a snapshot is of.</summary>
    public static string CurrentVersion { get; } = $"{FilingDesk.Name} {Desk.Format} {Extractor.Name}";
}

/// <summary>Where snapshots are kept: one at a time, the latest.</summary>
/// <param name="Load">The one that is kept; null where there is none.</param>
/// <param name="Offer">Takes a snapshot where it is time for one; returns at once and makes it only if it is wanted.</param>
public sealed record DeskKeeping(Func<CancellationToken, Task<DeskSnapshot?>> Load, Action<Func<DeskSnapshot>> Offer);
