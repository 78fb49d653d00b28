using Dateline.Audit;

namespace Dateline.Postgres.Engine;

/// <summary>
/// The end of the log as this process wrote it, so that followers who are not far behind need not have it read out to them by the database. What others
/// wrote and what there was no room for is missing from it and is read there. It is empty while this process does not lead, and from the moment when
/// stored events may be changed, which a redaction does.
/// </summary>
internal sealed class Tail
{
    private const int MostEvents = 10_000;
    private const long MostBytes = 12 << 20;

    // Fewer are not worth a transaction of those who take them in, unless there are no more.
    private const int Few = 500;

    // Within this many events after those that the views have taken in the reactions go on; views that are far behind are not waited for.
    private const long NearBehind = 4000;
    private const long FarBehind = 20_000;

    private readonly Lock gate = new();
    private readonly Dictionary<long, TailEvent> events = [];
    private bool open;
    private long passed;
    private long bytes;

    /// <summary>Whether it takes in what is written.</summary>
    internal bool IsOpen => Volatile.Read(ref open);

    /// <summary>Changes whenever it is emptied. Take it before writing.</summary>
    internal int Turn { get; private set; }

    /// <summary>Begins to take in what is written.</summary>
    internal void Open() => Empty(true);

    /// <summary>Forgets everything, and takes in nothing from now on.</summary>
    internal void Close() => Empty(false);

    /// <summary>Closes it when this process leads no more.</summary>
    internal async Task CloseAfter(CancellationToken leading)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, leading);
        }
        finally
        {
            Close();
        }
    }

    /// <summary>Takes in what was committed.</summary>
    /// <param name="turn">The <see cref="Turn"/> before it was written.</param>
    /// <param name="written">What was written.</param>
    internal void Add(int turn, IEnumerable<TailEvent> written)
    {
        lock (gate)
        {
            if (!open || turn != Turn) return;
            foreach (var e in written)
            {
                if (e.Row.Position <= passed || events.Count >= MostEvents || bytes > MostBytes) continue;
                if (events.TryAdd(e.Row.Position, e)) bytes += e.Bytes;
            }
        }
    }

    /// <summary>Hears up to where the views have taken in the log, and lets go of that.</summary>
    internal void Pass(long position)
    {
        lock (gate)
        {
            if (events.Count > 0)
            {
                foreach (var (at, e) in events)
                {
                    if (at > position) continue;
                    events.Remove(at);
                    bytes -= e.Bytes;
                }
            }
            passed = position;
        }
    }

    /// <summary>Whether the views are near enough behind a position to be waited for, and too far behind to go on.</summary>
    internal bool IsAhead(long position)
    {
        lock (gate) return open && position - passed is > NearBehind and < FarBehind;
    }

    /// <summary>All events after a position, up to another one or at most so many; null where too few of them are here.</summary>
    internal List<TailEvent>? Read(long after, long through, int most)
    {
        lock (gate)
        {
            if (!events.ContainsKey(after + 1)) return null;
            var read = new List<TailEvent>((int)Math.Min(Math.Min(most, through - after), events.Count));
            while (read.Count < most && after < through && events.TryGetValue(after + 1, out var e))
            {
                read.Add(e);
                after++;
            }
            return after == through || read.Count == most || read.Count >= Few ? read : null;
        }
    }

    private void Empty(bool opens)
    {
        lock (gate)
        {
            Turn++;
            open = opens;
            events.Clear();
            (passed, bytes) = (0, 0);
        }
    }
}

/// <summary>An event as it was written; it is made out once, for all who take it in.</summary>
internal sealed class TailEvent(StoredEvent row, string? reason)
{
    private Recorded? made;

    /// <summary>What is stored of it.</summary>
    internal StoredEvent Row { get; } = row;

    /// <summary>How many bytes of JSON it is.</summary>
    internal int Bytes { get; } = row.Data!.Length;

    /// <summary>The event, as whoever reads it from the log sees it.</summary>
    internal Recorded Event => made ??= Rows.Of(Row, reason);
}
