using System.Net;
using System.Text.RegularExpressions;
using Dateline.Accounts;
using Dateline.Server.Accounts;
using Dateline.Server.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Accounts;

/// <summary>Signing in and out, as a browser does it.</summary>
public sealed partial class SignInTests(Shell shell)
{
    private const string Password = "correct horse battery";

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex FormToken();

    /// <summary>Fills in a form: asks for its page, and sends it with the token that the page holds.</summary>
    private static async Task<HttpResponseMessage> Send(HttpClient browser, string page, string path, params (string Name, string Value)[] fields)
    {
        var token = await Token(browser, page);
        return await browser.PostAsync(path, Form([token, .. fields]), ApiHost.Cancellation);
    }

    /// <summary>Asks for a form's page, and gives the token that it holds.</summary>
    private static async Task<(string Name, string Value)> Token(HttpClient browser, string page) =>
        ("__RequestVerificationToken", WebUtility.HtmlDecode(FormToken().Match(await browser.GetStringAsync(page, ApiHost.Cancellation)).Groups[1].Value));

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private static async Task<(ApiHost ApiHost, string Link)> First(Shell shell, AccountOptions? options = null, Time? time = null)
    {
        var site = await ApiHost.Open(shell, options, time);
        return (site, (await site.App.FirstAdministratorLink(ApiHost.Cancellation))!);
    }

    private static async Task<HttpResponseMessage> Welcome(HttpClient browser, string link, string name = "Ana", string password = Password) =>
        await Send(browser, link, "/welcome", ("token", link.Split('=')[1]), ("name", name), ("password", password));

