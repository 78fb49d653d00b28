using System.Security.Claims;
using Dateline.Accounts;

namespace Dateline.Server.Site;

/// <summary>Who asks.</summary>
internal sealed record Person(string Name, Role Role)
{
    /// <summary>The role as people read it.</summary>
    internal string RoleName => NameOf(Role);

    /// <summary>Who sent a request; null when nobody signed in, or somebody without a role.</summary>
    internal static Person? Of(HttpContext http)
    {
        if (http.User.Identity is not { IsAuthenticated: true } || http.User.FindFirstValue(ClaimTypes.Name) is not { Length: > 0 } name) return null;
        foreach (var role in Enum.GetValues<Role>().Reverse())
        {
            if (http.User.IsInRole(NameOf(role))) return new(name, role);
        }
        return null;
    }

    /// <summary>Whether the person has a role or more.</summary>
    internal bool Is(Role role) => Role >= role;

    /// <summary>Lets nobody through who has less than a role.</summary>
    internal static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> AtLeast(Role role) => (context, next) =>
        Of(context.HttpContext)!.Is(role) ? next(context) : throw new Forbidden(role);

    internal static string NameOf(Role role) => Words.Of(role);
}

/// <summary>The person's role does not reach.</summary>
internal sealed class Forbidden(Role needed) : Exception($"This is for the role {Person.NameOf(needed)}. Ask an administrator if you need it.");
