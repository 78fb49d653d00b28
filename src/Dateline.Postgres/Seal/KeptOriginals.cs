using Dateline.Audit;
using Npgsql;

namespace Dateline.Postgres.Seal;

/// <summary>The kept bytes of documents, held against the hashes that their events were sealed with.</summary>
internal static class KeptOriginals
{
    /// <summary>The first event whose document's kept bytes are not those that arrived with it; null when there is none.</summary>
    internal static async Task<Difference?> Differing(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var hashing = new NpgsqlCommand("select sha256::text from originals where encode(sha256(bytes), 'hex') <> sha256::text", connection) { CommandTimeout = 0 };
        var others = await hashing.Rows(r => r.GetString(0), cancellation);
        if (others.Count == 0) return null;
        await using var find = new NpgsqlCommand(
            "select seq_id, stream_id from mt_events where data ->> 'originalSha256' = any($1) order by seq_id limit 1", connection)
        { CommandTimeout = 0 };
        return (await find.With(others.ToArray()).Rows(
            r => new Difference(r.GetInt64(0), r.GetInt64(0), $"The bytes that are kept as the original of {r.Text(1)} are not those that arrived: their SHA-256 is not the originalSha256 that was sealed."),
            cancellation)).FirstOrDefault();
    }
}
