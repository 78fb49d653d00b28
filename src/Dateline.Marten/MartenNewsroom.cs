using System.Runtime.ExceptionServices;
using Dateline.Postgres.Engine;
using JasperFx;
using JasperFx.Events;
using Marten;
using Marten.Exceptions;
using Npgsql;
using Wolverine.Runtime;

namespace Dateline.Marten;

/// <summary>A newsroom whose commands are run by Wolverine and whose streams are Marten's.</summary>
internal sealed class MartenNewsroom(IDocumentStore store, IWolverineRuntime? wolverine, Handlers handlers, Log log) : INewsroom
{
    /// <inheritdoc/>
    public async Task<Receipt> Send(ICommand command, Act act, CancellationToken cancellation)
    {
        _ = handlers.DeciderOf(command);
        if (wolverine is null) throw new Refused("This role may read Dateline's tables and not write to them, or the database takes no writes at all. Use a role that may, or see why the database does not.");
        if (act.ExpectedVersion is not null) await Expect(command, act, cancellation);
        var sending = Sending.Current = new(command, act);
        try
        {
            await new MessageBus(wolverine).InvokeAsync(command, cancellation);
        }
        catch (Exception e) when (e is ConcurrencyException or ExistingStreamIdCollisionException)
        {
            throw new Conflict(command.Id, act.ExpectedVersion ?? 0, await VersionOf(command.Id, cancellation));
        }
        catch (Refused) when (act.ExpectedVersion is not null)
        {
            // It was refused by what came after the version that was seen: that is the conflict.
            await Expect(command, act, cancellation);
            throw;
        }
        catch (Exception e) when (CauseOf(e) is { } cause)
        {
            ExceptionDispatchInfo.Throw(cause);
        }
        catch (Exception e) when (MayBeUnreadable(e))
        {
            await AssertReadable(command.Id, null, cancellation);
            throw;
        }
        return sending.Receipt ?? new(command.Id, await Expect(command, act, cancellation), null, []);
    }

    /// <inheritdoc/>
    public async Task<Loaded<T>> Load<T>(string stream, long? asOf, CancellationToken cancellation) where T : class, IFold<T>
    {
        try
        {
            await using var session = store.QuerySession();
            var events = asOf is null
                ? await session.Events.FetchStreamAsync(stream, token: cancellation)
                : await session.Events.QueryAllRawEvents().Where(e => e.StreamKey == stream && e.Sequence <= asOf).OrderBy(e => e.Sequence).ToListAsync(cancellation);
            return new(events.Aggregate((T?)null, (state, e) => T.Evolve(state, e.Data)), events.Count == 0 ? 0 : events[^1].Version);
        }
        catch (Exception e) when (MayBeUnreadable(e))
        {
            await AssertReadable(stream, asOf, cancellation);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<long> PositionAt(DateTimeOffset recorded, CancellationToken cancellation) => log.PositionAt(recorded, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<Recorded> Read(Range range, CancellationToken cancellation) => log.Read(range, cancellation);

    /// <summary>An event of Marten's as the rest of Dateline knows it.</summary>
    /// <exception cref="UnreadableEvent">It has no data.</exception>
    internal static Recorded Recorded(IEvent e) => !IsReadable(e) ? throw new UnreadableEvent(e.Sequence, "Its data is null.") : new(
        e.Sequence, e.Id, e.StreamKey!, e.Version, e.EventTypeName, e.Data, e.Timestamp, e.UserName ?? "system", e.GetHeader("reason")?.ToString(),
        e.CorrelationId, e.CausationId);

    /// <summary>Whether an event that Marten handed over has data: it reads JSON's null as none.</summary>
    internal static bool IsReadable(IEvent e) => e.Data is not null;

    /// <summary>The stream's version, when it is the one that the act expects.</summary>
    private async Task<long> Expect(ICommand command, Act act, CancellationToken cancellation)
    {
        var version = await VersionOf(command.Id, cancellation);
        return act.ExpectedVersion is { } expected && expected != version ? throw new Conflict(command.Id, expected, version) : version;
    }

    /// <summary>What the database said, where Marten says it in other words.</summary>
    internal static NpgsqlException? CauseOf(Exception? e)
    {
        for (var at = e; at is not null; at = at.InnerException)
        {
            if (at is NpgsqlException said && at != e) return said;
            if (Faults.IsCut(at)) return new("The database cannot be reached.", new IOException("A connection was cut.", at));
        }
        return null;
    }

    private static bool MayBeUnreadable(Exception e) => e is not (Refused or Conflict or NpgsqlException or OperationCanceledException) && CauseOf(e) is null;

    /// <summary>Marten does not say which event of a stream it cannot read, or what is wrong with it in words that are safe to show.</summary>
    private async Task AssertReadable(string stream, long? asOf, CancellationToken cancellation)
    {
        try
        {
            await log.ReadStreams([stream], [0], asOf, cancellation);
        }
        catch (UnreadableEvent e)
        {
            throw e.On(stream);
        }
    }

    private async Task<long> VersionOf(string stream, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return (await session.Events.FetchStreamStateAsync(stream, cancellation))?.Version ?? 0;
    }
}
