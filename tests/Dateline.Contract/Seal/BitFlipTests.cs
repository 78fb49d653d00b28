using System.Text;
using Dateline.Contract.Engine;
using Npgsql;

namespace Dateline.Contract.Seal;

/// <summary>Bits of the database that turn over, whoever turned them: each is found at its event.</summary>
public sealed class BitFlipTests(TestDatabase databases)
{
    private const int Rounds = 240;

    // What each column is read and written as; a type of whole numbers turns a bit of its value, the others a bit of their UTF-8 form.
    private static readonly (string Column, string Type)[] columns =
    [
        ("data", "jsonb"), ("data", "jsonb"), ("data", "jsonb"), ("headers", "jsonb"), ("headers", "jsonb"), ("id", "uuid"), ("stream_id", "varchar"), ("version", "bigint"),
        ("type", "varchar"), ("timestamp", "timestamptz"), ("tenant_id", "varchar"), ("mt_dotnet_type", "varchar"), ("correlation_id", "varchar"),
        ("causation_id", "varchar"), ("user_name", "varchar"), ("is_archived", "boolean"), ("seq_id", "bigint")
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(3)]
    [InlineData(11)]
    public async Task any_bit_of_any_stored_event_that_turns_over_is_found_at_its_position(int seed)
    {
        await using var desk = await SealedDesk.Open(databases, 5);
        var history = new RandomHistory(desk.Desk, seed);
        for (var i = 0; i < 25; i++)
        {
            await history.Step();
            Assert.Empty(await desk.Desk.Settle());
        }
        var signed = await desk.Sign();
        await desk.Quiet();
        Assert.True((await desk.Verify(signed)).Holds);
        await desk.Desk.Do("alter table mt_events disable trigger user; alter table mt_events drop constraint fkey_mt_events_stream_id");
        var (random, head, turned) = (new Random(seed), await desk.Desk.Engine.Head(Cancellation), new HashSet<string>());
        for (var round = 0; round < Rounds;)
        {
            var (position, (column, type)) = (1 + random.NextInt64(head), columns[random.Next(columns.Length)]);
            if (await Turn(desk, position, column, type, random) is not { } now) continue;
            round++;
            turned.Add(column);
            var found = await desk.Verify(signed);
            Assert.False(found.Holds, $"A bit of {column} at {position} turned over.");
            // An event that went elsewhere is missed where it was or found where it came to, whichever is first.
            var expected = Math.Min(position, now);
            Assert.True(expected == found.First!.From && found.First.To == found.First.From, $"{column} at {position}: found from {found.First.From} to {found.First.To}: {found.First.What}");
            await desk.Desk.Do($"delete from mt_events where seq_id = {now}; insert into mt_events select * from turned_from");
        }
        Assert.Equal(columns.Select(c => c.Column).Distinct().Order(StringComparer.Ordinal), turned.Order(StringComparer.Ordinal));
        Assert.True((await desk.Verify(signed)).Holds);
    }

    /// <summary>Turns a bit over, and keeps the event as it was; where it is then. Null where the value cannot be stored or means the same.</summary>
    private static async Task<long?> Turn(SealedDesk desk, long position, string column, string type, Random random)
    {
        await desk.Desk.Do($"drop table if exists turned_from; create table turned_from as select * from mt_events where seq_id = {position}");
        var was = await desk.Desk.Text($"select {(type == "timestamptz" ? "(extract(epoch from timestamp) * 1000000)::bigint" : column)}::text from turned_from");
        if (was.Length == 0 || Turned(was, type, random) is not { } turned) return null;
        var value = type == "timestamptz" ? "to_timestamp(0) + $1::bigint * interval '1 microsecond'" : $"$1::{type}";
        await using var connection = new NpgsqlConnection(desk.Desk.ConnectionString);
        await connection.OpenAsync(Cancellation);
        try
        {
            await using var update = new NpgsqlCommand($"update mt_events set {column} = {value} where seq_id = {position} and {column} is distinct from {value} returning seq_id", connection);
            update.Parameters.Add(new() { Value = turned });
            return await update.ExecuteScalarAsync(Cancellation) as long?;
        }
        catch (PostgresException)
        {
            // PostgreSQL stores no such value.
            return null;
        }
    }

    private static string? Turned(string was, string type, Random random)
    {
        if (type == "boolean") return was == "true" ? "false" : "true";
        if (type is "bigint" or "timestamptz") return $"{long.Parse(was, null) ^ (1L << random.Next(type == "bigint" ? 12 : 50))}";
        var bytes = Encoding.UTF8.GetBytes(was);
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
