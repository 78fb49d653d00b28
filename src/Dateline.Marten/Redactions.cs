using Dateline.Postgres;
using Dateline.Postgres.Engine;
using Dateline.Postgres.Redaction;
using Npgsql;

namespace Dateline.Marten;

/// <summary>
/// Carries redactions out, one at a time. What that does is committed before the cursor moves, and can be repeated; then whoever reacts forgets
/// what was remembered of the text.
/// </summary>
internal sealed class Redactions(Redacting redacting) : Taking(RedactionLoop.Name, Redacting.Orders, pageSize: 1)
{
    protected override async Task Take(
        IReadOnlyList<Recorded> events, NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        foreach (var tombstone in events) await redacting.CarryOut(tombstone, cancellation);
        await using var forget = new NpgsqlCommand("update followers set generation = generation + 1 where name = $1", connection, transaction);
        await forget.With(Cursors.RowOf(ReactionLoop.Name)).ExecuteNonQueryAsync(cancellation);
    }

    protected override void Forget()
    {
    }
}
