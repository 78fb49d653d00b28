using System.Net;
using Dateline.Server.Tests.Commands;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Server.Tests.Pages;

public sealed class AccessTests(Shell shell, Browser browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
    private static readonly string[] pages = ["/", "/?part=list", "/changes", "/audit", "/sources", "/sources/x", "/stories/x", "/claims/x", "/documents/x", "/documents/x/original/1", "/administration", "/search", "/search?q=ships", "/people", "/people/x", "/keys", "/keys/x/uses", "/people/x/keys/y/uses", "/audit/1", "/audit/1/proof", "/audit/checkpoint", "/documents/new", "/anything"];

    private static readonly (string Path, string Least)[] acts =
    [
        ("/seen", "reader"), ("/claims/x/choose", "analyst"), ("/claims/x/verdicts", "analyst"), ("/claims/x/verdicts/v/approve", "analyst"), ("/claims/x/verdicts/v/reject", "analyst"),
        ("/claims/x/verdicts/v/withdraw", "analyst"), ("/stories/x/rename", "editor"), ("/stories/x/merge", "editor"), ("/stories/x/split", "editor"),
        ("/stories/x/move", "editor"), ("/stories/x/close", "editor"), ("/stories/x/reopen", "editor"), ("/sources/x/rate", "editor"),
        ("/documents/new", "analyst"), ("/keys", "reader"), ("/keys/x/revoke", "reader"), ("/people", "administrator"), ("/people/x/role", "administrator"),
        ("/people/x/close", "administrator"), ("/people/x/reopen", "administrator"), ("/people/x/link", "administrator"), ("/people/x/sign-out", "administrator"),
        ("/people/x/keys/y/revoke", "administrator"), ("/audit/verify", "administrator"), ("/audit/sign", "administrator"),
        ("/administration/set-aside/reactions/1/retry", "administrator"), ("/administration/rebuild/board", "administrator"),
        ("/claims/x/merge", "editor"), ("/claims/x/split", "editor"), ("/claims/x/unrelate", "editor"), ("/stories/x/suggestions/s/dismiss", "editor"),
        ("/documents/x/redactions", "editor"), ("/documents/x/redactions/p/approve", "editor"), ("/documents/x/redactions/p/decline", "editor"),
        ("/redactions", "editor"), ("/redactions/x/approve", "editor"), ("/redactions/x/decline", "editor")
    ];

    [Fact]
    public async Task every_form_is_written_down()
    {
        await using var newsroom = await Newsroom.Open(shell, browser);
        var routes = newsroom.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true && e.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(e => e.RoutePattern.RawText!.Trim('/').Split('/')).Where(r => r is not ["api", ..] and not ["sign-out"] and not ["password"]).ToList();
        Assert.True(routes.Count > 30);
        Assert.All(routes, r => Assert.Contains(acts, a => a.Path.Trim('/').Split('/') is var path && path.Length == r.Length && r.Zip(path).All(s => s.First.StartsWith('{') || s.First == s.Second)));
        Assert.All(acts, a => Assert.Contains(routes, r => a.Path.Trim('/').Split('/') is var path && path.Length == r.Length && r.Zip(path).All(s => s.First.StartsWith('{') || s.First == s.Second)));
    }

    [Fact]
    public async Task nobody_sees_a_page_without_having_signed_in()
    {
        await using var newsroom = await Newsroom.Open(shell, browser);
        using var stranger = newsroom.Client();
        using var roleless = newsroom.Client("mallory", "guest");
        foreach (var (client, status) in new[] { (stranger, HttpStatusCode.Unauthorized), (roleless, HttpStatusCode.Forbidden) })
        {
            foreach (var path in pages.Concat(acts.Select(a => a.Path)))
            {
                var answer = await client.GetAsync(path, Cancellation);
                Assert.Equal(status, answer.StatusCode);
                var body = await answer.Content.ReadAsStringAsync(Cancellation);
                if (client == stranger) Assert.Contains("Sign in first.", body, StringComparison.Ordinal);
                Assert.DoesNotContain("<nav", body, StringComparison.Ordinal);
            }
            foreach (var (path, _) in acts) Assert.Equal(status, (await client.PostAsync(path, null, Cancellation)).StatusCode);
        }
    }

    [Theory]
    [InlineData("reader")]
    [InlineData("analyst")]
    [InlineData("editor")]
    [InlineData("administrator")]
    public async Task each_role_can_send_the_forms_that_are_for_it(string role)
    {
        string[] roles = ["reader", "analyst", "editor", "administrator"];
        await using var newsroom = await Newsroom.Open(shell, browser);
        using var client = newsroom.Client("ana", role);
        var (token, cookie) = await Token(client);
        foreach (var (path, least) in acts)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("because", "Why not."), new("position", "0")]) };
            request.Headers.Add("Cookie", $"{client.DefaultRequestHeaders.GetValues("Cookie").Single()}; {cookie}");
            var answer = await client.SendAsync(request, Cancellation);
            if (Array.IndexOf(roles, role) < Array.IndexOf(roles, least)) Assert.Equal((path, HttpStatusCode.Forbidden), (path, answer.StatusCode));
            else Assert.True(answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.Redirect or HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity, $"{path}: {answer.StatusCode}");
        }
        Assert.Equal(role == "administrator" ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await client.GetAsync("/administration", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task a_form_without_the_token_of_its_page_does_nothing()
    {
        await using var newsroom = await Newsroom.Open(shell, browser);
        using var client = newsroom.Client("ana", "administrator");
        var (token, _) = await Token(client);
        foreach (var (path, _) in acts)
        {
            foreach (var content in new HttpContent?[] { null, new FormUrlEncodedContent([new("because", "Why not.")]), new FormUrlEncodedContent([new("__RequestVerificationToken", token)]), new StringContent("{}") })
            {
                var answer = await client.PostAsync(path, content, Cancellation);
                Assert.Equal((path, HttpStatusCode.BadRequest), (path, answer.StatusCode));
                Assert.Contains("This form was opened too long ago", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task every_answer_tells_the_browser_what_not_to_do()
    {
        await using var newsroom = await Newsroom.Open(shell, browser);
        using var client = newsroom.Client("ana", "administrator");
        foreach (var path in pages.Append("/health/live"))
        {
            var answer = await client.GetAsync(path, Cancellation);
            var policy = string.Join(';', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.False(answer.Headers.Contains("Server"));
            if (!path.StartsWith("/health", StringComparison.Ordinal)) Assert.Contains("no-store", string.Join(',', answer.Headers.GetValues("Cache-Control")), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/stories/s-none", HttpStatusCode.NotFound, "There is no such story")]
    [InlineData("/claims/c-none", HttpStatusCode.NotFound, "There is no such claim")]
    [InlineData("/documents/d-none", HttpStatusCode.NotFound, "There is no such document")]
    [InlineData("/sources/none", HttpStatusCode.NotFound, "There is no such source")]
    [InlineData("/nowhere/at/all", HttpStatusCode.NotFound, "There is nothing at this address")]
    [InlineData("/?at=yesterday", HttpStatusCode.BadRequest, "is no moment")]
    [InlineData("/?clock=sundial", HttpStatusCode.BadRequest, "The clock is recorded or published")]
    [InlineData("/?after=99~", HttpStatusCode.OK, "No stories yet")]
    [InlineData("/?after=nowhere", HttpStatusCode.BadRequest, "Begin again with the first page")]
    [InlineData("/?at=0001-01-01", HttpStatusCode.BadRequest, "outside the years 1000 to 9990")]
    [InlineData("/?at=9999-12-31T23:59:59Z", HttpStatusCode.BadRequest, "outside the years 1000 to 9990")]
    [InlineData("/?at=1000-01-02&movement=quiet", HttpStatusCode.OK, "There was nothing yet")]
    [InlineData("/?asOf=1000-01-02&movement=quiet", HttpStatusCode.OK, "There was nothing yet")]
    [InlineData("/?at=9990-12-30&clock=published", HttpStatusCode.OK, "There was nothing yet")]
    [InlineData("/changes?from=2026-03-01&to=2026-02-01", HttpStatusCode.BadRequest, "swap the two")]
    [InlineData("/?status=nonsense", HttpStatusCode.BadRequest, "which is none of emerging")]
    [InlineData("/?movement=nonsense", HttpStatusCode.BadRequest, "which is none of moving")]
    [InlineData("/audit?what=nonsense", HttpStatusCode.BadRequest, "no act is called that")]
    [InlineData("/audit?through=x", HttpStatusCode.BadRequest, "is no position")]
    [InlineData("/audit?since=x", HttpStatusCode.BadRequest, "is no moment")]
    [InlineData("/stories/%E2%80%AE", HttpStatusCode.NotFound, "There is no such story")]
    [InlineData("/search?q=ships&at=2026-01-01", HttpStatusCode.OK, "Nothing was found")]
    [InlineData("/search?q=ships&kind=people", HttpStatusCode.BadRequest, "or for both")]
    [InlineData("/search?q=ships&after=x", HttpStatusCode.BadRequest, "Search again")]
    [InlineData("/search?q=%00", HttpStatusCode.BadRequest, "holds a character or a value that cannot be")]
    [InlineData("/?q=%00", HttpStatusCode.BadRequest, "holds a character or a value that cannot be")]
    [InlineData("/audit/999", HttpStatusCode.NotFound, "There is no such entry")]
    [InlineData("/audit/checkpoint", HttpStatusCode.NotFound, "Nothing was signed yet")]
    [InlineData("/../../etc/passwd", HttpStatusCode.NotFound, "There is nothing at this address")]
    [InlineData("/assets/x/..%2f..%2fappsettings.json", HttpStatusCode.NotFound, "There is nothing at this address")]
    public async Task what_cannot_be_shown_is_explained_in_words(string path, HttpStatusCode status, string said)
    {
        await using var newsroom = await Newsroom.Open(shell, browser);
        using var client = newsroom.Client("ana");
        var answer = await client.GetAsync(path, Cancellation);
        var body = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal((path, status), (path, answer.StatusCode));
        Assert.Contains(said, body, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
    }

    private static async Task<(string Token, string Cookie)> Token(HttpClient client)
    {
        var answer = await client.GetAsync("/", Cancellation);
        var body = await answer.Content.ReadAsStringAsync(Cancellation);
        const string before = "name=\"__RequestVerificationToken\" value=\"";
        var at = body.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return (body[at..body.IndexOf('"', at)], answer.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
    }
}
