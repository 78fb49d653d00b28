using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Accounts;
using Dateline.Server.Accounts;
using Dateline.Server.Tests.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Accounts;

/// <summary>Sign-in through an OpenID Connect provider.</summary>
public sealed partial class ProviderTests(Shell shell)
{
    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex FormToken();

    [GeneratedRegex("content=\"0; url=([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Onward();

    private static async Task<ApiHost> Open(Shell shell, Provider provider, Role? newPeople) =>
        await ApiHost.Open(shell, new() { Provider = new(provider.Address, "dateline", provider.Secret ?? "", newPeople, "the house") });

    /// <summary>Follows the way through the provider as a browser does; gives the last answer.</summary>
    private static async Task<HttpResponseMessage> SignIn(ApiHost site, HttpClient browser, string page = "/sign-in", string? token = null)
    {
        var form = WebUtility.HtmlDecode(FormToken().Match(await browser.GetStringAsync(page, ApiHost.Cancellation)).Groups[1].Value);
        var fields = new Dictionary<string, string> { ["__RequestVerificationToken"] = form, ["return"] = "/stories" };
        if (token is not null) fields["token"] = token;
        var answer = await browser.PostAsync("/sign-in/provider", new FormUrlEncodedContent(fields), ApiHost.Cancellation);
        if (Onward().Match(await answer.Content.ReadAsStringAsync(ApiHost.Cancellation)) is { Success: true } onward) answer = await browser.GetAsync(WebUtility.HtmlDecode(onward.Groups[1].Value), ApiHost.Cancellation);
        while (answer.StatusCode == HttpStatusCode.Redirect && new Uri(site.Address, answer.Headers.Location!) is var next && next.AbsolutePath != "/stories")
            answer = await browser.GetAsync(next, ApiHost.Cancellation);
        return answer;
    }

    [Fact]
    public async Task somebody_whom_the_provider_vouches_for_gets_in_with_the_role_for_new_people()
    {
        await using var provider = await Provider.Start();
        await using var site = await Open(shell, provider, Role.Reader);
        using var browser = site.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(site, browser)).StatusCode);
        var self = await browser.Get("/api/v1/session");
        Assert.Equal(("Zoe Example", "reader"), (self.GetProperty("name").GetString(), self.GetProperty("role").GetString()));
        // The second time it is the same account, whatever the provider calls the person now.
        provider.Name = "Root";
        using var again = site.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(site, again)).StatusCode);
        Assert.Equal("Zoe Example", (await again.Get("/api/v1/session")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task nobody_gets_in_uninvited_unless_that_is_wanted()
    {
        await using var provider = await Provider.Start();
        await using var site = await Open(shell, provider, null);
        using var browser = site.Browser();
        using var refused = await SignIn(site, browser);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("nobody has invited you", await refused.Content.ReadAsStringAsync(ApiHost.Cancellation), StringComparison.Ordinal);

        using var root = await site.Browser("Root", Role.Administrator);
        var link = new Uri((await root.Post("/api/v1/people", new { name = "Zoe", role = "editor" }, null).With(201)).GetProperty("link").GetString()!);
        using var invited = site.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(site, invited, link.PathAndQuery, link.Query.Split('=')[1])).StatusCode);
        Assert.Equal(("Zoe", "editor"), ((await invited.Get("/api/v1/session")).GetProperty("name").GetString(), (await invited.Get("/api/v1/session")).GetProperty("role").GetString()));
        using var later = site.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(site, later)).StatusCode);
    }

    [Fact]
    public async Task a_client_without_a_secret_sends_none()
    {
        await using var provider = await Provider.Start();
        provider.Secret = null;
        await using var site = await Open(shell, provider, Role.Reader);
        using var browser = site.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(site, browser)).StatusCode);
        Assert.Equal("Zoe Example", (await browser.Get("/api/v1/session")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task an_invitation_stays_good_when_somebody_who_has_another_account_follows_it()
    {
        await using var provider = await Provider.Start();
        await using var site = await Open(shell, provider, Role.Reader);
        using var zoe = site.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(site, zoe)).StatusCode);
        using var root = await site.Browser("Root", Role.Administrator);
        var link = new Uri((await root.Post("/api/v1/people", new { name = "Yan", role = "editor" }, null).With(201)).GetProperty("link").GetString()!);
        using var other = site.Browser();
        using var refused = await SignIn(site, other, link.PathAndQuery, link.Query.Split('=')[1]);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("another account", await refused.Content.ReadAsStringAsync(ApiHost.Cancellation), StringComparison.Ordinal);
        provider.Subject = "subject-2";
        using var yan = site.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(site, yan, link.PathAndQuery, link.Query.Split('=')[1])).StatusCode);
        Assert.Equal("Yan", (await yan.Get("/api/v1/session")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task a_name_alone_links_nobody_to_an_account()
    {
        await using var provider = await Provider.Start();
        await using var site = await Open(shell, provider, Role.Reader);
        await site.Person("Zoe Example", Role.Administrator);
        using var browser = site.Browser();
        Assert.Equal(HttpStatusCode.Forbidden, (await SignIn(site, browser)).StatusCode);
        await browser.GetAsync("/api/v1/session", ApiHost.Cancellation).Problem(401, "sign-in-required");
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("aud")]
    [InlineData("nonce")]
    [InlineData("exp")]
    [InlineData("nbf")]
    [InlineData("azp")]
    [InlineData("sub")]
    [InlineData("token")]
    public async Task an_id_token_that_is_not_for_us_now_is_refused(string wrong)
    {
        await using var provider = await Provider.Start();
        provider.Wrong = wrong;
        await using var site = await Open(shell, provider, Role.Reader);
        using var browser = site.Browser();
        Assert.Equal(HttpStatusCode.Forbidden, (await SignIn(site, browser)).StatusCode);
        await browser.GetAsync("/api/v1/session", ApiHost.Cancellation).Problem(401, "sign-in-required");
    }

    [Fact]
    public async Task an_answer_that_this_browser_did_not_ask_for_is_refused()
    {
        await using var provider = await Provider.Start();
        await using var site = await Open(shell, provider, Role.Reader);
        using var browser = site.Browser();
        using var forged = await browser.GetAsync("/sign-in/provider/callback?code=stolen&state=made-up", ApiHost.Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        Assert.Equal(0, provider.Exchanges);
    }

    [Fact]
    public async Task a_provider_that_is_away_is_said_so_and_costs_nothing_else()
    {
        var provider = await Provider.Start();
        await using var site = await Open(shell, provider, Role.Reader);
        await provider.DisposeAsync();
        using var browser = site.Browser();
        using var answer = await SignIn(site, browser);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("DATELINE_OIDC_AUTHORITY", await answer.Content.ReadAsStringAsync(ApiHost.Cancellation), StringComparison.Ordinal);
        using var ana = await site.Key("Ana", Role.Reader);
        await ana.Get("/api/v1/stories");
    }
}

/// <summary>A small OpenID Connect provider that vouches for one person, and checks the code verifier (RFC 7636).</summary>
internal sealed class Provider : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Dictionary<string, (string Challenge, string Nonce, string Redirect)> codes = new(StringComparer.Ordinal);

    private Provider(WebApplication app) => this.app = app;

    internal Uri Address => new(app.Urls.First());

    internal string Name { get; set; } = "Zoe Example";

    internal string Subject { get; set; } = "subject-1";

    /// <summary>The client's secret; null where it is a public one, which may send none.</summary>
    internal string? Secret { get; set; } = "client secret";

    internal string? Wrong { get; set; }

    internal int Exchanges { get; private set; }

    internal static async Task<Provider> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var provider = new Provider(app);
        app.MapGet("/.well-known/openid-configuration", () => new Dictionary<string, string>
        {
            ["issuer"] = provider.Issuer,
            ["authorization_endpoint"] = provider.Issuer + "/authorize",
            ["token_endpoint"] = provider.Issuer + "/token"
        });
        app.MapGet("/authorize", (string client_id, string redirect_uri, string state, string code_challenge, string code_challenge_method, string nonce, string scope) =>
        {
            Assert.Equal(("dateline", "S256"), (client_id, code_challenge_method));
            Assert.Contains("openid", scope, StringComparison.Ordinal);
            var code = Secrets.New();
            provider.codes[code] = (code_challenge, nonce, redirect_uri);
            return Results.Redirect($"{redirect_uri}?code={code}&state={Uri.EscapeDataString(state)}");
        });
        app.MapPost("/token", async (HttpRequest request) =>
        {
            provider.Exchanges++;
            var form = await request.ReadFormAsync();
            var good = provider.codes.Remove(form["code"].ToString(), out var asked) && (provider.Secret is null ? !form.ContainsKey("client_secret") : form["client_secret"] == provider.Secret) && form["redirect_uri"] == asked.Redirect
                && Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) == asked.Challenge;
            return good ? Results.Json(new { access_token = "a", token_type = "Bearer", id_token = provider.IdToken(asked.Nonce) }) : Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        });
        await app.StartAsync(ApiHost.Cancellation);
        return provider;
    }

    private string Issuer => Address.ToString().TrimEnd('/');

    private string IdToken(string nonce)
    {
        if (Wrong == "token") return "no.token";
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Wrong == "iss" ? "https://evil.example" : Issuer,
            ["aud"] = Wrong == "aud" ? "another" : "dateline",
            ["nonce"] = Wrong == "nonce" ? "old" : nonce,
            ["exp"] = DateTimeOffset.UtcNow.AddMinutes(Wrong == "exp" ? -10 : 10).ToUnixTimeSeconds(),
            ["sub"] = Wrong == "sub" ? "" : Subject,
            ["name"] = Name
        };
        if (Wrong == "azp") claims["azp"] = "another";
        if (Wrong == "nbf") claims["nbf"] = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds();
        return $"{Encoded("{\"alg\":\"none\"}")}.{Encoded(JsonSerializer.Serialize(claims))}.";
    }

    private static string Encoded(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
