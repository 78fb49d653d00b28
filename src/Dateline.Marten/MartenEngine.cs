using Dateline.Postgres;
using Dateline.Postgres.Engine;
using Dateline.Postgres.Housekeeping;
using JasperFx;
using Marten;
using Marten.Events.Daemon.Coordination;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace Dateline.Marten;

/// <summary>Marten as the event store and Wolverine for the commands, on one database.</summary>
public sealed partial class MartenEngine : IEngine
{
    private const int MostCut = 30;
    private readonly IHost host;
    private readonly bool writes;
    private readonly NpgsqlDataSource martens;
    private readonly EngineOptions options;
    private readonly string connectionString;
    private readonly MartenNewsroom newsroom;
    private readonly Reactions reactions;
    private readonly Redactions redactions;
    private readonly ProjectionCoordinator daemon;
    private readonly Presence presence;
    private readonly Log log;
    private readonly CancellationTokenSource stopping = new();
    private CancellationTokenSource pausing = new();
    private readonly Lock starting = new();
    private Task? running;

    private MartenEngine(IHost host, bool writes, NpgsqlDataSource database, NpgsqlDataSource martens, string connectionString, EngineOptions options)
    {
        (this.host, this.writes, Database, this.martens, this.connectionString, this.options) = (host, writes, database, martens, connectionString, options);
        log = new(database);
        presence = new(database, options);
        var store = (DocumentStore)host.Services.GetRequiredService<IDocumentStore>();
        newsroom = new(store, writes ? host.Services.GetRequiredService<IWolverineRuntime>() : null, options.Handlers, log);
        List<Taking> followers = [.. options.Views.Select(v => new ViewTaking(v, database) { Database = database, Poison = options.Poison, Ending = () => pausing.Token })];
        reactions = new(store, () => newsroom, options) { Database = database, Poison = options.Poison, Ending = () => pausing.Token };
        followers.Add(reactions);
        foreach (var follower in followers) store.Options.Projections.Subscribe(follower);
        redactions = new(database, log, options, (view, c) => Rebuild(view, null, waits: true, c));
        daemon = new(store, NullLogger<ProjectionCoordinator>.Instance);
        daemon.DaemonForMainDatabase().Tracker.Subscribe(new Watch(daemon.DaemonForMainDatabase(), database, log, followers.ToDictionary(f => f.Name, f => f.Needs)));
    }

    /// <inheritdoc/>
    public INewsroom Newsroom => newsroom;

    /// <inheritdoc/>
    public NpgsqlDataSource Database { get; }

    internal IDocumentStore Store => host.Services.GetRequiredService<IDocumentStore>();

    internal TidyUps Times => host.Services.GetRequiredService<TidyUps>();

    /// <inheritdoc/>
    public bool Leads => running is not null && Runs.Any();

    /// <summary>The followers that this node runs.</summary>
    internal IEnumerable<string> Runs => daemon.DaemonForMainDatabase().CurrentAgents().Where(a => a.Status == AgentStatus.Running).Select(a => a.Name.Name);

    /// <inheritdoc/>
    public string? LastFault => presence.Fault ?? redactions.Fault;

    /// <inheritdoc/>
    public Task<SchemaFault> Outdated => presence.Outdated;

    /// <summary>Opens the engine and makes the tables and functions that are missing. Followers run once <see cref="Start"/> is called.</summary>
    /// <param name="connectionString">A connection string of Npgsql's.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <exception cref="SchemaFault">The schema is newer than this version, its name is none, or what is missing cannot be made.</exception>
    /// <exception cref="Refused">The connections that it is allowed are too few.</exception>
    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public static async Task<MartenEngine> Open(string connectionString, EngineOptions options, CancellationToken cancellation)
    {
        if (!Schema.IsName(options.Schema))
            throw new SchemaFault($"\"{options.Schema}\" cannot name a schema: use lower-case letters, digits and underscores, 40 at most.");
        var pools = Setup.Pools(connectionString);
        var database = PostgresEngine.Connect(connectionString, options.Schema, pools.Datelines);
        var martens = Setup.Connect(connectionString, options.Schema, pools.Martens);
        IHost? host = null;
        try
        {
            await Schema.Ensure(database, options.Schema, options.Migrate, options.Say, cancellation);
            var objects = new OwnObjects(database, options);
            var writes = true;
            await objects.Ensure(async there =>
            {
                host = Build(database, martens, options, there ? AutoCreate.None : AutoCreate.CreateOrUpdate);
                if (there) writes = options.Joins && await objects.MayWrite(cancellation);
                else await host.Services.GetRequiredService<IDocumentStore>().Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
                if (writes) await host.StartAsync(cancellation);
            }, cancellation);
            return new(host!, writes, database, martens, connectionString, options);
        }
        catch
        {
            host?.Dispose();
            await martens.DisposeAsync();
            await database.DisposeAsync();
            throw;
        }
    }

    private static IHost Build(NpgsqlDataSource database, NpgsqlDataSource martens, EngineOptions options, AutoCreate make)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { DisableDefaults = true, ApplicationName = "dateline" });
        builder.Services.AddMarten(store => Setup.Marten(store, martens, options)).UseLightweightSessions().IntegrateWithWolverine(w => w.AutoCreate = make);
        builder.Services.AddSingleton(options).AddSingleton(new Caretaker(database, options)).AddSingleton(s => new TidyUps(database, s.GetRequiredService<IWolverineRuntime>(), options));
        builder.UseWolverine(wolverine => Setup.Wolverine(wolverine, options, make));
        return builder.Build();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested) return;
        await stopping.CancelAsync();
        if (running is not null) await running;
        await daemon.DisposeAsync();
        // The daemon leaves the connection open on which it listens.
        daemon.Store.Options.Projections.Wakeup?.Dispose();
        if (writes) await host.StopAsync(CancellationToken.None);
        host.Dispose();
        await martens.DisposeAsync();
        await Database.DisposeAsync();
    }
}
