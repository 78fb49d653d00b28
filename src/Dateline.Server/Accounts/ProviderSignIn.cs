using System.Security.Claims;
using Dateline.Accounts;
using Dateline.Postgres.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace Dateline.Server.Accounts;

/// <summary>
/// Sign-in through an OpenID Connect provider: code flow with PKCE (RFC 7636) by ASP.NET Core's OAuth handler. Who somebody is, is the issuer
/// and the subject of the ID token that comes straight from the token endpoint; a name alone never links anybody to an account.
/// </summary>
internal static class ProviderSignIn
{
    internal const string SchemeName = "provider";
    internal const string Callback = "/sign-in/provider/callback";
    private const string InvitationItem = "invitation";
    private const string NonceItem = "nonce";

    internal static void Add(AuthenticationBuilder authentication, ProviderOptions provider)
    {
        authentication.Services.AddSingleton(new Discovery(provider));
        authentication.AddOAuth<OAuthOptions, ProviderHandler>(SchemeName, o =>
        {
            (o.ClientId, o.ClientSecret, o.CallbackPath, o.UsePkce, o.SaveTokens) = (provider.ClientId, provider.ClientSecret.Length > 0 ? provider.ClientSecret : ProviderHandler.NoSecret, Callback, true, false);
            (o.SignInScheme, o.RemoteAuthenticationTimeout, o.BackchannelTimeout) = (SessionCookies.SchemeName, TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(15));
            (o.CorrelationCookie.SameSite, o.CorrelationCookie.HttpOnly, o.CorrelationCookie.SecurePolicy) = (SameSiteMode.Lax, true, CookieSecurePolicy.SameAsRequest);
            (o.AuthorizationEndpoint, o.TokenEndpoint) = (provider.Authority.ToString(), provider.Authority.ToString());
            o.Scope.Add("openid");
            o.Scope.Add("profile");
            o.Events = new()
            {
                OnRedirectToAuthorizationEndpoint = c =>
                {
                    // A page that leads on, and no redirect: browsers hold those that follow a form to form-action, wherever they lead.
                    var to = PlainPage.Text(Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(c.RedirectUri, "nonce", c.Properties.Items[NonceItem]!));
                    return PlainPage.Of("Sign in", $"<meta http-equiv=\"refresh\" content=\"0; url={to}\"><p><a href=\"{to}\">Go on to {PlainPage.Text(provider.Name)}</a></p>").ExecuteAsync(c.HttpContext);
                },
                OnCreatingTicket = c => Recognize(c, provider),
                OnTicketReceived = Enter,
                OnRemoteFailure = c =>
                {
                    c.HandleResponse();
                    var why = c.Failure is Refused refused ? refused.Message : $"{provider.Name} did not vouch for you. Try again.";
                    return PlainPage.Of("Not signed in", PlainPage.Alert(why) + "<p><a href=\"/sign-in\">Sign in</a></p>", 403).ExecuteAsync(c.HttpContext);
                }
            };
        });
    }

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/sign-in/provider", async (HttpContext context) =>
    {
        if (await SignInForm.Fields(context) is not { } form) return PlainPage.Of("Sign in", PlainPage.Alert(SignInForm.OldForm), 400);
        var properties = new AuthenticationProperties { RedirectUri = SignInForm.Local(form["return"]), Items = { [NonceItem] = Secrets.New() } };
        if (form["token"] is [{ Length: > 0 and <= 100 } token]) properties.Items[InvitationItem] = token;
        try
        {
            await context.RequestServices.GetRequiredService<Discovery>().Find(context.RequestAborted);
        }
        catch (Refused e)
        {
            return PlainPage.Of("Not signed in", PlainPage.Alert(e.Message), 503);
        }
        return Results.Challenge(properties, [SchemeName]);
    }).AllowAnonymous().ExcludeFromDescription();

    /// <summary>Whom the provider vouches for, and the account that this is.</summary>
    private static async Task Recognize(OAuthCreatingTicketContext context, ProviderOptions provider)
    {
        var services = context.HttpContext.RequestServices;
        var discovery = services.GetRequiredService<Discovery>();
        var token = IdToken.Read(context.TokenResponse.Response?.RootElement, (await discovery.Find(context.HttpContext.RequestAborted)).Issuer, provider.ClientId, context.Properties.Items[NonceItem], services.GetRequiredService<TimeProvider>().GetUtcNow());
        var account = await AccountOf(token, context.Properties, provider, services, context.HttpContext.RequestAborted);
        context.Identity!.AddClaim(new Claim(Person.AccountClaim, account));
    }

    private static async Task<string> AccountOf(IdToken token, AuthenticationProperties properties, ProviderOptions provider, IServiceProvider services, CancellationToken cancellation)
    {
        var (credentials, people, newsroom) = (services.GetRequiredService<Credentials>(), services.GetRequiredService<People>(), services.GetRequiredService<INewsroom>());
        var known = await credentials.AccountOf(token.Issuer, token.Subject, cancellation);
        if (properties.Items.TryGetValue(InvitationItem, out var invitation) && invitation is not null)
        {
            // Before the invitation is used up: it stays good for whom it is meant for.
            if (known is not null && await people.Invited(invitation, cancellation) is { Account: { } whom } && whom.Id != known) throw AnotherAccount();
            var (invited, by) = await people.Accept(invitation, null, null, cancellation);
            await Link(invited, by, token, credentials, newsroom, cancellation);
            return invited.Id;
        }
        if (known is not null)
            return await people.Find(known, cancellation) is { IsOpen: true } ? known : throw new Refused("Your account is closed. Ask an administrator.");
        if (provider.NewPeople is not { } role) throw new Refused($"{provider.Name} knows you, but nobody has invited you here. Ask an administrator for a link.");
        var opening = new OpenAccount(token.Name ?? "", role, "system");
        if (await people.Find(opening.Account, cancellation) is not null)
            throw new Refused("Somebody of your name has an account already. If that is you, ask an administrator for a link, and follow it.");
        await people.Open(opening, new(Act.System.By, $"Vouched for by {token.Issuer}."), cancellation);
        await Link((await people.Find(opening.Account, cancellation))!, null, token, credentials, newsroom, cancellation);
        return opening.Account;
    }

    private static async Task Link(Account account, string? through, IdToken token, Credentials credentials, INewsroom newsroom, CancellationToken cancellation)
    {
        if (!await credentials.Link(token.Issuer, token.Subject, account.Id, cancellation)) throw AnotherAccount();
        await newsroom.Send(new SetCredential(account.Id, "provider", account.Name, through), new(account.Name), cancellation);
    }

    private static Refused AnotherAccount() => new("You have another account here already. Sign in with that one.");

    private static async Task Enter(TicketReceivedContext context)
    {
        context.HandleResponse();
        await SessionCookies.Begin(context.HttpContext, context.Principal!.FindFirstValue(Person.AccountClaim)!, "provider");
        context.Response.Redirect(SignInForm.Local(context.ReturnUri));
    }
}
