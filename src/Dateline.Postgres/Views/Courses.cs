using Dateline.Documents;
using Dateline.Postgres.Engine;
using Dateline.Replay;
using Npgsql;

namespace Dateline.Postgres.Views;

/// <summary>Whole streams, as far as a picture depends on them. They are kept while they are few.</summary>
internal sealed class Courses(NpgsqlDataSource database)
{
    private const int MostInMemory = 20_000;
    private readonly Dictionary<string, List<Recorded>> streams = new(StringComparer.Ordinal);
    private int held;

    /// <summary>Adds what was recorded since to the streams that are kept.</summary>
    internal void Learn(IReadOnlyList<Recorded> events)
    {
        if (held > MostInMemory)
        {
            streams.Clear();
            held = 0;
        }
        foreach (var e in events)
        {
            if (!streams.TryGetValue(e.Stream, out var own) || (own.Count > 0 && own[^1].Position >= e.Position)) continue;
            own.Add(Short(e));
            held++;
        }
    }

    /// <summary>The events of some streams up to a position.</summary>
    internal async Task<List<Recorded>> Of(IReadOnlyCollection<string> wanted, long through, CancellationToken cancellation)
    {
        var missing = wanted.Where(s => !streams.ContainsKey(s)).ToArray();
        if (missing.Length > 0)
        {
            foreach (var stream in missing) streams.Add(stream, []);
            foreach (var e in await Read(database, missing, through, cancellation)) streams[e.Stream].Add(e);
            held += missing.Sum(s => streams[s].Count + 1);
        }
        return [.. wanted.SelectMany(s => streams[s])];
    }

    /// <summary>Reads streams up to a position. What cannot be read was set aside when it came.</summary>
    internal static async Task<List<Recorded>> Read(NpgsqlDataSource database, string[] streams, long through, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"select e.* from unnest($1) as k (stream) cross join lateral (select {Rows.Columns} from mt_events "
            + "where stream_id = k.stream and seq_id <= $2 and type = any($3) order by version) e");
        await using var rows = await command.With(streams, through, Picture.Types.ToArray()).ExecuteReaderAsync(cancellation);
        var events = new List<Recorded>();
        while (await rows.ReadAsync(cancellation))
        {
            try
            {
                events.Add(Short(Rows.Read(rows)));
            }
            catch (UnreadableEvent)
            {
            }
        }
        return events;
    }

    /// <summary>A revision without its text, which no course depends on.</summary>
    private static Recorded Short(Recorded e) => e.Data is DocumentRevised d ? e with { Data = d with { Text = "" } } : e;
}
