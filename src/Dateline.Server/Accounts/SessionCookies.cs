using System.Security.Claims;
using Dateline.Postgres.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Dateline.Server.Accounts;

/// <summary>
/// The cookie carries a token; who that is, is looked up each time: in the sessions, and for the role in the log. Whoever ends a session or
/// changes a role is obeyed by the next request.
/// </summary>
internal sealed class SessionCookies(Sessions sessions, People people, AccountOptions options, TimeProvider time) : CookieAuthenticationEvents
{
    internal const string SchemeName = "session";
    private const string TokenClaim = "token";
    private static readonly TimeSpan noticed = TimeSpan.FromMinutes(5);

    /// <summary>Begins a session for an account and hands out its cookie.</summary>
    internal static async Task Begin(HttpContext context, string account, string way)
    {
        var services = context.RequestServices;
        var (options, time) = (services.GetRequiredService<AccountOptions>(), services.GetRequiredService<TimeProvider>());
        var (token, now) = (Secrets.New(), time.GetUtcNow());
        var agent = Reading.TextHygiene.LineOrNull(context.Request.Headers.UserAgent, 200);
        await services.GetRequiredService<Sessions>().Begin(
            Secrets.Sha256(token), new(Secrets.NewId(), account, way, agent, now, now, now + options.Longest), context.RequestAborted);
        await context.SignInAsync(SchemeName, new(new ClaimsIdentity([new(TokenClaim, token)], SchemeName)));
    }

    /// <summary>Ends the session of the request and takes its cookie back.</summary>
    internal static async Task End(HttpContext context)
    {
        if (context.User.FindFirstValue(Person.SessionClaim) is { } id)
            await context.RequestServices.GetRequiredService<Sessions>().End(context.User.AccountId(), id, context.RequestAborted);
        await context.SignOutAsync(SchemeName);
    }

    /// <summary>Leads to signing in, and from there back to a page: an address that takes forms alone would be none.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
            context.RedirectUri = context.Options.LoginPath + QueryString.Create(context.Options.ReturnUrlParameter, WayBack.Of(context.Request));
        return base.RedirectToLogin(context);
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var (now, cancellation) = (time.GetUtcNow(), context.HttpContext.RequestAborted);
        var token = context.Principal?.FindFirstValue(TokenClaim);
        var session = token is null ? null : await sessions.Find(Secrets.Sha256(token), now, options.Idle, cancellation);
        var account = session is null ? null : await people.Find(session.Account, cancellation);
        if (session is null || account is not { IsOpen: true })
        {
            context.RejectPrincipal();
            return;
        }
        if (now - session.SeenAt > noticed) await sessions.Seen(session.Id, now, cancellation);
        context.ReplacePrincipal(Person.Of(account, SchemeName, [new Claim(Person.SessionClaim, session.Id)]));
    }
}
