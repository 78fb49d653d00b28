using System.Security.Cryptography;
using System.Text;

namespace Dateline;

/// <summary>Keys of streams and the ids in them. An id is deterministic wherever the world gives an identity.</summary>
public static class Ids
{
    /// <summary>The stream of a source.</summary>
    public static string Source(string id) => "source/" + id;

    /// <summary>The stream of a document.</summary>
    public static string Document(string id) => "document/" + id;

    /// <summary>The stream of a claim.</summary>
    public static string Claim(string id) => "claim/" + id;

    /// <summary>The stream of a story.</summary>
    public static string Story(string id) => "story/" + id;

    /// <summary>The stream of a redaction of words.</summary>
    public static string Redaction(string id) => "redaction/" + id;

    /// <summary>The stream of an account.</summary>
    public static string Account(string id) => "account/" + id;

    /// <summary>Every key that may be meant by an id alone, and what was said itself, as it may be a key.</summary>
    public static string[] Meant(string keyOrId) =>
        [keyOrId, Source(keyOrId), Document(keyOrId), Claim(keyOrId), Story(keyOrId), Redaction(keyOrId), Account(keyOrId)];

    /// <summary>Whether a stream is a claim's.</summary>
    public static bool IsClaim(string stream) => stream.StartsWith("claim/", StringComparison.Ordinal);

    /// <summary>Whether a stream is a story's.</summary>
    public static bool IsStory(string stream) => stream.StartsWith("story/", StringComparison.Ordinal);

    /// <summary>Whether a stream is a document's.</summary>
    public static bool IsDocument(string stream) => stream.StartsWith("document/", StringComparison.Ordinal);

    /// <summary>The id in a stream's key: <c>claim/c-1</c> → <c>c-1</c>.</summary>
    public static string Of(string stream) => stream[(stream.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>An id made of what it stands for: a prefix and 64 bits of SHA-256 in hexadecimal.</summary>
    /// <param name="prefix">One letter that says what kind of thing it is.</param>
    /// <param name="identity">What identifies the thing in the world.</param>
    public static string From(char prefix, string identity) =>
        $"{prefix}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, 8))}";

    /// <summary>The id of a source by its name: <c>Harbour Wire</c> → <c>harbour-wire</c>; names without letters get a hash.</summary>
    public static string SourceFrom(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.Trim())
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        var id = slug.ToString().Trim('-');
        var plain = name.All(c => char.IsAscii(c));
        return id.Length is > 0 and <= 60 && plain ? id : From('o', name.Trim());
    }

    /// <summary>SHA-256 of bytes in lower-case hexadecimal.</summary>
    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
