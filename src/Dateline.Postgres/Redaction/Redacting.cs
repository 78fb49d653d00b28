using Dateline.Postgres.Engine;
using Dateline.Postgres.Seal;
using Npgsql;

namespace Dateline.Postgres.Redaction;

/// <summary>Carries a redaction out: first the text goes from the events, then every view is built anew from what is left. It can be repeated.</summary>
internal sealed class Redacting(NpgsqlDataSource database, IReadOnlyList<View> views, Func<string, CancellationToken, Task> rebuild)
{
    private const int MostAttempts = 20;

    internal async Task CarryOut(Recorded tombstone, CancellationToken cancellation)
    {
        await Erase(tombstone, cancellation);
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
                await new Eraser(database).Erase(tombstone, cancellation);
                return;
            }
            catch (PostgresException e) when (e.SqlState == Faults.StreamMoved && attempt < MostAttempts)
            {
                // Somebody wrote to one of the streams meanwhile; what they wrote has to be looked at as well.
            }
        }
    }
}
