using Microsoft.AspNetCore.Antiforgery;

namespace Dateline.Server.Accounts;

/// <summary>
/// Keeps other sites from acting with the cookie of whoever is signed in: what changes something has to come from this site's own pages
/// (Fetch Metadata, and the Origin of RFC 6454), and API requests with a cookie carry the antiforgery token that <c>/api/v1/session</c> gives.
/// </summary>
internal static class Origins
{
    internal static void Use(WebApplication app) => app.Use(async (context, next) =>
    {
        if (await IsForged(context)) await Api.Problems.Forged().ExecuteAsync(context);
        else await next(context);
    });

    private static async Task<bool> IsForged(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) return false;
        if (context.User.IsKey()) return false;
        if (request.Headers["Sec-Fetch-Site"] is [{ } site] && site is not ("same-origin" or "none")) return true;
        if (request.Headers.Origin is { Count: > 0 } origin && origin != $"{request.Scheme}://{request.Host}") return true;
        if (context.User.Identity?.IsAuthenticated != true || !request.Path.StartsWithSegments("/api")) return false;
        return request.Headers["RequestVerificationToken"].Count == 0
            || !await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
    }
}
