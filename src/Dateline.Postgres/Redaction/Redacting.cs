using Dateline.Documents;
using Dateline.Postgres.Engine;
using Dateline.Postgres.Seal;
using Dateline.Redactions;
using Npgsql;

namespace Dateline.Postgres.Redaction;

/// <summary>Carries a redaction out: first the text goes from the events, then every view is built anew from what is left. It can be repeated.</summary>
/// <param name="database">The database.</param>
/// <param name="views">The views.</param>
/// <param name="rebuild">Builds one of them anew.</param>
/// <param name="erased">What follows once the text is gone from the events.</param>
internal sealed class Redacting(
    NpgsqlDataSource database, IReadOnlyList<View> views, Func<string, CancellationToken, Task> rebuild, Func<CancellationToken, Task>? erased = null)
{
    private const int MostAttempts = 20;

    /// <summary>The stored names of the events that order something to be removed, and of those after which nothing is.</summary>
    internal static readonly string[] Orders = [EventTypes.NameOf<DocumentRedacted>(), EventTypes.NameOf<WordsRedacted>(), EventTypes.NameOf<WordsRedactionRejected>()];

    // A proposal is what the tombstone is held against, so that it stays as it was; of who declined one the reason may lose text.
    private static readonly string[] records =
    [
        .. Orders, EventTypes.NameOf<TextErased>(), EventTypes.NameOf<WordsErased>(), EventTypes.NameOf<WordsRedactionProposed>(), EventTypes.NameOf<RedactionProposed>()
    ];

    /// <summary>Whether an event tells of redactions, so that none changes it.</summary>
    internal static bool IsRecord(string type) => records.Contains(type);

    internal async Task CarryOut(Recorded tombstone, CancellationToken cancellation)
    {
        if (tombstone.Data is WordsRedactionRejected rejected)
        {
            await new RedactionWords(database).Drop(rejected.RedactionId, cancellation);
            return;
        }
        await Erase(tombstone, cancellation);
        if (erased is not null) await erased(cancellation);
        var failures = new List<Refused>();
        foreach (var view in views.Where(v => v.Name != SealFollower.ViewName))
        {
            try
            {
                await rebuild(view.Name, cancellation);
            }
            catch (Refused failure)
            {
                // The text goes from the other views all the same.
                failures.Add(failure);
            }
        }
        if (failures.Count > 0) throw new Refused($"The redaction at position {tombstone.Position} is not done yet. {string.Join(" ", failures.Select(f => f.Message))}");
    }

    private async Task Erase(Recorded tombstone, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await (tombstone.Data is WordsRedacted ? new WordsEraser(database).Erase(tombstone, cancellation) : new Eraser(database).Erase(tombstone, cancellation));
                return;
            }
            catch (Exception e) when (attempt < MostAttempts && (e is WordsCame || (e as PostgresException)?.SqlState == Faults.StreamMoved))
            {
                // Somebody wrote to one of the streams meanwhile; what they wrote has to be looked at as well.
            }
        }
    }
}
