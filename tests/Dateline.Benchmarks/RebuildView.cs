using Dateline.Postgres.Engine;
using Dateline.Sources;
using Npgsql;

namespace Dateline.Benchmarks;

/// <summary>A view over many small streams is built anew.</summary>
internal static class RebuildView
{
    private const int Streams = 2000;

    internal static async IAsyncEnumerable<Row> Run(Ground ground, Options options)
    {
        const string Schema = "rebuild_view";
        var view = SingleStreamView<Source>.View;
        await using var engine = await ground.Engine(Schema, new() { Views = [view] });
        SingleStreamView<Source>.Make(engine.Database);
        await using (var writer = new Writer(engine.Database, static () => { }))
        {
            // Streams take turns, as they do in a log that people write.
            await Parallel.ForEachAsync(Enumerable.Range(0, Streams), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (s, c) =>
            {
                for (var part = 0; part < 100; part += 20)
                    await writer.Write(new(AppendHundred.StreamOf(s), part, [.. AppendHundred.Data(s, 0).Skip(part).Take(20)], new("bench"), null), c);
            });
        }
        await Ground.Run(engine.Database, "vacuum analyze mt_events");
        var events = (int)await engine.Head(default);
        await using var connection = await ground.Connect(Schema);
        var rates = await Paired.Run(options.Rounds, events, Read, () => Again(engine, view.Name));
        yield return new(
            $"A view of {Streams:#,0} streams is built anew of {events:#,0} events; the limit is a bare read of their rows",
            Show.Rate(rates.Limit, "events"), Show.Rate(rates.Dateline, "events"), Show.Ratio(rates.Ratio), ">= 200,000 events/s or >= 0.17",
            rates.Dateline >= 200_000 || rates.Ratio >= 0.17);

        async Task Read()
        {
            await using var command = new NpgsqlCommand("select seq_id, stream_id, type, data::text from mt_events order by seq_id", connection);
            await using var rows = await command.ExecuteReaderAsync();
            var length = 0L;
            while (await rows.ReadAsync()) length += rows.GetInt64(0) + rows.GetString(1).Length + rows.GetString(2).Length + rows.GetString(3).Length;
            if (length == 0) throw new InvalidOperationException("There was nothing to read.");
        }
    }

    /// <summary>
    /// A rebuild whose lock is surely free: the connection that held it for the one before goes back to the pool, which lets go of the lock
    /// only when the connection is used again.
    /// </summary>
    internal static async Task Again(PostgresEngine engine, string view)
    {
        await using (var connection = await engine.Database.OpenConnectionAsync()) NpgsqlConnection.ClearPool(connection);
        await engine.Rebuild(view, null, default);
    }
}
