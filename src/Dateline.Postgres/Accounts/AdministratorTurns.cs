using Npgsql;

namespace Dateline.Postgres.Accounts;

/// <summary>
/// Lets one at a time take rights away, on all servers of a database: each account is a stream of its own, so that the log alone would let two administrators
/// close each other's accounts at once.
/// </summary>
public sealed class AdministratorTurns(NpgsqlDataSource database)
{
    /// <summary>Waits for one's turn, which ends when it is disposed of.</summary>
    public async Task<IAsyncDisposable> Take(CancellationToken cancellation)
    {
        var connection = await database.OpenConnectionAsync(cancellation);
        try
        {
            await connection.BeginTransactionAsync(cancellation);
            await Schema.Run(connection, "select pg_advisory_xact_lock(hashtextextended('dateline administrators ' || current_schema(), 0))", cancellation);
            // The transaction ends with the connection.
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
