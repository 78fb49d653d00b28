using System.Net.Sockets;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Npgsql;

namespace Dateline.Server.Site;

/// <summary>Turns what went wrong into a page that says it in words. Paths of programs (<c>/api</c>, <c>/health</c>) are left to their own answers.</summary>
internal static class ErrorPages
{
    internal static void UseErrorPages(this IApplicationBuilder web) => web.UseWhen(
        http => !IsPrograms(http.Request.Path), pages => pages.Use(Handle));

    /// <summary>Whether an address is one for programs, which read no page.</summary>
    internal static bool IsPrograms(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/health") || path.StartsWithSegments("/openapi");

    private static async Task Handle(HttpContext http, RequestDelegate next)
    {
        try
        {
            if (NoText.IsIn(http.Request)) throw new UsageFault(NoText.Said);
            await next(http);
            var answer = http.Response;
            if (answer is { HasStarted: false, StatusCode: >= 400, ContentType: null }) await Show(http, answer.StatusCode, Of(answer.StatusCode));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The browser has gone; there is nobody to answer.
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            var (status, said) = Of(e);
            if (status == 500)
                http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Dateline.Pages").LogError(e, "A page failed ({Trace}).", http.TraceIdentifier);
            await Show(http, status, said);
        }
    }

    private static async Task Show(HttpContext http, int status, string said)
    {
        http.Response.Clear();
        http.Response.Headers.CacheControl = "no-store";
        await PagesSetup.Page<ErrorPage>(new { Status = status, Said = said, Trace = http.TraceIdentifier }, status).ExecuteAsync(http);
    }

    private static (int Status, string Said) Of(Exception e) => e switch
    {
        Missing => (404, e.Message),
        Forbidden => (403, e.Message),
        Refused => (422, e.Message),
        Conflict => (409, e.Message),
        UsageFault => (400, e.Message),
        AntiforgeryValidationException { InnerException: BadHttpRequestException { StatusCode: 413 } or InvalidDataException } => (413, Of(413)),
        AntiforgeryValidationException => (400, "This form was opened too long ago, or it did not come from Dateline. Go back, load the page again and send it once more."),
        BadHttpRequestException bad => (bad.StatusCode, Of(bad.StatusCode)),
        InvalidDataException => (400, Of(400)),
        // Class 22: the database cannot take a value, such as a character that no text of its has.
        PostgresException { SqlState: ['2', '2', ..] } => (400, Of(400)),
        NpgsqlException or SocketException or TimeoutException => (503, "The database does not answer just now. Nothing was half done. Wait a moment, then load the page again."),
        _ => (500, Of(500))
    };

    private static string Of(int status) => status switch
    {
        401 => "Sign in first.",
        404 => "There is nothing at this address.",
        405 => "This address cannot be used in that way.",
        413 => "What was sent is too large. Shorten the text, or choose fewer at once, and send it again.",
        429 => "Too many requests came from you. Wait a minute, then try again.",
        500 => "This should not have happened. It was noted; nothing was half done.",
        _ => "The request could not be understood. Go back and try again."
    };
}
