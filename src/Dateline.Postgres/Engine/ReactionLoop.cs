using System.Runtime.ExceptionServices;
using Npgsql;

namespace Dateline.Postgres.Engine;

/// <summary>
/// Turns events into commands, in log order, each once: a batch's commands are decided on top of one another and written in the transaction
/// that moves the cursor. When the database refuses that, smaller batches follow, down to one event, which is then stopped before or set aside.
/// </summary>
internal sealed partial class ReactionLoop(
    NpgsqlDataSource database, PostgresNewsroom newsroom, Handlers handlers, IReadOnlyList<object> services, Poison poison, Leader leader, Action written)
{
    internal const string Name = "reactions";
    private const int MostEvents = 64;
    private const int MostRemembered = 2000;
    private const int MostCommands = 2000;
    private const int MostAttempts = 20;
    private Cursor cursor = new(Name, 0, 0);
    private ReactionPage page = ReactionPage.Empty;
    private int most = MostEvents;
    private long last;

    internal async Task Run(Signal signal, TimeSpan poll, CancellationToken cancellation)
    {
        Reset();
        cursor = await Cursors.Load(database, Name, cancellation);
        await Cursors.Running(database, Name, cancellation);
        var again = new SecondTries(database, newsroom, handlers, services, leader);
        while (true)
        {
            var wake = signal.Next;
            // Views that read from the database what was written long ago cost more than the wait.
            if (!newsroom.Tail.IsAhead(last) && await Step(cancellation)) continue;
            if (await again.Step(cursor, cancellation)) cursor = await Cursors.Load(database, Name, cancellation);
            else await Signal.Wait(wake, poll, cancellation);
        }
    }

    /// <summary>Takes in the next batch; false when there is none.</summary>
    private async Task<bool> Step(CancellationToken cancellation)
    {
        if (page.IsDone)
        {
            var head = await newsroom.Log.Head(cancellation);
            if (head <= cursor.Position) return false;
            try
            {
                var (events, upTo) = Remembered(head) ?? await newsroom.Log.ReadPage(new(cursor.Position, head, handlers.Reacting), MostEvents, cancellation);
                page = ReactionPage.Of(events, upTo, handlers, cancellation);
            }
            catch (UnreadableEvent e)
            {
                await Refuse(e.Position, e, cancellation);
                return true;
            }
        }
        using var span = Traces.TakingIn(Name, cursor.Position, page.PositionBefore(page.Count));
        var ahead = new ReadAhead(newsroom);
        var (commands, end, failure) = await React(ahead, cancellation);
        if (failure is null || end > page.Next) failure = await Commit(commands, ahead, page.PositionBefore(end), cancellation);
        if (failure is null)
        {
            page.GoTo(end);
            most = Math.Min(most * 2, MostEvents);
        }
        else if (end - page.Next > 1)
        {
            most = (end - page.Next) / 2;
            Reset();
        }
        else if (page.IsDone)
        {
            // No event is to blame: the cursor itself was refused.
            ExceptionDispatchInfo.Throw(failure);
        }
        else
        {
            await Refuse(page[page.Next].Position, failure, cancellation);
            page.GoTo(page.Next + 1);
        }
        return true;
    }

    /// <summary>The next page, where this process wrote all of it.</summary>
    private (List<Recorded> Events, long UpTo)? Remembered(long head)
    {
        if (newsroom.Tail.Read(cursor.Position, head, MostRemembered) is not { } all) return null;
        var needed = all.Where(e => handlers.Reacting.Contains(e.Row.Type)).Take(MostEvents).Select(e => e.Event).ToList();
        return (needed, needed.Count == MostEvents ? needed[^1].Position : all[^1].Row.Position);
    }

    /// <summary>
    /// The commands of the next events, up to one that fails or whose reaction looks at a stream that the batch is about to write to: what a
    /// reaction loads is what the log holds when its turn comes.
    /// </summary>
    private async Task<(List<(ICommand, Act)> Commands, int End, Exception? Failure)> React(ReadAhead ahead, CancellationToken cancellation)
    {
        var commands = new List<(ICommand, Act)>();
        var pending = new HashSet<string>(StringComparer.Ordinal);
        var last = Math.Min(page.Count, page.Next + most);
        for (var i = page.Next; i < last; i++)
        {
            var e = page[i];
            try
            {
                var reactions = handlers.ReactionsTo(e.Data);
                if (commands.Count > MostCommands) return (commands, i, null);
                if (!reactions.All(r => r.IsPure))
                {
                    if (pending.Contains(e.Stream)) return (commands, i, null);
                    await ahead.Fetch(page.From(i).Where(n => handlers.ReactionsTo(n.Data).Any(r => !r.IsPure)), cancellation);
                }
                ahead.Add(e);
                var own = new List<ICommand>();
                for (var j = 0; j < reactions.Count; j++) own.AddRange(reactions[j].IsPure ? page.Pure(i, j) : await reactions[j].React(e, ahead, services, cancellation));
                commands.AddRange(own.Select(c => (c, ActOf(c, e))));
                pending.UnionWith(own.Select(c => c.Id));
            }
            catch (Exception failure) when (!Faults.Passes(failure))
            {
                return (commands, i, failure);
            }
        }
        return (commands, last, null);
    }

    internal static Act ActOf(ICommand command, Recorded e) =>
        new(command.Bot is { } bot ? "bot:" + bot : "system", null, e.Correlation, e.Id.ToString());
}
