using Dateline.Postgres.Queries;
using Dateline.Server.Commands;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dateline.Server.Live;

/// <summary>Puts live streams into a web host.</summary>
internal static class LiveSetup
{
    /// <summary>Adds what <see cref="MapLive"/> needs; the host adds the <see cref="Workspace"/> and the accounts.</summary>
    internal static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.TryAddSingleton(new LiveOptions());
        return services.AddSingleton(p => new LiveEvents(p.GetRequiredService<Workspace>().Engine.Database)).AddSingleton<LiveTail>()
            .AddHostedService(p => p.GetRequiredService<LiveTail>());
    }

    /// <summary>Maps <c>/api/v1/live</c>.</summary>
    internal static void MapLive(this WebApplication app) => LiveApi.Map(app.MapGroup("/api/v1"));
}
