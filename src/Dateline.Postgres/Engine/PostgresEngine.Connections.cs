using Npgsql;

namespace Dateline.Postgres.Engine;

// How it connects, and how often.
public sealed partial class PostgresEngine
{
    /// <summary>How many connections a process has at most, where the connection string does not say.</summary>
    internal const int DefaultConnections = 24;

    private const int FewestConnections = 4;

    /// <summary>Connections are given back as they are: whoever takes a lock or listens on one gives that back itself.</summary>
    internal static NpgsqlDataSource Connect(string connectionString, string searchPath, int? most = null) => Builder(connectionString, searchPath, most).Build();

    /// <summary>The same for tables that grow from nothing: a plan that was made while they were empty would read them whole ever after.</summary>
    internal static NpgsqlDataSource ConnectPlanning(string connectionString, string searchPath)
    {
        const string Anew = "set plan_cache_mode = force_custom_plan";
        return Builder(connectionString, searchPath).UsePhysicalConnectionInitializer(
            static c => Plan(c).ExecuteNonQuery(), static async c => await Plan(c).ExecuteNonQueryAsync()).Build();

        static NpgsqlCommand Plan(NpgsqlConnection connection) => new(Anew, connection);
    }

    private static NpgsqlSlimDataSourceBuilder Builder(string connectionString, string searchPath, int? most = null) =>
        new NpgsqlSlimDataSourceBuilder(Settings(connectionString, searchPath, most)).EnableArrays().EnableTransportSecurity();

    /// <summary>How many connections a connection string allows; null where it does not say.</summary>
    internal static int? MostConnections(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        return settings.Keys.Any(static k => k == "Maximum Pool Size") ? settings.MaxPoolSize : null;
    }

    internal static string Settings(string connectionString, string searchPath, int? most = null) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        SearchPath = searchPath,
        Timezone = "UTC",
        ApplicationName = "dateline",
        MaxPoolSize = most ?? MostConnections(connectionString) ?? DefaultConnections,
        MaxAutoPrepare = 40,
        AutoPrepareMinUsages = 3,
        NoResetOnClose = true,
        IncludeErrorDetail = false
    }.ConnectionString;
}
