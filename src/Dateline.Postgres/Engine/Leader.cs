using System.Globalization;
using Npgsql;

namespace Dateline.Postgres.Engine;

/// <summary>
/// The lock that makes one process the leader, and its epoch. The lock lives as long as its connection; the epoch, checked in every
/// transaction of a follower, stops a leader that was cut off and does not know it.
/// </summary>
internal sealed class Leader : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;

    private Leader(NpgsqlConnection connection, long epoch)
    {
        this.connection = connection;
        Epoch = epoch;
    }

    /// <summary>The leader's epoch.</summary>
    internal long Epoch { get; }

    /// <summary>Becomes the leader, or gives null when another process is.</summary>
    /// <param name="database">The database.</param>
    /// <param name="take">Takes the lock on a connection, or gives false.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="SchemaFault">A later version of Dateline has brought the schema up to date.</exception>
    internal static async Task<Leader?> TryBecome(NpgsqlDataSource database, Func<NpgsqlConnection, CancellationToken, Task<bool>> take, CancellationToken cancellation)
    {
        var connection = await database.OpenConnectionAsync(cancellation);
        try
        {
            if (!await take(connection, cancellation))
            {
                await Schema.AssertNotLater(connection, cancellation);
                await connection.DisposeAsync();
                return null;
            }
            await using var command = new NpgsqlCommand(
                "update leadership set epoch = epoch + 1, holder = $1, since = clock_timestamp() returning epoch", connection)
            {
                Parameters = { new() { Value = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName} process {Environment.ProcessId}") } }
            };
            var epoch = (long)(await command.ExecuteScalarAsync(cancellation))!;
            // After the epoch: a later version that comes now raises it again.
            await Schema.AssertNotLater(connection, cancellation);
            await Schema.Run(connection, "listen dateline", cancellation);
            return new(connection, epoch);
        }
        catch
        {
            await GiveBack(connection);
            throw;
        }
    }

    /// <summary>Waits for a notification or the time; throws when the connection, and with it the lock, is gone.</summary>
    /// <exception cref="SchemaFault">A later version of Dateline has brought the schema up to date.</exception>
    internal async Task Wait(TimeSpan most, CancellationToken cancellation)
    {
        if (!await connection.WaitAsync(most, cancellation)) await Schema.AssertNotLater(connection, cancellation);
    }

    /// <summary>Gives the lock back.</summary>
    public async ValueTask DisposeAsync() => await GiveBack(connection);

    private static async Task GiveBack(NpgsqlConnection connection)
    {
        try
        {
            if (connection.FullState == System.Data.ConnectionState.Open) await Schema.Run(connection, "select pg_advisory_unlock_all(); unlisten *", CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // The connection is gone, and the lock with it.
        }
        await connection.DisposeAsync();
    }
}
