using Microsoft.AspNetCore.Mvc;
using static Dateline.Server.Accounts.PlainPage;
using static Dateline.Server.Accounts.SignInPages;

namespace Dateline.Server.Accounts;

/// <summary>A new password for whoever is signed in.</summary>
internal static class PasswordPages
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/password", (HttpContext context) => PasswordForm(context, null)).RequireAuthorization(Policies.Self).ExcludeFromDescription();
        app.MapPost("/password", ChangePassword).RequireAuthorization(Policies.Self).ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(LargestForm));
    }

    private static IResult PasswordForm(HttpContext context, string? wrong, int status = 200) => Of("A new password",
        $"""
        {Alert(wrong)}
        <form method="post" action="/password">
        {Token(context)}
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
