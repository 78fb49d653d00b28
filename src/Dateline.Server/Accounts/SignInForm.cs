using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using static Dateline.Server.Accounts.PlainPage;

namespace Dateline.Server.Accounts;

/// <summary>What the forms of signing in have in common.</summary>
internal static class SignInForm
{
    internal const int LargestForm = 16 << 10;
    internal const string OldForm = "The form was too old, or came from another site. Try again.";

    internal const string NewPassword =
        """<label for="password">A password of at least 12 characters</label><input id="password" name="password" type="password" required minlength="12" maxlength="200" autocomplete="new-password">""";

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

    /// <summary>
    /// A path on this site, never another one: browsers read "//x" and "/\x" as addresses of x. What a header cannot carry is percent-encoded (RFC 3986, 2.5).
    /// </summary>
    internal static string Local(string? path) =>
        path is ['/', ..] && path.Length <= 2000 && path is not ['/', '/' or '\\', ..] && !path.Any(char.IsControl)
            ? Ascii.IsValid(path) ? path : string.Concat(path.EnumerateRunes().Select(static r => r.IsAscii ? r.ToString() : Uri.EscapeDataString(r.ToString()))) : "/";
}
