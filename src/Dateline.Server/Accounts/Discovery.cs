using System.Text.Json;

namespace Dateline.Server.Accounts;

/// <summary>Where a provider is asked.</summary>
internal sealed record Endpoints(string Issuer, string Authorize, string Token);

/// <summary>A provider's endpoints (OpenID Connect Discovery 1.0), asked for when somebody first signs in through it.</summary>
internal sealed class Discovery(ProviderOptions provider) : IDisposable
{
    private const int LargestAnswer = 1 << 20;
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(15), MaxResponseContentBufferSize = LargestAnswer };
    private Endpoints? found;

    /// <summary>The endpoints.</summary>
    /// <exception cref="Refused">The provider cannot be asked, or its answer will not do.</exception>
    internal async Task<Endpoints> Find(CancellationToken cancellation)
    {
        if (found is { } known) return known;
        try
        {
            var authority = provider.Authority.ToString().TrimEnd('/');
            using var json = JsonDocument.Parse(await client.GetByteArrayAsync($"{authority}/.well-known/openid-configuration", cancellation));
            var issuer = json.RootElement.GetProperty("issuer").GetString()!;
            if (issuer.TrimEnd('/') != authority) throw new InvalidOperationException("The provider calls itself otherwise.");
            return found = new(issuer, Secure(json.RootElement, "authorization_endpoint"), Secure(json.RootElement, "token_endpoint"));
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested
            && e is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException or TaskCanceledException or UriFormatException or ArgumentNullException)
        {
            throw new Refused($"{provider.Name} cannot be asked how to sign in. Check DATELINE_OIDC_AUTHORITY, and whether this machine reaches it.");
        }
    }

    public void Dispose() => client.Dispose();

    private static string Secure(JsonElement root, string name) => new Uri(root.GetProperty(name).GetString()!) is { } uri && (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback)
        ? uri.ToString() : throw new InvalidOperationException($"The provider's {name} is not https.");
}
