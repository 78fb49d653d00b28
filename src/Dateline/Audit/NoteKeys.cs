using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dateline.Audit;

/// <summary>A key or note that is not of its form, or not signed as it has to be. The message is shown to people.</summary>
public sealed class NoteFault(string message) : Exception(message);

/// <summary>Who signs notes: a name and an Ed25519 public key (C2SP signed-note, "Verifier keys").</summary>
public sealed class VerifierKey
{
    private const byte Ed25519Type = 1;

    private VerifierKey(string name, byte[] publicKey)
    {
        (Name, PublicKey) = (name, publicKey);
        Id = IdOf(name, publicKey);
    }

    /// <summary>The key's name.</summary>
    public string Name { get; }

    internal byte[] PublicKey { get; }

    /// <summary>The first four bytes of SHA-256 over name, line feed, type and public key.</summary>
    internal uint Id { get; }

    /// <summary>Reads <c>name+id+key</c>.</summary>
    /// <exception cref="NoteFault">It is not of that form, or not an Ed25519 key.</exception>
    public static VerifierKey Parse(string text)
    {
        var (name, id, key) = Parts(text.Trim());
        var made = new VerifierKey(name, key);
        return made.Id == id ? made : throw new NoteFault("The verifier key's id does not belong to its name and key: a part of it was changed or cut off.");
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}+{Id:x8}+{Convert.ToBase64String([Ed25519Type, .. PublicKey])}");

    internal static VerifierKey Of(string name, byte[] publicKey) =>
        IsName(name) ? new(name, publicKey) : throw new NoteFault("A key's name is not empty and holds neither white space nor a plus sign.");

    internal static uint IdOf(string name, byte[] publicKey) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', Ed25519Type, .. publicKey]));

    internal static bool IsName(string name) => name.Length is > 0 and <= 500 && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '+');

    internal static (string Name, uint Id, byte[] Key) Parts(string text)
    {
        var parts = text.Split('+', 3);
        var key = new byte[1 + Ed25519.PublicKeySize];
        if (parts.Length != 3 || !IsName(parts[0]) || parts[1].Length != 8 || !uint.TryParse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id)
            || !Convert.TryFromBase64String(parts[2], key, out var size) || size != key.Length)
            throw new NoteFault("This is no verifier key. One looks like name+1234abcd+ and then Base64 of 33 bytes.");
        if (key[0] != Ed25519Type) throw new NoteFault("This is not an Ed25519 key; no other is used here.");
        return (parts[0], id, key[1..]);
    }
}

/// <summary>Signs notes. Its text form is the one that Go's <c>golang.org/x/mod/sumdb/note</c> reads and writes.</summary>
internal sealed class SignerKey
{
    private const string Prefix = "PRIVATE+KEY+";
    private readonly byte[] seed;

    private SignerKey(string name, byte[] seed)
    {
        this.seed = seed;
        Verifier = VerifierKey.Of(name, Ed25519.PublicKey(seed));
    }

    /// <summary>The key that shows its signatures to be its own.</summary>
    internal VerifierKey Verifier { get; }

    /// <summary>A new key.</summary>
    internal static SignerKey New(string name) => new(name, RandomNumberGenerator.GetBytes(Ed25519.SeedSize));

    internal static SignerKey Of(string name, byte[] seed) => new(name, seed);

    /// <summary>Reads the key's text form. A fault says nothing of what was read.</summary>
    internal static SignerKey Parse(string text)
    {
        text = text.Trim();
        if (!text.StartsWith(Prefix, StringComparison.Ordinal)) throw new NoteFault("The file holds no signing key.");
        var (name, id, seed) = VerifierKey.Parts(text[Prefix.Length..]);
        var key = new SignerKey(name, seed);
        return key.Verifier.Id == id ? key : throw new NoteFault("The signing key's id does not belong to its name and key: a part of the file was changed or cut off.");
    }

    /// <summary>The text form, which has to be kept secret.</summary>
    internal string Secret() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Verifier.Name}+{Verifier.Id:x8}+{Convert.ToBase64String([1, .. seed])}");

    internal byte[] Sign(ReadOnlySpan<byte> message) => Ed25519.Sign(seed, message);
}
