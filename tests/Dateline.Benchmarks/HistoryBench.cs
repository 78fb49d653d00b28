using System.Diagnostics;
using System.Globalization;
using Dateline.Postgres.Engine;
using Dateline.Postgres.Queries;
using Dateline.Replay;

namespace Dateline.Benchmarks;

/// <summary>The board on any date, by either clock, from the history's rows: a page of it with the counts of all statuses, in one query.</summary>
internal static class HistoryBench
{
    private const int Stories = 10_000;
    private const int Warm = 50;
    private const int Portion = 25_000;

    internal static async IAsyncEnumerable<Row> Run(Ground ground, Options options)
    {
        foreach (var spans in options.Quick ? new[] { 1_000_000 } : [1_000_000, 5_000_000])
        {
            await using var engine = await ground.Engine($"history_{spans}");
            await Filled(engine, spans);
            foreach (var clock in Enum.GetValues<Clock>())
            {
                var (median, p99) = await Measure(new(engine.Database), clock, spans, options.Quick ? 300 : 2000);
                yield return new(
                    $"The board on any date, {Words.Of(clock)} clock, {Stories:#,0} stories with {spans:#,0} spans on each clock, p99", "",
                    string.Create(CultureInfo.InvariantCulture, $"{p99:0.0} ms (median {median:0.0} ms)"), "", "<= 20 ms", p99 <= 20);
            }
        }
    }

    /// <summary>The rows come first and their indexes then: one that is built of millions of rows at once takes minutes less than one that grows with them.</summary>
    private static async Task Filled(PostgresEngine engine, int spans)
    {
        var indexes = new List<string>();
        await using (var command = engine.Database.CreateCommand(
            "select indexdef from pg_indexes where schemaname = current_schema and tablename = 'story_history' and indexname <> 'story_history_pkey'"))
        {
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync()) indexes.Add(rows.GetString(0));
        }
        await Ground.Run(engine.Database, "alter table story_history drop constraint story_history_pkey; drop index story_history_ends, story_history_begins");
        for (var from = 1; from <= spans; from += Portion) await Ground.Run(engine.Database, Fill(from, Math.Min(spans, from + Portion - 1), spans));
        // The rows reach so far: nothing else is told of any moment.
        await Ground.Run(engine.Database, $"insert into mt_event_progression (name, last_seq_id) values ('{Cursors.RowOf("history")}', {spans}) on conflict (name) do update set last_seq_id = excluded.last_seq_id");
        foreach (var made in indexes.Prepend("alter table story_history add primary key (clock, id, begins)").Append("vacuum analyze story_history"))
        {
            await using var command = engine.Database.CreateCommand(made);
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<(double Median, double P99)> Measure(HistoryQueries history, Clock clock, int spans, int rounds)
    {
        var (random, times) = (new Random(1), new List<double>(rounds));
        for (var i = 0; i < Warm + rounds; i++)
        {
            var position = 1 + random.NextInt64(spans);
            var began = Stopwatch.GetTimestamp();
            await history.Board(new(At(position), clock, position), new StoryFilter(), default);
            if (i >= Warm) times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        times.Sort();
        return (times[times.Count / 2], times[(int)(times.Count * .99)]);
    }

    /// <summary>A second for each position.</summary>
    private static DateTimeOffset At(long position) => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(position);

    /// <summary>Every story changes in turn, so that each span lasts as many positions as there are stories. node is computed as the view does.</summary>
    private static string Fill(int from, int to, int spans) =>
        $"""
        insert into story_history (clock, id, begins, ends, node, began_at, position, title, status, since, reason, because, documents, origins, claims, last_activity)
        select clock, id, begins, ends, case when ends is null then 0 else (ends - 1) >> level << level end, at, i, title, status, at, reason, array[i], 3, 2, 4, at
        from (
            select c.clock, 's-' || substr(md5((i % {Stories})::text), 1, 12) as id, i, c.base + i * c.step as begins,
                case when i + {Stories} <= {spans} then c.base + (i + {Stories}) * c.step end as ends,
                timestamptz '2026-01-01 00:00:00Z' + i * interval '1 second' as at, 'Bridge near ' || substr(md5('p' || i % {Stories}), 1, 20) as title,
                (array['emerging', 'developing', 'disputed', 'established', 'settled', 'closed'])[1 + (i / 7) % 6] as status,
                '3 independent origins report it: source:harbour-wire, source:north-press and source:evening-ledger.' as reason
            from generate_series({from}, {to}) as i, (values ('recorded', 0::bigint, 1::bigint), ('published', {At(0).UtcTicks / 10}, 1000000)) as c (clock, base, step)
        ) x cross join lateral (select 64 - position('1' in (((begins - 1) # (coalesce(ends, begins + 1) - 1))::bit(64))::text) as level) l
        """;
}
