using System.Globalization;
using Dateline.Contract.Engine;
using Dateline.Sources;
using Npgsql;

namespace Dateline.Contract.Marten;

/// <summary>What the daemon makes a page of.</summary>
public sealed class PagesTests(TestDatabase databases)
{
    private const string NotePages =
        """
        create table pages (through bigint);
        create function note_page() returns trigger language plpgsql as $$ begin insert into pages values (new.last_seq_id); return new; end $$;
        create trigger note_page after update on mt_event_progression for each row when (new.name = 'sources:All') execute function note_page()
        """;

    [Fact]
    public async Task what_comes_one_by_one_while_a_view_is_held_up_is_taken_in_as_one_page()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var desk = await Newsdesk.Open<OnMarten>(await databases.NewDatabase());
        desk.Engine.Start();
        await desk.Send(new RegisterSource("first", "n"));
        Assert.Empty(await desk.Settle());
        await desk.Do(NotePages);
        await using (var foreign = await desk.Engine.Database.OpenConnectionAsync(cancellation))
        await using (var open = await foreign.BeginTransactionAsync(cancellation))
        {
            await using (var hold = new NpgsqlCommand("lock table sources in exclusive mode", foreign)) await hold.ExecuteNonQueryAsync(cancellation);
            for (var i = 0; i < 20; i++)
            {
                var sent = await desk.Send(new RegisterSource($"s{i}", "n"));
                // Then the daemon has told every follower of it.
                await desk.Until("select last_seq_id from mt_event_progression where name = 'audit:All'", $"{sent.Position}");
            }
        }
        Assert.Empty(await desk.Settle());
        Assert.Equal("21", await desk.Text("select count(*) from sources"));
        // The one that was under way, and the next.
        Assert.InRange(int.Parse(await desk.Text("select count(*) from pages"), CultureInfo.InvariantCulture), 1, 2);
    }
}
