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

    /// <summary>The revisions whose bytes are not kept, although no redaction removed them; null when there is none.</summary>
    internal static async Task<MissingOriginals?> Missing(NpgsqlConnection connection, CancellationToken cancellation)
    {
        // The same bytes may have come as another document's, of which a redaction took nothing else.
        await using var find = new NpgsqlCommand(
            """
            with revisions as (select seq_id, stream_id, data ->> 'originalSha256' as sha256 from mt_events where type in ('document_ingested', 'document_revised'))
            select r.seq_id, r.stream_id, count(*) over () from revisions r
            where r.sha256 is not null and not exists (select from originals o where o.sha256 = r.sha256)
                and r.sha256 not in (select e.sha256 from revisions e join erasures x on x.position = e.seq_id where e.sha256 is not null)
                and not exists (select from originals_removed m join redactions_done d using (tombstone) where m.sha256 = r.sha256)
            order by r.seq_id limit 10
            """, connection)
        { CommandTimeout = 0 };
        var found = await find.Rows(r => (Count: r.GetInt64(2), Of: new MissingOriginal(r.GetInt64(0), r.GetString(1))), cancellation);
        return found.Count == 0 ? null : new(found[0].Count, found.ConvertAll(f => f.Of));
    }
}
