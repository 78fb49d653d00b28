using System.Buffers.Binary;
using System.Text;

namespace Dateline.Audit;

/// <summary>A text signed by one or more keys (C2SP signed-note).</summary>
internal sealed class SignedNote
{
    private const int Longest = 1_000_000;
    private const int MostSignatures = 100;
    private static readonly UTF8Encoding strict = new(false, throwOnInvalidBytes: true);
    private readonly List<(string Name, uint Id, byte[] Signature, string Line)> signatures;

    private SignedNote(string text, List<(string, uint, byte[], string)> signatures) => (Text, this.signatures) = (text, signatures);

    /// <summary>The text, its last line feed included. Not to be believed before <see cref="Check"/>.</summary>
    internal string Text { get; }

    /// <summary>Reads a note.</summary>
    /// <exception cref="NoteFault">It is not of a note's form.</exception>
    internal static SignedNote Parse(ReadOnlySpan<byte> note)
    {
        if (note.Length > Longest) throw new NoteFault($"A signed note has at most {Longest} bytes; this one has {note.Length}.");
        string text;
        try
        {
            text = strict.GetString(note);
        }
        catch (DecoderFallbackException)
        {
            throw new NoteFault("The note is not UTF-8.");
        }
        if (text.Any(c => c < ' ' && c != '\n')) throw new NoteFault("The note holds control characters.");
        var end = text.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || !text.EndsWith('\n')) throw new NoteFault("The note has no signature: a text, an empty line and lines that begin with a dash (—) were expected.");
        var lines = text[(end + 2)..].Split('\n')[..^1];
        if (lines.Length is 0 or > MostSignatures) throw new NoteFault($"A note has 1 to {MostSignatures} signatures; this one has {lines.Length}.");
        return new(text[..(end + 1)], [.. lines.Select(Signature)]);
    }

    /// <summary>Signs a text.</summary>
    internal static string Sign(string text, SignerKey key)
    {
        var signature = new byte[4 + Ed25519.SignatureSize];
        BinaryPrimitives.WriteUInt32BigEndian(signature, key.Verifier.Id);
        key.Sign(Encoding.UTF8.GetBytes(text)).CopyTo(signature, 4);
        return $"{text}\n— {key.Verifier.Name} {Convert.ToBase64String(signature)}\n";
    }

    /// <summary>Makes sure that a key signed the note; signatures of other keys are passed over.</summary>
    /// <exception cref="NoteFault">The key did not sign it, or a signature in its name is wrong.</exception>
    internal void Check(VerifierKey key)
    {
        var own = signatures.Where(s => s.Name == key.Name && s.Id == key.Id).ToList();
        if (own.Count == 0) throw new NoteFault($"The note is not signed by {key.Name}.");
        if (!own.TrueForAll(s => Ed25519.Verify(key.PublicKey, Encoding.UTF8.GetBytes(Text), s.Signature)))
            throw new NoteFault($"The signature of {key.Name} is wrong: the note was changed, or another key made it.");
    }

    private static (string, uint, byte[], string) Signature(string line)
    {
        var parts = line.Split(' ');
        var bytes = new byte[line.Length];
        if (parts.Length != 3 || parts[0] != "—" || !VerifierKey.IsName(parts[1]) || !Convert.TryFromBase64String(parts[2], bytes, out var size) || size < 5)
            throw new NoteFault("A signature line of the note is not of its form: — name signature.");
        return (parts[1], BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[4..size], line);
    }
}
