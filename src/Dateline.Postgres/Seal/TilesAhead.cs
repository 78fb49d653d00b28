using Dateline.Audit;
using Npgsql;

namespace Dateline.Postgres.Seal;

/// <summary>The tiles of the database for who reads the lowest level in order: many of it are read at once, and each is kept until the next are.</summary>
internal sealed class TilesAhead(NpgsqlDataSource database) : ITiles
{
    private const int Ahead = 64;
    private readonly DatabaseTiles others = new(database);
    private readonly Dictionary<long, byte[]> read = [];

    /// <inheritdoc/>
    public async ValueTask<byte[]?> Read(TileId tile, CancellationToken cancellation)
    {
        if (tile.Level > 0) return await others.Read(tile, cancellation);
        if (!read.TryGetValue(tile.Index, out var hashes))
        {
            read.Clear();
            var found = await database.CreateCommand("select number, hashes from seal_tiles where level = 0 and number >= $1 and number < $1 + $2").With(tile.Index, (long)Ahead)
                .Rows(r => (Number: r.GetInt64(0), Hashes: r.GetFieldValue<byte[]>(1)), cancellation);
            foreach (var (number, of) in found) read[number] = of;
            hashes = read.GetValueOrDefault(tile.Index);
        }
        return hashes?.Length >= tile.Width * MerkleTree.HashSize ? hashes : null;
    }
}
