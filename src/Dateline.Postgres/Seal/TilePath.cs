using System.Globalization;
using Dateline.Audit;

namespace Dateline.Postgres.Seal;

/// <summary>Reads paths of tiles (C2SP tlog-tiles).</summary>
internal static class TilePath
{
    private const int Longest = 100;

    /// <summary>The tile of a path such as <c>tile/0/x001/067.p/17</c>; null when it is not written as the specification has it.</summary>
    internal static TileId? Read(string path)
    {
        if (path.Length > Longest) return null;
        var (whole, width) = path.Split(".p/") switch
        {
            [var all] => (all, Tiles.Width),
            [var all, var part] when int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and < Tiles.Width => (all, n),
            _ => ("", 0)
        };
        if (whole.Split('/') is not ["tile", var level, .. { Length: > 0 and < 7 } groups]) return null;
        if (!int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var l) || l > 7) return null;
        if (!long.TryParse(string.Concat(groups.Select(g => g.TrimStart('x'))), NumberStyles.None, CultureInfo.InvariantCulture, out var index)) return null;
        var tile = new TileId(l, index, width);
        return tile.Path == path ? tile : null;
    }
}
