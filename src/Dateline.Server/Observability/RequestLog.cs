using System.Diagnostics;
using System.Security.Claims;
using Dateline.Server.Accounts;
using Dateline.Server.Api;
using Microsoft.AspNetCore.Http.Features;

namespace Dateline.Server.Observability;

/// <summary>One line of log for each request of the API and the pages, and its span's name: the pattern of its address, never the address or anything that was sent.</summary>
internal static class RequestLog
{
    internal static void Use(WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Dateline.Requests");
        app.UseWhen(static c => !c.Request.Path.StartsWithSegments("/assets") && !c.Request.Path.StartsWithSegments("/health"), branch => branch.Use(async (context, next) =>
        {
            var begun = Stopwatch.GetTimestamp();
            try
            {
                await next(context);
            }
            finally
            {
                var route = context.Route();
                Meters.Answered(route, context.Response.StatusCode);
                Name(context.Features.Get<IHttpActivityFeature>()?.Activity, context, route);
                Log.Answered(
                    logger, context.Request.Method, route, context.Response.StatusCode, (long)Stopwatch.GetElapsedTime(begun).TotalMilliseconds, context.Correlation(),
                    context.User.FindFirstValue(Person.AccountClaim));
            }
        }));
    }

    /// <summary>Names the span of a request as OpenTelemetry's conventions for HTTP spans do.</summary>
    private static void Name(Activity? span, HttpContext context, string route)
    {
        if (span is not { IsAllDataRequested: true }) return;
        span.DisplayName = $"{context.Request.Method} {route}".TrimEnd();
        span.SetTag("http.request.method", context.Request.Method).SetTag("http.route", route).SetTag("http.response.status_code", context.Response.StatusCode);
        if (context.Response.StatusCode >= 500) span.SetStatus(ActivityStatusCode.Error);
    }
}
