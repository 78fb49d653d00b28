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
        var (people, now, id) = (services.GetRequiredService<People>(), services.GetRequiredService<TimeProvider>().GetUtcNow(), context.User.AccountId());
        if (context.User.FindFirstValue(Person.KeyClaim) is { } key)
            return await people.OwnerOf(key, id, cancellation) is { Role: >= Role.Reader } && await services.GetRequiredService<ApiKeys>().Find(key, now, cancellation) is not null;
        return await people.Find(id, cancellation) is { IsOpen: true, Role: >= Role.Reader }
            && await services.GetRequiredService<Sessions>().GoesOn(context.User.FindFirstValue(Person.SessionClaim) ?? "", now, cancellation);
    }
}
