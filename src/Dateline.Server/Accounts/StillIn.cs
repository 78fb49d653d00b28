using System.Security.Claims;
using Dateline.Accounts;
using Dateline.Postgres.Accounts;

namespace Dateline.Server.Accounts;

/// <summary>Looks again at who a long request comes from.</summary>
internal static class StillIn
{
    /// <summary>Whether the session or key and the account are still good.</summary>
    internal static async Task<bool> Check(HttpContext context)
    {
        var (services, cancellation) = (context.RequestServices, context.RequestAborted);
        if (await services.GetRequiredService<People>().Find(context.User.AccountId(), cancellation) is not { IsOpen: true } account || account.Role < Role.Reader) return false;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return context.User.FindFirstValue(Person.KeyClaim) is { } key
            ? await services.GetRequiredService<ApiKeys>().Find(key, now, cancellation) is not null
            : await services.GetRequiredService<Sessions>().GoesOn(context.User.FindFirstValue(Person.SessionClaim) ?? "", now, cancellation);
    }
}
