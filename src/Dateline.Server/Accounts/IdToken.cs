using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;

namespace Dateline.Server.Accounts;

/// <summary>
/// Whom an ID token is about. It is taken from the token endpoint alone, over a connection whose other end is known to be the issuer, which
/// stands in place of its signature (OpenID Connect Core 1.0, 3.1.3.7, point 6).
/// </summary>
/// <param name="Issuer">Who vouches.</param>
/// <param name="Subject">For whom: stable with the issuer.</param>
/// <param name="Name">What the person is called; no proof of anything.</param>
internal sealed record IdToken(string Issuer, string Subject, string? Name)
{
    private static readonly TimeSpan skew = TimeSpan.FromMinutes(2);

    /// <summary>Reads and checks the ID token in a token response.</summary>
    /// <exception cref="AuthenticationFailureException">It is missing, for somebody else, old, or an answer to another question.</exception>
    internal static IdToken Read(JsonElement? response, string issuer, string clientId, string? nonce, DateTimeOffset now)
    {
        try
        {
            var parts = response!.Value.GetProperty("id_token").GetString()!.Split('.');
            if (parts.Length != 3) throw new FormatException();
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            var claims = payload.RootElement;
            if (claims.GetProperty("iss").GetString() != issuer) throw new AuthenticationFailureException("The ID token is of another issuer.");
            if (!Audience(claims, clientId)) throw new AuthenticationFailureException("The ID token is for another client.");
            if (DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty("exp").GetInt64()) + skew < now) throw new AuthenticationFailureException("The ID token has expired.");
            if (claims.TryGetProperty("nbf", out var begins) && DateTimeOffset.FromUnixTimeSeconds(begins.GetInt64()) - skew > now) throw new AuthenticationFailureException("The ID token is not valid yet.");
            if (nonce is null || claims.GetProperty("nonce").GetString() != nonce) throw new AuthenticationFailureException("The ID token answers another question.");
            var subject = claims.GetProperty("sub").GetString();
            if (subject is not { Length: > 0 and <= 255 }) throw new FormatException();
            return new(issuer, subject, Text(claims, "name") ?? Text(claims, "preferred_username"));
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or NullReferenceException or ArgumentException)
        {
            throw new AuthenticationFailureException("The provider's answer holds no ID token that can be read.");
        }
    }

    private static bool Audience(JsonElement claims, string clientId)
    {
        var aud = claims.GetProperty("aud");
        List<string?> all = aud.ValueKind == JsonValueKind.String ? [aud.GetString()] : [.. aud.EnumerateArray().Select(a => a.GetString())];
        // Whom it was given to is said where there are several, and counts wherever it is said (3.1.3.7, points 4 and 5).
        return all.Contains(clientId) && (claims.TryGetProperty("azp", out _) || all.Count > 1 ? Text(claims, "azp") == clientId : true);
    }

    private static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
