using System.Globalization;
using System.Text;

namespace Dateline.Audit;

/// <summary>Shows offline that a log holds an entry (C2SP tlog-proof, version 1).</summary>
/// <param name="Extra">What the entry's record is made of; not vouched for by the proof itself.</param>
/// <param name="Index">The entry's index in the log, from 0.</param>
/// <param name="Path">The audit path, from the leaf's sibling up.</param>
/// <param name="Note">The checkpoint as a signed note.</param>
internal sealed record TlogProof(byte[] Extra, long Index, IReadOnlyList<byte[]> Path, string Note)
{
    private const string Heading = "c2sp.org/tlog-proof@v1";
    private const int Longest = 64 << 20;
    private const int LongestPath = 64;

    /// <summary>Reads a proof.</summary>
    /// <exception cref="NoteFault">It is not of that form.</exception>
    internal static TlogProof Parse(string text)
    {
        if (text.Length > Longest) throw new NoteFault($"A proof has at most {Longest} characters.");
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = end < 0 ? [] : text[..end].Split('\n');
        var extra = lines.Length > 1 && lines[1].StartsWith("extra ", StringComparison.Ordinal) ? Bytes(lines[1][6..]) : null;
        var at = extra is null ? 1 : 2;
        if (lines.Length <= at || lines[0] != Heading || !lines[at].StartsWith("index ", StringComparison.Ordinal)
            || !long.TryParse(lines[at][6..], NumberStyles.None, CultureInfo.InvariantCulture, out var index) || lines.Length - at - 1 > LongestPath)
            throw new NoteFault($"This is no proof: it has to begin with {Heading}, then extra, index and hashes, an empty line and a checkpoint.");
        var path = lines[(at + 1)..].Select(Bytes).ToList();
        return path.TrueForAll(p => p.Length == MerkleTree.HashSize) ? new(extra ?? [], index, path, text[(end + 2)..]) : throw new NoteFault("A hash of the proof does not have 32 bytes.");
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder().Append(Heading).Append('\n');
        if (Extra.Length > 0) text.Append("extra ").Append(Convert.ToBase64String(Extra)).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"index {Index}\n");
        foreach (var hash in Path) text.Append(Convert.ToBase64String(hash)).Append('\n');
        return text.Append('\n').Append(Note).ToString();
    }

    private static byte[] Bytes(string line)
    {
        var bytes = new byte[line.Length];
        return Convert.TryFromBase64String(line, bytes, out var size) ? bytes[..size] : throw new NoteFault("A line of the proof is not Base64.");
    }
}
