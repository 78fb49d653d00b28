using System.Collections.Immutable;
using Dateline.Documents;
using Dateline.Redactions;

namespace Dateline.Audit;

/// <summary>A redaction, as the log tells it.</summary>
/// <param name="Position">The position of its tombstone.</param>
/// <param name="Document">The document; null for words that were removed wherever they stood.</param>
/// <param name="Revision">The revision; null for such words.</param>
/// <param name="Kind">What kind of thing was removed.</param>
/// <param name="LegalReason">Why.</param>
/// <param name="By">Who asked for it.</param>
/// <param name="SecondedBy">Who seconded it.</param>
/// <param name="At">When.</param>
/// <param name="Events">The positions of the events that text was removed from.</param>
public sealed record Redaction(
    long Position, string? Document, int? Revision, string Kind, string LegalReason, string By, string SecondedBy, DateTime At, ImmutableArray<long> Events);

/// <summary>What text was removed from events, as it is claimed before the log is read, and confirmed by the log's own events while it is.</summary>
internal sealed class Erasures
{
    private readonly Dictionary<long, SortedList<long, ErasedEvent>> claimed = [];
    private readonly Dictionary<long, Redaction> redactions = [];
    private int unconfirmed;

    /// <summary>The redactions that were met.</summary>
    internal IReadOnlyList<Redaction> Redactions => [.. redactions.Values.OrderBy(r => r.Position)];

    /// <summary>Takes note that the event at a position is said to have removed text from another one.</summary>
    internal void Claim(long by, ErasedEvent erased)
    {
        if (!claimed.TryGetValue(erased.Position, out var chain)) claimed.Add(erased.Position, chain = []);
        if (chain.TryAdd(by, erased)) unconfirmed++;
    }

    /// <summary>The hashes that an event was sealed with; null when no text is said to have been removed from it.</summary>
    internal Sealed? Before(long position) =>
        claimed.TryGetValue(position, out var chain) ? new(chain.Values[0].Data, chain.Values[0].Metadata) : null;

    /// <summary>Whether what is there of an event is what the last removal left, and each removal began where the one before it ended.</summary>
    internal bool Leaves(long position, Sealed now)
    {
        var chain = claimed[position].Values;
        for (var i = 1; i < chain.Count; i++)
            if (chain[i].Data != chain[i - 1].LeftData || chain[i].Metadata != chain[i - 1].LeftMetadata) return false;
        return new Sealed(chain[^1].LeftData, chain[^1].LeftMetadata) == now;
    }

    /// <summary>Learns from an event of the log; says what is wrong with it, null when nothing is.</summary>
    internal string? Learn(StoredEvent e)
    {
        if (Ordered(e) is { } ordered) redactions.TryAdd(e.Position, ordered);
        if (Done(e) is not { } done) return null;
        if (!redactions.TryGetValue(done.Tombstone, out var redaction) || redaction.Document != done.Document || redaction.Revision != done.Revision)
            return "It removes text without a redaction that two people ordered before it.";
        if (Guard.SamePerson(redaction.By, redaction.SecondedBy)) return "It removes text by a redaction that only one person ordered.";
        foreach (var erased in done.Events)
        {
            if (erased.Position >= e.Position || !claimed.TryGetValue(erased.Position, out var chain) || !chain.TryGetValue(e.Position, out var said) || said != erased)
                return $"It says otherwise what was removed from the event at position {erased.Position} than is noted.";
            unconfirmed--;
        }
        redactions[done.Tombstone] = redaction with { Events = [.. redaction.Events.Union(done.Events.Select(x => x.Position)).Order()] };
        return null;
    }

    /// <summary>The first event that text is said to have been removed from by an event that is not in the log; null when there is none.</summary>
    internal long? Unconfirmed(Func<long, bool> isErasure) => unconfirmed <= 0 ? null
        : claimed.Where(c => c.Value.Keys.Any(by => !isErasure(by))).Select(c => (long?)c.Key).Min() ?? claimed.Keys.Min();

    /// <summary>Whether an event tells what text was removed.</summary>
    internal static bool IsErasure(string type) => type == EventTypes.NameOf<TextErased>() || type == EventTypes.NameOf<WordsErased>();

    /// <summary>What an event tells of text that was removed, by which tombstone; null where it tells nothing of that.</summary>
    internal static (long Tombstone, string? Document, int? Revision, ImmutableArray<ErasedEvent> Events)? Done(StoredEvent e) =>
        !IsErasure(e.Type) ? null : Read<object>(e) switch
        {
            TextErased x => (x.Tombstone, x.DocumentId, x.Revision, x.Events),
            WordsErased x => (x.Tombstone, null, null, x.Events),
            _ => null
        };

    private static Redaction? Ordered(StoredEvent e) => e.Type != EventTypes.NameOf<DocumentRedacted>() && e.Type != EventTypes.NameOf<WordsRedacted>() ? null : Read<object>(e) switch
    {
        DocumentRedacted x => new(e.Position, x.DocumentId, x.Revision, x.Kind, x.LegalReason, x.By, x.SecondedBy, e.RecordedAt, []),
        WordsRedacted x => new(e.Position, null, null, x.Kind, x.LegalReason, x.By, x.SecondedBy, e.RecordedAt, []),
        _ => null
    };

    private static T? Read<T>(StoredEvent e) where T : class
    {
        try
        {
            return e.Data is null ? null : EventJson.Read(e.Type, e.Data) as T;
        }
        catch (Exception error) when (error is System.Text.Json.JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
