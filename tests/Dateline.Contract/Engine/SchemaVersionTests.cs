using System.Collections.Concurrent;
using System.Globalization;
using Dateline.Postgres;
using Dateline.Sources;
using Npgsql;

namespace Dateline.Contract.Engine;

/// <summary>A schema of another version of Dateline: a later one is refused, an earlier one is brought up to date by whoever may.</summary>
public abstract class SchemaVersionTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    [Fact]
    public async Task a_schema_of_a_later_version_is_refused_and_left_alone()
    {
        await using var desk = await Open();
        await desk.Do("comment on schema dateline is 'dateline schema version 1000'");
        var refused = await Assert.ThrowsAsync<SchemaFault>(() => Open(desk.ConnectionString));
        Assert.Contains("Use a newer Dateline", refused.Message, StringComparison.Ordinal);
        Assert.Equal("dateline schema version 1000", await desk.Text("select obj_description('dateline'::regnamespace, 'pg_namespace')"));
    }

    [Fact]
    public async Task a_database_that_does_not_keep_text_as_unicode_is_refused_and_left_alone()
    {
        var there = new NpgsqlConnectionStringBuilder(await NewDatabase());
        var latin = new NpgsqlConnectionStringBuilder(there.ConnectionString) { Database = there.Database + "_latin" };
        await using (var database = NpgsqlDataSource.Create(there))
        await using (var create = database.CreateCommand($"create database \"{latin.Database}\" encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0"))
            await create.ExecuteNonQueryAsync(Cancellation);
        var refused = await Assert.ThrowsAsync<SchemaFault>(() => Open(latin.ConnectionString));
        Assert.Contains("LATIN1", refused.Message, StringComparison.Ordinal);
        await using var left = NpgsqlDataSource.Create(latin);
        await using var schemas = left.CreateCommand("select count(*) from pg_namespace where nspname = 'dateline'");
        Assert.Equal(0L, await schemas.ExecuteScalarAsync(Cancellation));
    }

    [Fact]
    public async Task a_schema_of_an_earlier_version_is_announced_and_brought_up_to_date()
    {
        var earlier = (Schema.Version - 1).ToString(CultureInfo.InvariantCulture);
        await using var desk = await Open();
        await desk.Send(new RegisterSource("a", "n"));
        await desk.Do($"comment on schema dateline is 'dateline schema version {earlier}'");
        await desk.DisposeAsync();
        var announced = await Assert.ThrowsAsync<SchemaFault>(() => Open(desk.ConnectionString, o => o with { Migrate = false }));
        Assert.Contains("version " + earlier, announced.Message, StringComparison.Ordinal);
        var said = new ConcurrentQueue<string>();
        await using var again = await Open(desk.ConnectionString, o => o with { Say = said.Enqueue });
        Assert.Contains("version " + earlier, Assert.Single(said), StringComparison.Ordinal);
        Assert.Equal($"dateline schema version {Schema.Version}", await again.Text("select obj_description('dateline'::regnamespace, 'pg_namespace')"));
        Assert.Empty(await again.Settle());
        Assert.Equal("1", await again.Text("select count(*) from sources"));
    }
}
