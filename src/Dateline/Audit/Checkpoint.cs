using System.Globalization;
using System.Text;

namespace Dateline.Audit;

/// <summary>The size and root of a log's tree, as its key signs them (C2SP tlog-checkpoint).</summary>
/// <param name="Origin">The log: the same as its key's name.</param>
/// <param name="Size">How many events it covers: those at positions 1 to this.</param>
/// <param name="Root">The root of the tree over them.</param>
public sealed record Checkpoint(string Origin, long Size, ReadOnlyMemory<byte> Root)
{
    /// <summary>Reads a checkpoint that a key signed; lines beyond the three that everyone has are passed over.</summary>
    /// <exception cref="NoteFault">It is no checkpoint, or the key did not sign it.</exception>
    public static Checkpoint Open(ReadOnlySpan<byte> note, VerifierKey key)
    {
        var signed = SignedNote.Parse(note);
        signed.Check(key);
        var lines = signed.Text.Split('\n')[..^1];
        var root = new byte[MerkleTree.HashSize + 3];
        if (lines.Length < 3 || lines.Contains("") || !long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || lines[1] != size.ToString(CultureInfo.InvariantCulture) || !Convert.TryFromBase64String(lines[2], root, out var read) || read != MerkleTree.HashSize
            || lines[2] != Convert.ToBase64String(root.AsSpan(0, read)))
            throw new NoteFault("The note is signed, but is no checkpoint: its lines have to be the log's name, its size and its root in Base64.");
        if (lines[0] != key.Name) throw new NoteFault($"The checkpoint is of the log {lines[0]}, not of {key.Name}.");
        return new(lines[0], size, root.AsMemory(0, read));
    }

    /// <summary>The checkpoint as a signed note.</summary>
    internal string Sign(SignerKey key) => SignedNote.Sign(Body, key);

    /// <summary>Whether two checkpoints say the same.</summary>
    internal bool Agrees(Checkpoint other) => Origin == other.Origin && Size == other.Size && Root.Span.SequenceEqual(other.Root.Span);

    private string Body => new StringBuilder().Append(Origin).Append('\n').Append(CultureInfo.InvariantCulture, $"{Size}").Append('\n')
        .Append(Convert.ToBase64String(Root.Span)).Append('\n').ToString();
}
