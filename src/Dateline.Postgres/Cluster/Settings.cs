namespace Dateline.Postgres.Cluster;

/// <summary>What the private cluster sets. The rest is PostgreSQL's own.</summary>
internal static class Settings
{
    internal static string Text(string socket) =>
        $"""
         # Written by Dateline when it made the cluster.
         listen_addresses = ''
         unix_socket_directories = '{socket.Replace("'", "''", StringComparison.Ordinal)}'
         unix_socket_permissions = 0700
         max_connections = 100
         # What was acknowledged survives a loss of power.
         fsync = on
         full_page_writes = on
         synchronous_commit = on
         shared_buffers = 128MB
         max_wal_size = 1GB
         wal_compression = on
         jit = off
         timezone = 'UTC'
         # The text of documents never reaches the log.
         log_statement = none
         log_min_error_statement = panic
         log_parameter_max_length_on_error = 0
         log_error_verbosity = terse

         """;
}
