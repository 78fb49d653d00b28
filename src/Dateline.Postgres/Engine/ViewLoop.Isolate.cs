using Dateline.Postgres.Views;

namespace Dateline.Postgres.Engine;

// What becomes of a page that a view cannot take in.
internal sealed partial class ViewLoop
{
    /// <summary>Lets each of a company go by itself; of one alone, takes what it can and finds by halving what it cannot.</summary>
    private async Task Isolate(List<Traveller> company, Page page, long to, Exception failure, CancellationToken cancellation)
    {
        if (company.Count > 1)
        {
            foreach (var traveller in company) await Move([traveller], page, to, cancellation);
            return;
        }
        var one = company[0];
        if (Half(one, page, to) is not { } half)
        {
            var position = one.Follower is IRowFollower || page.Events.Count == 0 ? to : page.Events[0].Position;
            await Refuse(one, position, failure, cancellation);
            if (one.Cursor.Position == position && position < to) await Move(company, page with { Events = [] }, to, cancellation);
            return;
        }
        await Move(company, half.First, half.At, cancellation);
        // A follower that stopped, or whose view was rebuilt meanwhile, stands elsewhere.
        if (one.Cursor.Position == half.At) await Move(company, half.Second, to, cancellation);
    }

    /// <summary>A page in two, and where the first half ends; null where there is one event, or one row for whoever takes in rows.</summary>
    private static (Page First, long At, Page Second)? Half(Traveller one, Page page, long to)
    {
        if (one.Follower is IRowFollower) return to - one.Cursor.Position > 1 ? (page, (one.Cursor.Position + to) / 2, page) : null;
        var half = page.Events.Count / 2;
        return half > 0 ? (page with { Events = page.Events[..half] }, page.Events[half - 1].Position, page with { Events = page.Events[half..] }) : null;
    }

    private async Task Refuse(Traveller traveller, long position, Exception failure, CancellationToken cancellation)
    {
        traveller.Stopped = await Stops.At(database, traveller.Cursor, leader, position, failure, Stops.Treatment(poison, traveller.Follower), cancellation);
        if (!traveller.Stopped) traveller.Cursor = traveller.Cursor with { Position = position };
    }
}
