using Microsoft.AspNetCore.Mvc;
using static Dateline.Server.Accounts.PlainPage;
using static Dateline.Server.Accounts.SignInForm;

namespace Dateline.Server.Accounts;

/// <summary>First links and new passwords.</summary>
internal static class PasswordPages
{
    internal static void Map(IEndpointRouteBuilder app, IEndpointRouteBuilder open)
    {
        open.MapGet("/welcome", (HttpContext context, string? token, People people, CancellationToken cancellation) => Welcome(context, token, null, people, cancellation));
        open.MapPost("/welcome", Accept);
        app.MapGet("/password", (HttpContext context) => PasswordForm(context, null)).RequireAuthorization(Policies.Self).ExcludeFromDescription();
        app.MapPost("/password", ChangePassword).RequireAuthorization(Policies.Self).ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(LargestForm));
    }

    /// <summary>The path of a one-time link.</summary>
    internal static string Link(string token) => $"/welcome?token={token}";

    /// <summary>The whole address of a one-time link, for somebody else to open: the host is the one that the request was sent to.</summary>
    internal static string Link(HttpContext context, string token) => $"{context.Request.Scheme}://{context.Request.Host}{Link(token)}";

    private static async Task<IResult> Welcome(HttpContext context, string? token, string? wrong, People people, CancellationToken cancellation)
    {
        if (token is not { Length: <= 100 } || await people.Invited(token, cancellation) is not { } invited)
            return Of("This link is not good any more", "<p>It was used or has expired. Ask an administrator for another one; the first administrator starts the server again.</p>", 404);
        var name = invited.Account is null
            ? """<label for="name">Your name, under which everything you do is recorded</label><input id="name" name="name" required maxlength="100" autocomplete="name">"""
            : $"""<p>This link is for <strong>{Text(invited.Account.Name)}</strong>.</p><input type="hidden" name="username" value="{Text(invited.Account.Name)}" autocomplete="username">""";
        var provider = context.RequestServices.GetRequiredService<AccountOptions>().Provider is { } p && invited.Account is not null
            ? $"""<form method="post" action="/sign-in/provider">{Token(context)}<input type="hidden" name="token" value="{Text(token)}"><button>Sign in with {Text(p.Name)} instead</button></form>""" : "";
        return Of(invited.Account is null ? "The first administrator" : "Welcome",
            $"""
            {Alert(wrong)}
            <form method="post" action="/welcome">
            {Token(context)}<input type="hidden" name="token" value="{Text(token)}">
            {name}
            {NewPassword}
            <button>Set the password</button>
            </form>
            {provider}
            """, wrong is null ? 200 : 422);
    }

    private static async Task<IResult> Accept(HttpContext context, People people, CancellationToken cancellation)
    {
        if (await Fields(context) is not { } form) return Of("Welcome", Alert(OldForm), 400);
        var token = form["token"].ToString();
        try
        {
            var (account, _) = await people.Accept(token, form["name"].ToString(), form["password"].ToString(), cancellation);
            await SessionCookies.Begin(context, account.Id, "invitation");
            return Results.LocalRedirect("/");
        }
        catch (Refused e)
        {
            return await Welcome(context, token, e.Message, people, cancellation);
        }
    }

    private static IResult PasswordForm(HttpContext context, string? wrong, int status = 200) => Of("A new password",
        $"""
        {Alert(wrong)}
        <form method="post" action="/password">
        {Token(context)}<input type="hidden" name="username" value="{Text(context.User.PersonName())}" autocomplete="username">
        <label for="old">The password until now</label><input id="old" name="old" type="password" required maxlength="200" autocomplete="current-password">
        {NewPassword}
        <button>Change it, and end all sessions</button>
        </form>
        """, status);

    private static async Task<IResult> ChangePassword(HttpContext context, People people, CancellationToken cancellation)
    {
        if (await Fields(context) is not { } form) return PasswordForm(context, OldForm, 400);
        var (account, wait) = await people.Try(context.User.PersonName(), form["old"].ToString(), context.Connection.RemoteIpAddress, cancellation);
        if (wait is not null) return PasswordForm(context, "Too many attempts. Try again later.", 429);
        if (account is null) return PasswordForm(context, "This is not the password until now.", 401);
        if (form["password"] == form["old"]) return PasswordForm(context, "This is the password until now. A new one is another one.", 422);
        try
        {
            await people.SetPassword(account, form["password"].ToString(), cancellation);
        }
        catch (Refused e)
        {
            return PasswordForm(context, e.Message, 422);
        }
        await SessionCookies.Begin(context, account.Id, "password");
        return Results.LocalRedirect("/");
    }
}
