using Dateline.Postgres.Engine;
using Dateline.Postgres.Housekeeping;
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
    private static readonly TimeSpan later = TimeSpan.FromMinutes(1);

    /// <summary>What fails is tried again later, and never given up.</summary>
    public static void Configure(HandlerChain chain) => chain.OnAnyException().ScheduleRetryIndefinitely(later);

    /// <summary>Handles it.</summary>
    public static async Task<DeliveryMessage<TidyUp>?> Handle(
        TidyUp message, Caretaker caretaker, EngineOptions options, IWolverineRuntime wolverine, CancellationToken cancellation)
    {
        await caretaker.TidyUp(cancellation);
        return await IsScheduled(wolverine, cancellation) ? null : message.DelayedFor(options.Housekeeping);
    }

    /// <summary>Schedules the first time, unless a next one is scheduled.</summary>
    internal static async Task Schedule(IWolverineRuntime wolverine, EngineOptions options, CancellationToken cancellation)
    {
        if (!await IsScheduled(wolverine, cancellation)) await new MessageBus(wolverine).ScheduleAsync(new TidyUp(), options.Housekeeping);
    }

    private static async Task<bool> IsScheduled(IWolverineRuntime wolverine, CancellationToken cancellation) =>
        (await wolverine.Storage.ScheduledMessages.QueryAsync(new ScheduledMessageQuery { MessageType = typeof(TidyUp).FullName, PageSize = 1 }, cancellation)).TotalCount > 0;
}
