using System.Text;
using Dateline.Postgres.Engine;
using Dateline.Sources;
using Npgsql;
using NpgsqlTypes;

namespace Dateline.Benchmarks;

/// <summary>Appends of a hundred events to five hundred streams, several of them on their way at once.</summary>
internal static class AppendHundred
{
    private const int Streams = 500;
    private const int Events = 100;

    internal static async IAsyncEnumerable<Row> Run(Ground ground, Options options)
    {
        const string Schema = "append_hundred";
        var streams = options.Quick ? Streams / 2 : Streams;
        await using var engine = await ground.Engine(Schema);
        await Ground.Run(engine.Database, "create table copied (like mt_events including all)");
        await using var connection = await ground.Connect(Schema);
        await using var writer = new Writer(engine.Database, static () => { });
        var (written, copied) = (0L, 0L);
        var rates = await Paired.Run(options.Rounds, streams * Events, Copy, () => Write(16));
        yield return new(
            "Appends of 100 events over 500 streams, 16 on their way at once; the limit is one binary COPY of the rows into a table with the same indexes",
            Show.Rate(rates.Limit, "events"), Show.Rate(rates.Dateline, "events"), Show.Ratio(rates.Ratio), ">= 60,000 events/s or >= 0.30",
            rates.Dateline >= 60_000 || rates.Ratio >= 0.3);
        var one = await Paired.Run(options.Quick ? 1 : 3, streams * Events, Copy, () => Write(1));
        yield return Row.Info("The same, one at a time: every 100 events a transaction", Show.Rate(one.Limit, "events"), Show.Rate(one.Dateline, "events"), Show.Ratio(one.Ratio));

        async Task Write(int inFlight)
        {
            var from = written;
            await Parallel.ForEachAsync(Enumerable.Range(0, streams), new ParallelOptions { MaxDegreeOfParallelism = inFlight }, async (s, c) =>
            {
                var done = await writer.Write(new(StreamOf(s), from, Data(s, from), new("bench"), null), c);
                if (done.Refused) throw new InvalidOperationException("An append was refused.");
            });
            written += Events;
        }

        async Task Copy()
        {
            await using var import = await connection.BeginBinaryImportAsync(
                "copy copied (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, correlation_id, user_name) from stdin (format binary)");
            for (var s = 0; s < streams; s++)
            {
                var correlation = Guid.CreateVersion7().ToString();
                var version = copied;
                foreach (var e in Data(s, version)) await CopyRow(import, (copied * streams) + (s * Events) + (++version - copied), StreamOf(s), version, e, correlation);
            }
            await import.CompleteAsync();
            copied += Events;
        }
    }

    /// <summary>Ratings of a source, that differ.</summary>
    internal static IReadOnlyList<object> Data(int stream, long after) =>
    [
        .. Enumerable.Range(0, Events).Select(i => after + i == 0
            ? (object)new SourceRegistered($"source-{stream}", $"The Evening Wire of Harbour Town {stream}")
            : new SourceRated($"source-{stream}", (Reliability)((after + i) % 6), $"editor {(after + i) % 17}"))
    ];

    internal static string StreamOf(int stream) => Ids.Source($"source-{stream}");

    private static async Task CopyRow(NpgsqlBinaryImporter import, long position, string stream, long version, object e, string correlation)
    {
        await import.StartRowAsync();
        await import.WriteAsync(position, NpgsqlDbType.Bigint);
        await import.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid);
        await import.WriteAsync(stream, NpgsqlDbType.Varchar);
        await import.WriteAsync(version, NpgsqlDbType.Bigint);
        await import.WriteAsync(Encoding.UTF8.GetString(EventJson.Write(e)), NpgsqlDbType.Jsonb);
        await import.WriteAsync(EventTypes.NameOf(e.GetType()), NpgsqlDbType.Varchar);
        await import.WriteAsync(DateTime.UtcNow, NpgsqlDbType.TimestampTz);
        await import.WriteAsync($"{e.GetType().FullName}, {e.GetType().Assembly.GetName().Name}", NpgsqlDbType.Varchar);
        await import.WriteAsync(correlation, NpgsqlDbType.Varchar);
        await import.WriteAsync("bench", NpgsqlDbType.Varchar);
    }
}
