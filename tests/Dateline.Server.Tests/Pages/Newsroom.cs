using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using Dateline.Accounts;
using Dateline.Postgres.Accounts;
using Dateline.Server.Accounts;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;
using Dateline.Server.Ingestion;
using Dateline.Server.Live;
using Dateline.Server.Reading;
using Dateline.Server.Tests.Commands;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace Dateline.Server.Tests.Pages;

/// <summary>The pages on a database of their own, and people with their browsers.</summary>
public sealed class Newsroom : IAsyncDisposable
{
    /// <summary>What one of the two stories is about.</summary>
    internal const string Claim = "two ships were hit in the port of Latakia";

    private readonly Workspace workspace;
    private readonly AccountOptions? accounts;
    private WebApplication web;
    private readonly Browser browser;
    private readonly List<IBrowserContext> windows = [];

    private Newsroom(Workspace workspace, WebApplication web, Browser browser, AccountOptions? accounts) =>
        (this.workspace, this.web, this.browser, this.accounts) = (workspace, web, browser, accounts);

    /// <summary>Where the pages are.</summary>
    public string Address => web.Urls.First();

    internal Workspace Workspace => workspace;

    /// <summary>The services of the server.</summary>
    internal IServiceProvider Services => web.Services;

    /// <param name="shell">Where the database is made.</param>
    /// <param name="browser">The browser.</param>
    /// <param name="accounts">How people really sign in; without them they are whoever their cookie says.</param>
    /// <param name="database">A database that is there already.</param>
    internal static async Task<Newsroom> Open(Shell shell, Browser browser, AccountOptions? accounts = null, string? database = null)
    {
        var workspace = await Workspace.Open(
            database ?? await shell.NewDatabase(), Shell.NewFolder(), "dateline", Shell.Engine, new Output(false), TestContext.Current.CancellationToken);
        workspace.Engine.Start();
        return new(workspace, await Serve(workspace, "http://127.0.0.1:0", accounts), browser, accounts);
    }

    /// <summary>Stops the server, does something meanwhile, and starts it again at the same address.</summary>
    internal async Task Restart(Func<Task> meanwhile)
    {
        var address = Address;
        await web.DisposeAsync();
        await meanwhile();
        web = await Serve(workspace, address, accounts);
    }

    private static async Task<WebApplication> Serve(Workspace workspace, string address, AccountOptions? accounts)
    {
        var web = WebHost.Build(workspace, address, services =>
        {
            if (accounts is not null) return;
            services.AddAuthentication(ByCookie.Name).AddScheme<AuthenticationSchemeOptions, ByCookie>(ByCookie.Name, null);
            services.AddSingleton(new Looked(workspace.Engine.Database));
            // Such people have no session that could have ended.
            services.AddSingleton(new LiveOptions { Beat = TimeSpan.FromMinutes(10) });
        }, accounts);
        await web.StartAsync(TestContext.Current.CancellationToken);
        return web;
    }

    internal static async Task<Newsroom> OpenWithTwoStories(Shell shell, Browser browser)
    {
        var newsroom = await Open(shell, browser);
        await newsroom.Ingest(
            Article("Harbour Wire", "2026-02-28T10:00:00Z", "Ships hit in Latakia", $"The army said that {Claim}."),
            Article("Evening Ledger", "2026-03-01T10:00:00Z", "Council votes on the tram", "The mayor said that the council approved the new tramway to the airport."));
        return newsroom;
    }

    /// <summary>Documents come in; it returns once they are filed and shown.</summary>
    internal async Task Ingest(params Draft[] drafts)
    {
        var cancellation = TestContext.Current.CancellationToken;
        foreach (var draft in drafts) await workspace.Newsroom.Send(Identities.Command(draft, Workspace.Now), new("test"), cancellation);
        await workspace.Engine.Settle(cancellation);
    }

    /// <summary>A document of a source.</summary>
    internal static Draft Article(string source, string published, string title, string text, string? url = null) => new()
    {
        Source = source,
        Url = url ?? $"https://{source.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()}.example/{Uri.EscapeDataString(title)}",
        Title = title,
        Language = "en",
        Published = new(DateTimeOffset.Parse(published, System.Globalization.CultureInfo.InvariantCulture)),
        Text = text,
        Format = "text",
        Key = url ?? source + title,
        MediaType = "text/plain",
        Original = Encoding.UTF8.GetBytes(text)
    };

    /// <summary>Somebody's browser, at the board.</summary>
    public async Task<IPage> Window(string name, string role, BrowserNewContextOptions? options = null, string at = "/")
    {
        var window = await browser.NewWindow(options ?? new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        windows.Add(window);
        if (name.Length > 0) await window.AddCookiesAsync([new() { Name = ByCookie.Name, Value = Uri.EscapeDataString($"{name}:{role}"), Url = Address }]);
        var page = await window.NewPageAsync();
        page.SetDefaultTimeout(Browser.Patience);
        await page.GotoAsync(Address + at);
        return page;
    }

    /// <summary>A client without a browser.</summary>
    public HttpClient Client(string? name = null, string role = "reader")
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(Address) };
        if (name is not null) client.DefaultRequestHeaders.Add("Cookie", $"{ByCookie.Name}={Uri.EscapeDataString($"{name}:{role}")}");
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var window in windows) await window.DisposeAsync();
        await web.DisposeAsync();
        await workspace.DisposeAsync();
    }

    /// <summary>Takes whoever the cookie names for whoever asks.</summary>
    private sealed class ByCookie(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        internal const string Name = "test-person";

        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Cookies[Name] is not { } person) return Task.FromResult(AuthenticateResult.NoResult());
            var parts = Uri.UnescapeDataString(person).Split(':');
            var identity = new ClaimsIdentity([new(ClaimTypes.Name, parts[0]), new(ClaimTypes.Role, parts[1]), new(Person.AccountClaim, Account.IdOf(parts[0]))], Name);
            return Task.FromResult(AuthenticateResult.Success(new(new(identity), Name)));
        }
    }
}
