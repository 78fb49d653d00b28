using Dateline.Postgres.Engine;
using Dateline.Sources;

namespace Dateline.Benchmarks;

/// <summary>One client, one event a transaction.</summary>
internal static class AppendOne
{
    private static readonly Act act = new("bench");

    internal static async IAsyncEnumerable<Row> Run(Ground ground, Options options)
    {
        const string Schema = "append_one";
        var events = options.Quick ? 300 : 1000;
        await using var engine = await ground.Engine(Schema);
        var number = 0;
        await Send(50);
        var size = await Bare.Table(engine.Database);
        await using var bare = await Bare.Open(ground, Schema, size);
        var sent = await Paired.Run(options.Rounds, events, Insert, () => Send(events));
        yield return Line("One client records one event at a time: a command is sent, decided and durable", sent, required: 1.6);

        await using var writer = new Writer(engine.Database, static () => { });
        var written = await Paired.Run(options.Rounds, events, Insert, Write);
        yield return Line("The same without reading and deciding: the writer alone", written, required: null);

        async Task Insert()
        {
            for (var i = 0; i < events; i++) await bare.Insert();
        }

        async Task Send(int count)
        {
            for (var i = 0; i < count; i++) await engine.Newsroom.Send(Next(), act, default);
        }

        async Task Write()
        {
            for (var i = 0; i < events; i++)
            {
                var command = Next();
                var done = await writer.Write(new(command.Id, 0, [new SourceRegistered(command.Source, command.Name)], act, null), default);
                if (done.Refused) throw new InvalidOperationException("A new stream was refused.");
            }
        }

        RegisterSource Next() => new($"source-{++number:000000}", $"The Evening Wire of Harbour Town {number}");
    }

    /// <summary>Durations: Dateline's by the limit's.</summary>
    private static Row Line(string what, Paired p, double? required) => new(
        what, Show.Each(p.Limit), Show.Each(p.Dateline), Show.Ratio(1 / p.Ratio), required is { } most ? $"<= {Show.Ratio(most)}" : "",
        required is null ? null : 1 / p.Ratio <= required);
}
