using System.Security.Cryptography.X509Certificates;
using Dateline.Accounts;

namespace Dateline.Server.Accounts;

/// <summary>How people sign in.</summary>
public sealed record AccountOptions
{
    /// <summary>A session that is not used for so long ends.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromHours(8);

    /// <summary>A session ends after so long in any case.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long an invitation is good.</summary>
    public TimeSpan Invitation { get; init; } = TimeSpan.FromDays(3);

    /// <summary>How often a sign-in may fail within <see cref="Window"/> for one account.</summary>
    public int FailuresByAccount { get; init; } = 10;

    /// <summary>How often a sign-in or a key may fail within <see cref="Window"/> from one address.</summary>
    public int FailuresByAddress { get; init; } = 50;

    /// <summary>How long failures count.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The OpenID Connect provider; null for passwords alone.</summary>
    public ProviderOptions? Provider { get; init; }

    /// <summary>The file with the key that encrypts the keys of forms and cookies; null to keep those as they are.</summary>
    public string? ProtectionKey { get; init; }

    /// <summary>The certificate that does so instead.</summary>
    public X509Certificate2? ProtectionCertificate { get; init; }

    /// <summary>The options that the configuration (environment variables among it) gives.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="data">The data folder, where the key that protects cookies is unless a certificate is named.</param>
    /// <exception cref="Refused">A provider is named but not all that it needs, or a certificate that cannot be used.</exception>
    public static AccountOptions From(IConfiguration configuration, string data) => new()
    {
        Provider = ProviderOf(configuration),
        ProtectionKey = Path.Combine(data, "protection.key"),
        ProtectionCertificate = configuration["DATELINE_PROTECTION_CERTIFICATE"] is { Length: > 0 } path ? KeyEncryption.Certificate(path, configuration["DATELINE_PROTECTION_PASSWORD"]) : null
    };

    private static ProviderOptions? ProviderOf(IConfiguration configuration)
    {
        if (configuration["DATELINE_OIDC_AUTHORITY"] is not { Length: > 0 } authority) return null;
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && !uri.IsLoopback))
            throw new Refused("DATELINE_OIDC_AUTHORITY is no https address. Write the provider's issuer, such as https://id.example.org.");
        var role = configuration["DATELINE_OIDC_NEW_PEOPLE"] is { Length: > 0 } word
            ? Words.Parse<Role>(word) ?? throw new Refused($"DATELINE_OIDC_NEW_PEOPLE is one of {string.Join(", ", Words.All<Role>())}, or unset so that only invited people get in.")
            : (Role?)null;
        return new(
            uri, configuration["DATELINE_OIDC_CLIENT_ID"] is { Length: > 0 } id ? id : throw new Refused("DATELINE_OIDC_CLIENT_ID is missing."),
            configuration["DATELINE_OIDC_CLIENT_SECRET"] ?? "", role, configuration["DATELINE_OIDC_NAME"] is { Length: > 0 } name ? name : "the provider");
    }
}

/// <summary>An OpenID Connect provider.</summary>
/// <param name="Authority">Its issuer; its endpoints are discovered from there.</param>
/// <param name="ClientId">Dateline's id with it.</param>
/// <param name="ClientSecret">Dateline's secret with it; empty for a public client.</param>
/// <param name="NewPeople">The role of people who were not invited; null to refuse them.</param>
/// <param name="Name">What people call it.</param>
public sealed record ProviderOptions(Uri Authority, string ClientId, string ClientSecret, Role? NewPeople, string Name);
