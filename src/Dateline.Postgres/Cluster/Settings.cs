namespace Dateline.Postgres.Cluster;

/// <summary>What the private cluster sets. The rest is PostgreSQL's own.</summary>
internal static class Settings
{
    /// <summary>The lines of the settings.</summary>
    /// <param name="socket">The folder of the socket.</param>
    /// <param name="compression">How the log of writes and large values are compressed: <c>lz4</c> costs a tenth of <c>pglz</c>, but not every build has it.</param>
    /// <param name="connections">How many connections there can be at once.</param>
    internal static string Text(string socket, string compression, int connections) =>
        $"""
         # Written by Dateline when it made the cluster.
         listen_addresses = ''
         unix_socket_directories = '{socket.Replace("'", "''", StringComparison.Ordinal)}'
         unix_socket_permissions = 0700
         max_connections = {connections}
         # What was acknowledged survives a loss of power.
         fsync = on
         full_page_writes = on
         synchronous_commit = on
         shared_buffers = 128MB
         max_wal_size = 4GB
         wal_compression = {compression}
         default_toast_compression = {compression}
         checkpoint_timeout = 15min
         # Tables begin empty: a plan that was made then holds until they are analyzed.
         autovacuum_naptime = 15s
         jit = off
         timezone = 'UTC'
         # The text of documents never reaches the log.
         log_statement = none
         log_min_error_statement = panic
         log_parameter_max_length_on_error = 0
         log_error_verbosity = terse

         """;
}
