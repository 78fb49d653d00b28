using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using static Dateline.Server.Accounts.PlainPage;

namespace Dateline.Server.Accounts;

/// <summary>Signing in and out, and first links: forms that work without script.</summary>
internal static class SignInPages
{
    internal const int LargestForm = 16 << 10;
    private const string Wrong = "Name and password do not belong together.";
    internal const string OldForm = "The form was too old, or came from another site. Try again.";

    internal static void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").AllowAnonymous().ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        pages.MapGet(StylePath, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=3600";
            return Results.Text(Style, "text/css");
        });
        pages.MapGet("/sign-in", (HttpContext context, string? @return) => Form(context, Local(@return), null));
        pages.MapPost("/sign-in", Enter);
        pages.MapPost("/sign-out", (Delegate)Leave);
        pages.MapGet("/welcome", (HttpContext context, string? token, People people, CancellationToken cancellation) => Welcome(context, token, null, people, cancellation));
        pages.MapPost("/welcome", Accept);
        pages.MapGet("/not-allowed", () => Of("Not allowed", "<p>Your role does not allow this. An administrator can change it.</p><p><a href=\"/\">Back to the board</a></p>", 403));
    }

    private static async Task<IResult> Enter(HttpContext context, People people, CancellationToken cancellation)
    {
        if (await Fields(context) is not { } form) return Form(context, "/", OldForm, 400);
        var (name, password, to) = (form["name"].ToString(), form["password"].ToString(), Local(form["return"]));
        var (account, wait) = await people.Try(name, password, context.Connection.RemoteIpAddress, cancellation);
        if (wait is { } pause)
        {
            context.Response.Headers.RetryAfter = $"{(int)Math.Ceiling(pause.TotalSeconds)}";
            return Form(context, to, $"Too many attempts. Wait {Math.Ceiling(pause.TotalMinutes)} minutes.", 429);
        }
        if (account is null) return Form(context, to, Wrong, 401);
        await SessionCookies.Begin(context, account.Id, "password");
        return Results.LocalRedirect(to);
    }

    private static async Task<IResult> Leave(HttpContext context)
    {
        if (await Fields(context) is null) return Of("Sign out", Alert(OldForm), 400);
        await SessionCookies.End(context);
        return Results.LocalRedirect("/sign-in");
    }

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
            var account = await people.Accept(token, form["name"].ToString(), form["password"].ToString(), cancellation);
            await SessionCookies.Begin(context, account.Id, "invitation");
            return Results.LocalRedirect("/");
        }
        catch (Refused e)
        {
            return await Welcome(context, token, e.Message, people, cancellation);
        }
    }

    private static IResult Form(HttpContext context, string to, string? wrong, int status = 200)
    {
        var provider = context.RequestServices.GetRequiredService<AccountOptions>().Provider is { } p
            ? $"""<form method="post" action="/sign-in/provider">{Token(context)}<input type="hidden" name="return" value="{Text(to)}"><button>Sign in with {Text(p.Name)}</button></form>""" : "";
        return Of("Sign in",
            $"""
            {Alert(wrong)}
            <form method="post" action="/sign-in">
            {Token(context)}<input type="hidden" name="return" value="{Text(to)}">
            <label for="name">Name</label><input id="name" name="name" required maxlength="100" autocomplete="username" autofocus>
            <label for="password">Password</label><input id="password" name="password" type="password" required maxlength="200" autocomplete="current-password">
            <button>Sign in</button>
            </form>
            {provider}
            """, status);
    }

    /// <summary>The field for a password to be.</summary>
    internal const string NewPassword =
        """<label for="password">A password of at least 12 characters</label><input id="password" name="password" type="password" required minlength="12" maxlength="200" autocomplete="new-password">""";

    /// <summary>The hidden field that a form of this site carries.</summary>
    internal static string Token(HttpContext context)
    {
        var tokens = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        return $"""<input type="hidden" name="{tokens.FormFieldName}" value="{Text(tokens.RequestToken)}">""";
    }

    /// <summary>The fields of a form whose antiforgery token is good; else null.</summary>
    internal static async Task<IFormCollection?> Fields(HttpContext context)
    {
        if (!context.Request.HasFormContentType) return null;
        try
        {
            return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)
                ? await context.Request.ReadFormAsync(context.RequestAborted) : null;
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or AntiforgeryValidationException)
        {
            return null;
        }
    }

    /// <summary>A path on this site, never another one: browsers read "//x" and "/\x" as addresses of x.</summary>
    internal static string Local(string? path) =>
        path is ['/', ..] && path.Length <= 2000 && path is not ['/', '/' or '\\', ..] && !path.Any(char.IsControl) ? path : "/";
}
