using System.Diagnostics;
using Dateline.Documents;
using Dateline.Matching;
using Dateline.Postgres.Engine;
using Dateline.Sources;

namespace Dateline.Benchmarks;

/// <summary>An engine as it is measured: how it opens on a schema, and how it appends without reading and deciding.</summary>
internal sealed record Contender(string Name, Func<Ground, string, EngineOptions, Task<IEngine>> Open, Func<IEngine, Func<string, long, IReadOnlyList<object>, Task>> Append);

/// <summary>Both engines on one database server, in turn.</summary>
internal static partial class SideBySide
{
    private const int Streams = 200;
    private const int Warming = 10;

    // Of fewer, one in a hundred says nothing: the largest is shown instead.
    private const int EnoughForP99 = 1000;
    private static readonly Act act = new("bench");

    private static readonly Contender builtIn = new("built in", async (ground, schema, options) => await ground.Engine(schema, options), engine =>
    {
        var writer = new Writer(engine.Database, static () => { });
        return async (stream, after, events) => await writer.Write(new(stream, after, events, act, null), default);
    });

    internal static async IAsyncEnumerable<Row> Run(Ground ground, Options options)
    {
        List<Contender> contenders = [builtIn];
        AddMarten(contenders);
        var events = options.Quick ? 200 : 1000;
        foreach (var clients in new[] { 1, 8 })
        {
            yield return await Rates(contenders, ground, options, $"commands of {clients} client{(clients > 1 ? "s" : "")}: read, decide, write", $"command_{clients}", clients * events, engine =>
            {
                var number = 0;
                return () => Clients(clients, events, _ => engine.Newsroom.Send(new RegisterSource($"s{Interlocked.Increment(ref number)}", "The Evening Wire"), act, default));
            });
        }
        foreach (var (size, writers) in new[] { (1, 1), (1, 8), (100, 1), (100, 8) })
        {
            var each = size == 1 ? events : events / 10;
            yield return await Rates(contenders, ground, options, $"appends of {size} by {writers} writer{(writers > 1 ? "s" : "")}, nothing read or decided", $"append_{size}_{writers}", size * writers * each, (engine, append) =>
            {
                var number = 0;
                return () => Clients(writers, each, _ => append($"source/a{Interlocked.Increment(ref number)}", 0, Some(size)));
            });
        }
        yield return await Latency(contenders, ground, options);
        yield return await Following(contenders, ground, options, rebuild: false);
        yield return await Following(contenders, ground, options, rebuild: true);
    }

    /// <summary>Adds Marten where this build has it.</summary>
    static partial void AddMarten(List<Contender> contenders);

    private static Task<Row> Rates(
        List<Contender> contenders, Ground ground, Options options, string what, string schema, int work, Func<IEngine, Func<Task>> round) =>
        Rates(contenders, ground, options, what, schema, work, (engine, _) => round(engine));

    /// <summary>Rounds of each in turn; the first only warms up.</summary>
    private static async Task<Row> Rates(
        List<Contender> contenders, Ground ground, Options options, string what, string schema, int work,
        Func<IEngine, Func<string, long, IReadOnlyList<object>, Task>, Func<Task>> round)
    {
        var engines = new List<IEngine>();
        foreach (var (c, i) in contenders.Select((c, i) => (c, i))) engines.Add(await c.Open(ground, $"{schema}_{i}", new()));
        var rounds = engines.Select((e, i) => round(e, contenders[i].Append(e))).ToList();
        var rates = contenders.ConvertAll(_ => new List<double>());
        for (var n = 0; n <= options.Rounds; n++)
        {
            for (var i = 0; i < rounds.Count; i++)
            {
                var rate = await Paired.Rate(work, rounds[i]);
                if (n > 0) rates[i].Add(rate);
            }
        }
        foreach (var engine in engines) await engine.DisposeAsync();
        return Line(contenders, what, rates.ConvertAll(r => Show.Rate(Paired.Median(r), "events")), Ratio(rates.ConvertAll(r => Paired.Median(r))));
    }

