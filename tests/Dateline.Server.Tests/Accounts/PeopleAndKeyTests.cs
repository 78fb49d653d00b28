using System.Net;
using Dateline.Accounts;
using Dateline.Server.Tests.Api;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Accounts;

public sealed class PeopleAndKeyTests(Shell shell)
{
    [Fact]
    public async Task a_key_is_shown_once_does_what_it_may_and_each_use_is_kept()
    {
        await using var site = await ApiHost.Open(shell);
        using var ana = await site.Browser("Ana", Role.Editor);
        var issued = await ana.Post("/api/v1/keys", new { label = "feeds", scopes = new[] { "read", "ingest" } }, null).With(201);
        var (id, key) = (issued.GetProperty("id").GetString()!, issued.GetProperty("key").GetString()!);
        Assert.DoesNotContain(key.Split('_')[^1], (await ana.Get("/api/v1/keys")).GetRawText() + (await ana.GetStringAsync("/api/v1/export", ApiHost.Cancellation)), StringComparison.Ordinal);

        using var program = With(site, key);
        Assert.Equal("Ana", (await program.Get("/api/v1/session")).GetProperty("name").GetString());
        using var made = await program.Post("/api/v1/documents?wait=filed", new { title = "T", text = "The mayor said that it rains.", source = "Wire" }, null);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        await program.Act(HttpMethod.Put, "/api/v1/sources/wire/rating", new { reliability = "B", reason = "So." }).Problem(403, "not-allowed");

        var uses = (await ana.Get($"/api/v1/keys/{id}/uses")).Items();
        Assert.Equal(["PUT", "POST", "GET"], uses.Select(u => u.GetProperty("method").GetString()));
        Assert.Equal("/api/v1/sources/{id}/rating", uses[0].GetProperty("route").GetString());
        // The use leads to the events that it recorded.
        Assert.Equal(made.Headers.GetValues("Dateline-Request").Single(), uses[1].GetProperty("correlation").GetString());
        Assert.Contains((await ana.Get("/api/v1/audit")).Items(), a => a.GetProperty("correlation").GetString() == uses[1].GetProperty("correlation").GetString() && a.GetProperty("what").GetString() == "document_ingested");

        await ana.DeleteAsync($"/api/v1/keys/{id}", ApiHost.Cancellation).With(204);
        await program.GetAsync("/api/v1/session", ApiHost.Cancellation).Problem(401, "sign-in-required");
        await site.Workspace.Engine.Settle(ApiHost.Cancellation);
        var acts = (await ana.Get($"/api/v1/audit?subject={Account.IdOf("Ana")}")).Items();
        Assert.Equal(["account_key_revoked", "account_key_issued"], acts.Take(2).Select(a => a.GetProperty("what").GetString()));
        Assert.All(acts.Take(2), a => Assert.Equal("Ana", a.GetProperty("who").GetString()));
    }

    [Fact]
    public async Task a_form_of_before_ones_role_changed_is_ones_own_still()
    {
        await using var site = await ApiHost.Open(shell);
        using var ana = await site.Browser("Ana", Role.Analyst);
        await site.Workspace.Newsroom.Send(new ChangeRole(Account.IdOf("Ana"), Role.Editor, "Root", "Knows the desk."), new("Root", "Knows the desk."), ApiHost.Cancellation);
        // The client sends the token that it was given as an analyst.
        await ana.Post("/api/v1/keys", new { label = "feeds", scopes = new[] { "read" } }, null).With(201);
        Assert.Equal("editor", (await ana.Get("/api/v1/session")).GetProperty("role").GetString());
    }

