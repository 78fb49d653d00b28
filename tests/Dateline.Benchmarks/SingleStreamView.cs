using System.Text.Json;
using Dateline.Postgres;
using Dateline.Postgres.Engine;
using Npgsql;
using NpgsqlTypes;

namespace Dateline.Benchmarks;

/// <summary>The simplest view there is: a row of JSON for each stream, folded of its events.</summary>
/// <typeparam name="T">The state.</typeparam>
internal sealed class SingleStreamView<T> : IFollower where T : class, IFold<T>
{
    private const string Table = "single_stream";
    private readonly Dictionary<string, (T? State, long Version)> states = new(StringComparer.Ordinal);

    private SingleStreamView()
    {
    }

    public string Name => Table;

    public IReadOnlyCollection<string> Types => [];

    /// <summary>The view. Its table is made where its follower is.</summary>
    internal static View View { get; } = new(Table, [Table], database =>
    {
        Make(database);
        return new SingleStreamView<T>();
    });

    internal static void Make(NpgsqlDataSource database)
    {
        using var command = database.CreateCommand($"create table if not exists {Table} (id text primary key, version bigint not null, data jsonb not null)");
        command.ExecuteNonQuery();
    }

    public ValueTask Follow(IReadOnlyList<Recorded> events, ISql sql, CancellationToken cancellation)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var e in events)
        {
            states[e.Stream] = (T.Evolve(states.GetValueOrDefault(e.Stream).State, e.Data), e.Version);
            touched.Add(e.Stream);
        }
        string[] ids = [.. touched];
        sql.Add(
            $"insert into {Table} (id, version, data) select * from unnest($1, $2, $3) on conflict (id) do update set version = excluded.version, data = excluded.data",
            ids, Array.ConvertAll(ids, id => states[id].Version),
            Parameters.Typed(Array.ConvertAll(ids, id => JsonSerializer.Serialize(states[id].State)), NpgsqlDbType.Array | NpgsqlDbType.Jsonb));
        return ValueTask.CompletedTask;
    }
}
