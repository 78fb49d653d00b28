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
    private readonly TaskCompletionSource<SchemaFault> outdated = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What keeps this node from running followers, if something does.</summary>
    internal string? Fault { get; private set; }

    /// <summary>Ends when a later version of Dateline has brought the schema up to date: this node runs no followers any more.</summary>
    internal Task<SchemaFault> Outdated => outdated.Task;

    /// <summary>Runs the followers while the lock is held, with second tries when they are asked for and scheduled work kept scheduled; stops them when it is lost, and begins anew.</summary>
    internal async Task Run(Func<Task> start, Func<CancellationToken, Task> again, Func<CancellationToken, Task> keep, Func<Task> stop, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(cancellation);
                if (!await LeaderLock.TakeTogether(connection, cancellation)) throw new Refused(LeaderLock.BuiltInRuns);
                await Hold(connection, start, again, keep, stop, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (SchemaFault e)
            {
                Fault = e.Message;
                outdated.TrySetResult(e);
                return;
            }
            catch (Exception e)
            {
                var fault = Faults.Describe(e);
                if (fault != Fault) options.Say($"The followers pause: {fault}. They try again by themselves.");
                Fault = fault;
                await Task.Delay(options.Poll, cancellation).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }

    private async Task Hold(
        NpgsqlConnection connection, Func<Task> start, Func<CancellationToken, Task> again, Func<CancellationToken, Task> keep, Func<Task> stop, CancellationToken cancellation)
    {
        await Schema.AssertNotLater(connection, cancellation);
        await start();
        Fault = null;
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
