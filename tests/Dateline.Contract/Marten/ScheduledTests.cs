using Dateline.Contract.Engine;
using Dateline.Marten;

namespace Dateline.Contract.Marten;

/// <summary>Scheduled work is a message that waits in the database, once, whoever comes and goes.</summary>
public sealed class ScheduledTests(TestDatabase databases)
{
    private const string Waiting = "select count(*) from wolverine_incoming_envelopes where message_type = 'Dateline.Marten.TidyUp' and status = 'Scheduled'";

    [Fact]
    public async Task it_waits_in_the_database_once_for_all_nodes()
    {
        var connection = await databases.NewDatabase();
        for (var round = 0; round < 3; round++)
        {
            await using var desk = await Newsdesk.Open<OnMarten>(connection);
            desk.Engine.Start();
            await Eventually.Holds("the followers run", () => desk.Engine.Leads);
            Assert.Equal("1", await desk.Text(Waiting));
        }
    }

    [Fact]
    public async Task a_next_time_that_could_not_be_scheduled_is_scheduled_later()
    {
        await using var desk = await Newsdesk.Open<OnMarten>(await databases.NewDatabase(), o => o with { Housekeeping = TimeSpan.FromSeconds(1) });
        desk.Engine.Start();
        await desk.Until(Waiting, "1");
        await desk.Do("""
            create sequence refusals;
            create function refuse() returns trigger language plpgsql as $$ begin perform nextval('refusals'); raise 'not now'; end $$;
            create trigger refuse before insert on wolverine_incoming_envelopes for each row when (new.message_type = 'Dateline.Marten.TidyUp') execute function refuse()
            """);
        // More often than Wolverine tries to store it.
        await desk.Until("select last_value >= 10 from refusals", "True");
        await desk.Do("drop trigger refuse on wolverine_incoming_envelopes");
        await desk.Until(Waiting, "1");
    }

    [Fact]
    public async Task there_is_one_next_time_however_many_nodes_begin_or_end_a_turn_together()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var connection = await databases.NewDatabase();
        var desks = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Newsdesk.Open<OnMarten>(connection)));
        for (var round = 0; round < 10; round++)
        {
            await desks[0].Do("delete from wolverine_incoming_envelopes");
            await Task.WhenAll(desks.SelectMany(d => new[] { d, d }).Select(d => ((MartenEngine)d.Engine).Times.Next(cancellation)));
            Assert.Equal("1", await desks[0].Text(Waiting));
        }

        // Of two that came about in some other way, one is left.
        await desks[0].Do(
            """
            insert into wolverine_incoming_envelopes select (jsonb_populate_record(w, '{"id": "00000000-0000-0000-0000-000000000001"}')).* from wolverine_incoming_envelopes w;
            update wolverine_incoming_envelopes set execution_time = now()
            """);
        foreach (var desk in desks) desk.Engine.Start();
        await Eventually.Holds("one next time is left", async () => await desks[0].Text(Waiting + " and execution_time > now()") == "1" && await desks[0].Text(Waiting) == "1");
        Assert.Equal("1", await desks[0].Text(Waiting));
        foreach (var desk in desks) await desk.DisposeAsync();
    }
}
