using Dateline.Postgres.Accounts;
using Dateline.Postgres.Engine;
using Npgsql;

namespace Dateline.Postgres.Housekeeping;

/// <summary>Clears away what has ended: sessions, invitations, answers that were kept for repeated requests, and what a rebuild left that died.</summary>
public sealed class Caretaker(NpgsqlDataSource database, EngineOptions options)
{
    /// <summary>How long ago a thing must have ended: the clocks of servers and of the database differ.</summary>
    private static readonly TimeSpan grace = TimeSpan.FromHours(1);

    /// <summary>Tidies up once. It can be repeated, and done by several at once.</summary>
    public async Task TidyUp(CancellationToken cancellation)
    {
        await using (var batch = database.CreateBatch())
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("delete from sessions where ends_at < clock_timestamp() - $1").With(grace));
            batch.BatchCommands.Add(new NpgsqlBatchCommand("delete from invitations where expires_at < clock_timestamp() - $1").With(grace));
            batch.BatchCommands.Add(new NpgsqlBatchCommand("delete from idempotency where begun_at < clock_timestamp() - $1").With(Answers.Kept + grace));
            await batch.ExecuteNonQueryAsync(cancellation);
        }
        foreach (var view in options.Views) await Rebuild.ClearAway(database, options.Schema, view, cancellation);
    }

    /// <summary>Tidies up now and then until it is cancelled; what fails is said and tried again.</summary>
    internal async Task Run(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(options.Housekeeping);
        while (await timer.WaitForNextTickAsync(cancellation)) await TryTidyUp(cancellation);
    }

    /// <summary>Tidies up, or says why that is not possible.</summary>
    internal async Task TryTidyUp(CancellationToken cancellation)
    {
        try
        {
            await TidyUp(cancellation);
        }
        catch (NpgsqlException e)
        {
            options.Say($"What has ended could not be cleared away: {Faults.Describe(e)}. It is tried again.");
        }
    }
}
