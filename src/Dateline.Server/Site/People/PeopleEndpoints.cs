using Dateline.Accounts;
using Dateline.Postgres.Accounts;
using Dateline.Server.Accounts;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;

namespace Dateline.Server.Site.People;

/// <summary>A person as administrators see them.</summary>
/// <param name="Account">The account.</param>
/// <param name="Version">The version of it that is shown.</param>
/// <param name="Sessions">The sessions that go on.</param>
/// <param name="Link">A new one-time link for them, whole; shown this once.</param>
public sealed record PersonView(Account Account, long Version, IReadOnlyList<Session> Sessions, string? Link = null);

/// <summary>Who may work here: letting people in, their roles, their links, their keys.</summary>
internal static class PeopleEndpoints
{
    internal static void MapPeople(this IEndpointRouteBuilder pages)
    {
        var people = pages.MapGroup("/people").AddEndpointFilter(Person.AtLeast(Role.Administrator));
        people.MapGet("", static (HttpContext http, Accounts.People accounts) => List(http, null, accounts));
        people.MapPost("", Open);
        people.MapGet("/{id}", static (string id, HttpContext http, Views views) => Show(http, id, null, views));
        people.MapPost("/{id}/invitation", Invite);
        people.MapPost("/{id}/sessions", async (string id, HttpContext http, Views views, Sessions sessions) =>
        {
            await Known(id, views, http.RequestAborted);
            await sessions.End(id, null, http.RequestAborted);
            return Back(http, id, "ended");
        });
        people.MapPost("/{id}/keys/{key}/revoke", async (string id, string key, HttpContext http, Views views, KeyRing ring) =>
        {
            if (!(await Known(id, views, http.RequestAborted)).Account.Keys.ContainsKey(key)) throw new Missing("There is no such key.");
            await ring.Revoke(id, key, new(Person.Of(http)!.Name), http.RequestAborted);
            return Back(http, id, "revoked");
        });
        Act("role", "role", ends: false, (id, sent, by) => new ChangeRole(id, sent.Word<Role>("role", "a role"), by, sent.Why));
        Act("close", "shut", ends: true, (id, sent, by) => new CloseAccount(id, by, sent.Why));
        Act("reopen", "opened", ends: false, (id, sent, by) => new ReopenAccount(id, by, sent.Why));

        void Act(string verb, string done, bool ends, Func<string, Sent, string, ICommand> make) => people.MapPost("/{id}/" + verb, async (string id, HttpContext http, Views views, Sessions sessions) =>
        {
            await Known(id, views, http.RequestAborted);
            var answer = await Acting.Do(
                http, views, verb, (sent, person) => Task.FromResult(new Deed(make(id, sent, person.Name), sent.Why, Address.Person(id), done)), problem => Show(http, id, problem, views));
            if (ends && answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status303SeeOther }) await sessions.End(id, null, CancellationToken.None);
            return answer;
        });
    }

    private static async Task<IResult> List(HttpContext http, Problem? problem, Accounts.People accounts) =>
        PagesSetup.Page<PeopleShown>(new { People = await accounts.All(http.RequestAborted), Problem = problem }, problem?.Status ?? 200);

    private static async Task<IResult> Open(HttpContext http, Views views, Accounts.People accounts)
    {
        var (sent, by) = (new Sent(await http.Request.ReadFormAsync(http.RequestAborted)), Person.Of(http)!.Name);
        try
        {
            var command = new OpenAccount(sent.Text("name"), sent.Word<Role>("role", "a role"), by);
            await views.Workspace.Newsroom.Send(command, new(by), http.RequestAborted);
            return await Link(http, command.Account, views, accounts);
        }
        catch (Refused refused)
        {
            return await List(http, new(422, "This was refused", refused.Message, "invite", sent.All, []), accounts);
        }
    }

    private static async Task<IResult> Invite(string id, HttpContext http, Views views, Accounts.People accounts) =>
        (await Known(id, views, http.RequestAborted)).Account.IsOpen ? await Link(http, id, views, accounts) : throw new Refused("The account is closed. Open it again first.");

    private static async Task<IResult> Link(HttpContext http, string id, Views views, Accounts.People accounts)
    {
        var token = await accounts.Invite(id, Person.Of(http)!.Name, http.RequestAborted);
        return await Show(http, id, null, views, $"{http.Request.Scheme}://{http.Request.Host}/welcome?token={token}");
    }

    private static async Task<IResult> Show(HttpContext http, string id, Problem? problem, Views views, string? link = null)
    {
        var (account, version) = await Known(id, views, http.RequestAborted);
        var services = http.RequestServices;
        var sessions = await services.GetRequiredService<Sessions>().Of(id, Workspace.Now, services.GetRequiredService<AccountOptions>().Idle, http.RequestAborted);
        return PagesSetup.Page<PersonShown>(new { View = new PersonView(account, version, sessions, link), Problem = problem }, problem?.Status ?? 200);
    }

    private static IResult Back(HttpContext http, string id, string done)
    {
        http.Response.Headers.Location = Address.With(Address.Person(id), ("done", done));
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    internal static async Task<(Account Account, long Version)> Known(string id, Views views, CancellationToken cancellation) =>
        id.Length <= 200 && await views.Workspace.Newsroom.Load<Account>(Ids.Account(id), null, cancellation) is { State: { } account, Version: var version }
            ? (account, version) : throw new Missing("There is no such person. The list of people shows those there are.");
}
