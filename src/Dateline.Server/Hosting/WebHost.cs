using Dateline.Server.Commands;
using Dateline.Server.Site;
using Microsoft.AspNetCore.Authentication;

namespace Dateline.Server.Hosting;

/// <summary>The web application on a workspace: what it is made of stands here, and only here.</summary>
internal static class WebHost
{
    /// <summary>Builds the application; it listens once it is started.</summary>
    /// <param name="workspace">The database that it shows, and the engine on it.</param>
    /// <param name="urls">Where it listens.</param>
    /// <param name="more">Further services, such as another way to tell who asks.</param>
    internal static WebApplication Build(Workspace workspace, string urls, Action<IServiceCollection>? more = null)
    {
        // Production whatever the environment says: nobody is shown a stack trace.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environments.Production,
            ContentRootPath = AppContext.BaseDirectory
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(urls).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton(workspace).AddAuthentication(Nobody.Name).AddScheme<AuthenticationSchemeOptions, Nobody>(Nobody.Name, null);
        builder.Services.AddAuthorization().AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "dateline-form").AddResponseCompression();
        Add(builder.Services);
        more?.Invoke(builder.Services);

        var web = builder.Build();
        web.UseSecurityHeaders();
        web.UseResponseCompression();
        web.UseErrorPages();
        web.UseRouting();
        web.UseAuthentication();
        web.UseAuthorization();
        web.UseAntiforgery();
        Map(web);
        return web;
    }

    private static void Add(IServiceCollection services) => services.AddPages();

    private static void Map(WebApplication web)
    {
        web.MapHealth();
        web.MapPages();
    }
}
