using System.Security.Claims;
using Dateline.Accounts;
using Dateline.Postgres.Accounts;
using Dateline.Replay;
using Dateline.Server.Accounts;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;
using Microsoft.AspNetCore.Antiforgery;

namespace Dateline.Server.Api;

/// <summary>Who is signed in.</summary>
/// <param name="Name">The name under which acts are recorded.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Scopes">For a key: what it may do of that; null with a cookie.</param>
/// <param name="Session">With a cookie: the id of the session.</param>
/// <param name="Antiforgery">With a cookie: what goes into the header RequestVerificationToken of requests that change something.</param>
internal sealed record SelfAnswer(string Name, Role Role, IReadOnlyList<string>? Scopes, string? Session, string? Antiforgery);

/// <summary>A key to issue.</summary>
/// <param name="Label">What it is for.</param>
/// <param name="Scopes">What it may do, within the owner's role: read, ingest, judge, edit, administer.</param>
/// <param name="ExpiresAt">When it ends by itself; never when left out.</param>
internal sealed record KeyRequest(string Label, string[] Scopes, DateTimeOffset? ExpiresAt = null);

/// <summary>A key, whole: it is shown this once.</summary>
internal sealed record IssuedKey(string Id, string Key);

/// <summary>A key as its owner sees it later.</summary>
internal sealed record KeyAnswer(string Id, string Label, IReadOnlyList<string> Scopes, DateTimeOffset? ExpiresAt, bool Revoked);

/// <summary>What concerns oneself: the session, one's sessions, one's keys. Out of reach of keys, but for who one is.</summary>
internal static class SelfApi
{
    internal static void Map(RouteGroupBuilder api)
    {
        var self = api.MapGroup("").WithTags("Self");
        self.MapGet("/session", Who).WithName("whoAmI").WithSummary("Who is signed in").Answers<SelfAnswer>().RequireAuthorization(Policies.Read);
        self.MapGet("/me/looked", LastLook)
            .WithName("lastLooked").WithSummary("When one last looked, and how far the log went then").Answers<LastLook>(404).RequireAuthorization(Policies.Read);
        self.MapPost("/me/looked", Look)
            .WithName("look").WithSummary("Notes that one has looked: up to now, or up to a position that an answer showed").Answers<LastLook>(422).RequireAuthorization(Policies.Read);
        self.MapGet("/sessions", List)
            .WithName("listSessions").WithSummary("One's sessions").Answers<IReadOnlyList<Session>>().RequireAuthorization(Policies.Self);
        self.MapDelete("/sessions/{id}", End)
            .WithName("endSession").WithSummary("Ends one of one's sessions").Produces(204).Fails(404).RequireAuthorization(Policies.Self);
        self.MapGet("/keys", Keys)
            .WithName("listKeys").WithSummary("One's keys").Answers<IReadOnlyList<KeyAnswer>>().RequireAuthorization(Policies.Self);
        self.MapPost("/keys", Issue)
            .WithName("issueKey").WithSummary("Issues a key by which a program acts in one's name; it is shown this once")
            .Produces<IssuedKey>(201).Fails(408, 413, 415, 422).RequireAuthorization(Policies.Self);
        self.MapDelete("/keys/{key}", Revoke)
            .WithName("revokeKey").WithSummary("Revokes one of one's keys").Produces(204).Fails(404).RequireAuthorization(Policies.Self);
        self.MapGet("/keys/{key}/uses", Uses)
            .WithName("listKeyUses").WithSummary("Each use of one of one's keys, latest first")
            .Answers<Page<KeyUse>>(404).RequireAuthorization(Policies.Self);
        var theirs = api.MapGroup("/people/{id}/keys").WithTags("People");
        theirs.MapGet("", KeysOf)
            .WithName("listKeysOf").WithSummary("A person's keys").Answers<IReadOnlyList<KeyAnswer>>(404).RequireAuthorization(Policies.Administer);
        theirs.MapDelete("/{key}", RevokeOf)
            .WithName("revokeKeyOf").WithSummary("Revokes a person's key").Produces(204).Fails(404).RequireAuthorization(Policies.Administer);
        theirs.MapGet("/{key}/uses", UsesOf)
            .WithName("listKeyUsesOf").WithSummary("Each use of a person's key, latest first")
            .Answers<Page<KeyUse>>(404).RequireAuthorization(Policies.Administer);
    }

