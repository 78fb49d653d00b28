using Dateline.Matching;
using Dateline.Postgres.Engine;

namespace Dateline.Contract.Engine;

/// <summary>Redaction leaves a visible tombstone; of what was recorded only the text goes.</summary>
public abstract class RedactionTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    [Fact]
    public async Task a_redaction_takes_two_people_and_is_an_event_like_any_other()
    {
        await using var desk = await Open();
        await desk.Send(Newsdesk.Document("d", "The mayor of Northgate said that 200 houses were destroyed.", DateTimeOffset.UnixEpoch));
        Assert.Empty(await desk.Settle());
        const string Earlier = """
            select string_agg(concat_ws(' ', seq_id, id, stream_id, version, type, timestamp, user_name, correlation_id, causation_id), chr(10) order by seq_id)
            from mt_events where type not in ('redaction_proposed', 'document_redacted', 'text_erased')
            """;
        const string Telling = "select count(*) from mt_events where strpos(to_jsonb(mt_events)::text, 'Northgate') > 0";
        var before = await desk.Text(Earlier);
        Assert.NotEqual("0", await desk.Text(Telling));
        await Assert.ThrowsAsync<Refused>(() => desk.Redact("d", 1, "privacy", "a court's order", "ana", "Ana "));
        await Assert.ThrowsAsync<Refused>(() => desk.Redact("d", 2, "privacy", "a court's order", "ana", "ben"));
        await desk.Redact("d", 1, "privacy", "a court's order", "ana", "ben");
        Assert.Empty(await desk.Settle());
        Assert.Equal(before, await desk.Text(Earlier));
        Assert.Equal("0", await desk.Text(Telling));
        Assert.Contains("seconded by ben", await desk.Text("select after from audit where what = 'document_redacted'"), StringComparison.Ordinal);
        var live = await desk.Rows();
        foreach (var view in Postgres.Views.AllViews.Catalogue) await desk.Engine.Rebuild(view.Name, null, Cancellation);
        Assert.Equal(live, await desk.Rows());
    }

    [Theory]
    [InlineData("<html><head><meta name=\"description\" content=\"The clerk Ottoline Brasswick was charged with fraud on Tuesday\"></head><body><p>A clerk was charged.</p></body></html>", false)]
    [InlineData("<html><body><p>A clerk was charged.</p><!-- Ottoline B&#114;asswick --></body></html>", false)]
    [InlineData("""{"text":"A clerk was charged.","act":"correction","reason":"We named Ottoline Brassw\\u0069ck by mistake."}""", false)]
    [InlineData("""{"text":"A clerk was charged.","act":"correction","reason":"It is not for us to say who."}""", true)]
    [InlineData("<html><body><p>A clerk was charged.</p></body></html>", true)]
    public async Task kept_bytes_of_another_revision_go_where_they_hold_more_of_it_than_that_revision_says(string bytes, bool stay)
    {
        await using var desk = await Open();
        var first = Newsdesk.Document("d", "The clerk Ottoline Brasswick was charged with fraud on Tuesday, the court said.", DateTimeOffset.UnixEpoch);
        var original = System.Text.Encoding.UTF8.GetBytes(bytes);
        await desk.Send(first);
        await desk.Send(Newsdesk.Document("d", "A clerk was charged.", DateTimeOffset.UnixEpoch.AddDays(1)) with { Original = new(Ids.Sha256(original), "text/html", original) });
        Assert.Empty(await desk.Settle());
        await desk.Redact("d", 1, "a name", "a court's order", "ana", "ben");
        Assert.Empty(await desk.Settle());
        Assert.Equal(stay ? "1" : "0", await desk.Text($"select count(*) from originals where sha256 = '{Ids.Sha256(original)}'"));
        Assert.Equal(stay ? "0" : "1", await desk.Text($"select count(*) from originals_removed where sha256 = '{Ids.Sha256(original)}'"));
        Assert.Equal("1", await desk.Text("select count(*) from mt_events where type = 'document_revised' and data ->> 'text' = 'A clerk was charged.'"));
    }

    [Fact]
    public async Task a_redaction_drops_the_desks_snapshot_and_lets_none_be_kept_that_was_made_before_it()
    {
        await using var desk = await Open();
        await desk.Send(Newsdesk.Document("d", "The mayor of Northgate said that 200 houses were destroyed.", DateTimeOffset.UnixEpoch));
        Assert.Empty(await desk.Settle());
        var (kept, late) = (new DeskSnapshots(desk.Engine.Database, TimeProvider.System), new DeskSnapshots(desk.Engine.Database, TimeProvider.System));
        Assert.Null(await late.Keeping.Load(Cancellation));
        Assert.Null(await kept.Keeping.Load(Cancellation));
        var snapshot = new DeskSnapshot("v", 3, new byte[] { 1, 2, 3 });
        kept.Keeping.Offer(() => snapshot);
        await kept.Idle();
        var loaded = await kept.Keeping.Load(Cancellation);
        Assert.Equal(("v", 3L), (loaded!.Version, loaded.Reacted));
        Assert.Equal(snapshot.Bytes.ToArray(), loaded.Bytes.ToArray());
        kept.Keeping.Offer(() => throw new InvalidOperationException("Too soon for another one."));

        await desk.Redact("d", 1, "privacy", "a court's order", "ana", "ben");
        Assert.Empty(await desk.Settle());
        Assert.Equal("0", await desk.Text("select count(*) from desk_snapshots"));
        late.Keeping.Offer(() => snapshot);
        await late.Idle();
        Assert.Equal("0", await desk.Text("select count(*) from desk_snapshots"));
    }

    [Fact]
    public async Task whoever_reacts_forgets_what_was_erased()
    {
        var desks = new[] { new Remembering(), new Remembering() };
        await using var one = await Open(o => o with { Services = [new FilingDesk(), desks[0]] });
        await using var two = await Open(one.ConnectionString, o => o with { Services = [new FilingDesk(), desks[1]] });
        one.Engine.Start();
        two.Engine.Start();
        await one.Send(Newsdesk.Document("d", "The mayor of Northgate said that 200 houses were destroyed.", DateTimeOffset.UnixEpoch));
        Assert.Empty(await one.Settle());
        var before = desks.Sum(d => d.Forgot);
        await one.Redact("d", 1, "privacy", "a court's order", "ana", "ben");
        Assert.Empty(await one.Settle());
        await one.Send(Newsdesk.Document("e", "The mayor of Northgate said that 300 houses were destroyed.", DateTimeOffset.UnixEpoch));
        Assert.Empty(await one.Settle());
        Assert.True(desks.Sum(d => d.Forgot) > before);
    }

    /// <summary>A working set that only knows how often it was begun anew.</summary>
    private sealed class Remembering : IWorkingSet
    {
        internal int Forgot { get; private set; }

        public void Reset() => Forgot++;
    }
}
