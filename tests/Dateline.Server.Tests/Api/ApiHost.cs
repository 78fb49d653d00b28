using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dateline.Accounts;
using Dateline.Postgres.Accounts;
using Dateline.Server.Accounts;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shell = Dateline.Server.Tests.Commands.Shell;

namespace Dateline.Server.Tests.Api;

/// <summary>The server as it is served, on a database of its own, and a way to sign in without a form.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    private readonly Workspace workspace;

    private ApiHost(WebApplication app, Workspace workspace)
    {
        App = app;
        this.workspace = workspace;
        Anonymous = new() { BaseAddress = Address };
    }

    internal WebApplication App { get; }

    internal Uri Address => new(App.Urls.First());

    internal INewsroom Newsroom => workspace.Newsroom;

    internal Workspace Workspace => workspace;

    internal HttpClient Anonymous { get; }

    internal static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal static async Task<ApiHost> Open(Shell shell, AccountOptions? options = null, TimeProvider? time = null, string? database = null, Action<IServiceCollection>? more = null, string url = "http://127.0.0.1:0")
    {
        var workspace = await Workspace.Open(database ?? await shell.NewDatabase(), Shell.NewFolder(), "dateline", Shell.Engine, new Output(false), Cancellation);
        WebApplication app;
        try
        {
            app = WebHost.Build(workspace, url, services =>
            {
                if (time is not null) services.AddSingleton(time);
                more?.Invoke(services);
            }, options ?? new AccountOptions());
        }
        catch
        {
            await workspace.DisposeAsync();
            throw;
        }
        app.MapGet("/test/{name}", async (HttpContext context, string name) => await SessionCookies.Begin(context, Account.IdOf(name), "demo")).AllowAnonymous().ExcludeFromDescription();
        workspace.Engine.Start();
        await app.StartAsync(Cancellation);
        return new(app, workspace);
    }

    /// <summary>A program with a key of a new or known person.</summary>
    internal async Task<HttpClient> Key(string name, Role role, params string[] scopes)
    {
        var (id, secret, account) = (Secrets.NewId(), Secrets.New(), await Person(name, role));
        string[] all = scopes.Length > 0 ? scopes : [.. Account.Scopes];
        await Newsroom.Send(new IssueKey(account, id, "test", [.. all], null, name), new(name), Cancellation);
        await App.Services.GetRequiredService<ApiKeys>().Keep(new(id, Secrets.Sha256(secret), account, all), null, Cancellation);
        return new() { BaseAddress = Address, DefaultRequestHeaders = { Authorization = new("Bearer", KeyHandler.Write(id, secret)) } };
    }

    /// <summary>A browser in which a person is signed in; it sends the antiforgery token along.</summary>
    internal async Task<HttpClient> Browser(string name, Role role)
    {
        await Person(name, role);
        var browser = Browser();
        (await browser.GetAsync($"/test/{name}", Cancellation)).EnsureSuccessStatusCode();
        var self = await browser.GetFromJsonAsync<JsonElement>("/api/v1/session", Cancellation);
        browser.DefaultRequestHeaders.Add("RequestVerificationToken", self.GetProperty("antiforgery").GetString());
        return browser;
    }

    /// <summary>A browser in which nobody is signed in.</summary>
    internal HttpClient Browser() => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    internal async Task<string> Person(string name, Role role)
    {
        if ((await Newsroom.Load<Account>(Ids.Account(Account.IdOf(name)), null, Cancellation)).State is null)
            await Newsroom.Send(new OpenAccount(name, role, "system"), Act.System, Cancellation);
        return Account.IdOf(name);
    }

    /// <summary>Three documents, of which one denies what another says; filed and shown.</summary>
    internal async Task Fill(bool filed = true)
    {
        using var ana = await Key("filler", Role.Analyst);
        var lines = string.Join('\n',
            Line("Harbour Wire", "https://harbour.example/1", "2026-01-14T10:00:00Z", "Strikes on the port", "The army said that two ships were hit in the port of Belmar."),
            Line("Ledger", "https://ledger.example/1", "2026-01-15T10:00:00Z", "Port of Belmar struck", "The ministry denied that two ships were hit in the port of Belmar."),
            Line("Eastbridge", "https://east.example/1", "2026-02-20T10:00:00Z", "Grain harvest fails", "The farmers said that the grain harvest failed in the north."));
        var answer = await ana.PostAsync("/api/v1/documents/batch" + (filed ? "?wait=filed" : ""), new StringContent(lines, Encoding.UTF8, "application/jsonl"), Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, text);
        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), l => Assert.Contains("\"ingested\"", l, StringComparison.Ordinal));
    }

    internal static string Line(string source, string url, string published, string title, string text) =>
        JsonSerializer.Serialize(new { source, url, publishedAt = published, title, text });

    public async ValueTask DisposeAsync()
    {
        Anonymous.Dispose();
        await App.DisposeAsync();
        await workspace.DisposeAsync();
    }
}

/// <summary>Answers of the API.</summary>
internal static class Answering
{
    /// <summary>The body as JSON, of an answer that has to have this status.</summary>
    internal static async Task<JsonElement> With(this Task<HttpResponseMessage> answering, int status)
    {
        using var answer = await answering;
        var body = await answer.Content.ReadAsStringAsync(ApiHost.Cancellation);
        Assert.True((int)answer.StatusCode == status, $"{(int)answer.StatusCode}, not {status}: {body}");
        return body.Length == 0 ? default : JsonDocument.Parse(body).RootElement;
    }

    /// <summary>A problem of this name: its type, status and detail; nothing of a stack.</summary>
    internal static async Task<string> Problem(this Task<HttpResponseMessage> answering, int status, string name)
    {
        using var answer = await answering;
        var body = await answer.Content.ReadAsStringAsync(ApiHost.Cancellation);
        Assert.True((int)answer.StatusCode == status, $"{(int)answer.StatusCode}, not {status}: {body}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(body).RootElement;
        Assert.Equal($"/problems/{name}", problem.GetProperty("type").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
        return problem.GetProperty("detail").GetString()!;
    }

    /// <summary>A request with a JSON body and, where it needs one, an If-Match.</summary>
    internal static Task<HttpResponseMessage> Act(this HttpClient client, HttpMethod method, string path, object? body, string? match = "*", string? key = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (match is not null) request.Headers.TryAddWithoutValidation("If-Match", match);
        if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return client.SendAsync(request, ApiHost.Cancellation);
    }

    internal static Task<HttpResponseMessage> Post(this HttpClient client, string path, object? body, string? match = "*", string? key = null) => client.Act(HttpMethod.Post, path, body, match, key);

    internal static Task<JsonElement> Get(this HttpClient client, string path) => client.GetAsync(path, ApiHost.Cancellation).With(200);

    internal static IReadOnlyList<JsonElement> Items(this JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];
}
