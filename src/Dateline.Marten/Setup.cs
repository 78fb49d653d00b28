using Dateline.Postgres.Engine;
using JasperFx;
using JasperFx.CodeGeneration;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Exceptions;
using Marten.Services;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Weasel.Core;
using Wolverine;
using Wolverine.ErrorHandling;

namespace Dateline.Marten;

/// <summary>How Marten and Wolverine are set up: on Dateline's tables, names and JSON.</summary>
internal static class Setup
{
    /// <summary>With which the followers run, each with its lock, beside commands.</summary>
    internal const int FewestConnections = 24;

    private const int MostAttempts = 20;

    // Windows has no such check, which is no reason to refuse a server there.
    private const string NoticeTheDead =
        """
        set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3;
        do $$ begin set client_connection_check_interval = 500; exception when invalid_parameter_value then null; end $$
        """;

    /// <summary>
    /// Connections of Marten's. It watches over the lock of a follower by a statement that sleeps for a minute, and a server that runs a statement does
    /// not notice by itself that the client is dead: the lock would stay with it, and the follower with nobody, until the minute is over.
    /// </summary>
    internal static NpgsqlDataSource Connect(string connectionString, string schema, int most) =>
        new NpgsqlDataSourceBuilder(PostgresEngine.Settings(connectionString, schema, most)).UsePhysicalConnectionInitializer(
            static c => Notice(c).ExecuteNonQuery(), static async c => await Notice(c).ExecuteNonQueryAsync()).Build();

    /// <summary>
    /// How many connections Dateline's part and Marten's may have. They are two pools, so that a follower can read its tables whatever the number of
    /// Marten's transactions: of one pool, these could take all and wait for each other.
    /// </summary>
    /// <exception cref="Refused">The connection string allows too few.</exception>
    internal static (int Datelines, int Martens) Pools(string connectionString) => PostgresEngine.MostConnections(connectionString) switch
    {
        null => (PostgresEngine.DefaultConnections, PostgresEngine.DefaultConnections),
        < FewestConnections and var few => throw new Refused(
            $"Maximum Pool Size is {few}; Marten keeps a connection for the lock of each follower and needs {FewestConnections} in all. Allow it that many, or use --engine builtin, which needs fewer."),
        { } most => (most / 4, most - most / 4)
    };

    private static NpgsqlCommand Notice(NpgsqlConnection connection) => new(NoticeTheDead, connection);

    internal static void Marten(StoreOptions store, NpgsqlDataSource database, EngineOptions options)
    {
        store.Connection(database);
        store.DisableNpgsqlLogging = true;

        // The transaction that holds the writers' lock is over when a statement of it failed. What is sent again comes after it, by itself, and is
        // half of a write. Whoever sent the command asks again.
        store.ConfigureWritePolly(static _ => { });
        store.DatabaseSchemaName = options.Schema;

        // All is made when the engine opens. To look for it later takes a second connection, which whoever holds the writers' lock may wait for in vain.
        store.AutoCreateSchemaObjects = AutoCreate.None;
        store.Serializer(Serializer());
        store.Events.StreamIdentity = StreamIdentity.AsString;
        store.Events.MetadataConfig.EnableAll();
        store.Events.MetadataConfig.UserNameEnabled = true;
        foreach (var (name, type) in EventTypes.All) store.Events.MapEventType(type, name);
        foreach (var state in options.Handlers.States)
        {
            var folded = Activator.CreateInstance(typeof(Folded<>).MakeGenericType(state))!;
            store.Projections.Register((IProjectionSource<IDocumentOperations, IQuerySession>)folded, ProjectionLifecycle.Live);
        }
        store.Listeners.Add(new Recording());
        Daemon(store.Projections, options);
        store.Projections.Errors.SkipApplyErrors = false;
        store.Projections.Errors.SkipUnknownEvents = store.Projections.Errors.SkipSerializationErrors = options.Poison == Poison.SetAside;
        store.Events.UseListenNotifyForEventAppends = true;
    }

    /// <summary>Runs the handlers that decide, and scheduled work; reactions are run by <see cref="Reactions"/>.</summary>
    internal static void Wolverine(WolverineOptions wolverine, EngineOptions options, AutoCreate make)
    {
        wolverine.ServiceName = "dateline";
        wolverine.ApplicationAssembly = typeof(Setup).Assembly;
        wolverine.AutoBuildMessageStorageOnStartup = make;
        wolverine.CodeGeneration.TypeLoadMode = TypeLoadMode.Dynamic;
        wolverine.Services.AddSingleton<IAssemblyGenerator>(Compiled.Program);
        foreach (var assembly in options.Handlers.Commands.Select(c => c.Assembly).Distinct()) wolverine.Discovery.IncludeAssembly(assembly);
        wolverine.Discovery.CustomizeHandlerDiscovery(q => q.Excludes.WithCondition("Reactions", t => t.Name.StartsWith("When", StringComparison.Ordinal)));
        wolverine.PublishMessage<TidyUp>().ToLocalQueue("housekeeping").UseDurableInbox();
        wolverine.Durability.ScheduledJobFirstExecution = options.Poll;
        wolverine.Durability.ScheduledJobPollingTime = options.Poll * 10;
        wolverine.OnException<ConcurrencyException>().Or<ExistingStreamIdCollisionException>().RetryTimes(MostAttempts);
    }

    private static SystemTextJsonSerializer Serializer()
    {
        var serializer = new SystemTextJsonSerializer(new(EventJson.Options) { TypeInfoResolver = null })
        {
            Casing = Casing.CamelCase,
            EnumStorage = EnumStorage.AsString
        };
        serializer.UseTypeInfoResolver(EventJson.Options.TypeInfoResolver!);
        return serializer;
    }

    /// <summary>One node runs each follower.</summary>
    private static void Daemon(DaemonSettings daemon, EngineOptions options)
    {
        daemon.AsyncMode = DaemonMode.HotCold;
        daemon.FastPollingTime = daemon.SlowPollingTime = options.Poll;

        // The log has no gaps. Numbers beyond its end were drawn by a writer that did not commit, and the next one draws them again: the daemon
        // must never take them for a gap to pass over.
        daemon.StaleSequenceThreshold = TimeSpan.FromDays(3650);
        daemon.LeadershipPollingTime = (int)options.Poll.TotalMilliseconds;
        daemon.AgentPauseTime = daemon.HealthCheckPollingTime = options.Poll * 4;
    }
}
