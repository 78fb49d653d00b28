using System.Net;
using Dateline.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

/// <summary>Every endpoint with every role and every scope. What may be done is written down here a second time, so that no change goes unseen.</summary>
public sealed class RoleTests(Shell shell) : IAsyncLifetime
{
    internal const string Expected =
        """
        GET /audit read
        GET /audit/{position:long}/proof read
        POST /audit/export administer
        GET /checkpoint read
        POST /checkpoint administer
        GET /claims read
        GET /claims/{id} read
        POST /claims/{id}/merge edit
        POST /claims/{id}/split edit
        POST /claims/{id}/unrelate edit
        GET /claims/{id}/verdicts read
        POST /claims/{id}/verdicts judge
        POST /claims/{id}/verdicts/{verdict}/approve judge
        POST /claims/{id}/verdicts/{verdict}/reject judge
        GET /claims/{id}/verdicts/{verdict}/seen read
        POST /claims/{id}/verdicts/{verdict}/supersede judge
        POST /claims/{id}/verdicts/{verdict}/withdraw judge
        GET /diff read
        GET /documents read
        POST /documents ingest
        POST /documents/batch ingest
        POST /documents/files ingest
        GET /documents/{id} read
        POST /documents/{id}/move edit
        POST /documents/{id}/redactions edit
        POST /documents/{id}/redactions/{proposal}/approve edit
        POST /documents/{id}/redactions/{proposal}/decline edit
        GET /documents/{id}/revisions/{revision:int}/original read
        GET /export edit
        POST /extractions read
        GET /followers administer
        POST /followers/{follower}/set-aside/{position:long}/retry administer
        POST /followers/{view}/rebuild administer
        POST /groupings read
        GET /keys self
        POST /keys self
        DELETE /keys/{key} self
        GET /keys/{key}/uses self
        GET /live read
        POST /matches read
        GET /me/looked read
        POST /me/looked read
        GET /people administer
        POST /people administer
        POST /people/{id}/close administer
        POST /people/{id}/invitation administer
        GET /people/{id}/keys administer
        DELETE /people/{id}/keys/{key} administer
        GET /people/{id}/keys/{key}/uses administer
        POST /people/{id}/reopen administer
        PUT /people/{id}/role administer
        DELETE /people/{id}/sessions administer
        GET /policies read
        GET /policies/{name}/trial read
        POST /readings administer
        GET /redactions edit
        POST /redactions edit
        POST /redactions/{id}/approve edit
        POST /redactions/{id}/decline edit
        GET /scorecards read
        GET /search read
        GET /session read
        GET /sessions self
        DELETE /sessions/{id} self
        GET /sources read
        GET /sources/{id} read
        PUT /sources/{id}/rating edit
        GET /sources/{id}/scorecard read
        GET /stories read
        GET /stories/{id} read
        POST /stories/{id}/close edit
        POST /stories/{id}/dismiss edit
        POST /stories/{id}/merge edit
        POST /stories/{id}/rename edit
        POST /stories/{id}/reopen edit
        POST /stories/{id}/split edit
        GET /tile/{level:int}/{**number} read
        GET /verification read
        POST /verification administer
        """;

    private static readonly Dictionary<string, Role> least = new()
    {
        ["read"] = Role.Reader,
        ["self"] = Role.Reader,
        ["ingest"] = Role.Analyst,
        ["judge"] = Role.Analyst,
        ["edit"] = Role.Editor,
        ["administer"] = Role.Administrator
    };

    private static readonly string[] open =
        ["/assets/{version}/{name}", "/demo", "/health/live", "/health/ready", "/not-allowed", "/openapi/{documentName}.json", "/plain.css", "/problems", "/problems/{name}", "/sign-in", "/sign-out", "/test/{name}", "/welcome"];

    private ApiHost site = null!;

