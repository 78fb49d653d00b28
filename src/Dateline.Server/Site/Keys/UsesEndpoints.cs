using System.Globalization;
using Dateline.Accounts;
using Dateline.Postgres.Accounts;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;

namespace Dateline.Server.Site.Keys;

/// <summary>Uses of a key.</summary>
/// <param name="Key">The key's id.</param>
/// <param name="Label">What it is for.</param>
/// <param name="Uses">The uses, latest first.</param>
/// <param name="Before">Whether there are later ones.</param>
/// <param name="Next">Where the earlier ones begin; null where there are none.</param>
/// <param name="Here">The address of this page.</param>
/// <param name="Up">The address of the page that lists the key.</param>
public sealed record UsesView(string Key, string Label, IReadOnlyList<KeyUse> Uses, bool Before, long? Next, string Here, string Up)
{
    /// <summary>The place in the main navigation.</summary>
    public string Place => Up == "/keys" ? Up : "/people";
}

/// <summary>What keys were used for: one's own, and for administrators those of everybody.</summary>
internal static class UsesEndpoints
{
    private const int Most = 100;

    internal static void MapUses(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/keys/{key}/uses", static (string key, HttpContext http, Accounts.People people, ApiKeys keys) => Show(Account.IdOf(Person.Of(http)!.Name), key, "/keys", "/keys", http, people, keys));
        pages.MapGet("/people/{id}/keys/{key}/uses", static (string id, string key, HttpContext http, Accounts.People people, ApiKeys keys) =>
            Show(id, key, $"/people/{Uri.EscapeDataString(id)}", $"/people/{Uri.EscapeDataString(id)}/keys", http, people, keys)).AddEndpointFilter(Person.AtLeast(Role.Administrator));
    }

    private static async Task<IResult> Show(string account, string key, string up, string root, HttpContext http, Accounts.People people, ApiKeys keys)
    {
        if ((await people.Find(account, http.RequestAborted))?.Keys.GetValueOrDefault(key) is not { } known) throw new Missing("There is no such key.");
        var before = Before(http.Request.Query["before"]);
        var uses = await keys.Uses(key, before ?? long.MaxValue, Most + 1, http.RequestAborted);
        return PagesSetup.Page<UsesShown>(new
        {
            View = new UsesView(key, known.Label, [.. uses.Take(Most)], before is not null, uses.Count > Most ? uses[Most - 1].Position : null, $"{root}/{Uri.EscapeDataString(key)}/uses", up)
        });
    }

    private static long? Before(string? text) => string.IsNullOrEmpty(text) ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : throw new UsageFault("The address names a place in the list that cannot be read. Go back to the first page.");
}
