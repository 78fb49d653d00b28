using Npgsql;

namespace Dateline.Benchmarks;

/// <summary>The least that a durable append can cost: a prepared insert of one row of the size of an event's into a table with one index.</summary>
internal sealed class Bare : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand insert;

    private Bare(NpgsqlConnection connection, NpgsqlCommand insert) => (this.connection, this.insert) = (connection, insert);

    /// <summary>Makes the table, and tells how many bytes a row has to have to be of the size of the events that are recorded.</summary>
    internal static async Task<int> Table(NpgsqlDataSource database)
    {
        await Ground.Run(database, "create table bare (id bigint generated always as identity primary key, payload text not null)");
        await using var size = database.CreateCommand("select coalesce(avg(pg_column_size(e.*)), 300)::integer from mt_events e");
        return (int)(await size.ExecuteScalarAsync())!;
    }

    internal static async Task<Bare> Open(Ground ground, string schema, int size)
    {
        var connection = await ground.Connect(schema);
        var insert = new NpgsqlCommand("insert into bare (payload) values ($1)", connection);
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Payload(size) });
        await insert.PrepareAsync();
        return new(connection, insert);
    }

    /// <summary>One transaction.</summary>
    internal Task Insert() => insert.ExecuteNonQueryAsync();

    public async ValueTask DisposeAsync()
    {
        await insert.DisposeAsync();
        await connection.DisposeAsync();
    }

    /// <summary>Text that does not compress, less what a row of the table weighs without it.</summary>
    private static string Payload(int size)
    {
        var random = new Random(1);
        return string.Create(Math.Max(1, size - 36), random, static (span, r) =>
        {
            foreach (ref var c in span) c = (char)r.Next('!', '~');
        });
    }
}
