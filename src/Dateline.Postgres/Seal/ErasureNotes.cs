using Dateline.Audit;
using Dateline.Documents;
using Npgsql;

namespace Dateline.Postgres.Seal;

/// <summary>Reads what redactions noted of the events that they removed text from.</summary>
internal static class ErasureNotes
{
    internal static async Task<Erasures> Load(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var erasures = new Erasures();
        await using var command = new NpgsqlCommand("select by_position, position, data, metadata, left_data, left_metadata, reason from erasures", connection);
        var noted = await command.Rows(
            r => (By: r.GetInt64(0), Event: new ErasedEvent(r.GetInt64(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.Text(6))), cancellation);
        foreach (var (by, erased) in noted) erasures.Claim(by, erased);
        return erasures;
    }
}
