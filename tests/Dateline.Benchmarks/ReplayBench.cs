using System.Diagnostics;
using System.Globalization;
using Dateline.Claims;
using Dateline.Postgres.Engine;
using Dateline.Postgres.Queries;
using Dateline.Replay;

namespace Dateline.Benchmarks;

/// <summary>
/// A year of a million events in ten thousand stories: the board on any date, a story's full timeline, one long stream, what changed between two dates; and, in
/// the same run, the same asked of the log alone, by folding each stream on demand.
/// </summary>
internal static class ReplayBench
{
    private const int LongStream = 1000;

    internal static async IAsyncEnumerable<Row> Run(Ground ground, Options options)
    {
        var stories = options.Quick ? 1_000 : 10_000;
        var views = Postgres.Views.AllViews.Catalogue.Where(v => v.Name is "board" or "history").ToList();
        await using var engine = await ground.Engine("year", new() { Views = views });
        await YearLog.Fill(engine.Database, stories);
        foreach (var view in views)
        {
            var began = Stopwatch.GetTimestamp();
            await engine.Rebuild(view.Name, null, default);
            yield return Row.Info($"The view {view.Name} is built of {stories * YearLog.EventsEach:#,0} events", "", Show.Rate(stories * YearLog.EventsEach / Stopwatch.GetElapsedTime(began).TotalSeconds, "events"));
        }
        await Ground.Run(engine.Database, "vacuum analyze");
        var (history, board, random, head) = (new HistoryQueries(engine.Database), new BoardQueries(engine.Database), new Random(1), (long)stories * YearLog.EventsEach);
        var name = $"{head:#,0} events in {stories:#,0} stories";
        var rounds = options.Quick ? 100 : 300;
        foreach (var clock in Enum.GetValues<Clock>())
        {
            yield return await Timed(ground, $"The board on any date, {Words.Of(clock)} clock, {name}", 20, rounds, () => history.Board(Any(clock), new StoryFilter(), default));
            yield return await Timed(ground, $"A story with its full timeline on any date, {Words.Of(clock)} clock", 20, rounds, async () =>
            {
                var (id, moment) = (YearLog.Story(random.Next(stories)), Any(clock));
                var then = await history.AroundStory(id, moment with { At = YearLog.At(head), Position = head }, default);
                if (Pages.Story(then!.Picture, id, then.Changes, clock, moment.At) is not { Timeline.Count: > 1 }) throw new InvalidOperationException("There is no timeline.");
            });
        }
        yield return await Timed(ground, "A story as it stands, with its full timeline", 20, rounds, async () =>
        {
            if (await board.Story(YearLog.Story(random.Next(stories)), YearLog.At(head), default) is not { Timeline.Count: > 1 }) throw new InvalidOperationException("There is no timeline.");
        });
        foreach (var known in new[] { 1_000, 10_000 })
        {
            yield return await Timed(ground, $"The board on any date, published clock, as it was known {known:#,0} events before the last", null, options.Quick ? 20 : 60,
                () => history.Board(Any(Clock.Published) with { Position = head - known }, new StoryFilter(), default));
        }
        foreach (var (clock, days, span) in Enum.GetValues<Clock>().SelectMany(c => new[] { (c, 1, "a day"), (c, 30, "30 days") }))
        {
            yield return await Timed(ground, $"What changed in {span}, {Words.Of(clock)} clock", 100, options.Quick ? 20 : 60, async () =>
            {
                var day = YearLog.Begin.AddDays(random.Next((int)(YearLog.At(head) - YearLog.Begin).TotalDays - days));
                var told = await Differ.Between(engine.Newsroom, new(day, clock), new(day.AddDays(days), clock), null, YearLog.At(head), (a, b) => history.Between(a, b, default), default);
                if (told.Changes.Count == 0) throw new InvalidOperationException("Nothing changed.");
            });
        }
        await foreach (var row in OnDemand(engine, random, stories, head)) yield return row;
        await Lengthen(engine);
        yield return await Timed(ground, $"One stream of {LongStream:#,0} events is folded", 10, rounds, async () =>
        {
            if ((await engine.Newsroom.Load<Claim>("claim/c-0-0", head + LongStream, default)).Version < LongStream) throw new InvalidOperationException("It is too short.");
        });

        Resolved Any(Clock clock)
        {
            var position = 1 + random.NextInt64(head);
            return new(YearLog.At(position), clock, clock == Clock.Recorded ? position : head);
        }
    }

    /// <summary>What event stores usually offer: a state is the fold of its stream, and a list is the fold of every stream.</summary>
    private static async IAsyncEnumerable<Row> OnDemand(PostgresEngine engine, Random random, int stories, long head)
    {
        var times = new List<double>();
        for (var i = 0; i < 3; i++)
        {
            var position = 1 + random.NextInt64(head);
            var began = Stopwatch.GetTimestamp();
            await Replayer.At(engine.Newsroom, new Resolved(YearLog.At(position), Clock.Recorded, position), default);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        times.Sort();
        yield return Row.Info("The same board by folding each stream up to a date, by one pass over the log", "", $"{times[0]:#,0} to {times[^1]:#,0} ms");
        var each = Stopwatch.GetTimestamp();
        const int Some = 200;
        for (var i = 0; i < Some; i++) await engine.Newsroom.Load<Dateline.Stories.Story>(Ids.Story(YearLog.Story(random.Next(stories))), head, default);
        var one = Stopwatch.GetElapsedTime(each).TotalMilliseconds / Some;
        yield return Row.Info($"The same by loading {stories:#,0} story streams one by one, without their claims (reckoned from {Some})", "", $"{one * stories:#,0} ms");
    }

    private static async Task<Row> Timed(Ground ground, string what, double? most, int rounds, Func<Task> run)
    {
        for (var i = 0; i < 10; i++) await run();
        var times = new List<double>(rounds);
        var spent = Spent();
        for (var i = 0; i < rounds; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await run();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        spent = (Spent() - spent) / rounds;
        times.Sort();
        var (median, p99) = (times[times.Count / 2], times[(int)(times.Count * .99)]);
        return new($"{what}, p99", "", string.Create(CultureInfo.InvariantCulture, $"{p99:0.0} ms (median {median:0.0} ms; of processors {spent:0.0} ms)"), "",
            most is null ? "" : $"<= {most} ms", most is null ? null : p99 <= most);

        // Of this process and of PostgreSQL: what does not depend on who else uses the machine.
        double Spent() => Environment.CpuUsage.TotalTime.TotalMilliseconds + (ground.ServerSeconds() * 1000);
    }

    private static Task Lengthen(PostgresEngine engine) => Ground.Run(
        engine.Database,
        $"""
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp)
        select (select max(seq_id) from mt_events) + n, gen_random_uuid(), stream_id, (select max(version) from mt_events where stream_id = 'claim/c-0-0') + n,
            jsonb_set(data, array['mentionId'], to_jsonb('more#' || n)), type, timestamp
        from (select * from mt_events where stream_id = 'claim/c-0-0' and type = 'claim_mentioned' limit 1) e, generate_series(1, {LongStream}) n
        """);
}
