using System.Security.Cryptography;

namespace Dateline.Audit;

/// <summary>
/// Ed25519 signatures (RFC 8032, section 5.1). The base library has none. What touches a private key takes the same steps whatever the key is.
/// </summary>
internal static class Ed25519
{
    /// <summary>Bytes of a public key.</summary>
    internal const int PublicKeySize = 32;

    /// <summary>Bytes of a private key's seed.</summary>
    internal const int SeedSize = 32;

    /// <summary>Bytes of a signature.</summary>
    internal const int SignatureSize = 64;

    /// <summary>The public key of a seed.</summary>
    internal static byte[] PublicKey(ReadOnlySpan<byte> seed) => CurvePoint.Base.Times(Expand(seed).AsSpan(0, 32)).Encode();

    /// <summary>Signs a message; the same message always gets the same signature.</summary>
    internal static byte[] Sign(ReadOnlySpan<byte> seed, ReadOnlySpan<byte> message)
    {
        var expanded = Expand(seed);
        var key = CurvePoint.Base.Times(expanded.AsSpan(0, 32)).Encode();
        var r = CurveScalar.Reduce(SHA512.HashData([.. expanded.AsSpan(32), .. message]));
        var commitment = CurvePoint.Base.Times(r.Bytes()).Encode();
        var challenge = CurveScalar.Reduce(SHA512.HashData([.. commitment, .. key, .. message]));
        var s = CurveScalar.MultiplyAdd(challenge, CurveScalar.Reduce(expanded.AsSpan(0, 32)), r);
        CryptographicOperations.ZeroMemory(expanded);
        return [.. commitment, .. s.Bytes()];
    }

    /// <summary>Whether a key signed a message. Points and scalars in other than their one encoding are refused.</summary>
    internal static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (publicKey.Length != PublicKeySize || signature.Length != SignatureSize) return false;
        if (CurvePoint.Decode(publicKey) is not { } key || !CurveScalar.IsReduced(signature[32..])) return false;
        var challenge = CurveScalar.Reduce(SHA512.HashData([.. signature[..32], .. publicKey, .. message]));
        var commitment = CurvePoint.Base.Times(signature[32..]).Plus(key.Negate().Times(challenge.Bytes()));
        return commitment.Encode().AsSpan().SequenceEqual(signature[..32]);
    }

    private static byte[] Expand(ReadOnlySpan<byte> seed)
    {
        var hash = SHA512.HashData(seed);
        hash[0] &= 0xf8;
        hash[31] = (byte)((hash[31] & 0x7f) | 0x40);
        return hash;
    }
}
