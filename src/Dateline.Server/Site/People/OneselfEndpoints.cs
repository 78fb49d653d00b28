using System.Globalization;
using Dateline.Accounts;
using Dateline.Postgres.Accounts;
using Dateline.Server.Accounts;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;

namespace Dateline.Server.Site.People;

/// <summary>What concerns oneself.</summary>
/// <param name="Account">One's account.</param>
/// <param name="Sessions">One's sessions that go on.</param>
/// <param name="Session">The one that asks.</param>
/// <param name="NewKey">A key that was issued just now, whole; shown this once.</param>
public sealed record OneselfView(Account Account, IReadOnlyList<Session> Sessions, string? Session, string? NewKey = null);

/// <summary>One's own keys and sessions, out of reach of any key.</summary>
internal static class OneselfEndpoints
{
    internal static void MapOneself(this IEndpointRouteBuilder pages)
    {
        var oneself = pages.MapGroup("/oneself").RequireAuthorization(Policies.Self);
        oneself.MapGet("", static (HttpContext http, Views views) => Show(http, views, null));
        oneself.MapPost("/keys", Issue);
        oneself.MapPost("/keys/{key}/revoke", async (string key, HttpContext http, Views views, KeyRing ring) =>
        {
            var id = http.User.AccountId();
            if (!(await PeopleEndpoints.Known(id, views, http.RequestAborted)).Account.Keys.ContainsKey(key)) throw new Missing("You have no such key.");
            await ring.Revoke(id, key, new(http.User.PersonName()), http.RequestAborted);
            return Back(http, "revoked");
        });
        oneself.MapPost("/sessions/{id}/end", async (string id, HttpContext http, Sessions sessions) =>
            await sessions.End(http.User.AccountId(), id, http.RequestAborted) > 0 ? Back(http, "ended") : throw new Missing("You have no such session."));
    }

    private static async Task<IResult> Issue(HttpContext http, Views views, KeyRing ring)
    {
        var sent = new Sent(await http.Request.ReadFormAsync(http.RequestAborted));
        try
        {
            var (_, key) = await ring.Issue(
                http.User.AccountId(), sent.Text("label"), sent.Several("scope"), Through(sent.Text("expires")), new(http.User.PersonName()), http.RequestAborted);
            return await Show(http, views, null, key);
        }
        catch (Refused refused)
        {
            return await Show(http, views, new(422, "This was refused", refused.Message, "key", sent.All, []));
        }
    }

    private static async Task<IResult> Show(HttpContext http, Views views, Problem? problem, string? key = null)
    {
        var (id, services) = (http.User.AccountId(), http.RequestServices);
        var (account, _) = await PeopleEndpoints.Known(id, views, http.RequestAborted);
        var sessions = await services.GetRequiredService<Sessions>().Of(id, Workspace.Now, services.GetRequiredService<AccountOptions>().Idle, http.RequestAborted);
        var mine = http.User.FindFirst(Accounts.Person.SessionClaim)?.Value;
        return PagesSetup.Page<OneselfShown>(new { View = new OneselfView(account, sessions, mine, key), Problem = problem }, problem?.Status ?? 200);
    }

    /// <summary>A day means its end in UTC; nothing means for ever.</summary>
    private static DateTimeOffset? Through(string text) => text.Length == 0 ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year <= 9990
            ? new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : throw new Refused("The last day is a date, such as 2027-01-31, or nothing.");

    private static IResult Back(HttpContext http, string done)
    {
        http.Response.Headers.Location = Address.With("/oneself", ("done", done));
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
