using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Dateline.Postgres.Engine;

/// <summary>One call of append_events, built of several appends to different streams.</summary>
internal sealed class AppendStatement(bool allOrNone)
{
    private const string Sql =
        "select stream, refused, actual, base, recorded from append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) order by stream";

    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
    private readonly List<string> streams = [];
    private readonly List<long> expected = [];
    private readonly List<long> latest = [];
    private readonly List<int> stream = [];
    private readonly List<long> version = [];
    private readonly List<Guid> ids = [];
    private readonly List<string> types = [];
    private readonly List<string> data = [];
    private readonly List<string> dotnet = [];
    private readonly List<string> users = [];
    private readonly List<string> correlations = [];
    private readonly List<string?> causations = [];
    private readonly List<string?> headers = [];

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
        var header = append.Act.Reason is { } reason ? JsonSerializer.Serialize(new { reason }) : null;
        foreach (var e in append.Events)
        {
            stream.Add(index + 1);
            version.Add(++latest[index]);
            ids.Add(Guid.CreateVersion7());
            types.Add(EventTypes.NameOf(e.GetType()));
            data.Add(Encoding.UTF8.GetString(EventJson.Write(e)));
            dotnet.Add($"{e.GetType().FullName}, {e.GetType().Assembly.GetName().Name}");
            users.Add(append.Act.By);
            correlations.Add(correlation);
            causations.Add(append.Act.Causation);
            headers.Add(header);
        }
    }

    internal NpgsqlBatchCommand Build() => new NpgsqlBatchCommand(Sql).With(
        streams, expected, allOrNone, stream, version, ids, types, Parameters.Typed(data, NpgsqlDbType.Array | NpgsqlDbType.Jsonb),
        dotnet, users, correlations, causations, Parameters.Typed(headers, NpgsqlDbType.Array | NpgsqlDbType.Jsonb));

    /// <summary>Keeps bytes by their SHA-256.</summary>
    internal static NpgsqlBatchCommand Keep(Original original) =>
        new NpgsqlBatchCommand("insert into originals (sha256, media_type, bytes) values ($1, $2, $3) on conflict do nothing")
            .With(original.Sha256, original.MediaType, original.Bytes);

    /// <summary>What became of each append, in the order they were added (one to each stream).</summary>
    internal async Task<Appended[]> Answers(NpgsqlDataReader rows)
    {
        while (rows.FieldCount == 0 && await rows.NextResultAsync()) { }
        var answers = new Appended[streams.Count];
        while (await rows.ReadAsync())
        {
            var i = rows.GetInt32(0) - 1;
            answers[i] = new(rows.GetBoolean(1), rows.GetInt64(2), rows.GetInt64(3));
        }
        await rows.NextResultAsync();
        var position = answers.Length > 0 ? answers[0].Position : 0;
        foreach (var s in stream)
        {
            var answer = answers[s - 1];
            if (!answer.Refused) answers[s - 1] = answer with { Position = ++position };
        }
        return answers;
    }
}
