using Npgsql;

namespace Dateline.Postgres.Cluster;

/// <summary>A connection by which the users of a private cluster know of one another: whoever leaves last stops the server.</summary>
internal sealed class ClusterPresence(ClusterPlace place) : IAsyncDisposable
{
    internal const string Database = "dateline";
    internal const string User = "dateline";
    private const string Name = "dateline presence";
    private const string Gone = "dateline has left";
    private NpgsqlConnection? presence;

    /// <summary>Makes the database when it is not there, and stays connected, so that nobody else stops the server.</summary>
    internal async Task Enter(ClusterServer server, CancellationToken cancellation)
    {
        try
        {
            await using (var connection = new NpgsqlConnection(ConnectionTo(place, "postgres")))
            {
                await connection.OpenAsync(cancellation);
                await using var find = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection);
                if (await find.With(Database).ExecuteScalarAsync(cancellation) is null) await Schema.Run(connection, $"create database {Database}", cancellation);
            }
            await DisposeAsync();
            presence = new(ConnectionTo(place, Database, Name));
            await presence.OpenAsync(cancellation);
        }
        catch (NpgsqlException e)
        {
            throw new ClusterFault($"PostgreSQL runs on {place.Data} but cannot be used: {e.Message} Its log, {place.Log}, ends: {ServerLog.End(place)}");
        }
    }

    /// <summary>
    /// How many other clients there are once this process has left. The server counts a connection for a moment after it was closed: whoever
    /// leaves says so before, and the others are given that moment. Of a cluster that is deleted in the end only other users count: a connection that
    /// somebody forgot does not keep it.
    /// </summary>
    internal async Task<long> Leave(bool throwAway)
    {
        if (presence is null) return 0;
        try
        {
            await Schema.Run(presence, $"set application_name = '{Gone}'", CancellationToken.None);
            await using var others = new NpgsqlCommand(
                $"""
                select count(*), count(*) filter (where application_name = '{Name}')
                from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name <> '{Gone}'
                """, presence);
            for (var attempt = 1; ; attempt++)
            {
                var (all, users) = (await others.Rows(r => (r.GetInt64(0), r.GetInt64(1)), CancellationToken.None))[0];
                if (throwAway) return users;
                if (all == 0 || users > 0 || attempt == 60) return all;
                await Task.Delay(50);
            }
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            return 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (presence is not null) await presence.DisposeAsync();
    }

    /// <summary>The connection string of one who only looks in.</summary>
    internal static string ConnectionTo(ClusterPlace place, string database, string name = Gone) =>
        $"Host={place.Socket};Username={User};Database={database};Application Name={name};Pooling=false;Timeout=10";
}
