using Dateline.Audit;

namespace Dateline.Postgres.Seal;

/// <summary>The tiles of a folder that was exported, where C2SP tlog-tiles has them.</summary>
internal sealed class FolderTiles(string folder) : ITiles
{
    private readonly Lazy<long> size = new(() => Measure(folder));

    /// <summary>How many leaves the tiles cover.</summary>
    internal long Size => size.Value;

    /// <inheritdoc/>
    public async ValueTask<byte[]?> Read(TileId tile, CancellationToken cancellation)
    {
        var full = Path.Combine(folder, (tile with { Width = Tiles.Width }).Path);
        if (File.Exists(full)) return await Read(full, Tiles.Width, cancellation);
        foreach (var partial in Partials(full).Where(p => p.Width >= tile.Width).OrderBy(p => p.Width)) return await Read(partial.Path, partial.Width, cancellation);
        return null;
    }

    private static async Task<byte[]?> Read(string path, int width, CancellationToken cancellation) =>
        new FileInfo(path).Length == width * MerkleTree.HashSize ? await File.ReadAllBytesAsync(path, cancellation) : null;

    private static IEnumerable<(string Path, int Width)> Partials(string full) => !Directory.Exists(full + ".p") ? []
        : Directory.EnumerateFiles(full + ".p").Select(p => (p, int.TryParse(Path.GetFileName(p), out var width) ? width : 0)).Where(p => p.Item2 is > 0 and < Tiles.Width);

    private static long Measure(string folder)
    {
        long low = 0, high = 1;
        while (Exists(high - 1)) (low, high) = (high, high * 2);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Exists(middle)) low = middle + 1;
            else high = middle;
        }
        var partial = Partials(Path.Combine(folder, new TileId(0, low, Tiles.Width).Path)).Select(p => p.Width).DefaultIfEmpty(0).Max();
        return (low * Tiles.Width) + partial;

        bool Exists(long index) => File.Exists(Path.Combine(folder, new TileId(0, index, Tiles.Width).Path));
    }
}
