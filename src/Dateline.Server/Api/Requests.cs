using Dateline.Server.Accounts;
using Dateline.Server.Hosting;
using Microsoft.Net.Http.Headers;

namespace Dateline.Server.Api;

/// <summary>What requests of the API have in common.</summary>
internal static class Requests
{
    private const string CorrelationItem = "dateline.correlation";
    private const string AgainItem = "dateline.again";

    /// <summary>The request's id: the correlation of everything that it records.</summary>
    internal static string Correlation(this HttpContext context) =>
        (string)(context.Items.TryGetValue(CorrelationItem, out var known) ? known! : context.Items[CorrelationItem] = Guid.NewGuid().ToString("N"));

    /// <summary>Gives the request the id that every repeat of it has; where it is begun again, what it recorded the first time is looked for.</summary>
    /// <param name="context">The request.</param>
    /// <param name="correlation">The id.</param>
    /// <param name="again">When it can have been begun first; null where nobody has begun it before.</param>
    internal static void Repeats(this HttpContext context, string correlation, DateTimeOffset? again)
    {
        context.Response.Headers["Dateline-Request"] = correlation;
        (context.Items[CorrelationItem], context.Items[AgainItem]) = (correlation, again);
    }

    /// <summary>Where the request's command is sent: of one that is begun again, nowhere if it was recorded before.</summary>
    internal static INewsroom Newsroom(this HttpContext context, Commands.Workspace workspace) =>
        context.Items[AgainItem] is DateTimeOffset since ? new Once(workspace.Newsroom, since) : workspace.Newsroom;

    /// <summary>The pattern of the request's address, without ids; empty where there is none.</summary>
    internal static string Route(this HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.TrimEnd('/') ?? "";

    /// <summary>Who acts, why, and on which version: always whoever signed in.</summary>
    internal static Act Act(this HttpContext context, string? reason = null, long? expected = null) =>
        new(context.User.PersonName(), reason, context.Correlation(), ExpectedVersion: expected);

    /// <summary>The version that the client saw, from If-Match (RFC 9110, 13.1.1); null for <c>*</c>.</summary>
    /// <exception cref="VersionNeeded">There is no If-Match.</exception>
    /// <exception cref="BadRequest">It is no ETag of Dateline's.</exception>
    internal static long? ExpectedVersion(this HttpContext context)
    {
        if (string.IsNullOrWhiteSpace(context.Request.Headers.IfMatch)) throw new VersionNeeded();
        if (EntityTagHeaderValue.TryParseList(context.Request.Headers.IfMatch, out var tags) && tags is [var tag])
        {
            if (tag.Equals(EntityTagHeaderValue.Any)) return null;
            if (!tag.IsWeak && Tags.Version(tag) is { } version) return version;
        }
        throw new BadRequest("If-Match is not one ETag that this API gave. Send the one that you got, or \"*\".");
    }

    /// <summary>A page's size.</summary>
    /// <exception cref="BadRequest">It is out of bounds.</exception>
    internal static int Limit(int? limit, int most = 200) => limit switch
    {
        null => Math.Min(50, most),
        var l when l >= 1 && l <= most => l.Value,
        _ => throw new BadRequest($"limit is a whole number from 1 to {most}.")
    };

    /// <summary>An id as it can be: bounded, and without what no id has.</summary>
    /// <exception cref="Missing">It can be nobody's.</exception>
    internal static string Known(this string id, string what) => id.Length <= 200 && !id.Any(c => char.IsControl(c) || c is '/' or '\\')
        ? id : throw new Missing($"There is no {what} of that id.");
}

/// <summary>Log lines of the API. They hold no text of documents and no secrets.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Request {Correlation} failed: {Fault} in {Type}.{Method}")]
    internal static partial void Failed(ILogger logger, string correlation, string fault, string? type, string? method);

    [LoggerMessage(2, LogLevel.Information, "{Method} {Route} {Status} in {Milliseconds} ms, request {Correlation}, by {Account}")]
    internal static partial void Answered(ILogger logger, string method, string route, int status, long milliseconds, string correlation, string? account);
}
