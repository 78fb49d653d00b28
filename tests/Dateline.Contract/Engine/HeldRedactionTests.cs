using Dateline.Postgres.Engine;
using Dateline.Postgres.Queries;

namespace Dateline.Contract.Engine;

/// <summary>A redaction that cannot be carried out is named, and holds no other one up.</summary>
public abstract class HeldRedactionTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    private const string Held = """
        create function hold() returns trigger language plpgsql as $$ begin raise exception 'not this one' using errcode = 'DL006'; end $$;
        create trigger hold before update on mt_events for each row when (old.stream_id = 'document/d') execute function hold()
        """;

    [Fact]
    public async Task those_after_it_are_carried_out_and_it_is_once_its_cause_is_mended()
    {
        await using var desk = await Documents(Poison.Stop);
        await desk.Redact("d", 1, "privacy", "a court's order", "ana", "ben");
        var tombstone = await desk.Text("select seq_id from mt_events where type = 'document_redacted'");
        await desk.Redact("e", 1, "privacy", "a court's order", "ana", "ben");
        desk.Engine.Start();
        await desk.Until(Telling("Lakeside"), "0");
        var stopped = (await desk.Settle()).Single(s => s.Name == SetAsideList.Redactions);
        Assert.Equal(tombstone, $"{stopped.StoppedAt}");
        Assert.NotEqual("0", await desk.Text(Telling("Northgate")));

        await desk.Do("drop trigger hold on mt_events");
        await desk.DisposeAsync();
        await using var again = await Open(desk.ConnectionString);
        again.Engine.Start();
        await again.Until(Telling("Northgate"), "0");
        Assert.Empty(await again.Settle());
    }

    [Fact]
    public async Task one_that_was_set_aside_is_tried_again_when_somebody_asks_for_it()
    {
        await using var desk = await Documents(Poison.SetAside);
        var tombstone = (await desk.Redact("d", 1, "privacy", "a court's order", "ana", "ben")).Position!.Value;
        await desk.Redact("e", 1, "privacy", "a court's order", "ana", "ben");
        Assert.Empty(await desk.Settle());
        Assert.Equal("0", await desk.Text(Telling("Lakeside")));
        var list = new SetAsideList(desk.Engine.Database);
        Assert.Contains("not this one", (await list.Find(SetAsideList.Redactions, tombstone, Cancellation))!.Error, StringComparison.Ordinal);

        await list.Ask(SetAsideList.Redactions, tombstone, Cancellation);
        await Eventually.Holds("it was tried again", async () => await list.Find(SetAsideList.Redactions, tombstone, Cancellation) is { Asked: false });
        Assert.NotEqual("0", await desk.Text(Telling("Northgate")));
        await desk.Do("drop trigger hold on mt_events");
        await list.Ask(SetAsideList.Redactions, tombstone, Cancellation);
        await Eventually.Holds("it is on the list no more", async () => await list.Find(SetAsideList.Redactions, tombstone, Cancellation) is null);
        Assert.Equal("0", await desk.Text(Telling("Northgate")));
        Assert.Empty(await desk.Settle());
    }

    private async Task<Newsdesk> Documents(Poison poison)
    {
        var desk = await Open(o => o with { Poison = poison });
        await desk.Send(Newsdesk.Document("d", "The mayor of Northgate said that 200 houses were destroyed.", DateTimeOffset.UnixEpoch));
        await desk.Send(Newsdesk.Document("e", "The governor of Lakeside promised that the bridge will be repaired.", DateTimeOffset.UnixEpoch, "two"));
        Assert.Empty(await desk.Settle());
        await desk.Do(Held);
        return desk;
    }

    private static string Telling(string word) => $"select count(*) from mt_events where strpos(to_jsonb(mt_events)::text, '{word}') > 0";
}
