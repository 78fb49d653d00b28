using System.Collections.Concurrent;
using Dateline.Audit;
using Dateline.Postgres.Views;
using Npgsql;
using NpgsqlTypes;

namespace Dateline.Postgres.Seal;

/// <summary>
/// Seals the log: adds each event's leaf to the Merkle tree, in order. It reads the rows themselves, so that it also seals events that this
/// version does not know, and takes the hashes of redacted events from where the redaction noted them.
/// </summary>
internal sealed class SealFollower(NpgsqlDataSource database) : IRowFollower
{
    internal const string ViewName = "seal";
    private readonly ConcurrentBag<LeafHasher> hashers = [];
    private TileEdge? edge;

    /// <inheritdoc/>
    public string Name => ViewName;

    /// <inheritdoc/>
    public async ValueTask Follow(long after, long through, IReadOnlyList<StoredEvent>? read, ISql sql, CancellationToken cancellation)
    {
        var tiles = new DatabaseTiles(database);
        edge ??= await TileEdge.Load(tiles, await tiles.Size(cancellation), cancellation)
            ?? throw new Refused("The seal's tiles are not whole. Rebuilding the view seal makes them anew; verifying the log says whether it is what was signed.");
        var changed = new List<(TileId Tile, byte[] Hashes)>();
        var rows = read?.ToAsyncEnumerable() ?? StoredEvents.Read(database, after, through, cancellation);
        await foreach (var leaves in LeafHashes.Of(rows, null, waits: false, cancellation, hashers))
            for (var i = 0; i < leaves.Count; i++) edge.Add(leaves.Hash(i), changed);
        changed.AddRange(edge.Partials());
        sql.Add(
            """
            insert into seal_tiles (level, number, hashes) select * from unnest($1, $2, $3)
            on conflict (level, number) do update set hashes = excluded.hashes where seal_tiles.hashes <> excluded.hashes
            """,
            changed.Select(c => c.Tile.Level).ToArray(), changed.Select(c => c.Tile.Index).ToArray(),
            Parameters.Typed(changed.Select(c => c.Hashes).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Bytea));
    }
}
