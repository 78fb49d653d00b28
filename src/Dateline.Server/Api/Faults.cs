using System.Text.Json;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Dateline.Server.Api;

/// <summary>Turns what goes wrong in a request of the API into a problem; nothing of a stack or of the database's words gets out.</summary>
internal static class Faults
{
    internal static void Use(WebApplication app) => app.UseWhen(static c => c.Request.Path.StartsWithSegments("/api"), branch => branch.Use(async (context, next) =>
    {
        context.Response.Headers["Dateline-Request"] = context.Correlation();
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        context.Response.Headers.CacheControl = "private, no-cache";
        try
        {
            if (NoText.IsIn(context.Request)) throw new BadRequest(NoText.Said);
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            if (context.RequestAborted.IsCancellationRequested && e is OperationCanceledException or IOException) return;
            if (Answer(e) is not { } problem)
            {
                Log.Failed(context.RequestServices.GetRequiredService<ILogger<ProblemKind>>(), context.Correlation(), e.GetType().Name, e.TargetSite?.DeclaringType?.Name, e.TargetSite?.Name);
                problem = Problems.Of(Problems.Fault);
            }
            await problem.ExecuteAsync(context);
            return;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or NpgsqlException)
        {
            // The answer has begun: all that is left is to break it off, so that nobody takes it for whole.
            context.Abort();
            return;
        }
        if (!context.Response.HasStarted && context.Response.StatusCode >= 400 && context.Response.ContentLength is null && context.Response.ContentType is null)
            await (context.GetEndpoint() is null ? Problems.NotFound("There is nothing at this address. /openapi/v1.json lists all there is.")
                : Problems.Of(Problems.OfStatus(context.Response.StatusCode))).ExecuteAsync(context);
    }));

    private static ProblemHttpResult? Answer(Exception e) => e switch
    {
        Refused => Problems.Of(Problems.RefusedByRule, e.Message),
        Conflict c => Problems.Of(Problems.Collision, c.Message, ("version", c.Actual)),
        Missing => Problems.NotFound(e.Message),
        VersionNeeded => Problems.Of(Problems.Precondition),
        BadRequest or UsageFault => Problems.Of(Problems.Invalid, e.Message),
        BadHttpRequestException bad => OfBad(bad),
        JsonException json => Problems.Of(Problems.Invalid, Where(json)),
        InvalidDataException => Problems.Of(Problems.Invalid, "The body is not what its Content-Type and Content-Encoding say, or breaks off."),
        // Class 22: the database cannot take a value, such as a character that no text of its has.
        PostgresException { SqlState: ['2', '2', ..] } => Problems.Of(Problems.Invalid, NoText.Said),
        NpgsqlException or TimeoutException or System.Net.Sockets.SocketException => Problems.Of(Problems.DatabaseAway),
        _ => null
    };

    private static ProblemHttpResult OfBad(BadHttpRequestException e) => e.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => Problems.Of(Problems.TooLarge),
        StatusCodes.Status408RequestTimeout => Problems.Of(Problems.TooSlow),
        StatusCodes.Status415UnsupportedMediaType => Problems.Of(Problems.MediaType),
        _ when e.InnerException is JsonException json => Problems.Of(Problems.Invalid, Where(json)),
        _ when e.Message.StartsWith("Failed to bind parameter", StringComparison.Ordinal) || e.Message.StartsWith("Required parameter", StringComparison.Ordinal) =>
            Problems.Of(Problems.Invalid, "A parameter is missing or of the wrong type: " + Parameter(e.Message)),
        _ => Problems.Of(Problems.Invalid, "The body is missing, breaks off in the middle, or is not what this takes.")
    };

    /// <summary>The name of the parameter in the framework's message: between its first two quotation marks, after the type.</summary>
    private static string Parameter(string message) => message.Split('"') is [_, var named, ..] ? named.Split(' ')[^1] : "see /openapi/v1.json";

    /// <summary>Where JSON is not what is taken; <paramref name="what"/> is the JSON, as the first words of a sentence.</summary>
    internal static string Where(JsonException e, string what = "The body") => e.Path is { Length: > 0 } path and not "$"
        ? $"{what} cannot be read at {Reading.TextHygiene.Line(path, 200)}: the field is unknown, twice there, or of the wrong type."
        : $"{what} is no JSON that this takes: it is malformed, nests too deep, or a field is missing.";
}
