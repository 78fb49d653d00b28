using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Dateline.Accounts;
using Dateline.Postgres.Accounts;
using Dateline.Server.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Dateline.Server.Accounts;

/// <summary><c>Authorization: Bearer dl_id_secret</c> (RFC 6750): a program acts for the key's owner, within the key's scopes and the owner's role.</summary>
internal sealed class KeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeys keys, KeyUses uses, People people,
    SignInAttempts attempts, TimeProvider time) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    internal const string SchemeName = "key";
    internal const string WaitItem = "dateline.wait";
    private const string Prefix = "Bearer dl_";
    private const int LongestKey = 100;

    /// <summary>A key as its owner keeps it.</summary>
    internal static string Write(string id, string secret) => $"dl_{id}_{secret}";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } header]) return AuthenticateResult.NoResult();
        if (await Owner(header) is not var (key, account)) return await Failed(Context.Connection.RemoteIpAddress);
        await uses.Note(key.Id, account.Id, Request.Method, Context.Route(), Context.Correlation(), Context.RequestAborted);
        var claims = key.Scopes.Select(s => new Claim(Person.ScopeClaim, s)).Prepend(new(Person.KeyClaim, key.Id));
        return AuthenticateResult.Success(new(Person.Of(account, SchemeName, claims), SchemeName));
    }

    /// <summary>
    /// Counts a key that is not good. Whoever has a good one gets in however often others at the same address failed: 256 bits are not guessed,
    /// and what is cut off is the load.
    /// </summary>
    private async Task<AuthenticateResult> Failed(System.Net.IPAddress? address)
    {
        if (await attempts.Wait(address, Context.RequestAborted) is { } wait)
        {
            Context.Items[WaitItem] = wait;
            return AuthenticateResult.Fail("Too many attempts.");
        }
        await attempts.Failed(address, Context.RequestAborted);
        return AuthenticateResult.Fail("The key is not good.");
    }

    private async Task<(StoredKey Key, Account Account)?> Owner(string header)
    {
        if (header.Length > LongestKey || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return null;
        if (header[Prefix.Length..].Split('_', 2) is not [{ Length: 12 } id, var secret]) return null;
        var key = await keys.Find(id, time.GetUtcNow(), Context.RequestAborted);
        // The same work and the same answer, whether the id, the secret or the account is the wrong one.
        var good = CryptographicOperations.FixedTimeEquals(Secrets.Sha256(secret), key?.SecretSha256 ?? new byte[32]);
        if (!good || key is null) return null;
        return await people.OwnerOf(key.Id, key.Account, Context.RequestAborted) is { } account ? (key, account) : null;
    }
}
