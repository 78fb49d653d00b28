using System.Diagnostics;
using System.Security.Claims;
using Dateline.Server.Accounts;
using Dateline.Server.Api;

namespace Dateline.Server.Observability;

/// <summary>One line of log for each request of the API and the pages: the pattern of its address, never the address or anything that was sent.</summary>
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
                Log.Answered(
                    logger, context.Request.Method, route, context.Response.StatusCode, (long)Stopwatch.GetElapsedTime(begun).TotalMilliseconds, context.Correlation(),
                    context.User.FindFirstValue(Person.AccountClaim));
            }
        }));
    }
}