    public async ValueTask InitializeAsync() => site = await ApiHost.Open(shell);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private IEnumerable<(string Method, string Route, RouteEndpoint Endpoint)> Endpoints => site.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => (m, "/" + e.RoutePattern.RawText!.Trim('/'), e)));

    private IEnumerable<(string Method, string Route)> Api => Endpoints.Where(e => e.Route.StartsWith("/api/v1", StringComparison.Ordinal)).Select(e => (e.Method, e.Route["/api/v1".Length..]));

    [Fact]
    public void every_endpoint_is_written_down() => Assert.Equal(
        Expected.Split('\n').Select(l => l.Split(' ')[0] + " " + l.Split(' ')[1]).Order(StringComparer.Ordinal), Api.Select(e => $"{e.Method} {e.Route}").Order(StringComparer.Ordinal));

    [Fact]
    public void what_is_open_to_everybody_is_written_down() => Assert.All(
        Endpoints.Where(e => e.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null), e => Assert.Contains(e.Route, open));

    [Fact]
    public void everything_else_says_what_it_takes() => Assert.All(
        Endpoints.Where(e => e.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null), e => Assert.NotNull(e.Endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy));

    [Fact]
    public async Task nobody_gets_anything()
    {
        foreach (var (method, route, _) in Written())
        {
            await Ask(site.Anonymous, method, route).Problem(401, "sign-in-required");
            using var wrong = new HttpClient { BaseAddress = site.Address, DefaultRequestHeaders = { Authorization = new("Bearer", "dl_aaaaaaaaaaaa_b") } };
            if (route == "/stories") await Ask(wrong, method, route).Problem(401, "sign-in-required");
        }
    }

    [Theory]
    [InlineData(Role.Reader)]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Editor)]
    [InlineData(Role.Administrator)]
    public async Task each_role_gets_what_it_may(Role role)
    {
        using var browser = await site.Browser($"p-{role}", role);
        foreach (var (method, route, permission) in Written())
        {
            using var answer = await Ask(browser, method, route);
            var refused = answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized;
            Assert.True(refused == role < least[permission], $"{role} {method} {route}: {(int)answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("read")]
    [InlineData("ingest")]
    [InlineData("judge")]
    [InlineData("edit")]
    [InlineData("administer")]
    public async Task each_scope_gets_what_it_may_even_for_an_administrator(string scope)
    {
        using var program = await site.Key("Root", Role.Administrator, scope);
        foreach (var (method, route, permission) in Written())
        {
            using var answer = await Ask(program, method, route);
            Assert.True((answer.StatusCode == HttpStatusCode.Forbidden) == (scope != permission), $"{scope} {method} {route}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task a_key_does_no_more_than_its_owners_role()
    {
        using var program = await site.Key("Rita", Role.Reader);
        Assert.Contains("role editor", await program.Act(HttpMethod.Put, "/api/v1/sources/x/rating", new { reliability = "B", reason = "So." }).Problem(403, "not-allowed"), StringComparison.Ordinal);
        Assert.Contains("out of reach", await program.GetAsync("/api/v1/keys", ApiHost.Cancellation).Problem(403, "not-allowed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_page_sends_whoever_is_not_signed_in_to_sign_in()
    {
        using var browser = site.Browser();
        using var answer = await browser.GetAsync("/password", ApiHost.Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith("/sign-in?return=%2Fpassword", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var nowhere = await browser.GetAsync("/nowhere", ApiHost.Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, nowhere.StatusCode);
    }

    private static IEnumerable<(string Method, string Route, string Permission)> Written() => Expected.Split('\n').Select(l => l.Split(' ') is [var m, var r, var p] ? (m, r, p) : default);

    private static async Task<HttpResponseMessage> Ask(HttpClient client, string method, string route)
    {
        var path = "/api/v1" + route.Replace("{revision:int}", "1", StringComparison.Ordinal).Replace("{position:long}", "1", StringComparison.Ordinal).Replace("{level:int}/{**number}", "0/000", StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
        return await client.SendAsync(new HttpRequestMessage(new(method), path), HttpCompletionOption.ResponseHeadersRead, ApiHost.Cancellation);
    }
}
