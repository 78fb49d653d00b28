using System.Security.Claims;
using Dateline.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Dateline.Server.Accounts;

/// <summary>What an endpoint asks of whoever calls it. An endpoint that names none of them is refused to everybody.</summary>
public static class Policies
{
    /// <summary>Readers and above; keys with the scope <c>read</c>.</summary>
    public const string Read = "read";

    /// <summary>Analysts and above; keys with the scope <c>ingest</c>.</summary>
    public const string Ingest = "ingest";

    /// <summary>Analysts and above; keys with the scope <c>judge</c>.</summary>
    public const string Judge = "judge";

    /// <summary>Editors and above; keys with the scope <c>edit</c>.</summary>
    public const string Edit = "edit";

    /// <summary>Administrators; keys with the scope <c>administer</c>.</summary>
    public const string Administer = "administer";

    /// <summary>Whoever is signed in with a browser: what concerns oneself alone, out of reach of any key.</summary>
    public const string Self = "self";

    internal static void Add(AuthorizationOptions options)
    {
        Add(Read, Role.Reader);
        Add(Ingest, Role.Analyst);
        Add(Judge, Role.Analyst);
        Add(Edit, Role.Editor);
        Add(Administer, Role.Administrator);
        options.AddPolicy(Self, p => p.AddRequirements(new Needs(Role.Reader, null)));
        options.DefaultPolicy = new AuthorizationPolicyBuilder().AddRequirements(new Needs(Role.Reader, Read)).Build();
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(static _ => false).Build();

        void Add(string name, Role least) => options.AddPolicy(name, p => p.AddRequirements(new Needs(least, name)));
    }
}

/// <summary>At least a role, and for keys a scope; a null scope keeps keys out.</summary>
internal sealed record Needs(Role Least, string? Scope) : IAuthorizationRequirement;

/// <summary>Checks <see cref="Needs"/>.</summary>
internal sealed class NeedsHandler : AuthorizationHandler<Needs>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Needs requirement)
    {
        if (context.User.Role() >= requirement.Least
            && (!context.User.IsKey() || (requirement.Scope is { } scope && context.User.HasClaim(Person.ScopeClaim, scope)))) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

/// <summary>Answers a refused API request with a problem, a refused page with the way to sign in; what is nowhere stays not found.</summary>
internal sealed class Refusals : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        // What is no route of ours is the framework's own answer: not found, wrong method, wrong media type.
        if (authorizeResult.Succeeded || context.GetEndpoint() is not RouteEndpoint) return next(context);
        if (!context.Request.Path.StartsWithSegments("/api")) return usual.HandleAsync(next, context, policy, authorizeResult);
        if (context.Items.TryGetValue(KeyHandler.WaitItem, out var wait)) return Api.Problems.TooMany((TimeSpan)wait!).ExecuteAsync(context);
        if (context.User.Identity?.IsAuthenticated != true)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Api.Problems.SignIn().ExecuteAsync(context);
        }
        return Api.Problems.NotAllowed(policy.Requirements.OfType<Needs>().FirstOrDefault(), context.User).ExecuteAsync(context);
    }
}

/// <summary>Who a request comes from.</summary>
internal static class Person
{
    internal const string AccountClaim = "account";
    internal const string ScopeClaim = "scope";
    internal const string SessionClaim = "session";
    internal const string KeyClaim = "key";

    /// <summary>
    /// The principal of an account. Forms are bound to whom its identifier names, and to nothing else: one that was opened before somebody's role changed, or before they
    /// signed in again, is theirs still, and what it may do is asked when it comes.
    /// </summary>
    internal static ClaimsPrincipal Of(Account account, string scheme, params IEnumerable<Claim> more) => new(new ClaimsIdentity(
        [new(ClaimTypes.Name, account.Name), new(ClaimTypes.Role, Words.Of(account.Role)), new(AccountClaim, account.Id), new(ClaimTypes.NameIdentifier, account.Id), .. more],
        scheme, ClaimTypes.Name, ClaimTypes.Role));

    /// <summary>The name under which what they do is recorded.</summary>
    internal static string PersonName(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.Name) ?? throw new InvalidOperationException("Nobody is signed in.");

    internal static string AccountId(this ClaimsPrincipal user) => user.FindFirstValue(AccountClaim) ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Their role; null for nobody.</summary>
    internal static Role? Role(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.Role) is { } word ? Words.Parse<Role>(word) : null;

    internal static bool IsKey(this ClaimsPrincipal user) => user.HasClaim(c => c.Type == KeyClaim);
}
