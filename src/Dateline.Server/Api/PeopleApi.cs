using Dateline.Accounts;
using Dateline.Postgres.Accounts;
using Dateline.Server.Accounts;
using Dateline.Server.Commands;

namespace Dateline.Server.Api;

/// <summary>A person who may work here.</summary>
internal sealed record PersonAnswer(string Id, string Name, Role Role, bool IsOpen, bool CanSignIn, long Version);

/// <summary>A person to let in.</summary>
internal sealed record PersonRequest(string Name, Role Role);

/// <summary>Another role, and why.</summary>
internal sealed record RoleRequest(Role Role, string Reason);

/// <summary>A one-time link by which a person sets how they sign in. It is shown this once.</summary>
internal sealed record InvitationAnswer(string Person, string Link);

/// <summary><c>/people</c>: who may work here, for administrators.</summary>
internal static class PeopleApi
{
    internal static void Map(RouteGroupBuilder api)
    {
        var people = api.MapGroup("/people").WithTags("People");
        people.MapGet("", List)
            .WithName("listPeople").WithSummary("Who may work here, or might at a moment").Answers<IReadOnlyList<PersonAnswer>>(422).RequireAuthorization(Policies.Administer);
        people.MapPost("", Open).WithName("openAccount").WithSummary("Lets a person in; the link in the answer is for them, and shown this once")
            .Produces<InvitationAnswer>(201).Fails(408, 409, 413, 415, 422).RequireAuthorization(Policies.Administer);
        people.MapPost("/{id}/invitation", Invite)
            .WithName("invite").WithSummary("Makes a new link for a person who cannot sign in any more").Answers<InvitationAnswer>(404, 422).RequireAuthorization(Policies.Administer);
        people.MapDelete("/{id}/sessions", EndSessions)
            .WithName("endSessionsOf").WithSummary("Ends all sessions of a person").Produces(204).Fails(404).RequireAuthorization(Policies.Administer);
        Act<RoleRequest>("role", "Gives a person another role", HttpMethods.Put, (id, r, by) => new ChangeRole(id, r.Role, by, r.Reason), r => r.Reason, ends: false);
        Act<Because>("close", "Ends that a person may work here, with their sessions and keys", HttpMethods.Post, (id, r, by) => new CloseAccount(id, by, r.Reason), r => r.Reason, ends: true);
        Act<Because>("reopen", "Lets a person work here again; their earlier keys stay revoked", HttpMethods.Post, (id, r, by) => new ReopenAccount(id, by, r.Reason), r => r.Reason, ends: false);

        void Act<T>(string verb, string summary, string method, Func<string, T, string, ICommand> make, Func<T, string> why, bool ends) where T : class => people.MapMethods("/{id}/" + verb, [method],
            async (string id, T body, HttpContext context, Workspace workspace, People known, string? wait) =>
            {
                await Known(id, workspace, context.RequestAborted);
                await using var turn = await known.Administer(context.User.PersonName(), context.RequestAborted);
                try
                {
                    return await Sending.Send(context, workspace, make(id, body, context.User.PersonName()), why(body), wait);
                }
                finally
                {
                    // By what the log says, not by what was answered: a wait may have been broken off, a refusal has closed nothing.
                    if (ends) await known.EndIfClosed(id, CancellationToken.None);
                }
            }).WithName(verb + "Account").WithSummary(summary).Acts().RequireAuthorization(Policies.Administer);
    }

    private static async Task<IReadOnlyList<PersonAnswer>> List([AsParameters] MomentQuery moment, HttpContext context, People people, Workspace workspace, CancellationToken cancellation)
    {
        var asked = moment.Asked;
        var resolved = await (asked.IsNow ? asked with { Position = await workspace.Newsroom.PositionAt(DateTimeOffset.MaxValue, cancellation) } : asked)
            .Resolve(workspace.Newsroom, Workspace.Now, cancellation);
        context.Response.Headers[MomentQuery.PositionHeader] = $"{resolved.Position}";
        return [.. (await people.All(resolved, cancellation)).Select(a => new PersonAnswer(a.Account.Id, a.Account.Name, a.Account.Role, a.Account.IsOpen, a.Account.Credentials.Count > 0, a.Version))];
    }

    private static async Task<IResult> Open(PersonRequest body, HttpContext context, People people, CancellationToken cancellation)
    {
        var command = new OpenAccount(body.Name, body.Role, context.User.PersonName());
        await people.Open(command, context.Act(), cancellation);
        return TypedResults.Created($"/api/v1/people/{command.Account}", await Link(command.Account, context, people));
    }

    private static async Task<IResult> Invite(string id, HttpContext context, People people, Workspace workspace, CancellationToken cancellation)
    {
        var account = await Known(id, workspace, cancellation);
        if (context.User.IsKey() && account.Credentials.Count > 0)
            throw new Refused("Whoever follows a link acts as the person. A key makes none into an account that can sign in: an administrator who is signed in does.");
        return TypedResults.Ok(await Link(id, context, people));
    }

    private static async Task<IResult> EndSessions(string id, Workspace workspace, Sessions sessions, CancellationToken cancellation)
    {
        await Known(id, workspace, cancellation);
        await sessions.End(id, null, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<InvitationAnswer> Link(string account, HttpContext context, People people)
    {
        context.Response.Headers.CacheControl = "no-store";
        return new(account, PasswordPages.Link(context, await people.Invite(account, context.Act(), context.RequestAborted)));
    }

    private static Task<Account> Known(string id, Workspace workspace, CancellationToken cancellation) =>
        Sending.Needed<Account>(workspace, Ids.Account(id.Known("person")), $"There is no person {id}.", cancellation);
}
