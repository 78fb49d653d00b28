using Dateline.Accounts;
using Dateline.Postgres.Accounts;
using Dateline.Server.Accounts;
using Dateline.Server.Hosting;

namespace Dateline.Server.Site.Team;

/// <summary>A one-time link by which somebody sets how they sign in: it is shown this once.</summary>
public sealed record Link(string Name, string Url);

/// <summary>Somebody who may work here.</summary>
/// <param name="Account">Who.</param>
/// <param name="Version">The version that is shown.</param>
/// <param name="Link">A link that was made just now.</param>
public sealed record MemberView(Account Account, long Version, Link? Link = null);

/// <summary>Who may work here, for administrators: inviting, roles, ending and reopening, keys.</summary>
internal static class TeamEndpoints
{
    private const string Root = "/people";

    internal static void MapTeam(this IEndpointRouteBuilder pages)
    {
        var team = pages.MapGroup(Root).AddEndpointFilter(Person.AtLeast(Role.Administrator));
        team.MapGet("", static (HttpContext http, Accounts.People people) => List(http, people, null, null));
        team.MapPost("", LetIn);
        team.MapGet("/{id}", static (string id, HttpContext http, Views views) => Show(id, views, http, null, null));
        team.MapPost("/{id}/link", static async (string id, HttpContext http, Accounts.People people, Views views) => await people.Find(id, http.RequestAborted) switch
        {
            null => throw NoSuch(),
            { IsOpen: false } => throw new Refused("This account is closed. Open it again first."),
            var account => await Show(id, views, http, await Make(account, http, people), null)
        });
        team.MapPost("/{id}/sign-out", static async (string id, HttpContext http, Accounts.People people, Sessions sessions) =>
        {
            _ = await people.Find(id, http.RequestAborted) ?? throw NoSuch();
            await sessions.End(id, null, http.RequestAborted);
            return Acting.SeeOther(http, Address.With($"{Root}/{id}", ("done", "signed-out")));
        });
        team.MapPost("/{id}/keys/{key}/revoke", static async (string id, string key, HttpContext http, Accounts.People people, ProgramKeys keys) =>
        {
            if ((await people.Find(id, http.RequestAborted))?.Keys.ContainsKey(key) != true) throw new Missing("There is no such key.");
            await keys.Revoke(id, key, new(Person.Of(http)!.Name), http.RequestAborted);
            return Acting.SeeOther(http, Address.With($"{Root}/{id}", ("done", "revoked")));
        });
        Act("role", "role-given", static (id, sent, by) => new ChangeRole(id, sent.Word<Role>("role", "a role"), by, sent.Why));
        Act("close", "account-closed", static (id, sent, by) => new CloseAccount(id, by, sent.Why));
        Act("reopen", "account-reopened", static (id, sent, by) => new ReopenAccount(id, by, sent.Why));

        void Act(string verb, string done, Func<string, Sent, string, ICommand> make) => team.MapPost("/{id}/" + verb, async (string id, HttpContext http, Views views, Accounts.People people) =>
        {
            try
            {
                await using var turn = await people.Administer(Person.Of(http)!.Name, http.RequestAborted);
                return await Acting.Do(http, views, verb, (sent, person) => Task.FromResult(new Deed(make(id, sent, person.Name), sent.Why, $"{Root}/{id}", done)),
                    problem => Show(id, views, http, null, problem));
            }
            finally
            {
                if (verb == "close") await people.EndIfClosed(id, CancellationToken.None);
            }
        });
    }

    private static async Task<IResult> LetIn(HttpContext http, Accounts.People people, Views views)
    {
        var (person, sent) = (Person.Of(http)!, new Sent(await http.Request.ReadFormAsync(http.RequestAborted)));
        try
        {
            var command = new OpenAccount(sent.Text("name"), sent.Word<Role>("role", "a role"), person.Name);
            await people.Open(command, new(person.Name), http.RequestAborted);
            return await List(http, people, await Make((await people.Find(command.Account, http.RequestAborted))!, http, people), null);
        }
        catch (Refused e)
        {
            return await List(http, people, null, new(422, "Nobody was let in", e.Message, "invite", sent.All, []));
        }
    }

    private static async Task<Link> Make(Account account, HttpContext http, Accounts.People people) => new(
        account.Name, PasswordPages.Link(http, await people.Invite(account.Id, new(Person.Of(http)!.Name), http.RequestAborted)));

    private static async Task<IResult> List(HttpContext http, Accounts.People people, Link? link, Problem? problem) => PagesSetup.Page<TeamShown>(
        new { People = await people.All(http.RequestAborted), Link = link, Problem = problem }, problem?.Status ?? 200);

    private static async Task<IResult> Show(string id, Views views, HttpContext http, Link? link, Problem? problem)
    {
        var (account, version) = await views.Workspace.Newsroom.Load<Account>(Ids.Account(id), null, http.RequestAborted);
        return PagesSetup.Page<MemberShown>(new { View = new MemberView(account ?? throw NoSuch(), version, link), Problem = problem }, problem?.Status ?? 200);
    }

    private static Missing NoSuch() => new("There is no such person. The list of people shows those there are.");
}
