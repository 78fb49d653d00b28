using System.Text;
using System.Text.Encodings.Web;

namespace Dateline.Server.Accounts;

/// <summary>Small pages without script: signing in, and what a problem means. Everything that is not markup of this file is encoded.</summary>
internal static class PlainPage
{
    internal const string StylePath = "/plain.css";

    internal const string Style =
        """
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; background: Canvas; color: CanvasText; }
        body { max-width: 34rem; margin: 3rem auto; padding: 0 1rem; }
        label { display: block; margin-top: 1rem; font-weight: 600; }
        input { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem; border: 1px solid GrayText; border-radius: .25rem; }
        button { font: inherit; margin-top: 1.25rem; padding: .5rem 1.25rem; border: 1px solid currentColor; border-radius: .25rem; }
        :focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
        [role=alert] { border-left: .25rem solid #b00020; padding: .25rem .75rem; }
        code { overflow-wrap: anywhere; }
        """;

    /// <summary>A page of that title; <paramref name="body"/> is markup.</summary>
    internal static IResult Of(string title, string body, int status = StatusCodes.Status200OK) => new Page(
        $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Text(title)} · Dateline</title>
        <link rel="stylesheet" href="{StylePath}">
        </head>
        <body>
        <main>
        <h1>{Text(title)}</h1>
        {body}
        </main>
        </body>
        </html>

        """, status);

    /// <summary>Text as markup that shows it.</summary>
    internal static string Text(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    /// <summary>What went wrong, read out by screen readers; nothing for nothing.</summary>
    internal static string Alert(string? text) => text is null ? "" : $"<p role=\"alert\">{Text(text)}</p>";

    private sealed class Page(string html, int status) : IResult
    {
        public async Task ExecuteAsync(HttpContext context)
        {
            var response = context.Response;
            (response.StatusCode, response.ContentType) = (status, "text/html; charset=utf-8");
            response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
            response.Headers.XContentTypeOptions = "nosniff";
            response.Headers["Referrer-Policy"] = "no-referrer";
            response.Headers.CacheControl = "no-store";
            await response.WriteAsync(html, Encoding.UTF8, context.RequestAborted);
        }
    }
}
