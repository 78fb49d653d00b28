using System.Security.Claims;
using Dateline.Server.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dateline.Server.Api;

/// <summary>A kind of problem (RFC 9457): its <c>type</c> is the address of the page that explains it.</summary>
/// <param name="Name">The last part of its address.</param>
/// <param name="Status">Its status.</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="Meaning">What it means and what to do.</param>
internal sealed record ProblemKind(string Name, int Status, string Title, string Meaning)
{
    internal string Type => "/problems/" + Name;
}

/// <summary>Every problem that the API answers with.</summary>
internal static class Problems
{
    internal static readonly ProblemKind Invalid = new("invalid", 400, "The request cannot be read",
        "A field, parameter or header is missing, unknown, of the wrong type or out of bounds. The detail says which. Correct it and send the request again; /openapi/v1.json says what is taken.");
    internal static readonly ProblemKind UnknownParameter = new("unknown-parameter", 400, "There is no such parameter",
        "The address has a parameter after its question mark that is not taken there, perhaps misspelt. The member \"allowed\" names those that are. Nothing was done.");
    internal static readonly ProblemKind SignInRequired = new("sign-in-required", 401, "Nobody is signed in",
        "Send an API key as \"Authorization: Bearer dl_…\", or sign in with a browser. A key that was revoked or has expired, and a session that has ended, count as nothing.");
    internal static readonly ProblemKind Forbidden = new("not-allowed", 403, "This is not allowed to you",
        "Your role, or the scopes of the key, do not include it. An administrator can change a role; a key's scopes are fixed when it is issued.");
    internal static readonly ProblemKind ForgedRequest = new("forged", 403, "The request may come from another site",
        "What changes something has to come from this site's own pages. With a cookie, send the token that /api/v1/session gives in the header RequestVerificationToken; programs use an API key instead.");
    internal static readonly ProblemKind NotFoundKind = new("not-found", 404, "There is no such thing",
        "The id is unknown, or the thing did not exist at the moment that was asked for.");
    internal static readonly ProblemKind Method = new("method-not-allowed", 405, "This cannot be done here",
        "The address exists, but not for this method. The header Allow lists those that it takes.");
    internal static readonly ProblemKind BrokenOff = new("broken-off", 400, "The request breaks off",
        "Its body ended before its end, or is not packed as its headers say. Of a batch, everything before the place that is named is recorded and has its result; nothing after it is. Send the rest again.");
    internal static readonly ProblemKind TooSlow = new("too-slow", 408, "The request came too slowly",
        "Its body did not arrive in time. Of a batch, everything before the place that is named is recorded. Send the rest again over a better connection, or in smaller parts.");
    internal static readonly ProblemKind UnderWay = new("under-way", 409, "The same request is under way",
        "A request with this Idempotency-Key is being worked on. Wait for its answer, or ask again in a few seconds.");
    internal static readonly ProblemKind Collision = new("conflict", 409, "Somebody else was quicker",
        "It changed while the request was being decided. Look at it again, then repeat what you want to do.");
    internal static readonly ProblemKind Changed = new("changed", 412, "It has changed since you looked",
        "The version in If-Match is not the one it has now. Look at it again; if you still want to do it, repeat the request with the new ETag.");
    internal static readonly ProblemKind TooLarge = new("too-large", 413, "The request is too large",
        "The body is larger than what is taken here. Of a batch, everything before the place that is named is recorded. Send less at once.");
    internal static readonly ProblemKind MediaType = new("media-type", 415, "This media type is not taken",
        "Send the Content-Type that /openapi/v1.json names for the address.");
    internal static readonly ProblemKind RefusedByRule = new("refused", 422, "The rules do not allow it",
        "The request was understood, and a rule of the newsroom is against it. The detail says which, and what to do instead.");
    internal static readonly ProblemKind KeyReused = new("key-reused", 422, "The Idempotency-Key belongs to another request",
        "It was sent with another request before. Use a new key for a new request.");
    internal static readonly ProblemKind Precondition = new("precondition-required", 428, "Say which version you saw",
        "Send If-Match with the ETag that you got when you looked, so that nobody's work is overwritten unseen; \"If-Match: *\" says that any version will do.");
    internal static readonly ProblemKind TooManyAttempts = new("too-many-attempts", 429, "Too many attempts",
        "Too many keys or passwords were wrong. Wait for as long as Retry-After says.");
    internal static readonly ProblemKind Fault = new("fault", 500, "This should not have happened",
        "It is a fault of Dateline's. What was acknowledged is recorded. The request's id, in the header Dateline-Request, finds it in the server's log.");
    internal static readonly ProblemKind DatabaseAway = new("database-away", 503, "The database does not answer",
        "Nothing was half written. Try again in a little while.");

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        Invalid, UnknownParameter, SignInRequired, Forbidden, ForgedRequest, NotFoundKind, Method, BrokenOff, TooSlow, UnderWay, Collision, Changed, TooLarge, MediaType, RefusedByRule,
        KeyReused, Precondition, TooManyAttempts, Fault, DatabaseAway
    ];

    /// <summary>The kind that a bare status stands for.</summary>
    internal static ProblemKind OfStatus(int status) => All.FirstOrDefault(p => p.Status == status) ?? (status >= 500 ? Fault : Invalid);

    /// <summary>A problem as an answer; the detail is a sentence about this one.</summary>
    internal static ProblemHttpResult Of(ProblemKind kind, string? detail = null, params (string Name, object? Value)[] more) => TypedResults.Problem(
        detail ?? kind.Meaning, statusCode: kind.Status, title: kind.Title, type: kind.Type, extensions: more.Select(m => KeyValuePair.Create(m.Name, m.Value)));

    internal static ProblemHttpResult SignIn() => Of(SignInRequired);

    internal static ProblemHttpResult Forged() => Of(ForgedRequest);

    internal static ProblemHttpResult NotFound(string detail) => Of(NotFoundKind, detail);

    internal static ProblemHttpResult NotAllowed(Needs? needs, ClaimsPrincipal user) => Of(Forbidden, needs switch
    {
        null => null,
        { Scope: null } => "This is out of reach of any key. Sign in with a browser.",
        { Least: var least } when user.Role() < least => $"It takes the role {Words.Of(least)}; yours is {Words.Of(user.Role()!.Value)}.",
        { Scope: var scope } => $"The key has no scope {scope}."
    });

    internal static IResult TooMany(TimeSpan wait) => new Waiting(wait);

    private sealed class Waiting(TimeSpan wait) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.Headers.RetryAfter = $"{(int)Math.Ceiling(wait.TotalSeconds)}";
            return Of(TooManyAttempts).ExecuteAsync(context);
        }
    }
}

/// <summary>A request that cannot be read. The message says what, where and what to do, and repeats nothing of what was sent.</summary>
internal sealed class BadRequest(string message) : Exception(message);


/// <summary>Whoever acts has to say which version they saw.</summary>
internal sealed class VersionNeeded() : Exception("If-Match is missing.");
