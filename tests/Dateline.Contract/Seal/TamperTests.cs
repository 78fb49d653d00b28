using Dateline.Contract.Engine;

namespace Dateline.Contract.Seal;

public sealed class TamperTests(TestDatabase databases)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, long> Changes => new()
    {
        { "update mt_events set data = jsonb_set(data, '{name}', '\"Somebody else\"') where seq_id = 7", 7 },
        { "update mt_events set data = data || '{\"more\": 1}' where seq_id = 300", 300 },
        { "update mt_events set data = data - 'name' where seq_id = 300", 300 },
        { "update mt_events set data = null where seq_id = 300", 300 },
        { "update mt_events set id = gen_random_uuid() where seq_id = 1", 1 },
        { "update mt_events set version = version + 1 where seq_id = 299", 299 },
        { "update mt_events set stream_id = (select stream_id from mt_events where seq_id = 3), version = 2 where seq_id = 12", 12 },
        { "update mt_events set type = 'source_rated' where seq_id = 256", 256 },
        { "update mt_events set timestamp = timestamp + interval '1 microsecond' where seq_id = 257", 257 },
        { "update mt_events set user_name = 'ben' where seq_id = 20", 20 },
        { "update mt_events set user_name = null where seq_id = 20", 20 },
        { "update mt_events set headers = headers || '{\"reason\": \"another\"}' where seq_id = 21", 21 },
        { "update mt_events set headers = headers - 'salt' where seq_id = 21", 21 },
        { "update mt_events set headers = null where seq_id = 21", 21 },
        { "update mt_events set correlation_id = 'x' where seq_id = 22", 22 },
        { "update mt_events set causation_id = '' where seq_id = 23", 23 },
        { "update mt_events set tenant_id = 'x' where seq_id = 24", 24 },
        { "update mt_events set mt_dotnet_type = mt_dotnet_type || ' ' where seq_id = 25", 25 },
        { "update mt_events set is_archived = true where seq_id = 26", 26 },
        { "update mt_events set bdata = '\\x00' where seq_id = 27", 27 },
        { "update mt_events set user_name = 'ben' where seq_id in (40, 20, 280)", 20 },
        { "delete from mt_events where seq_id = 1", 1 },
        { "delete from mt_events where seq_id = 258", 258 },
        { "delete from mt_events where seq_id > 290", 291 },
        { "delete from mt_events where seq_id = 300", 300 },
        { "delete from mt_events", 1 },
        { "update mt_events set seq_id = -seq_id where seq_id in (100, 101); update mt_events set seq_id = 201 + seq_id where seq_id < 0", 100 },
        { "update mt_events set seq_id = 0 where seq_id = 300", 0 },
        { Insert(0), 0 },
        { "update mt_events set seq_id = seq_id + 1000 where seq_id >= 50; update mt_events set seq_id = seq_id - 999 where seq_id > 1000; " + Insert(50), 50 },
        { "update mt_events set seq_id = seq_id + 1000 where seq_id >= 290", 290 }
    };

    [Fact]
    public async Task every_change_of_a_stored_event_is_found_at_its_position_with_and_without_a_checkpoint()
    {
        await using var desk = await SealedDesk.Open(databases, 300);
        var signed = await desk.Sign();
        Assert.True((await desk.Verify(signed)).Holds);
        await desk.Quiet();
        await desk.Desk.Do("create table kept as table mt_events");
        foreach (var (change, position) in Changes.Select(c => (c.Data.Item1, c.Data.Item2)))
        {
            await desk.Tamper(change);
            foreach (var found in new[] { await desk.Verify(signed), await desk.Verify() })
            {
                Assert.False(found.Holds, change);
                Assert.Equal((change, position, position), (change, found.First!.From, found.First.To));
            }
            await desk.Tamper("delete from mt_events; insert into mt_events select * from kept");
            Assert.True((await desk.Verify(signed)).Holds, $"put back after: {change}");
        }
    }

    [Fact]
    public async Task a_log_that_was_changed_and_sealed_anew_is_found_by_a_checkpoint_and_placed_by_an_earlier_export()
    {
        await using var desk = await SealedDesk.Open(databases, 280);
        var first = await desk.Sign();
        await desk.Add(20);
        var second = await desk.Sign();
        var export = await desk.Export();
        await desk.Tamper("update mt_events set user_name = 'ben' where seq_id = 290");
        await desk.SealAnew();
        Assert.True((await desk.Verify()).Holds);
        var between = (await desk.Verify(first, second)).First!;
        Assert.Equal((281, 300), (between.From, between.To));
        var placed = await desk.Log.Verify([desk.Opened(second)], export, null, Cancellation);
        Assert.Equal((290, 290), (placed.First!.From, placed.First.To));
    }

    [Fact]
    public async Task a_truncated_log_that_was_sealed_anew_is_found_by_a_checkpoint()
    {
        await using var desk = await SealedDesk.Open(databases, 20);
        var signed = await desk.Sign();
        await desk.Tamper("delete from mt_events where seq_id > 15; update mt_event_progression set last_seq_id = 15; truncate seal_tiles; update mt_event_progression set last_seq_id = 0 where name = 'seal:All'; update followers set generation = generation + 1");
        Assert.Equal(16, (await desk.Verify(signed)).First!.From);
    }

    [Fact]
    public async Task a_damaged_seal_is_told_apart_from_a_changed_event()
    {
        await using var desk = await SealedDesk.Open(databases, 300);
        var signed = await desk.Sign();
        await desk.Desk.Do("update seal_tiles set hashes = set_byte(hashes, 32 * 9, get_byte(hashes, 32 * 9) # 1) where level = 0 and number = 0");
        var found = await desk.Verify(signed);
        Assert.Null(found.First);
        Assert.Contains("position 10", Assert.Single(found.Damaged), StringComparison.Ordinal);
        await desk.Desk.Do("update seal_tiles set hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1) where level = 1");
        Assert.False((await desk.Verify(signed)).Holds);
        await desk.SealAnew();
        Assert.True((await desk.Verify(signed)).Holds);
    }

    [Theory]
    [InlineData("update mt_events set user_name = 'ben'")]
    [InlineData("update mt_events set user_name = 'ben' where false")]
    [InlineData("delete from mt_events")]
    [InlineData("truncate mt_events")]
    [InlineData("truncate mt_streams cascade")]
    [InlineData("delete from mt_streams")]
    [InlineData("set dateline.redaction = 'on'; update mt_events set user_name = 'ben'")]
    public async Task events_cannot_be_changed_or_removed_by_accident(string sql)
    {
        await using var desk = await SealedDesk.Open(databases, 3);
        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => desk.Desk.Do(sql));
        Assert.Equal("DL004", refused.SqlState);
        Assert.Equal(3, (await desk.Desk.Log()).Count);
    }

    [Fact]
    public async Task original_bytes_that_were_put_in_place_of_others_are_found_and_not_given_out()
    {
        await using var desk = await SealedDesk.Open(databases, 2);
        await desk.Desk.Send(Newsdesk.Document("d", "The mayor of Northgate said that 200 houses were destroyed.", DateTimeOffset.UnixEpoch));
        await desk.Desk.Send(Newsdesk.Document("e", "The mayor of Northgate said that 300 houses were destroyed.", DateTimeOffset.UnixEpoch));
        await desk.Desk.Settle();
        var sha = await desk.Desk.Text("select data ->> 'originalSha256' from mt_events where stream_id = 'document/e' and type = 'document_ingested'");
        Assert.NotNull(await desk.Desk.Board.Original(sha, Cancellation));
        Assert.True((await desk.Verify(await desk.Sign())).Holds);
        await desk.Desk.Do($"update originals set bytes = 'FORGED' where sha256 = '{sha}'");
        var found = (await desk.Verify()).First!;
        Assert.Equal(await desk.Desk.Text("select seq_id from mt_events where stream_id = 'document/e' and type = 'document_ingested'"), $"{found.From}");
        Assert.Contains("original of document/e", found.What, StringComparison.Ordinal);
        await Assert.ThrowsAsync<Refused>(() => desk.Desk.Board.Original(sha, Cancellation));
    }

    [Fact]
    public async Task original_bytes_that_no_redaction_removed_are_missed()
    {
        await using var desk = await SealedDesk.Open(databases, 2);
        foreach (var id in new[] { "d", "e", "f" })
            await desk.Desk.Send(Newsdesk.Document(id, $"The mayor of Northgate said that {id.Length + id[0]} houses were destroyed.", DateTimeOffset.UnixEpoch));
        await desk.Desk.Redact("d", 1, "privacy", "a court's order", "ana", "ben");
        Assert.Empty(await desk.Desk.Settle());
        Assert.True((await desk.Verify(await desk.Sign())).Holds);
        await desk.Desk.Do("delete from originals where sha256 = (select data ->> 'originalSha256' from mt_events where stream_id = 'document/e' and version = 1)");
        var found = await desk.Verify();
        Assert.False(found.Holds);
        Assert.Null(found.First);
        Assert.Equal((1L, "document/e"), (found.Missing!.Count, Assert.Single(found.Missing.First).Stream));
        await desk.Desk.Do("delete from originals");
        Assert.Equal(2, (await desk.Verify()).Missing!.Count);
    }

    [Theory]
    [InlineData("update mt_streams set version = 7 where id = 'source/source-1'", "source/source-1 is said to be at version 7, not 1")]
    [InlineData("update mt_streams set version = null where id = 'source/source-1'", "source/source-1 has none")]
    [InlineData("update mt_streams set is_archived = true where id = 'source/source-1'", "source/source-1 is said to be archived")]
    [InlineData("update mt_streams set type = 'story' where id = 'source/source-1'", "source/source-1 is said to be of the type story")]
    [InlineData("update mt_streams set tenant_id = 'other' where id = 'source/source-1'", "the tenant other")]
    [InlineData("insert into mt_streams (id, type, version) values ('source/x', 'source', 3)", "source/x is said to be at version 3, not 0")]
    public async Task a_changed_row_of_a_stream_is_found(string change, string said)
    {
        await using var desk = await SealedDesk.Open(databases, 3);
        Assert.True((await desk.Verify(await desk.Sign())).Holds);
        await desk.Desk.Do(change);
        var found = await desk.Verify();
        Assert.False(found.Holds);
        Assert.Equal(1, found.Streams!.Count);
        Assert.Contains(said, found.Streams.What, StringComparison.Ordinal);
    }

    private static string Insert(long position) =>
        $"""
        insert into mt_events (seq_id, id, stream_id, version, type, data, timestamp, user_name)
        select {position}, gen_random_uuid(), stream_id, 99, 'source_registered', data, timestamp, user_name from mt_events where seq_id = 2
        """;
}
