using Dateline.Sources;
using Npgsql;

namespace Dateline.Contract.Engine;

/// <summary>Positions have no gaps and times never go back, whatever fails, crashes or stands in the way.</summary>
public abstract class NumberingTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    [Fact]
    public async Task a_clock_that_was_set_back_records_nothing_before_what_came_earlier()
    {
        await using var desk = await Open();
        await desk.Send(new RegisterSource("before", "n"));
        await desk.Do(
            "alter table mt_events disable trigger user; update mt_events set timestamp = timestamp + interval '1 hour'; alter table mt_events enable trigger user");
        await desk.Send(new RegisterSource("after", "n"));
        desk.Engine.Start();
        await desk.Send(Document(1));
        Assert.Empty(await desk.Settle());
        var log = await desk.Log();
        Assert.Equal(log.Select(e => e.RecordedAt).Order(), log.Select(e => e.RecordedAt));
        Assert.Equal(0, await desk.Newsroom.PositionAt(log[0].RecordedAt.AddMilliseconds(-1), Cancellation));
        Assert.Equal(log.Count, await desk.Newsroom.PositionAt(log[^1].RecordedAt, Cancellation));
    }

    [Fact]
    public async Task a_transaction_that_fails_leaves_no_gap()
    {
        await using var desk = await Open();
        await desk.Send(new RegisterSource("a", "n"));
        await desk.Do("alter table mt_events add constraint no_b check (stream_id <> 'source/b')");
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => desk.Send(new RegisterSource("b", "n")));
        await desk.Do("alter table mt_events drop constraint no_b");
        await desk.Send(new RegisterSource("c", "n"));
        Assert.Equal([1L, 2L], (await desk.Log()).Select(e => e.Position));
        Assert.Empty(await desk.Settle());
        Assert.Equal("2", await desk.Text("select count(*) from sources"));
    }

    [Fact]
    public async Task a_write_that_fails_once_and_would_then_pass_is_never_written_in_part()
    {
        await using var desk = await Open();
        await desk.Do("""
            create sequence tries;
            create function fails_once() returns trigger language plpgsql as
            $$ begin if nextval('tries') = 1 then raise exception 'once' using errcode = '40001'; end if; return new; end $$;
            create trigger fails_once before insert on mt_events for each row execute function fails_once()
            """);
        await Asked(() => desk.Send(Document(1)));
        Assert.Equal("2", await desk.Text("select nextval('tries') - 1"));
        await desk.Send(Document(2));
        Assert.Empty(await desk.Settle());
        var log = await desk.Log();
        Assert.Equal(Enumerable.Range(1, log.Count).Select(i => (long)i), log.Select(e => e.Position));
        foreach (var type in new[] { "document_ingested", "claims_extracted", "mentions_filed" }) Assert.Equal(2, log.Count(e => e.Type == type));
        Assert.Equal("2", await desk.Text("select count(*) from originals"));
    }

    [Fact]
    public async Task what_fails_after_its_events_were_numbered_leaves_nothing_and_its_numbers_to_the_next()
    {
        await using var desk = await Open();
        await desk.Send(Document(1));
        await desk.Do("alter table originals add constraint full_up check (media_type = 'text/plain') not valid");
        var revised = Newsdesk.Document("d1", "The mayor of Northgate said that no house was destroyed.", DateTimeOffset.UnixEpoch.AddDays(1));
        var unkept = revised with { Original = revised.Original! with { MediaType = "text/html" } };
        for (var i = 0; i < 3; i++) await Assert.ThrowsAnyAsync<NpgsqlException>(() => desk.Send(unkept));
        Assert.Equal(2, (await desk.Send(revised)).Position);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => desk.Send(unkept with { Text = "Nobody knows." }));
        Assert.Equal(3, (await desk.Send(new RegisterSource("a", "n"))).Position);
        Assert.Empty(await desk.Settle());
        var log = await desk.Log();
        Assert.Equal(Enumerable.Range(1, log.Count).Select(i => (long)i), log.Select(e => e.Position));
        Assert.Equal("0", await desk.Text("select count(*) from mt_streams s where version <> (select count(*) from mt_events e where e.stream_id = s.id)"));
    }

    [Fact]
    public async Task numbers_that_were_drawn_before_a_crash_and_not_used_are_used_again_and_shown()
    {
        await using var desk = await Open();
        await desk.Send(new RegisterSource("a", "n"));
        Assert.Empty(await desk.Settle());
        await desk.Do("select setval('mt_events_sequence', 33)");
        var patience = System.Diagnostics.Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromSeconds(6) && await desk.Text("select max(last_seq_id) from mt_event_progression where name <> 'HighWaterAllocationFence'") == "1")
            await Task.Delay(50, Cancellation);
        for (var i = 0; i < 40; i++) await desk.Send(new RegisterSource("s" + i, "n"));
        Assert.Empty(await desk.Settle());
        Assert.Equal(Enumerable.Range(1, 41).Select(i => (long)i), (await desk.Log()).Select(e => e.Position));
        Assert.Equal("41 41", await desk.Text("select concat_ws(' ', (select count(*) from sources), (select count(*) from audit))"));
    }

    private static Documents.IngestDocument Document(int i) =>
        Newsdesk.Document("d" + i, $"The mayor of Northgate said that {i * 100} houses were destroyed.", DateTimeOffset.UnixEpoch);

    /// <summary>What a client does whose command failed and may pass: it asks again.</summary>
    private static async Task Asked(Func<Task> send)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await send();
                return;
            }
            catch (NpgsqlException e) when (e.IsTransient && tries < 3)
            {
                // It failed as a whole.
            }
        }
    }
}
