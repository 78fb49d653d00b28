using System.Net;
using Dateline.Accounts;

namespace Dateline.Server.Accounts;

/// <summary>
/// Signs the demo's two sample people in without a password: from this machine alone, by a link whose token is made anew each time the
/// program starts. It is nowhere mapped but in the demo.
/// </summary>
public static class DemoSignIn
{
    /// <summary>The demo's people.</summary>
    public static IReadOnlyList<(string Name, Role Role)> Sample { get; } = [("ana", Role.Editor), ("ben", Role.Administrator)];

    /// <summary>Opens the accounts that are missing.</summary>
    public static async Task Open(INewsroom newsroom, CancellationToken cancellation)
    {
        foreach (var (name, role) in Sample)
        {
            if ((await newsroom.Load<Account>(Ids.Account(Account.IdOf(name)), null, cancellation)).State is null)
                await newsroom.Send(new OpenAccount(name, role, "system"), Act.System, cancellation);
        }
    }

    /// <summary>Maps the links and gives them, each with the name of whom it signs in.</summary>
    public static IReadOnlyList<(string Name, string Path)> MapDemoSignIn(this WebApplication app)
    {
        var token = Secrets.New();
        app.MapGet("/demo/{name}", async (HttpContext context, string name, string? key) =>
        {
            var good = IsHere(context) && Sample.Any(p => p.Name == name) && Secrets.Sha256(key ?? "").AsSpan().SequenceEqual(Secrets.Sha256(token));
            if (!good) return PlainPage.Of("Not found", "<p>There is nothing here.</p>", 404);
            await SessionCookies.Begin(context, Account.IdOf(name), "demo");
            return Results.LocalRedirect("/");
        }).AllowAnonymous().ExcludeFromDescription();
        return [.. Sample.Select(p => (p.Name, $"/demo/{p.Name}?key={token}"))];
    }

    /// <summary>Whether both ends of the connection and the address that was asked for are this machine, so that no other name leads here.</summary>
    private static bool IsHere(HttpContext context) =>
        context.Connection is { RemoteIpAddress: { } remote, LocalIpAddress: { } local } && IPAddress.IsLoopback(remote) && IPAddress.IsLoopback(local)
        && (context.Request.Host.Host is "localhost" || (IPAddress.TryParse(context.Request.Host.Host.Trim('[', ']'), out var host) && IPAddress.IsLoopback(host)));
}
