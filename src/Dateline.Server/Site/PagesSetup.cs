using System.Text.Encodings.Web;
using System.Text.Unicode;
using Dateline.Postgres.Queries;
using Dateline.Server.Accounts;
using Dateline.Server.Site.Administration;
using Dateline.Server.Site.Audit;
using Dateline.Server.Site.Board;
using Dateline.Server.Site.Changes;
using Dateline.Server.Site.Claims;
using Dateline.Server.Site.Documents;
using Dateline.Server.Site.Finding;
using Dateline.Server.Site.Keys;
using Dateline.Server.Site.Redactions;
using Dateline.Server.Site.Sources;
using Dateline.Server.Site.Stories;
using Dateline.Server.Site.Team;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dateline.Server.Site;

/// <summary>The pages: Razor components rendered on the server, one endpoint each.</summary>
internal static class PagesSetup
{
    private const long LongestForm = 256 * 1024;

    // As many documents as a form of that length can name.
    private const int MostFields = 16 * 1024;

    // A text of the most bytes that is taken, and what the form puts around it.
    private const long LongestDocument = 8 << 20;
    private const string ShownItem = "dateline.shown";

    internal static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.TryAddSingleton(new Surroundings());
        services.Configure<FormOptions>(static form => form.ValueCountLimit = MostFields);
        services.AddSingleton<Views>().AddSingleton<SourceNames>();
        // Letters of all scripts stay as they are; what HTML gives a meaning to is escaped all the same.
        return services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
    }

    internal static void MapPages(this IEndpointRouteBuilder web)
    {
        web.MapAssets();
        var pages = web.MapGroup("").RequireAuthorization(Policies.Self).AddEndpointFilter(SignedIn).AddEndpointFilter(Genuine).ExcludeFromDescription();
        pages.MapBoard();
        pages.MapStories();
        pages.MapClaims();
        pages.MapDocuments();
        pages.MapNewDocument();
        pages.MapChanges();
        pages.MapAudit();
        pages.MapEntries();
        pages.MapWords();
        pages.MapFinding();
        pages.MapKeys();
        pages.MapUses();
        pages.MapTeam();
        pages.MapSources();
        pages.MapAdministration();
    }

    /// <summary>
    /// Addresses that no page has, and methods that a page does not take, are answered only to whoever is signed in. This is no route: a route for
    /// everything would take the place of the answers that a method or media type is not taken, also where programs ask.
    /// </summary>
    internal static void UseNowhere(this IApplicationBuilder web) => web.Use(async (http, next) =>
    {
        if (http.GetEndpoint() is RouteEndpoint || ErrorPages.IsPrograms(http.Request.Path) || http.User.Role() is not null) await next(http);
        else if (http.User.Identity?.IsAuthenticated == true) await http.ForbidAsync();
        else await http.ChallengeAsync();
    });

    /// <summary>A component as an answer.</summary>
    internal static RazorComponentResult<T> Page<T>(object parameters, int status = 200) where T : IComponent =>
        new(parameters) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>
    /// The position up to which everything is in a page; null where it need not hear of what comes after: nothing tells it, or it is the answer to a
    /// form, which may show what is shown once or hold what somebody wrote, so that nobody is to load it again.
    /// </summary>
    internal static long? Shown(HttpContext? http) => http is not null && http.Items.TryGetValue(ShownItem, out var shown) ? (long)shown! : null;

    /// <summary>Nobody sees a page without having signed in, whatever else lets them through.</summary>
    private static async ValueTask<object?> SignedIn(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        if (Person.Of(http) is null) return Results.Unauthorized();
        // Taken before anything is read, so that what is recorded while a page is on its way is told to it.
        if (HttpMethods.IsGet(http.Request.Method) && http.Request.Query["part"].Count == 0 && http.RequestServices.GetService<LiveEvents>() is { } live)
            http.Items[ShownItem] = (await live.Reached(http.RequestAborted)).Shown;
        return await next(context);
    }

    /// <summary>A form counts only with the token of the page that it was on.</summary>
    private static async ValueTask<object?> Genuine(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) return await next(context);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = http.GetEndpoint()?.Metadata.GetMetadata<TakesDocument>() is null ? LongestForm : LongestDocument;
        await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
        return await next(context);
    }
}

/// <summary>A form with the text of a document in it.</summary>
internal sealed record TakesDocument;

/// <summary>What pages know of the rest of the server.</summary>
/// <param name="Live">The address of the server-sent events of what is recorded; null where nothing tells them.</param>
/// <param name="SignOut">The address that signs out; null where there is none.</param>
public sealed record Surroundings(string? Live = null, string? SignOut = null);
