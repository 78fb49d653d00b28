using System.Globalization;
using Dateline.Accounts;
using Dateline.Server.Accounts;
using Dateline.Server.Hosting;

namespace Dateline.Server.Site.Keys;

/// <summary>One's keys for programs.</summary>
/// <param name="Account">Whose; null for somebody who has no account of their own.</param>
/// <param name="New">A key that was issued just now: it is shown this once.</param>
public sealed record KeysView(Account? Account, string? New = null);

/// <summary>Keys by which programs act in one's name.</summary>
internal static class KeysEndpoints
{
    private const string Form = "issue";

    internal static void MapKeys(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/keys", static (HttpContext http, Accounts.People people) => Show(http, people, null, null));
        pages.MapPost("/keys", Issue);
        pages.MapPost("/keys/{key}/revoke", static async (string key, HttpContext http, Accounts.People people, ProgramKeys keys) =>
        {
            var (person, cancellation) = (Person.Of(http)!, http.RequestAborted);
            var account = await people.Find(Account.IdOf(person.Name), cancellation);
            if (account?.Keys.ContainsKey(key) != true) throw new Missing("You have no such key.");
            await keys.Revoke(account.Id, key, new(person.Name), cancellation);
            return Acting.SeeOther(http, Address.With("/keys", ("done", "revoked")));
        });
    }

    private static async Task<IResult> Issue(HttpContext http, Accounts.People people, ProgramKeys keys)
    {
        var (person, sent) = (Person.Of(http)!, new Sent(await http.Request.ReadFormAsync(http.RequestAborted)));
        try
        {
            var (_, key) = await keys.Issue(Account.IdOf(person.Name), sent.Text("label"), sent.Several("scope"), Ends(sent.Text("ends")), new(person.Name), http.RequestAborted);
            return await Show(http, people, key, null);
        }
        catch (Refused e)
        {
            return await Show(http, people, null, new(422, "The key was not made", e.Message, Form, sent.All, []));
        }
    }

    /// <summary>A day means its end.</summary>
    private static DateTimeOffset? Ends(string day) => day.Length == 0 ? null
        : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year < 9999 ? new DateTimeOffset(date.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
        : throw new Refused("The day on which the key ends cannot be read. Choose one, or leave it empty.");

    private static async Task<IResult> Show(HttpContext http, Accounts.People people, string? key, Problem? problem) => PagesSetup.Page<KeysShown>(
        new { View = new KeysView(await people.Find(Account.IdOf(Person.Of(http)!.Name), http.RequestAborted), key), Problem = problem }, problem?.Status ?? 200);
}