    /// <summary>From the moment that a document is acknowledged to the moment that its claims are recorded.</summary>
    private static async Task<Row> Latency(List<Contender> contenders, Ground ground, Options options)
    {
        var cells = new List<string>();
        var medians = new List<double>();
        foreach (var (contender, i) in contenders.Select((c, i) => (c, i)))
        {
            await using var engine = await contender.Open(ground, $"latency_{i}", new() { Services = [new FilingDesk()] });
            engine.Start();
            var times = new List<double>();
            for (var n = 0; n < Warming + (options.Quick ? 50 : EnoughForP99); n++)
            {
                var watch = Stopwatch.StartNew();
                await engine.Newsroom.Send(Short(n), act, default);
                watch.Restart();
                await Recorded(engine, Ids.Document("d" + n), "claims_extracted");
                if (n >= Warming) times.Add(watch.Elapsed.TotalMilliseconds);
                // The end of a document's flow: what followers still have to take in after it causes nothing.
                await Recorded(engine, Ids.Document("d" + n), "mentions_filed");
            }
            times.Sort();
            medians.Add(1 / times[times.Count / 2]);
            cells.Add($"p50 {times[times.Count / 2]:0.0} ms, "
                + (times.Count < EnoughForP99 ? $"largest of {times.Count} {times[^1]:0.0} ms (too few for a p99)" : $"p99 {times[times.Count * 99 / 100]:0.0} ms of {times.Count}"));
        }
        return Line(contenders, "reaction: from a document's acknowledgement to its claims in the log", cells, Ratio(medians));
    }

    /// <summary>A view takes in a log that is there, live or built anew.</summary>
    private static async Task<Row> Following(List<Contender> contenders, Ground ground, Options options, bool rebuild)
    {
        var cells = new List<string>();
        var rates = new List<double>();
        foreach (var (contender, i) in contenders.Select((c, i) => (c, i)))
        {
            var view = SingleStreamView<Source>.View;
            await using var engine = await contender.Open(ground, $"follow_{i}_{(rebuild ? 1 : 0)}", new() { Views = [view] });
            await using (var writer = new Writer(engine.Database, static () => { }))
            {
                foreach (var part in Enumerable.Range(0, options.Quick ? 1 : 5))
                    for (var s = 0; s < Streams; s++) await writer.Write(new(AppendHundred.StreamOf(s), part * 100, AppendHundred.Data(s, part * 100), act, null), default);
            }
            var events = (int)await engine.Head(default);
            SingleStreamView<Source>.Make(engine.Database);
            var rate = await Paired.Rate(events, async () =>
            {
                if (rebuild) await engine.Rebuild(view.Name, null, default);
                else await engine.Settle(default);
            });
            rates.Add(rate);
            cells.Add(Show.Rate(rate, "events"));
        }
        return Line(contenders, rebuild ? "a view is built anew" : "a view takes in a log that is there, from the start of the followers", cells, Ratio(rates));
    }

    private static async Task Recorded(IEngine engine, string stream, string type)
    {
        await using var connection = await engine.Database.OpenConnectionAsync();
        while (true)
        {
            await using var command = new Npgsql.NpgsqlCommand("select exists (select from mt_events where stream_id = $1 and type = $2)", connection);
            command.Parameters.Add(new() { Value = stream });
            command.Parameters.Add(new() { Value = type });
            if ((bool)(await command.ExecuteScalarAsync())!) return;
        }
    }

    private static Task Clients(int clients, int each, Func<int, Task> act) => Task.WhenAll(Enumerable.Range(0, clients).Select(c => Task.Run(async () =>
    {
        for (var i = 0; i < each; i++) await act(c);
    })));

    private static List<object> Some(int count) => [.. Enumerable.Range(0, count).Select(i => (object)new SourceRegistered("s" + i, "The Evening Wire of Harbour Town"))];

    private static IngestDocument Short(int n)
    {
        var text = $"The mayor of Northgate said that {n} houses were destroyed by the flood.";
        return new("d" + n, "wire", "wire", null, "A flood", null, "en", DateTimeOffset.UnixEpoch, text, "text", new(Ids.Sha256(System.Text.Encoding.UTF8.GetBytes(text)), "text/plain", System.Text.Encoding.UTF8.GetBytes(text)), null, null);
    }

    private static string Ratio(List<double> rates) => rates.Count == 2 ? Show.Ratio(rates[0] / rates[1]) : "";

    private static Row Line(List<Contender> contenders, string what, List<string> cells, string ratio) =>
        Row.Info(what, contenders.Count == 2 ? $"{contenders[1].Name}: {cells[1]}" : "", $"{contenders[0].Name}: {cells[0]}", ratio);
}
