using Dateline.Audit;
using Dateline.Postgres.Views;
using Npgsql;

namespace Dateline.Postgres.Engine;

/// <summary>A view: its name, the folder of its tables' SQL, and how its follower is made.</summary>
/// <param name="Name">Its name, as <c>rebuild</c> takes it.</param>
/// <param name="Tables">Its tables, which a rebuild swaps.</param>
/// <param name="Follower">Makes a follower that reads its own tables from the data source.</param>
public sealed record View(string Name, IReadOnlyList<string> Tables, Func<NpgsqlDataSource, IFollower> Follower);

/// <summary>
/// Hands events to the views, in order. Views whose cursors stand at the same place travel together: the log is read once for them and
/// their effects are committed in one transaction. One that fails is taken out of the company and the event that fails it is found by halving.
/// </summary>
internal sealed partial class ViewLoop(
    NpgsqlDataSource database, Log log, Tail tail, IReadOnlyList<View> views, Poison poison, Leader leader, Action written)
{
    private const int MostEvents = 2000;
    private readonly List<Traveller> travellers = [];

    internal async Task Run(Signal signal, TimeSpan poll, CancellationToken cancellation)
    {
        travellers.Clear();
        foreach (var view in views)
        {
            travellers.Add(new(view, view.Follower(database), await Cursors.Load(database, view.Name, cancellation)));
            await Cursors.Running(database, view.Name, cancellation);
        }
        while (true)
        {
            var wake = signal.Next;
            if (await Step(cancellation)) continue;
            await Signal.Wait(wake, poll, cancellation);
            foreach (var stopped in travellers.Where(t => t.Stopped)) await TryAgain(stopped, cancellation);
        }
    }

    /// <summary>A view that was rebuilt since it stopped goes on.</summary>
    private async Task TryAgain(Traveller stopped, CancellationToken cancellation)
    {
        var cursor = await Cursors.Load(database, stopped.View.Name, cancellation);
        if (cursor.Generation == stopped.Cursor.Generation) return;
        (stopped.Cursor, stopped.Follower, stopped.Stopped) = (cursor, stopped.View.Follower(database), false);
    }

    /// <summary>Moves those that are furthest behind; false when nobody is behind.</summary>
    private async Task<bool> Step(CancellationToken cancellation)
    {
        var head = await log.Head(cancellation);
        var moving = travellers.Where(t => !t.Stopped && t.Cursor.Position < head).ToList();
        tail.Pass(moving.Select(t => t.Cursor.Position).DefaultIfEmpty(head).Min());
        if (moving.Count == 0) return false;
        var from = moving.Min(t => t.Cursor.Position);
        var company = moving.Where(t => t.Cursor.Position == from).ToList();
        var ahead = moving.Where(t => t.Cursor.Position > from).Select(t => t.Cursor.Position).DefaultIfEmpty(head).Min();
        if (company.Exists(t => t.Follower is IRowFollower)) ahead = Math.Min(ahead, from + IRowFollower.MostRows);
        await Walk(company, from, ahead, cancellation);
        written();
        return true;
    }

    /// <summary>Reads what a company needs and moves it; an event that cannot be read concerns only those who need it.</summary>
    private async Task Walk(List<Traveller> company, long from, long through, CancellationToken cancellation)
    {
        using var span = Traces.TakingIn(company is [var only] ? only.View.Name : "views", from, through);
        try
        {
            var page = await Read(company, from, through, cancellation);
            await Move(company, page, page.To, cancellation);
        }
        catch (UnreadableEvent) when (company.Count > 1)
        {
            foreach (var traveller in company) await Walk([traveller], from, through, cancellation);
        }
        catch (UnreadableEvent e)
        {
            await Refuse(company[0], e.Position, e, cancellation);
        }
    }

    /// <summary>The events that a company needs; with the rows themselves where these are needed too and all are read anyway.</summary>
    private async Task<Page> Read(List<Traveller> company, long from, long through, CancellationToken cancellation)
    {
        if (company.Exists(t => t.Follower.Types.Count == 0))
        {
            if (tail.Read(from, through, MostEvents) is { } remembered)
                return new(remembered.ConvertAll(e => e.Event), remembered.ConvertAll(e => e.Row), remembered[^1].Row.Position);
            if (company.Exists(t => t.Follower is IRowFollower))
            {
                var (read, rows, end) = await log.ReadRows(from, through, MostEvents, cancellation);
                return new(read, rows, end);
            }
            var (all, last) = await log.ReadPage(new(from, through), MostEvents, cancellation);
            return new(all, null, last);
        }
        var types = company.SelectMany(t => t.Follower.Types).Distinct().ToList();
        var (events, to) = await log.ReadPage(new(from, through, types), MostEvents, cancellation);
        return new(events, null, to);
    }

    private async Task Move(List<Traveller> company, Page page, long to, CancellationToken cancellation)
    {
        try
        {
            await Commit(company, page, to, cancellation);
        }
        catch (PostgresException e) when (e.SqlState == Faults.CursorMoved)
        {
            foreach (var traveller in company) await Renew(traveller, reload: true, cancellation);
        }
        catch (Exception e) when (!Faults.Passes(e))
        {
            foreach (var traveller in company) await Renew(traveller, reload: false, cancellation);
            await Isolate(company, page, to, e, cancellation);
        }
    }

    private async Task Commit(List<Traveller> company, Page page, long to, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        foreach (var traveller in company) batch.BatchCommands.Add(Cursors.Advance(traveller.Cursor, leader.Epoch, to));
        var sql = new Sql(batch);
        foreach (var traveller in company)
        {
            if (traveller.Follower is IRowFollower rows)
            {
                var read = page.Rows?.Where(r => r.Position > traveller.Cursor.Position && r.Position <= to).ToList();
                await rows.Follow(traveller.Cursor.Position, to, read, sql, cancellation);
                continue;
            }
            var types = traveller.Follower.Types;
            var own = types.Count == 0 ? page.Events : page.Events.Where(e => types.Contains(e.Type)).ToList();
            if (own.Count > 0) await traveller.Follower.Follow(own, sql, cancellation);
        }
        await batch.ExecuteNonQueryAsync(cancellation);
        foreach (var traveller in company) traveller.Cursor = traveller.Cursor with { Position = to };
    }

    private async Task Renew(Traveller traveller, bool reload, CancellationToken cancellation)
    {
        traveller.Follower = traveller.View.Follower(database);
        if (reload) traveller.Cursor = await Cursors.Load(database, traveller.View.Name, cancellation);
    }

    /// <summary>What was read for a company: events, all rows of the same positions where they were read too, and up to where that goes.</summary>
    private sealed record Page(List<Recorded> Events, List<StoredEvent>? Rows, long To);

    private sealed class Traveller(View view, IFollower follower, Cursor cursor)
    {
        internal View View { get; } = view;
        internal IFollower Follower { get; set; } = follower;
        internal Cursor Cursor { get; set; } = cursor;
        internal bool Stopped { get; set; }
    }
}
