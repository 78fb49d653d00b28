using System.Diagnostics;
using Dateline.Audit;
using Dateline.Postgres.Engine;
using Dateline.Postgres.Views;

namespace Dateline.Benchmarks;

/// <summary>A view that adds up how long its follower took, without the commit.</summary>
internal sealed class TimedView
{
    private readonly View view;
    private long ticks;

    internal TimedView(View view) => this.view = view;

    internal View View => view with { Follower = database => view.Follower(database) is IRowFollower rows ? new RowFollower(this, rows) : new Follower(this, view.Follower(database)) };

    internal string Name => view.Name;

    internal double Seconds => Stopwatch.GetElapsedTime(0, Interlocked.Read(ref ticks)).TotalSeconds;

    private sealed class Follower(TimedView timed, IFollower follower) : IFollower
    {
        public string Name => follower.Name;

        public IReadOnlyCollection<string> Types => follower.Types;

        public async ValueTask Follow(IReadOnlyList<Recorded> events, ISql sql, CancellationToken cancellation)
        {
            var from = Stopwatch.GetTimestamp();
            await follower.Follow(events, sql, cancellation);
            Interlocked.Add(ref timed.ticks, Stopwatch.GetTimestamp() - from);
        }
    }

    private sealed class RowFollower(TimedView timed, IRowFollower follower) : IRowFollower
    {
        public string Name => follower.Name;

        public async ValueTask Follow(long after, long through, IReadOnlyList<StoredEvent>? read, ISql sql, CancellationToken cancellation)
        {
            var from = Stopwatch.GetTimestamp();
            await follower.Follow(after, through, read, sql, cancellation);
            Interlocked.Add(ref timed.ticks, Stopwatch.GetTimestamp() - from);
        }
    }
}
