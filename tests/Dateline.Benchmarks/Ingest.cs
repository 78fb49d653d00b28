using System.Diagnostics;
using System.Runtime;
using Dateline.Matching;
using Dateline.Postgres.Engine;
using Dateline.Postgres.Views;
using Dateline.Server.Ingestion;
using Dateline.Server.Reading;

namespace Dateline.Benchmarks;

/// <summary>Documents come in and are read, filed and shown: until the last view knows the last of them.</summary>
internal static class Ingest
{
    private const double MostMemory = 300e6;

    internal static async IAsyncEnumerable<Row> Run(Ground ground, Options options)
    {
        var views = AllViews.Catalogue.Select(v => new TimedView(v)).ToList();
        await using var engine = await ground.Engine("ingest", new() { Services = [new FilingDesk()], Views = [.. views.Select(v => v.View)] });
        engine.Start();
        await Take(engine, 0, 100);
        var before = views.Sum(v => v.Seconds);
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var server = ground.ServerSeconds();
        var compiled = JitInfo.GetCompilationTime();
        var pauses = GC.GetTotalPauseDuration();
        var collections = Collections();
        var allocated = GC.GetTotalAllocatedBytes();
        var (seconds, behind) = await Take(engine, 100, options.Documents);
        var rate = options.Documents / seconds;
        var head = await engine.Head(default);
        var stories = (long)(await engine.Database.CreateCommand("select count(*) from stories").ExecuteScalarAsync())!;
        var meant = Enumerable.Range(0, 100 + options.Documents).Select(Texts.Story).Distinct().Count();
        yield return new(
            $"{options.Documents:#,0} documents of 600 words are ingested, filed and shown ({head / (100.0 + options.Documents):0} events each; {stories:#,0} stories, {meant:#,0} meant)", "",
            Show.Rate(rate, "documents"), "", ">= 150 documents/s", rate >= 150);
        var own = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds;
        yield return Row.Info(
            "Processor time for a document: Dateline (collections; compilation), PostgreSQL", "",
            $"{Each(own)} ({Each((GC.GetTotalPauseDuration() - pauses).TotalSeconds)}; {Each((JitInfo.GetCompilationTime() - compiled).TotalSeconds)}), {Each(ground.ServerSeconds() - server)}");
        yield return Row.Info(
            "Where the time went: inside the views' followers, without commits; ingestion or reactions were behind; only the views were behind", Show.Seconds(seconds),
            $"{Show.Seconds(views.Sum(v => v.Seconds) - before)} ({string.Join(", ", views.Select(v => $"{v.Name} {Show.Seconds(v.Seconds)}"))}); {Show.Seconds(seconds - behind)}; {Show.Seconds(behind)}");
        yield return Row.Info(
            "Collections of generation 0, 1, 2; allocated for a document", "",
            string.Join(", ", Collections().Zip(collections, (now, then) => now - then)) + $"; {(GC.GetTotalAllocatedBytes() - allocated) / options.Documents / 1000:#,0} kB");
        if (options.Until > 2 * options.Documents)
        {
            var from = 100 + options.Documents;
            for (; from < options.Until - options.Documents; from += 5000)
            {
                await Take(engine, from, Math.Min(5000, options.Until - options.Documents - from));
                Console.Error.WriteLine($"  {from} documents, {Show.Megabytes(Environment.WorkingSet)}");
            }
            var last = options.Documents / (await Take(engine, options.Until - options.Documents, options.Documents)).Seconds;
            yield return new(
                $"The last {options.Documents:#,0} of {options.Until:#,0} documents; the limit is the first", Show.Rate(rate, "documents"), Show.Rate(last, "documents"),
                Show.Ratio(last / rate), ">= 0.80", last / rate >= 0.8);
        }
        var (set, held) = (Environment.WorkingSet, GC.GetTotalMemory(forceFullCollection: true));
        yield return new("The process's memory after that: working set (what a full collection leaves)", "", $"{Show.Megabytes(set)} ({Show.Megabytes(held)})", "",
            "<= 300 MB", set <= MostMemory);
        var events = await engine.Head(default);
        foreach (var name in options.Until > 0 ? [] : views.Select(v => v.Name))
        {
            allocated = GC.GetTotalAllocatedBytes();
            var each = await Paired.Rate((int)events, () => RebuildView.Again(engine, name));
            yield return Row.Info(
                $"The view {name} is built anew of {events:#,0} events; allocated for an event", "",
                $"{Show.Rate(each, "events")}; {(GC.GetTotalAllocatedBytes() - allocated) / events / 1000.0:0.0} kB");
        }

        string Each(double total) => Show.Each(options.Documents / total);
    }

    /// <summary>The seconds until all is shown, and those of them in which only views were still behind.</summary>
    private static async Task<(double Seconds, double Behind)> Take(PostgresEngine engine, int from, int count)
    {
        var watch = Stopwatch.StartNew();
        await foreach (var line in new Ingester(engine.Newsroom, new("bench"), () => DateTimeOffset.UtcNow).Ingest(Readings(from, count), default))
            if (line.Outcome != "ingested") throw new InvalidOperationException($"{line.Path} was {line.Outcome}: {line.Reason}");
        var ingested = watch.Elapsed;
        var behind = WatchReactions(engine, watch);
        var stopped = await engine.Settle(default);
        if (stopped.Count > 0) throw new InvalidOperationException($"{stopped[0].Name} stopped: {stopped[0].Error}");
        var seconds = watch.Elapsed.TotalSeconds;
        Console.Error.WriteLine($"  {count} ingested after {Show.Seconds(ingested.TotalSeconds)}, shown after {Show.Seconds(seconds)}");
        return (seconds, seconds - Math.Min(seconds, (await behind).TotalSeconds));
    }

    /// <summary>When the reactions had taken in all that they had caused.</summary>
    private static async Task<TimeSpan> WatchReactions(PostgresEngine engine, Stopwatch watch)
    {
        while (true)
        {
            var next = engine.Next;
            var head = await engine.Head(default);
            var states = await engine.Followers(default);
            if (states.Any(s => s.State == "stopped") || states.Any(s => s.Name == "reactions" && s.Position >= head)) return watch.Elapsed;
            await next;
        }
    }

    private static int[] Collections() => [.. Enumerable.Range(0, GC.MaxGeneration + 1).Select(GC.CollectionCount)];

    private static async IAsyncEnumerable<Reading> Readings(int from, int count)
    {
        foreach (var draft in Texts.Documents(from, count)) yield return new Read(draft.Url!, draft);
        await Task.CompletedTask;
    }
}
