using System.Diagnostics;
using Dateline.Postgres;
using Dateline.Postgres.Engine;
using Npgsql;

namespace Dateline.Marten;

/// <summary>
/// Keeps the built-in engine from running followers while this one does: its leader holds a lock alone that Marten's nodes hold together.
/// The lock lives as long as its connection.
/// </summary>
internal sealed class Presence(NpgsqlDataSource database, EngineOptions options)
{
    private readonly Attempts attempts = new(options, "The followers pause");

    /// <summary>What keeps this node from running followers, if something does.</summary>
    internal string? Fault => attempts.Fault;

    /// <summary>Ends when a later version of Dateline has brought the schema up to date: this node runs no followers any more.</summary>
    internal Task<SchemaFault> Outdated => attempts.Outdated;

    /// <summary>Runs the followers while the lock is held, with second tries when they are asked for and scheduled work kept scheduled; stops them when it is lost, and begins anew.</summary>
    internal Task Run(Func<Task> start, Func<CancellationToken, Task> again, Func<CancellationToken, Task> keep, Func<Task> stop, CancellationToken cancellation) => attempts.Run(
        async c =>
        {
            await using var connection = await database.OpenConnectionAsync(c);
            if (!await LeaderLock.TakeTogether(connection, c)) throw new Refused(LeaderLock.BuiltInRuns);
            await Hold(connection, start, again, keep, stop, c);
        },
        cancellation);

    private async Task Hold(
        NpgsqlConnection connection, Func<Task> start, Func<CancellationToken, Task> again, Func<CancellationToken, Task> keep, Func<Task> stop, CancellationToken cancellation)
    {
        await Schema.AssertNotLater(connection, cancellation);
        await start();
        attempts.Goes();
        try
        {
            for (var kept = Stopwatch.GetTimestamp(); ;)
            {
                await Task.Delay(options.Poll, cancellation);
                if (Stopwatch.GetElapsedTime(kept) > options.Housekeeping)
                {
                    await keep(cancellation);
                    kept = Stopwatch.GetTimestamp();
                }
                await Schema.AssertNotLater(connection, cancellation);
                if (await IsAsked(connection, cancellation)) await again(cancellation);
            }
        }
        finally
        {
            await stop();
            if (connection.FullState == System.Data.ConnectionState.Open) await Schema.Run(connection, "select pg_advisory_unlock_all()", CancellationToken.None);
        }
    }

    /// <summary>Whether somebody asked for a second try; throws when the connection, and with it the lock, is gone.</summary>
    private static async Task<bool> IsAsked(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select exists (select from set_aside where follower = $1 and asked is not null)", connection);
        return (bool)(await command.With(Cursors.RowOf(ReactionLoop.Name)).ExecuteScalarAsync(cancellation))!;
    }
}
