using System.Security.Claims;
using System.Text.Encodings.Web;
using Dateline.Server.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dateline.Benchmarks;

/// <summary>Takes whoever sends no key for an analyst who is signed in: pages are for people, and what is measured is what they ask for.</summary>
internal sealed class Anyone(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Name = "anyone";

    internal static void SignedIn(IServiceCollection services) => services.AddAuthentication(Name).AddScheme<AuthenticationSchemeOptions, Anyone>(Name, null);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync() => Request.Headers.Authorization.Count > 0
        ? await Context.AuthenticateAsync(KeyHandler.SchemeName)
        : AuthenticateResult.Success(new(new(new ClaimsIdentity([new(ClaimTypes.Name, "ana"), new(ClaimTypes.Role, "analyst"), new(Person.AccountClaim, "a-1")], Name)), Name));
}
