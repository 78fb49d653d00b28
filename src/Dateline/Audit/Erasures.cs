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
/// <param name="Unproved">
/// Those of them that were recorded by a version, or another program, that did not seal their form apart: that nothing but text was taken from them is not
/// proved by the seal.
/// </param>
public sealed record Redaction(
    long Position, string? Document, int? Revision, string Kind, string LegalReason, string By, string SecondedBy, DateTime At, ImmutableArray<long> Events,
    ImmutableArray<long> Unproved);

/// <summary>What text was removed from events, as it is claimed before the log is read, and confirmed by the log's own events while it is.</summary>
internal sealed class Erasures
{
    private readonly Dictionary<long, SortedList<long, ErasedEvent>> claimed = [];
    private readonly Dictionary<long, Redaction> redactions = [];
    private readonly HashSet<object> proposed = [];
    private readonly HashSet<long> unproposed = [];
    private readonly HashSet<long> unproved = [];
    private readonly HashSet<(long Tombstone, long Position)> done = [];
    private readonly LeafRecord leaf = new();
    private int unconfirmed;

    /// <summary>Whether an event was met whose form is sealed apart.</summary>
    internal bool SealsForms { get; set; }

    /// <summary>The redactions that were met.</summary>
    internal IReadOnlyList<Redaction> Redactions =>
        [.. redactions.Values.OrderBy(r => r.Position).Select(r => r with { Unproved = [.. r.Events.Where(unproved.Contains)] })];

    /// <summary>Takes note that the event at a position is said to have removed text from another one.</summary>
    internal void Claim(long by, ErasedEvent erased)
    {
        if (!claimed.TryGetValue(erased.Position, out var chain)) claimed.Add(erased.Position, chain = []);
        if (chain.TryAdd(by, erased)) unconfirmed++;
    }

    /// <summary>The hashes that an event was sealed with; null when no text is said to have been removed from it.</summary>
    internal Sealed? Before(long position) =>
        claimed.TryGetValue(position, out var chain) ? new(chain.Values[0].Data, chain.Values[0].Metadata, chain.Values[0].Reason) : null;

    /// <summary>Says what is wrong with what is left of an event that text is said to have been removed from; null when nothing is.</summary>
    internal string? Left(StoredEvent e)
    {
        if (Before(e.Position) is not { } before) return null;
        var chain = claimed[e.Position].Values;
        for (var i = 1; i < chain.Count; i++)
            if (chain[i].Data != chain[i - 1].LeftData || chain[i].Metadata != chain[i - 1].LeftMetadata) return Beyond;
        if (new Sealed(chain[^1].LeftData, chain[^1].LeftMetadata) != leaf.Hash(e)) return Beyond;
        switch (leaf.Keeps(e, before))
        {
            case false: return "More than text was changed, and called a redaction: what a redaction never touches is not what was sealed.";
            case null: unproved.Add(e.Position); break;
            default: break;
        }
        return Redactable.IsMarked(e) ? null : "It is said to be redacted, but nothing in it is marked as removed.";
    }

    /// <summary>Learns from an event of the log; says what is wrong with it, null when nothing is.</summary>
    internal string? Learn(StoredEvent e)
    {
        if (e.Type == EventTypes.NameOf<RedactionProposed>() || e.Type == EventTypes.NameOf<WordsRedactionProposed>()) Propose(e);
        if (Ordered(e) is { } ordered)
        {
            redactions.TryAdd(e.Position, ordered);
            // Earlier versions recorded an order of two people at once.
            if (SealsForms && !proposed.Contains(Proposal(e))) unproposed.Add(e.Position);
        }
        if (Done(e) is not { } erasure) return null;
        if (!redactions.TryGetValue(erasure.Tombstone, out var redaction) || redaction.Document != erasure.Document || redaction.Revision != erasure.Revision)
            return "It removes text without a redaction that two people ordered before it.";
        if (Guard.SamePerson(redaction.By, redaction.SecondedBy)) return "It removes text by a redaction that only one person ordered.";
        if (unproposed.Contains(erasure.Tombstone)) return "It removes text by a redaction that nobody proposed before it was approved.";
        foreach (var erased in erasure.Events)
        {
            if (erased.Position >= e.Position || !claimed.TryGetValue(erased.Position, out var chain) || !chain.TryGetValue(e.Position, out var said) || said != erased)
                return $"It says otherwise what was removed from the event at position {erased.Position} than is noted.";
            if (!done.Add((erasure.Tombstone, erased.Position))) return $"It removes text from the event at position {erased.Position} by a redaction that was carried out there before.";
            unconfirmed--;
        }
        redactions[erasure.Tombstone] = redaction with { Events = [.. redaction.Events.Union(erasure.Events.Select(x => x.Position)).Order()] };
        return null;
    }

    private const string Beyond = "The event was changed beyond what its redaction removed.";

    private void Propose(StoredEvent e) => _ = Read<object>(e) switch
    {
        RedactionProposed x => proposed.Add((x.DocumentId, x.Revision, x.Kind, x.LegalReason, x.By)),
        WordsRedactionProposed x => proposed.Add((x.RedactionId, x.Kind, x.LegalReason, x.By)),
        _ => false
    };

    private static object Proposal(StoredEvent e) => Read<object>(e) switch
    {
        DocumentRedacted x => (x.DocumentId, x.Revision, x.Kind, x.LegalReason, x.By),
        WordsRedacted x => (x.RedactionId, x.Kind, x.LegalReason, x.By),
        _ => e
    };

    /// <summary>The first event that text is said to have been removed from by an event that is not in the log; null when there is none.</summary>
    internal long? Unconfirmed(Func<long, bool> isErasure) => unconfirmed <= 0 ? null
        : claimed.Where(c => c.Value.Keys.Any(by => !isErasure(by))).Select(c => (long?)c.Key).Min() ?? claimed.Keys.Min();

    /// <summary>Whether there can be anything to learn from events of a stored name.</summary>
    internal static bool Concerns(ReadOnlySpan<byte> type) => type.IndexOf("redact"u8) >= 0 || type.EndsWith("_erased"u8);

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
        DocumentRedacted x => new(e.Position, x.DocumentId, x.Revision, x.Kind, x.LegalReason, x.By, x.SecondedBy, e.RecordedAt, [], []),
        WordsRedacted x => new(e.Position, null, null, x.Kind, x.LegalReason, x.By, x.SecondedBy, e.RecordedAt, [], []),
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
