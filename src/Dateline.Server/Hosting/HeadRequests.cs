namespace Dateline.Server.Hosting;

/// <summary>Whatever answers GET answers HEAD: the same, without its body (RFC 9110, 9.3.2). Streams without an end are left out.</summary>
internal static class HeadRequests
{
    internal static void UseHead(this IApplicationBuilder web) => web.Use(async (http, next) =>
    {
        if (!HttpMethods.IsHead(http.Request.Method) || http.Request.Path.StartsWithSegments("/api/v1/live"))
        {
            await next(http);
            return;
        }
        // The server knows by itself that no body is to be sent.
        http.Request.Method = HttpMethods.Get;
        try
        {
            await next(http);
        }
        finally
        {
            http.Request.Method = HttpMethods.Head;
        }
    });
}
