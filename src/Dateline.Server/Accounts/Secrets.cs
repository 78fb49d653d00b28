using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Dateline.Server.Accounts;

/// <summary>Random secrets, and what is kept of them.</summary>
internal static class Secrets
{
    /// <summary>256 random bits as base64url.</summary>
    internal static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>A short random id that opens nothing.</summary>
    internal static string NewId() => RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 12);

    /// <summary>What is kept: a secret of 256 random bits needs no slow hash.</summary>
    internal static byte[] Sha256(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
