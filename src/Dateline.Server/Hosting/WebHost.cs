using Dateline.Server.Accounts;
using Dateline.Server.Api;
using Dateline.Server.Commands;
using Dateline.Server.Live;
using Dateline.Server.Observability;
using Dateline.Server.Site;

namespace Dateline.Server.Hosting;

/// <summary>The web application on a workspace: what it is made of stands here, and only here.</summary>
internal static class WebHost
{
    /// <summary>Builds the application; it listens once it is started.</summary>
    /// <param name="workspace">The database that it shows, and the engine on it.</param>
    /// <param name="urls">Where it listens.</param>
    /// <param name="more">Further services, such as another way to tell who asks.</param>
    /// <param name="accounts">How people sign in, unless the configuration says it.</param>
    internal static WebApplication Build(Workspace workspace, string urls, Action<IServiceCollection>? more = null, AccountOptions? accounts = null)
    {
        // Production whatever the environment says: nobody is shown a stack trace.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environments.Production,
            ContentRootPath = AppContext.BaseDirectory
        });
        builder.Logging.ClearProviders();
        if (urls.Contains("https:", StringComparison.OrdinalIgnoreCase) && !builder.Configuration.GetSection("Kestrel:Certificates:Default").Exists())
            throw new Refused("https takes a certificate. Name its file in Kestrel__Certificates__Default__Path (and its password in Kestrel__Certificates__Default__Password), or listen on http behind a proxy that has one.");
        builder.WebHost.UseKestrelHttpsConfiguration().UseUrls(urls).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        Add(builder.Services, builder.Configuration, workspace, accounts ?? AccountOptions.From(builder.Configuration, workspace.Data));
        more?.Invoke(builder.Services);

        var web = builder.Build();
        web.UseProxies();
        RequestLog.Use(web);
        web.UseSecurityHeaders();
        web.UseResponseCompression();
        web.UseErrorPages();
        web.UseHead();
        web.UseRouting();
        web.UseApiFaults();
        web.UseAuthentication();
        web.UseAuthorization();
        web.UseAntiforgery();
        Map(web);
        return web;
    }

    private static void Add(IServiceCollection services, IConfiguration configuration, Workspace workspace, AccountOptions accounts)
    {
        services.AddSingleton(workspace).AddSingleton<Rebuilds>().AddSingleton<Proofs>().AddSingleton(new Surroundings("/api/v1/live", "/sign-out"));
        services.AddObservability(configuration);
        services.AddAccounts(workspace.Engine.Database, workspace.Newsroom, accounts);
        services.AddApi().AddLive().AddPages();
    }

    private static void Map(WebApplication web)
    {
        web.MapHealth();
        web.MapAccounts();
        web.MapApi();
        web.MapLive();
        web.MapPages();
        web.UseNowhere();
    }
}