    [Fact]
    public async Task the_first_administrator_comes_by_a_link_that_is_good_once()
    {
        var (site, link) = await First(shell);
        await using var _ = site;
        using var browser = site.Browser();
        using var done = await Welcome(browser, link);
        Assert.Equal((HttpStatusCode.Redirect, "/"), (done.StatusCode, done.Headers.Location!.ToString()));
        var self = await browser.Get("/api/v1/session");
        Assert.Equal(("Ana", "administrator"), (self.GetProperty("name").GetString(), self.GetProperty("role").GetString()));
        using var other = site.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(link, ApiHost.Cancellation)).StatusCode);
        Assert.Null(await site.App.FirstAdministratorLink(ApiHost.Cancellation));
        var audited = (await browser.Get("/api/v1/export?type=account_opened")).GetRawText();
        Assert.Contains("\"name\":\"Ana\"", audited, StringComparison.Ordinal);
    }

    [Fact]
    public async Task of_two_who_follow_one_link_at_once_one_gets_in()
    {
        var (site, link) = await First(shell);
        await using var _ = site;
        using var one = site.Browser();
        using var two = site.Browser();
        // Both have the page before either sends it: once one got in, the page is there no more.
        var (ana, mallory) = (await Token(one, link), await Token(two, link));
        var answers = await Task.WhenAll(Post(one, ana, "Ana"), Post(two, mallory, "Mallory"));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);

        Task<HttpResponseMessage> Post(HttpClient browser, (string, string) token, string name) =>
            browser.PostAsync("/welcome", Form(token, ("token", link.Split('=')[1]), ("name", name), ("password", Password)), ApiHost.Cancellation);
    }

    [Fact]
    public async Task keys_that_are_wrong_keep_nobody_with_a_password_out()
    {
        var (site, link) = await First(shell, new() { FailuresByAccount = 3, FailuresByAddress = 4 });
        await using var _ = site;
        using var browser = site.Browser();
        await Welcome(browser, link);
        using var program = new HttpClient { BaseAddress = site.Address, DefaultRequestHeaders = { Authorization = new("Bearer", "dl_000000000000_wrong") } };
        for (var i = 0; i < 4; i++) Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/stories", ApiHost.Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await program.GetAsync("/api/v1/stories", ApiHost.Cancellation)).StatusCode);
        using var other = site.Browser();
        using var entered = await Send(other, "/sign-in", "/sign-in", ("name", "Ana"), ("password", Password), ("return", "/"));
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
    }

    [Theory]
    [InlineData("Ana", "short")]
    [InlineData("Ana", "aaaaaaaaaaaaaaaa")]
    [InlineData("Ana Ruiz", "my ana ruiz 2026")]
    [InlineData("system", "correct horse battery")]
    [InlineData("", "correct horse battery")]
    [InlineData("Ana\u202E", "correct horse battery")]
    public async Task a_name_or_password_that_will_not_do_leaves_the_link_good(string name, string password)
    {
        var (site, link) = await First(shell);
        await using var _ = site;
        using var browser = site.Browser();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Welcome(browser, link, name, password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Welcome(browser, link)).StatusCode);
    }

    [Fact]
    public async Task a_link_expires()
    {
        var time = new Time();
        var (site, link) = await First(shell, time: time);
        await using var _ = site;
        time.Pass(TimeSpan.FromDays(4));
        using var browser = site.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(link, ApiHost.Cancellation)).StatusCode);
    }

    [Fact]
    public async Task whoever_was_invited_signs_in_and_out_and_stays_on_this_site()
    {
        await using var site = await ApiHost.Open(shell);
        using var root = await site.Browser("Root", Role.Administrator);
        var link = (await root.Post("/api/v1/people", new { name = "Ben", role = "analyst" }, null).With(201)).GetProperty("link").GetString()!;
        using var browser = site.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await Welcome(browser, new Uri(link).PathAndQuery)).StatusCode);

        using var second = site.Browser();
        using var page = await second.GetAsync("/sign-in?return=%2Fstories", ApiHost.Cancellation);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        foreach (var (to, lands) in new[] { ("/stories?x=1", "/stories?x=1"), ("//evil.example", "/"), ("/\\evil.example", "/"), ("https://evil.example", "/"), ("javascript:alert(1)", "/"), ("/a\r\nSet-Cookie: x=y", "/") })
        {
            using var entered = await Send(second, "/sign-in", "/sign-in", ("name", "ben"), ("password", Password), ("return", to));
            Assert.Equal((HttpStatusCode.Redirect, lands), (entered.StatusCode, entered.Headers.Location!.ToString()));
            var cookie = entered.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("dateline=", StringComparison.Ordinal));
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        }
        // Acts are recorded under the name as it was opened, however it was typed.
        Assert.Equal("Ben", (await second.Get("/api/v1/session")).GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.Redirect, (await Send(second, "/sign-in", "/sign-out")).StatusCode);
        await second.GetAsync("/api/v1/session", ApiHost.Cancellation).Problem(401, "sign-in-required");
    }

    [Fact]
    public async Task a_wrong_password_and_an_unknown_name_look_alike_and_too_many_are_cut_off()
    {
        var time = new Time();
        var (site, link) = await First(shell, new() { FailuresByAccount = 3, FailuresByAddress = 6 }, time);
        await using var _ = site;
        using var browser = site.Browser();
        await Welcome(browser, link);
        async Task<(HttpStatusCode, string)> Try(string name, string password)
        {
            using var fresh = site.Browser();
            using var answer = await Send(fresh, "/sign-in", "/sign-in", ("name", name), ("password", password));
            return (answer.StatusCode, FormToken().Replace(await answer.Content.ReadAsStringAsync(ApiHost.Cancellation), ""));
        }
        Assert.Equal(await Try("Ana", "wrong horse battery"), await Try("Nobody", "wrong horse battery"));
        await Try("Ana", "wrong horse battery");
        await Try("Ana", "wrong horse battery");
        // Even the right one is not looked at now, and later it is.
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Try("Ana", Password)).Item1);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Try("Other", Password)).Item1);
        await Try("Another", Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Try("Third", Password)).Item1);
        time.Pass(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Redirect, (await Try("Ana", Password)).Item1);
    }

    [Fact]
    public async Task attempts_that_are_made_at_once_are_counted_as_well()
    {
        var (site, link) = await First(shell, new() { FailuresByAccount = 3, FailuresByAddress = 50 });
        await using var _ = site;
        using var browser = site.Browser();
        await Welcome(browser, link);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            using var fresh = site.Browser();
            using var answer = await Send(fresh, "/sign-in", "/sign-in", ("name", "Ana"), ("password", "wrong horse battery"));
            return answer.StatusCode;
        }));
        Assert.InRange(answers.Count(a => a == HttpStatusCode.Unauthorized), 0, 3);
        Assert.All(answers, a => Assert.True(a is HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task failures_are_counted_for_every_server_on_the_database_and_over_restarts()
    {
        var (database, options) = (await shell.NewDatabase(), new AccountOptions { FailuresByAccount = 3 });
        for (var i = 0; i < 3; i++)
        {
            await using var site = await ApiHost.Open(shell, options, database: database);
            using var browser = site.Browser();
            using var answer = await Send(browser, "/sign-in", "/sign-in", ("name", "Ana"), ("password", "wrong horse battery"));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
        await using var later = await ApiHost.Open(shell, options, database: database);
        using var again = later.Browser();
        using var cut = await Send(again, "/sign-in", "/sign-in", ("name", "Ana"), ("password", "wrong horse battery"));
        Assert.Equal(HttpStatusCode.TooManyRequests, cut.StatusCode);
    }

    [Fact]
    public async Task what_is_kept_of_failures_is_bounded()
    {
        await using var site = await ApiHost.Open(shell);
        var failures = site.App.Services.GetRequiredService<Postgres.Accounts.SignInFailures>();
        var (name, now) = (new byte[32], DateTimeOffset.UtcNow);
        for (var i = 0; i < 130; i++) await failures.Note([name], now.AddMinutes(-14), now.AddMinutes(-15), ApiHost.Cancellation);
        Assert.NotNull(await failures.Last(name, 100, now.AddMinutes(-15), ApiHost.Cancellation));
        Assert.Null(await failures.Last(name, 101, now.AddMinutes(-15), ApiHost.Cancellation));
        await failures.Note([[1]], now, now.AddMinutes(-1), ApiHost.Cancellation);
        Assert.Null(await failures.Last(name, 1, DateTimeOffset.UnixEpoch, ApiHost.Cancellation));
    }

    [Fact]
    public async Task a_new_password_ends_all_sessions()
    {
        var (site, link) = await First(shell);
        await using var _ = site;
        using var here = site.Browser();
        using var there = site.Browser();
        await Welcome(here, link);
        await Send(there, "/sign-in", "/sign-in", ("name", "Ana"), ("password", Password));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(here, "/password", "/password", ("old", "wrong horse battery"), ("password", "another good long one"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(here, "/password", "/password", ("old", Password), ("password", Password))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Send(here, "/password", "/password", ("old", Password), ("password", "another good long one"))).StatusCode);
        await there.GetAsync("/api/v1/session", ApiHost.Cancellation).Problem(401, "sign-in-required");
        await here.Get("/api/v1/session");
    }

    [Fact]
    public async Task forms_without_their_token_or_from_other_sites_do_nothing()
    {
        var (site, link) = await First(shell);
        await using var _ = site;
        using var browser = site.Browser();
        var fields = new[] { ("token", link.Split('=')[1]), ("name", "Mallory"), ("password", Password) };
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/welcome", Form(fields), ApiHost.Cancellation)).StatusCode);
        foreach (var (header, value) in new[] { ("Origin", "https://evil.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site") })
        {
            using var forged = site.Browser();
            forged.DefaultRequestHeaders.Add(header, value);
            await Send(forged, link, "/welcome", fields).Problem(403, "forged");
        }
        Assert.NotNull(await site.App.FirstAdministratorLink(ApiHost.Cancellation));
    }

    [Fact]
    public async Task a_session_cookie_alone_changes_nothing()
    {
        await using var site = await ApiHost.Open(shell);
        using var browser = await site.Browser("Ana", Role.Administrator);
        await browser.Post("/api/v1/people", new { name = "Ben", role = "analyst" }, null).With(201);
        var token = browser.DefaultRequestHeaders.GetValues("RequestVerificationToken").Single();
        browser.DefaultRequestHeaders.Remove("RequestVerificationToken");
        await browser.Post("/api/v1/people", new { name = "Eve", role = "administrator" }, null).Problem(403, "forged");
        browser.DefaultRequestHeaders.Add("RequestVerificationToken", token + "x");
        await browser.Post("/api/v1/people", new { name = "Eve", role = "administrator" }, null).Problem(403, "forged");
        // Nor does the token of somebody else.
        using var other = await site.Browser("Cyd", Role.Administrator);
        browser.DefaultRequestHeaders.Remove("RequestVerificationToken");
        browser.DefaultRequestHeaders.Add("RequestVerificationToken", other.DefaultRequestHeaders.GetValues("RequestVerificationToken"));
        await browser.Post("/api/v1/people", new { name = "Eve", role = "administrator" }, null).Problem(403, "forged");
    }

    [Fact]
    public async Task sessions_end_by_themselves_and_are_ended()
    {
        var time = new Time();
        await using var site = await ApiHost.Open(shell, time: time);
        using var browser = await site.Browser("Ana", Role.Reader);
        using var other = await site.Browser("Ana", Role.Reader);
        var sessions = (await browser.Get("/api/v1/sessions")).EnumerateArray().ToList();
        Assert.Equal(2, sessions.Count);
        var own = (await browser.Get("/api/v1/session")).GetProperty("session").GetString();
        var others = sessions.Select(s => s.GetProperty("id").GetString()).Single(id => id != own);
        await browser.DeleteAsync($"/api/v1/sessions/{others}", ApiHost.Cancellation).With(204);
        await browser.DeleteAsync($"/api/v1/sessions/{others}", ApiHost.Cancellation).Problem(404, "not-found");
        await other.GetAsync("/api/v1/session", ApiHost.Cancellation).Problem(401, "sign-in-required");

        using var idle = await site.Browser("Ana", Role.Reader);
        time.Pass(TimeSpan.FromHours(7));
        await idle.Get("/api/v1/session");
        time.Pass(TimeSpan.FromHours(7));
        await idle.Get("/api/v1/session");
        time.Pass(TimeSpan.FromHours(9));
        await idle.GetAsync("/api/v1/session", ApiHost.Cancellation).Problem(401, "sign-in-required");
    }

    [Fact]
    public async Task sessions_outlive_a_restart_of_the_server()
    {
        var database = await shell.NewDatabase();
        HttpClient browser;
        string url;
        await using (var site = await ApiHost.Open(shell, database: database))
        {
            browser = await site.Browser("Ana", Role.Reader);
            url = site.Address.ToString();
        }
        await using var again = await ApiHost.Open(shell, database: database, url: url);
        using (browser) Assert.Equal("Ana", (await browser.Get("/api/v1/session")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task the_demo_signs_its_people_in_on_this_machine_alone()
    {
        await using var site = await ApiHost.Open(shell);
        await DemoSignIn.Open(site.Newsroom, ApiHost.Cancellation);
        var links = site.App.MapDemoSignIn();
        using var browser = site.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/demo/ana?key=guess", ApiHost.Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/demo/ana", ApiHost.Cancellation)).StatusCode);
        var elsewhere = new HttpRequestMessage(HttpMethod.Get, links[0].Path) { Headers = { Host = "evil.example" } };
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync(elsewhere, ApiHost.Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(links[0].Path, ApiHost.Cancellation)).StatusCode);
        Assert.Equal("ana", (await browser.Get("/api/v1/session")).GetProperty("name").GetString());
    }
}
