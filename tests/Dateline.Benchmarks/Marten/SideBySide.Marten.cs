using Dateline.Marten;

namespace Dateline.Benchmarks;

internal static partial class SideBySide
{
    static partial void AddMarten(List<Contender> contenders) => contenders.Add(new(
        "Marten", async (ground, schema, options) => await MartenEngine.Open(ground.ConnectionString, options with { Schema = schema }, default), engine =>
        {
            var store = ((MartenEngine)engine).Store;
            return async (stream, _, events) =>
            {
                await using var session = store.LightweightSession();
                session.Events.Append(stream, events);
                await session.SaveChangesAsync();
            };
        }));
}
