using Dateline.Sources;

namespace Dateline.Benchmarks;

/// <summary>Many clients, each one event at a time.</summary>
internal static class AppendMany
{
    /// <summary>The server takes 100 connections, and the engine's pool may grow to as many as there are clients.</summary>
    private const int MostBare = 16;

    private static readonly Act act = new("bench");

    internal static async IAsyncEnumerable<Row> Run(Ground ground, Options options)
    {
        const string Schema = "append_many";
        await using var engine = await ground.Engine(Schema);
        var number = 0;
        await Send(50);
        var size = await Bare.Table(engine.Database);
        foreach (var clients in new[] { 8, 64 })
        {
            var each = (options.Quick ? 1600 : 4800) / clients;
            var connections = Math.Min(clients, MostBare);
            var bare = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Bare.Open(ground, Schema, size)));
            var rates = await Paired.Run(
                options.Rounds, clients * each,
                () => Task.WhenAll(bare.Select(b => Task.Run(() => Insert(b, each * clients / connections)))),
                () => Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => Send(each)))));
            foreach (var b in bare) await b.DisposeAsync();
            var what = $"{clients} clients record one event at a time";
            yield return clients == 8
                ? new(what, Show.Rate(rates.Limit, "events"), Show.Rate(rates.Dateline, "events"), Show.Ratio(rates.Ratio), ">= 1.00", rates.Ratio >= 1)
                : Row.Info($"{what}; the limit has {connections} connections", Show.Rate(rates.Limit, "events"), Show.Rate(rates.Dateline, "events"), Show.Ratio(rates.Ratio));
        }

        static async Task Insert(Bare bare, int count)
        {
            for (var i = 0; i < count; i++) await bare.Insert();
        }

        async Task Send(int count)
        {
            for (var i = 0; i < count; i++)
            {
                var n = Interlocked.Increment(ref number);
                await engine.Newsroom.Send(new RegisterSource($"source-{n:000000}", $"The Evening Wire of Harbour Town {n}"), act, default);
            }
        }
    }
}