    private static SelfAnswer Who(HttpContext context, IAntiforgery antiforgery)
    {
        var user = context.User;
        return user.IsKey() ? new(user.PersonName(), user.Role()!.Value, [.. user.FindAll(Person.ScopeClaim).Select(c => c.Value)], null, null)
            : new(user.PersonName(), user.Role()!.Value, null, user.FindFirstValue(Person.SessionClaim), antiforgery.GetAndStoreTokens(context).RequestToken);
    }

    private static async Task<LastLook> LastLook(HttpContext context, Looked looked) =>
        await looked.Of(context.User.AccountId(), context.RequestAborted) ?? throw new Missing("You have never said that you looked.");

    private static async Task<LastLook> Look(long? position, HttpContext context, Workspace workspace, Looked looked)
    {
        var moment = await new Moment(position is null ? Workspace.Now : null, Position: position).Resolve(workspace.Newsroom, Workspace.Now, context.RequestAborted);
        return await looked.Note(context.User.AccountId(), new(moment.At, moment.Position), context.RequestAborted);
    }

    private static Task<IReadOnlyList<Session>> List(HttpContext context, Sessions sessions, AccountOptions options, TimeProvider time) =>
        sessions.Of(context.User.AccountId(), time.GetUtcNow(), options.Idle, context.RequestAborted);

    private static async Task<IResult> End(string id, HttpContext context, Sessions sessions) =>
        await sessions.End(context.User.AccountId(), id, context.RequestAborted) > 0 ? TypedResults.NoContent() : throw new Missing("You have no such session.");

    private static Task<IReadOnlyList<KeyAnswer>> Keys(HttpContext context, Workspace workspace) => KeysOf(context.User.AccountId(), workspace, context.RequestAborted);

    private static async Task<IReadOnlyList<KeyAnswer>> KeysOf(string id, Workspace workspace, CancellationToken cancellation) =>
        [.. (await Owner(id, workspace, cancellation)).Keys.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => new KeyAnswer(k.Key, k.Value.Label, k.Value.Scopes, k.Value.ExpiresAt, k.Value.Revoked))];

    private static async Task<IResult> Issue(KeyRequest body, HttpContext context, ProgramKeys keys, TimeProvider time, CancellationToken cancellation)
    {
        if (body.ExpiresAt <= time.GetUtcNow()) throw new BadRequest("expiresAt is past.");
        var (id, key) = await keys.Issue(context.User.AccountId(), body.Label, body.Scopes, body.ExpiresAt, context.Act(), cancellation);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"/api/v1/keys/{id}", new IssuedKey(id, key));
    }

    private static Task<IResult> Revoke(string key, HttpContext context, Workspace workspace, ProgramKeys keys) => RevokeOf(context.User.AccountId(), key, context, workspace, keys);

    private static async Task<IResult> RevokeOf(string id, string key, HttpContext context, Workspace workspace, ProgramKeys keys)
    {
        await Key(id, key, workspace, context.RequestAborted);
        await keys.Revoke(id, key, context.Act(), context.RequestAborted);
        return TypedResults.NoContent();
    }

    private static Task<Page<KeyUse>> Uses(string key, [AsParameters] PageQuery page, HttpContext context, Workspace workspace, ApiKeys keys) =>
        UsesOf(context.User.AccountId(), key, page, workspace, keys, context.RequestAborted);

    private static async Task<Page<KeyUse>> UsesOf(string id, string key, [AsParameters] PageQuery page, Workspace workspace, ApiKeys keys, CancellationToken cancellation)
    {
        await Key(id, key, workspace, cancellation);
        var before = page.Parts(1) is [var position] ? long.TryParse(position, out var p) ? p : throw new BadRequest("cursor is not one that this list gave.") : long.MaxValue;
        return PageQuery.Of(await keys.Uses(key, before, page.Most + 1, cancellation), page.Most, u => [u.Position]);
    }

    private static async Task Key(string id, string key, Workspace workspace, CancellationToken cancellation)
    {
        if (!(await Owner(id, workspace, cancellation)).Keys.ContainsKey(key)) throw new Missing("There is no such key.");
    }

    private static Task<Account> Owner(string id, Workspace workspace, CancellationToken cancellation) =>
        Sending.Needed<Account>(workspace, Ids.Account(id.Known("person")), "There is no such person.", cancellation);
}
