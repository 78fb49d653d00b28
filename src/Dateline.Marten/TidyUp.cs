using Dateline.Postgres.Engine;
using Dateline.Postgres.Housekeeping;
using Npgsql;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Persistence.Durability.ScheduledMessageManagement;
using Wolverine.Runtime;
using Wolverine.Runtime.Handlers;

namespace Dateline.Marten;

/// <summary>Asks for what has ended to be cleared away. Wolverine keeps it in the database until its time has come; one node handles it.</summary>
public sealed record TidyUp;

/// <summary>Clears away what has ended, and schedules the next time.</summary>
public static class TidyUpHandler
{
    /// <summary>What fails need not be kept: whoever runs followers looks whether there is a next time.</summary>
    public static void Configure(HandlerChain chain) => chain.OnAnyException().Discard();

    /// <summary>Handles it.</summary>
    public static async Task Handle(TidyUp message, Caretaker caretaker, TidyUps times, CancellationToken cancellation)
    {
        await caretaker.TryTidyUp(cancellation);
        await times.Next(cancellation);
    }
}

/// <summary>The times at which what has ended is cleared away.</summary>
public sealed class TidyUps(NpgsqlDataSource database, IWolverineRuntime wolverine, EngineOptions options)
{
    /// <summary>
    /// Schedules the next time, unless it is. One node at a time looks and schedules, so that there is one next time however many begin together. Wolverine says
    /// nothing when it could not store the message and gives it up within a second, so this is asked for again and again.
    /// </summary>
    internal async Task Next(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var alone = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended('dateline housekeeping ' || current_schema(), 0))", connection, transaction);
        await alone.ExecuteNonQueryAsync(cancellation);
        var scheduled = await wolverine.Storage.ScheduledMessages.QueryAsync(new ScheduledMessageQuery { MessageType = typeof(TidyUp).FullName, PageSize = 1 }, cancellation);
        if (scheduled.TotalCount == 0) await new MessageBus(wolverine).ScheduleAsync(new TidyUp(), options.Housekeeping);
        await transaction.CommitAsync(cancellation);
    }
}
