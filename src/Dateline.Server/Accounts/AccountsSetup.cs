using Dateline.Postgres.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Dateline.Server.Accounts;

/// <summary>Puts accounts, sign-in and permissions into a web host.</summary>
public static class AccountsSetup
{
    private const string ByHeader = "dateline";

    /// <summary>Adds what <see cref="MapAccounts"/> needs; everything that is not allowed is refused from then on.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="database">The database, with the schema as its search path.</param>
    /// <param name="newsroom">The log, which holds the accounts.</param>
    /// <param name="options">How people sign in.</param>
    public static IServiceCollection AddAccounts(this IServiceCollection services, NpgsqlDataSource database, INewsroom newsroom, AccountOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(newsroom);
        services.AddSingleton(options).AddSingleton(new Credentials(database)).AddSingleton(new Invitations(database)).AddSingleton(new Sessions(database)).AddSingleton(new AdministratorTurns(database))
            .AddSingleton(new ApiKeys(database)).AddSingleton(new Looked(database)).AddSingleton(new ProtectionKeys(database)).AddSingleton(new SignInFailures(database)).AddSingleton<SignInAttempts>().AddSingleton<ProgramKeys>().AddSingleton<People>().AddSingleton<KeyUses>()
            .AddSingleton<SessionCookies>().AddSingleton<IAuthorizationHandler, NeedsHandler>().AddSingleton<IAuthorizationMiddlewareResultHandler, Refusals>();
        KeyEncryption.Add(services, services.AddDataProtection().SetApplicationName("dateline"), options);
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(p =>
            new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = new DatabaseProtection(p.GetRequiredService<ProtectionKeys>())));
        services.AddAntiforgery(o =>
        {
            (o.Cookie.Name, o.Cookie.HttpOnly, o.Cookie.SameSite, o.Cookie.SecurePolicy) = ("dateline-form", true, SameSiteMode.Strict, CookieSecurePolicy.SameAsRequest);
            o.HeaderName = "RequestVerificationToken";
        });
        var authentication = services.AddAuthentication(ByHeader)
            .AddPolicyScheme(ByHeader, null, o => o.ForwardDefaultSelector = c => c.Request.Headers.Authorization.Count > 0 ? KeyHandler.SchemeName : SessionCookies.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, KeyHandler>(KeyHandler.SchemeName, null)
            .AddCookie(SessionCookies.SchemeName, o =>
            {
                (o.Cookie.Name, o.Cookie.HttpOnly, o.Cookie.SameSite, o.Cookie.SecurePolicy) = ("dateline", true, SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
                (o.LoginPath, o.AccessDeniedPath, o.ReturnUrlParameter, o.SlidingExpiration, o.ExpireTimeSpan) = ("/sign-in", "/not-allowed", "return", false, options.Longest);
                o.EventsType = typeof(SessionCookies);
            });
        if (options.Provider is { } provider) ProviderSignIn.Add(authentication, provider);
        services.AddAuthorization(Policies.Add);
        return services;
    }

    /// <summary>Maps signing in and out, and guards what changes something against other sites.</summary>
    public static void MapAccounts(this WebApplication app)
    {
        Origins.Use(app);
        SignInPages.Map(app);
        if (app.Services.GetRequiredService<AccountOptions>().Provider is not null) ProviderSignIn.Map(app);
    }

    /// <summary>The path of the one-time link for the first administrator; null when there is one who can sign in.</summary>
    public static async Task<string?> FirstAdministratorLink(this WebApplication app, CancellationToken cancellation) =>
        await app.Services.GetRequiredService<People>().FirstAdministrator(cancellation) is { } token ? PasswordPages.Link(token) : null;
}
