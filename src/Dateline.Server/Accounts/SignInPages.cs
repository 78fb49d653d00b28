using Microsoft.AspNetCore.Mvc;
using static Dateline.Server.Accounts.PlainPage;
using static Dateline.Server.Accounts.SignInForm;

namespace Dateline.Server.Accounts;

/// <summary>Signing in and out: forms that work without script.</summary>
internal static class SignInPages
{
    private const string Wrong = "Name and password do not belong together.";

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
        pages.MapGet("/not-allowed", () => Of("Not allowed", "<p>Your role does not allow this. An administrator can change it.</p><p><a href=\"/\">Back to the board</a></p>", 403));
        PasswordPages.Map(app, pages);
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
}
