using Dateline.Postgres.Accounts;
using Dateline.Server.Accounts;
using Dateline.Server.Commands;

namespace Dateline.Server.Site;

/// <summary>When a person last said that they had seen the board: the same in every browser.</summary>
internal static class LastLooked
{
    internal static async Task<DateTimeOffset?> Of(HttpContext http, CancellationToken cancellation) =>
        Person.Of(http) is null ? null : (await Store(http).Of(http.User.AccountId(), cancellation))?.At;

    internal static async Task Set(HttpContext http, Workspace workspace, CancellationToken cancellation)
    {
        if (Person.Of(http) is null) return;
        // The time first: what is recorded between the two is shown once more rather than never.
        var at = Workspace.Now;
        await Store(http).Note(http.User.AccountId(), new(at, await workspace.Newsroom.PositionAt(at, cancellation)), cancellation);
    }

    private static Looked Store(HttpContext http) => http.RequestServices.GetRequiredService<Looked>();
}
