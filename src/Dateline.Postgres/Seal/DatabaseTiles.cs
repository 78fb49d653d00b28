using Dateline.Audit;
using Npgsql;

namespace Dateline.Postgres.Seal;

/// <summary>The tiles that the sealing follower keeps in the database.</summary>
internal sealed class DatabaseTiles(NpgsqlDataSource database) : ITiles
{
    /// <inheritdoc/>
    public async ValueTask<byte[]?> Read(TileId tile, CancellationToken cancellation)
    {
        var found = await database.CreateCommand("select hashes from seal_tiles where level = $1 and number = $2").With(tile.Level, tile.Index)
            .Rows(r => r.GetFieldValue<byte[]>(0), cancellation);
        return found.Find(f => f.Length >= tile.Width * MerkleTree.HashSize);
    }

    /// <summary>How many events are sealed.</summary>
    internal async Task<long> Size(CancellationToken cancellation) =>
        (await database.CreateCommand("select number * 256 + length(hashes) / 32 from seal_tiles where level = 0 order by number desc limit 1")
            .Rows(r => r.GetInt64(0), cancellation)).FirstOrDefault();
}
