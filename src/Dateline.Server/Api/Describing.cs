using Microsoft.AspNetCore.Mvc;

namespace Dateline.Server.Api;

/// <summary>Says in the OpenAPI document what an endpoint answers.</summary>
internal static class Describing
{
    private const int LargestBody = 256 << 10;
    private static readonly int[] always = [400, 401, 403, 429, 500, 503];

    /// <summary>A 200 with a value, the problems that any request can meet, and more of them.</summary>
    internal static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, params int[] problems) => endpoint.Produces<T>().Fails(problems);

    /// <summary>The problems that any request can meet, and more of them.</summary>
    internal static RouteHandlerBuilder Fails(this RouteHandlerBuilder endpoint, params int[] problems)
    {
        foreach (var status in always.Concat(problems).Distinct()) endpoint.ProducesProblem(status);
        return endpoint;
    }

    /// <summary>An answer with an ETag that can be asked for again with If-None-Match.</summary>
    internal static RouteHandlerBuilder WithTag(this RouteHandlerBuilder endpoint) => endpoint.Produces(StatusCodes.Status304NotModified).WithMetadata(new Tagged());

    /// <summary>An act on something that has a version: it takes If-Match and an Idempotency-Key.</summary>
    internal static RouteHandlerBuilder Acts(this RouteHandlerBuilder endpoint) =>
        endpoint.Answers<ActAnswer>(404, 408, 409, 412, 413, 415, 422, 428).WithMetadata(new NeedsVersion()).Repeatable();

    /// <summary>A request with a small JSON body that can be repeated with an Idempotency-Key.</summary>
    internal static RouteHandlerBuilder Repeatable(this RouteHandlerBuilder endpoint) =>
        endpoint.Fails(408, 409, 413, 415, 422).WithMetadata(new TakesIdempotencyKey(), new RequestSizeLimitAttribute(LargestBody));

    /// <summary>A stream that goes on after an event (WHATWG HTML, 9.2.4).</summary>
    internal static RouteHandlerBuilder Resumes(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new TakesLastEventId());

    internal sealed record TakesLastEventId;

    /// <summary>An answer that tells how far the log was read, though it takes no moment.</summary>
    internal static RouteHandlerBuilder WithPosition(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new Positioned());

    internal sealed record Tagged;

    internal sealed record Positioned;

    internal sealed record NeedsVersion;

    internal sealed record TakesIdempotencyKey;
}
