using Dateline.Postgres.Engine;
using Dateline.Postgres.Seal;
using Npgsql;

namespace Dateline.Benchmarks;

/// <summary>A log is sealed anew, and verified.</summary>
internal static class SealedLogBench
{
    internal static async IAsyncEnumerable<Row> Run(Ground ground, Options options)
    {
        const string Schema = "sealed_log";
        var streams = options.Quick ? 2_000 : 10_000;
        var seal = Postgres.Views.AllViews.Catalogue.Single(v => v.Name == "seal");
        await using var engine = await ground.Engine(Schema, new() { Views = [seal] });
        await using (var writer = new Writer(engine.Database, static () => { }))
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, streams), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (s, c) =>
            {
                for (var part = 0; part < 100; part += 20)
                    await writer.Write(new(AppendHundred.StreamOf(s), part, [.. AppendHundred.Data(s, 0).Skip(part).Take(20)], new("bench"), null), c);
            });
        }
        await Ground.Run(engine.Database, "vacuum analyze mt_events");
        var events = (int)await engine.Head(default);
        await using var connection = await ground.Connect(Schema);
        var sealing = await Paired.Run(options.Rounds, events, Read, () => RebuildView.Again(engine, seal.Name));
        yield return Row.Info(
            $"A log of {events:#,0} events is sealed anew; the limit is a bare read of their rows", Show.Rate(sealing.Limit, "events"),
            Show.Rate(sealing.Dateline, "events"), Show.Ratio(sealing.Ratio));
        var log = new SealedLog(engine.Database);
        var cpu = new List<TimeSpan>();
        var verifying = await Paired.Run(options.Rounds, events, Read, async () =>
        {
            var before = Environment.CpuUsage.TotalTime;
            if (!(await log.Verify([], null, null, default)).Holds) throw new InvalidOperationException("The log does not verify.");
            cpu.Add(Environment.CpuUsage.TotalTime - before);
        });
        // The first round compiled as well; of the others the median.
        var one = cpu[1..].Order().ElementAt((cpu.Count - 1) / 2);
        yield return new(
            $"It is verified; of a core, this process takes {one.TotalMicroseconds / events:0.0} µs for each event", Show.Rate(verifying.Limit, "events"),
            Show.Rate(verifying.Dateline, "events"), Show.Ratio(verifying.Ratio), ">= 200,000 events/s", verifying.Dateline >= 200_000);

        async Task Read()
        {
            await using var command = new NpgsqlCommand("select seq_id, stream_id, type, data::text, headers::text from mt_events order by seq_id", connection);
            await using var rows = await command.ExecuteReaderAsync();
            var length = 0L;
            while (await rows.ReadAsync()) length += rows.GetInt64(0) + rows.GetString(1).Length + rows.GetString(2).Length + rows.GetString(3).Length + rows.GetString(4).Length;
            if (length == 0) throw new InvalidOperationException("There was nothing to read.");
        }
    }
}
