using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Dateline.Audit;
using Npgsql;
using NpgsqlTypes;

namespace Dateline.Postgres.Engine;

/// <summary>One call of append_events, built of several appends to different streams.</summary>
internal sealed class AppendStatement(bool allOrNone)
{
    private const string Sql =
        "select stream, refused, actual, base, recorded from append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) order by stream";

    private const string Keep =
        """
        insert into originals (sha256, media_type, bytes)
        select $1, $2, $3 where exists (select from mt_events where stream_id = $4 and version = $5 and id = $6) on conflict do nothing
        """;

    // Dateline's own trigger lets an event in as it is or not at all; somebody else's may store something else.
    private const string Stays =
        """
        select not c.relhasrules and not exists (
            select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal and t.tgtype & 6 = 6 and t.tgname <> 'two_people')
        from pg_class c where c.oid = 'mt_events'::regclass
        """;

    // What the table of events has of itself.
    private const string Tenant = "*DEFAULT*";

    private static readonly ConcurrentDictionary<Type, string> dotnetNames = new();
    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
    private readonly List<string> streams = [];
    private readonly List<long> expected = [];
    private readonly List<long> latest = [];
    private readonly List<int> stream = [];
    private readonly List<long> version = [];
    private readonly List<Guid> ids = [];
    private readonly List<string> types = [];
    private readonly List<byte[]> data = [];
    private readonly List<string> dotnet = [];
    private readonly List<string> users = [];
    private readonly List<string> correlations = [];
    private readonly List<string?> causations = [];
    private readonly List<string> headers = [];
    private readonly List<string?> reasons = [];
    private readonly List<(Original Original, string Stream, long Version, Guid Event)> originals = [];
    private int turn;

    internal bool IsEmpty => ids.Count == 0;

    /// <summary>Adds an append. Several to one stream follow on one another.</summary>
    internal void Add(Append append)
    {
        if (!indexes.TryGetValue(append.Stream, out var index))
        {
            indexes.Add(append.Stream, index = streams.Count);
            streams.Add(append.Stream);
            expected.Add(append.Expected);
            latest.Add(append.Expected);
        }
        var correlation = append.Act.Correlation ?? Guid.CreateVersion7().ToString();
        var reason = append.Act.Reason is { } words ? $"\"reason\":{JsonSerializer.Serialize(words)}," : "";
        for (var i = 0; i < append.Events.Count; i++)
        {
            var type = append.Events[i].GetType();
            stream.Add(index + 1);
            version.Add(++latest[index]);
            ids.Add(Guid.CreateVersion7());
            types.Add(EventTypes.NameOf(type));
            data.Add(append.Json[i]);
            dotnet.Add(dotnetNames.GetOrAdd(type, static t => $"{t.FullName}, {t.Assembly.GetName().Name}"));
            users.Add(append.Act.By);
            correlations.Add(correlation);
            causations.Add(append.Act.Causation);
            reasons.Add(append.Act.Reason);
            // The salt: once it is gone, the event's sealed hash tells nothing of data that was removed.
            headers.Add($"{{{reason}\"leaf\":{Redactable.Leaf},\"salt\":\"{Guid.NewGuid()}\"}}");
        }
        if (append.Original is { } original && append.Events.Count > 0) originals.Add((original, append.Stream, latest[index], ids[^1]));
    }

    /// <summary>The call, and after it the bytes of those appends that it wrote, by their SHA-256.</summary>
    /// <param name="batch">Takes it.</param>
    /// <param name="tail">Where what is written is remembered, if it is.</param>
    internal void AddTo(NpgsqlBatch batch, Tail? tail)
    {
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Sql).With(
            streams, expected, allOrNone, stream, version, ids, types, Parameters.Typed(data, NpgsqlDbType.Array | NpgsqlDbType.Jsonb),
            dotnet, users, correlations, causations, Parameters.Typed(headers, NpgsqlDbType.Array | NpgsqlDbType.Jsonb)));
        foreach (var (original, on, at, id) in originals)
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Keep).With(original.Sha256, original.MediaType, original.Bytes, on, at, id));
        if (tail is not { IsOpen: true }) return;
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Stays));
        turn = tail.Turn;
    }

    /// <summary>What became of each append, in the order they were added (one to each stream).</summary>
    /// <param name="rows">At the first row of the answer to the call.</param>
    /// <param name="tail">Takes in what was written, unless something else may be stored than that.</param>
    internal async Task<Appended[]> Answers(NpgsqlDataReader rows, Tail? tail)
    {
        var answers = new Appended[streams.Count];
        var (position, recordedAt) = (0L, default(DateTime));
        while (await rows.ReadAsync())
        {
            answers[rows.GetInt32(0) - 1] = new(rows.GetBoolean(1), rows.GetInt64(2), rows.GetInt64(3));
            (position, recordedAt) = (rows.GetInt64(3), rows.GetDateTime(4));
        }
        var stays = false;
        while (await rows.NextResultAsync())
            while (await rows.ReadAsync()) stays = rows.GetBoolean(0);
        var written = new List<TailEvent>();
        for (var i = 0; i < ids.Count; i++)
        {
            var answer = answers[stream[i] - 1];
            if (answer.Refused) continue;
            answers[stream[i] - 1] = answer with { Position = ++position };
            if (stays) written.Add(Written(i, position, recordedAt));
        }
        tail?.Add(turn, written);
        return answers;
    }

    private TailEvent Written(int i, long position, DateTime recordedAt) => new(
        new()
        {
            Position = position,
            Id = ids[i],
            Stream = streams[stream[i] - 1],
            Version = version[i],
            Type = types[i],
            RecordedAt = recordedAt,
            Who = users[i],
            Data = data[i],
            Headers = Encoding.UTF8.GetBytes(headers[i]),
            Correlation = correlations[i],
            Causation = causations[i],
            Tenant = Tenant,
            DotnetType = dotnet[i],
            Archived = false,
            Binary = null
        },
        reasons[i]);
}