    [Fact]
    public async Task administrators_who_take_each_others_rights_at_once_leave_one()
    {
        await using var site = await ApiHost.Open(shell);
        string[] names = ["Ana", "Ben", "Cem"];
        var browsers = new List<HttpClient>();
        foreach (var name in names) browsers.Add(await site.Browser(name, Role.Administrator));
        var people = names.Select(Account.IdOf).ToArray();
        // Each takes the next one's rights, one by closing the account and the others by another role.
        var answers = await Task.WhenAll(browsers.Select((b, i) => i == 0
            ? b.Act(HttpMethod.Post, $"/api/v1/people/{people[1]}/close", new { reason = "Left." })
            : b.Act(HttpMethod.Put, $"/api/v1/people/{people[(i + 1) % 3]}/role", new { role = "reader", reason = "Other work." })));
        Assert.Contains(answers, a => a.IsSuccessStatusCode);
        Assert.Contains(answers, a => !a.IsSuccessStatusCode);
        var left = new List<string>();
        foreach (var id in people)
            if ((await site.Workspace.Newsroom.Load<Account>(Ids.Account(id), null, ApiHost.Cancellation)).State is { IsOpen: true, Role: Role.Administrator } one) left.Add(one.Name);
        Assert.NotEmpty(left);
        foreach (var used in browsers) used.Dispose();
        foreach (var answer in answers) answer.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer dl_")]
    [InlineData("Bearer dl_aaaaaaaaaaaa_")]
    [InlineData("Bearer dl_aaaaaaaaaaaa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Basic YW5hOnB3")]
    [InlineData("Bearer dl_'; drop table_x")]
    public async Task what_is_no_key_opens_nothing(string header)
    {
        await using var site = await ApiHost.Open(shell);
        using var program = new HttpClient { BaseAddress = site.Address };
        program.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        await program.GetAsync("/api/v1/stories", ApiHost.Cancellation).Problem(401, "sign-in-required");
    }

    [Fact]
    public async Task guessing_keys_is_cut_off()
    {
        var time = new Time();
        await using var site = await ApiHost.Open(shell, new() { FailuresByAddress = 5 }, time);
        using var good = await site.Key("Ana", Role.Reader);
        using var guess = With(site, "dl_aaaaaaaaaaaa_guess");
        for (var i = 0; i < 5; i++) await guess.GetAsync("/api/v1/stories", ApiHost.Cancellation).Problem(401, "sign-in-required");
        using var cut = await guess.GetAsync("/api/v1/stories", ApiHost.Cancellation);
        Assert.Equal(HttpStatusCode.TooManyRequests, cut.StatusCode);
        Assert.True(cut.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        time.Pass(TimeSpan.FromMinutes(16));
        await good.Get("/api/v1/stories");
    }

    [Fact]
    public async Task a_key_expires()
    {
        var time = new Time();
        await using var site = await ApiHost.Open(shell, time: time);
        using var ana = await site.Browser("Ana", Role.Reader);
        await ana.Post("/api/v1/keys", new { label = "old", scopes = new[] { "read" }, expiresAt = time.GetUtcNow().AddDays(-1) }, null).Problem(400, "invalid");
        var issued = await ana.Post("/api/v1/keys", new { label = "short", scopes = new[] { "read" }, expiresAt = time.GetUtcNow().AddHours(1) }, null).With(201);
        using var program = With(site, issued.GetProperty("key").GetString()!);
        await program.Get("/api/v1/stories");
        time.Pass(TimeSpan.FromHours(2));
        await program.GetAsync("/api/v1/stories", ApiHost.Cancellation).Problem(401, "sign-in-required");
    }

    [Fact]
    public async Task a_role_that_changes_holds_from_the_next_request_on()
    {
        await using var site = await ApiHost.Open(shell);
        using var root = await site.Browser("Root", Role.Administrator);
        using var ana = await site.Browser("Ana", Role.Reader);
        using var program = await site.Key("Ana", Role.Reader);
        var path = $"/api/v1/people/{Account.IdOf("Ana")}";
        await ana.GetAsync("/api/v1/people", ApiHost.Cancellation).Problem(403, "not-allowed");
        await root.Act(HttpMethod.Put, path + "/role", new { role = "administrator", reason = "Night desk." }).With(200);
        await ana.Get("/api/v1/people");
        await program.Get("/api/v1/people");
        await root.Post(path + "/close", new { reason = "Left." }).With(200);
        await ana.GetAsync("/api/v1/stories", ApiHost.Cancellation).Problem(401, "sign-in-required");
        await program.GetAsync("/api/v1/stories", ApiHost.Cancellation).Problem(401, "sign-in-required");
        await root.Post(path + "/invitation", null).Problem(422, "refused");
        await root.Post(path + "/reopen", new { reason = "Back." }).With(200);
        await program.GetAsync("/api/v1/people", ApiHost.Cancellation).Problem(401, "sign-in-required");
        await ana.GetAsync("/api/v1/people", ApiHost.Cancellation).Problem(401, "sign-in-required");
        Assert.True((await root.Get(path + "/keys")).EnumerateArray().Single().GetProperty("revoked").GetBoolean());
        using var another = await site.Key("Ana", Role.Administrator);
        await another.Get("/api/v1/people");
        await site.Workspace.Engine.Settle(ApiHost.Cancellation);
        var acts = (await root.Get($"/api/v1/audit?subject={Account.IdOf("Ana")}&actor=Root")).Items();
        Assert.Equal(["account_reopened", "account_closed", "account_role_changed"], acts.Select(a => a.GetProperty("what").GetString()));
        Assert.Equal(("reader", "administrator", "Night desk."), (acts[2].GetProperty("before").GetString(), acts[2].GetProperty("after").GetString(), acts[2].GetProperty("why").GetString()));
    }

    [Fact]
    public async Task a_refused_close_ends_no_session()
    {
        await using var site = await ApiHost.Open(shell);
        using var root = await site.Browser("Root", Role.Administrator);
        using var ana = await site.Browser("Ana", Role.Reader);
        var path = $"/api/v1/people/{Account.IdOf("Ana")}/close";
        await root.Post(path, new { reason = "Left." }, "\"77\"").Problem(412, "changed");
        await root.Post(path, new { reason = "" }).Problem(422, "refused");
        await ana.Get("/api/v1/stories");
    }

    [Fact]
    public async Task administrators_neither_demote_themselves_nor_act_for_others()
    {
        await using var site = await ApiHost.Open(shell);
        using var root = await site.Browser("Root", Role.Administrator);
        var path = $"/api/v1/people/{Account.IdOf("Root")}";
        Assert.Contains("their own", await root.Act(HttpMethod.Put, path + "/role", new { role = "reader", reason = "Enough." }).Problem(422, "refused"), StringComparison.Ordinal);
        await root.Post(path + "/close", new { reason = "Enough." }).Problem(422, "refused");
        await root.Post("/api/v1/people", new { name = "ROOT", role = "reader" }, null).Problem(422, "refused");
        foreach (var alike in new[] { "R00t", "Ro  ot", "R\u00F3ot.", "Ro-ot" })
            Assert.Contains("looks like Root", await root.Post("/api/v1/people", new { name = alike, role = "reader" }, null).Problem(422, "refused"), StringComparison.Ordinal);
        await root.Post("/api/v1/people", new { name = "bot:desk@1", role = "reader" }, null).Problem(422, "refused");
        await root.Post("/api/v1/people", new { name = "Eve", role = "owner" }, null).Problem(400, "invalid");
        await root.Post("/api/v1/people", new { name = "Eve", role = 3 }, null).Problem(400, "invalid");
        await root.Post("/api/v1/people/p-0/close", new { reason = "x" }).Problem(404, "not-found");
        var people = (await root.Get("/api/v1/people")).EnumerateArray().Single();
        Assert.Equal("Root", people.GetProperty("name").GetString());
    }

    [Fact]
    public async Task an_administrator_revokes_the_keys_of_others()
    {
        await using var site = await ApiHost.Open(shell);
        using var root = await site.Browser("Root", Role.Administrator);
        using var program = await site.Key("Ana", Role.Reader);
        await program.Get("/api/v1/stories");
        var path = $"/api/v1/people/{Account.IdOf("Ana")}/keys";
        var key = (await root.Get(path)).EnumerateArray().Single().GetProperty("id").GetString();
        Assert.Single((await root.Get($"{path}/{key}/uses")).Items());
        await root.DeleteAsync($"{path}/none", ApiHost.Cancellation).Problem(404, "not-found");
        await root.DeleteAsync($"{path}/{key}", ApiHost.Cancellation).With(204);
        await program.GetAsync("/api/v1/stories", ApiHost.Cancellation).Problem(401, "sign-in-required");
    }

    private static HttpClient With(ApiHost site, string key) => new() { BaseAddress = site.Address, DefaultRequestHeaders = { Authorization = new("Bearer", key) } };
}
