using System.Runtime.CompilerServices;
using Dateline.Audit;
using Dateline.Postgres.Seal;
using Npgsql;
using NpgsqlTypes;

namespace Dateline.Postgres.Engine;

/// <summary>Reads the log.</summary>
internal sealed class Log(NpgsqlDataSource database)
{
    private const int Page = 2000;
    private const int Portion = 128;
    private const int MostPortions = 8;
    private const long MostBytes = 16 << 20;

    /// <summary>The position of the last event; 0 for an empty log.</summary>
    internal async Task<long> Head(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select coalesce(max(seq_id), 0) from mt_events");
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>
    /// The last position at or before a recorded time. Recorded times never go back along the log, so that positions can be halved.
    /// </summary>
    internal async Task<long> PositionAt(DateTimeOffset recorded, CancellationToken cancellation)
    {
        if (recorded == DateTimeOffset.MaxValue) return await Head(cancellation);
        await using var command = database.CreateCommand(
            """
            with recursive search (low, high) as (
                select 0::bigint, coalesce(max(seq_id), 0) from mt_events
                union all
                select case when e.timestamp <= $1 then e.seq_id else s.low end, case when e.timestamp <= $1 then s.high else s.middle - 1 end
                from (select low, high, low + (high - low + 1) / 2 as middle from search where low < high) s
                    cross join lateral (select seq_id, timestamp from mt_events where seq_id >= s.middle order by seq_id limit 1) e
            )
            select low from search where low >= high
            """);
        return (long)(await command.With(recorded.ToUniversalTime()).ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>The log in order, page by page, so that no transaction stays open while a reader works.</summary>
    internal async IAsyncEnumerable<Recorded> Read(Range range, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // Streams end where they end; the whole log grows while it is read.
        var through = range.Through ?? (range.Streams is null ? await Head(cancellation) : long.MaxValue);
        if (range.Last is { } last) range = range with { After = Math.Max(range.After, await PositionBeforeLast(range, last, through, cancellation)) };
        for (var after = range.After; ;)
        {
            var page = await ReadPage(range with { After = after, Through = through }, Page, cancellation);
            foreach (var e in page.Events) yield return e;
            if (page.UpTo >= through) yield break;
            after = page.UpTo;
        }
    }

    /// <summary>At most so many events of a range that has an end, fewer where they are large, and the position up to which that is all of it.</summary>
    /// <exception cref="UnreadableEvent">The first of them cannot be read; a later one ends the page before it.</exception>
    internal async Task<(List<Recorded> Events, long UpTo)> ReadPage(Range range, int most, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(RangeQuery.Of(range));
        command.With(range.After, range.Through ?? long.MaxValue, (long)most);
        if (range.Types is not null) command.With(range.Types.ToArray());
        if (range.Streams is not null) command.With(range.Streams.Distinct().ToArray());
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var events = new List<Recorded>();
        var bytes = 0L;
        while (await rows.ReadAsync(cancellation))
        {
            if (bytes > MostBytes) return (events, events[^1].Position);
            try
            {
                events.Add(Rows.Read(rows, out var length));
                bytes += length;
            }
            catch (UnreadableEvent) when (events.Count > 0)
            {
                return (events, events[^1].Position);
            }
        }
        return (events, events.Count == most ? events[^1].Position : range.Through!.Value);
    }

    /// <summary>The same for whole rows, which some followers take in as they are stored.</summary>
    /// <exception cref="UnreadableEvent">The first of them cannot be read; a later one ends the page before it.</exception>
    internal async Task<(List<Recorded> Events, List<StoredEvent> Rows, long UpTo)> ReadRows(long after, long through, int most, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(StoredEvents.PageQuery);
        await using var rows = await command.With(after, through, (long)most).ExecuteReaderAsync(cancellation);
        var (events, stored, bytes) = (new List<Recorded>(), new List<StoredEvent>(), 0L);
        while (await rows.ReadAsync(cancellation))
        {
            if (bytes > MostBytes) return (events, stored, events[^1].Position);
            try
            {
                var row = StoredEvents.Read(rows);
                events.Add(Rows.Of(row, rows.Text(StoredEvents.Reason)));
                stored.Add(row);
                bytes += row.Data!.Length;
            }
            catch (UnreadableEvent) when (events.Count > 0)
            {
                return (events, stored, events[^1].Position);
            }
        }
        return (events, stored, events.Count == most ? events[^1].Position : through);
    }

    // Lateral with an order of its own: each stream is looked up by its index, whatever the planner believes of the sizes.

    /// <summary>The events of streams after the versions that are known of them, by stream, in order.</summary>
    internal async Task<List<Recorded>> ReadStreams(string[] streams, long[] known, long? asOf, CancellationToken cancellation)
    {
        var command = database.CreateCommand(
            $"select e.* from unnest($1, $2) as k (stream, known) cross join lateral (select {Rows.Columns} from mt_events "
            + "where stream_id = k.stream and version > k.known and ($3::bigint is null or seq_id <= $3) order by version) e order by seq_id");
        return await command.With(streams, known, Parameters.Typed(asOf, NpgsqlDbType.Bigint)).Rows(Rows.Read, cancellation);
    }

    /// <summary>A stream's state and version, brought up to date from what is known of it. Who did it all, when and why is not read.</summary>
    internal async Task<(object? State, long Version)> Fold(
        string stream, (object? State, long Version) known, long? asOf, Func<object?, object, object?> evolve, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select seq_id, version, type, data::text from mt_events where stream_id = $1 and version > $2 and ($3::bigint is null or seq_id <= $3) order by version");
        await using var rows = await command.With(stream, known.Version, Parameters.Typed(asOf, NpgsqlDbType.Bigint)).ExecuteReaderAsync(cancellation);
        // Of a long stream the events are made out elsewhere while the next rows come.
        var (made, next) = (new Queue<Task<object[]>>(), new List<(byte[] Json, long Position, string Type)>());
        while (await rows.ReadAsync(cancellation))
        {
            next.Add((rows.GetFieldValue<byte[]>(3), rows.GetInt64(0), rows.GetString(2)));
            known.Version = rows.GetInt64(1);
            if (next.Count < Portion) continue;
            var full = next;
            next = new(Portion);
            made.Enqueue(Task.Run(() => Made(full), cancellation));
            if (made.Count > MostPortions) await Take();
        }
        while (made.Count > 0) await Take();
        foreach (var data in Made(next)) known.State = evolve(known.State, data);
        return known;

        async ValueTask Take()
        {
            foreach (var data in await made.Dequeue()) known.State = evolve(known.State, data);
        }

        static object[] Made(List<(byte[] Json, long Position, string Type)> rows) => [.. rows.Select(r => Rows.Data(r.Json, r.Position, r.Type))];
    }

    /// <summary>The whole streams that some events are on, each in order. The events themselves are not read again.</summary>
    internal async Task<ILookup<string, Recorded>> ReadStreamsOf(IReadOnlyCollection<Recorded> events, CancellationToken cancellation)
    {
        if (events.Count == 0) return Enumerable.Empty<Recorded>().ToLookup(e => e.Stream);
        var command = database.CreateCommand(
            $"select e.* from unnest($1) as k (stream) cross join lateral (select {Rows.Columns} from mt_events "
            + "where stream_id = k.stream and seq_id <> all ($2) order by version) e");
        var others = await command.With(events.Select(e => e.Stream).Distinct().ToArray(), events.Select(e => e.Position).ToArray()).Rows(Rows.Read, cancellation);
        return others.Concat(events).OrderBy(e => e.Position).ToLookup(e => e.Stream, StringComparer.Ordinal);
    }

    private async Task<long> PositionBeforeLast(Range range, int last, long through, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select seq_id from mt_events where seq_id <= $1 and type = any($2) order by seq_id desc offset $3 limit 1");
        command.With(through, range.Types!.ToArray(), (long)last);
        return await command.ExecuteScalarAsync(cancellation) as long? ?? 0;
    }
}
