using System.Text;
using Dateline.Contract.Engine;
using Dateline.Documents;
using Dateline.Postgres.Seal;
using Dateline.Verdicts;

namespace Dateline.Contract.Seal;

public sealed class BuiltInErasure(TestDatabase databases) : ErasureTests<BuiltIn>(databases);

/// <summary>What a redaction removes is gone from everywhere, and what is left verifies.</summary>
public abstract class ErasureTests<TEngine>(TestDatabase databases) where TEngine : IEngineUnderTest
{
    private static readonly DateTimeOffset at = new(2026, 2, 10, 12, 0, 0, TimeSpan.Zero);
    private const string Secret = "Zebulon Quartermain";
    private const string Removed = "The mayor of Northgate said that 217 marzipan lanterns were destroyed by the flood in the old harbour of Northgate. Zebulon Quartermain denied that the marzipan factory was robbed by sailors from the harbour on Friday.";
    private const string Other = "The governor of Lakeside promised that the bridge of the old railway will be repaired within two weeks.";
    private static readonly string[] traces = ["marzipan", "Zebulon", "Quartermain", "lanterns"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_text_is_gone_from_everywhere_and_the_log_verifies_and_lists_it()
    {
        await using var desk = await SealedDesk.Open<TEngine>(databases, 3);
        await Live(desk);
        var earlier = await desk.Sign();
        var document = (await desk.Desk.Log()).Single(e => e.Type == "document_redacted" || e is { Type: "document_ingested", Data: DocumentIngested { DocumentId: "d" } });
        await desk.Desk.Do("analyze");
        Assert.NotEmpty(await desk.Traces(traces));

        await desk.Desk.Redact("d", 1, "a name", "court order 7", "ana", "ben");
        Assert.Empty(await desk.Desk.Settle());

        Assert.Empty(await desk.Traces(traces));
        var signed = await desk.Sign();
        var found = await desk.Verify(earlier, signed);
        Assert.Null(found.First);
        Assert.True(found.Holds);
        var redaction = Assert.Single(found.Redactions);
        Assert.Equal(("d", "a name", "court order 7", "ana", "ben"), (redaction.Document, redaction.Kind, redaction.LegalReason, redaction.By, redaction.SecondedBy));
        Assert.Contains(document.Position, redaction.Events);

        var folder = await desk.Export();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Cancellation));
            Assert.DoesNotContain(traces, t => text.Contains(t, StringComparison.OrdinalIgnoreCase));
        }
        var offline = await OfflineAudit.Verify(folder, [desk.Opened(earlier), desk.Opened(signed)], null, Cancellation);
        Assert.True(offline.Holds);
        Assert.Equal(redaction.Events, Assert.Single(offline.Redactions).Events);

        var proved = OfflineAudit.Check(await desk.Log.Prove(document.Position, Encoding.UTF8.GetBytes(signed.Note), signed.Verifier, Cancellation), signed.Verifier);
        Assert.True(proved.Redacted);
        Assert.Equal(Other, (await desk.Desk.Log()).Select(e => e.Data).OfType<DocumentIngested>().Single(d => d.DocumentId == "other").Text);
    }

    [Fact]
    public async Task outlets_on_whose_word_the_text_reports_go_from_origins_and_still_count_as_two()
    {
        await using var desk = await SealedDesk.Open<TEngine>(databases, 1);
        await desk.Desk.Send(Newsdesk.Document("d", "The newspaper Klipsander Dagblad reported that Gorm Hattersley said that the town of Tilsbury was bankrupt.", DateTimeOffset.UnixEpoch));
        await desk.Desk.Send(Newsdesk.Document("e", "According to the Morvane Courier, the town of Tilsbury was bankrupt.", DateTimeOffset.UnixEpoch.AddHours(1), source: "two"));
        Assert.Empty(await desk.Desk.Settle());
        const string Origins = "select string_agg(distinct origin, ' ' order by origin) from mentions";
        Assert.Equal("outlet:klipsander dagblad outlet:morvane courier", await desk.Desk.Text(Origins));
        var signed = await desk.Sign();
        await desk.Desk.Redact("d", 1, "a name", "court order 7", "ana", "ben");
        Assert.Empty(await desk.Desk.Settle());
        Assert.Equal("outlet:[redacted] outlet:morvane courier", await desk.Desk.Text(Origins));
        Assert.Equal("", await desk.Traces(["Klipsander", "Hattersley"]));
        await desk.Desk.Redact("e", 1, "a name", "court order 7", "ana", "ben");
        Assert.Empty(await desk.Desk.Settle());
        Assert.Equal("outlet:[redacted] outlet:[redacted][redacted]", await desk.Desk.Text(Origins));
        Assert.Equal("", await desk.Traces(["Klipsander", "Hattersley", "Morvane", "bankrupt"]));
        Assert.True((await desk.Verify(signed)).Holds);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task the_day_of_a_promise_stays_when_the_words_that_gave_it_go(bool words)
    {
        await using var desk = await SealedDesk.Open<TEngine>(databases, 1);
        await desk.Desk.Send(Newsdesk.Document("d", "The governor promised that the bridge of Northgate will be repaired by 3 March 2031.", DateTimeOffset.UnixEpoch.AddYears(56)));
        Assert.Empty(await desk.Desk.Settle());
        Assert.Equal("2031-03-03", await desk.Desk.Text("select due_at::text from claims where mode = 'promise'"));
        var (signed, shown, before) = (await desk.Sign(), await desk.Desk.Engine.Head(Cancellation), await Boards.Shown(desk.Desk));
        var claim = await desk.Desk.Text("select id from claims where mode = 'promise'");
        if (words)
        {
            await new Postgres.Redaction.RedactionWords(desk.Desk.Engine.Database).Keep("r-1", ["3 March 2031", "2031-03-03"], ["a date", "court order 7"], Cancellation);
            await desk.Desk.Send(new Redactions.ProposeWordsRedaction("r-1", "a date", "court order 7", "ana"));
            await desk.Desk.Send(new Redactions.ApproveWordsRedaction("r-1", "ben"), "ben");
        }
        else await desk.Desk.Redact("d", 1, "a date", "a court's order", "ana", "ben");
        Assert.Empty(await desk.Desk.Settle());
        Assert.Equal("", await desk.Traces(["3 March 2031"]));
        Assert.Equal("2031-03-03", await desk.Desk.Text("select due_at::text from claims where mode = 'promise'"));
        Assert.Equal(Boards.Wordless(before), Boards.Wordless(await Boards.Replayed(desk.Desk, shown)));
        Assert.Equal(["open", "due"], (await desk.Desk.Board.Claim(claim, DateTimeOffset.UnixEpoch.AddYears(70), Cancellation))!.Timeline.Select(t => t.To));
        Assert.True((await desk.Verify(signed)).Holds);
    }

    [Fact]
    public async Task views_and_the_seal_that_are_built_anew_are_the_live_ones_and_the_document_can_be_worked_with()
    {
        await using var desk = await SealedDesk.Open<TEngine>(databases, 3);
        await Live(desk);
        await desk.Desk.Redact("d", 1, "a name", "court order 7", "ana", "ben");
        Assert.Empty(await desk.Desk.Settle());
        var live = await desk.Desk.Rows();
        foreach (var view in Postgres.Views.AllViews.Catalogue) await desk.Desk.Engine.Rebuild(view.Name, null, Cancellation);
        Assert.Equal(live, await desk.Desk.Rows());

        Assert.Null((await desk.Desk.Send(Document())).Position);
        await desk.Desk.Send(Newsdesk.Document("d", "The mayor of Northgate said that many houses were saved.", at));
        Assert.Empty(await desk.Desk.Settle());
        Assert.Empty(await desk.Traces(traces));
        Assert.True((await desk.Verify(await desk.Sign())).Holds);
    }

    [Fact]
    public async Task it_is_carried_out_once_and_a_second_one_goes_on_from_what_the_first_left()
    {
        await using var desk = await SealedDesk.Open<TEngine>(databases, 1);
        await Live(desk);
        await desk.Desk.Send(Newsdesk.Document("d", "The mayor of Northgate said that 217 marzipan lanterns were found again in the cellar of the town hall by Zebulon Quartermain.", at));
        await desk.Desk.Settle();
        var signed = await desk.Sign();
        await desk.Desk.Redact("d", 1, "a name", "court order 7", "ana", "ben");
        Assert.Empty(await desk.Desk.Settle());
        await desk.Desk.Redact("d", 2, "a name", "court order 8", "ana", "ben");
        Assert.Empty(await desk.Desk.Settle());
        Assert.Empty(await desk.Traces(traces));
        var found = await desk.Verify(signed, await desk.Sign());
        Assert.True(found.Holds, found.First?.What);
        Assert.Equal(2, found.Redactions.Count);
        var events = (await desk.Desk.Log()).Count;
        await desk.Desk.Do("update mt_event_progression set last_seq_id = 0 where name = 'redactions:All'; update followers set generation = generation + 1 where name = 'redactions:All'");
        await desk.Quiet();
        Assert.Empty(await desk.Desk.Settle());
        Assert.Equal(events, (await desk.Desk.Log()).Count);
        var offline = await OfflineAudit.Verify(await desk.Export(), [desk.Opened(signed)], null, Cancellation);
        Assert.True(offline.Holds, offline.First?.What);
    }

    [Theory]
    [InlineData("update mt_events set data = jsonb_set(data, '{text}', '\"Something else\"') where stream_id = 'document/d' and version = 1", "beyond")]
    [InlineData("update mt_events set headers = null where stream_id = 'document/other' and version = 1", "sealed")]
    [InlineData("update erasures set data = left_data, metadata = left_metadata", "sealed")]
    [InlineData("delete from erasures", "sealed")]
    [InlineData("insert into erasures select 1, by_position, tombstone, data, metadata, left_data, left_metadata from erasures limit 1", "sealed")]
    public async Task a_redaction_hides_no_other_change(string change, string because)
    {
        await using var desk = await SealedDesk.Open<TEngine>(databases, 2);
        await Live(desk);
        await desk.Desk.Redact("d", 1, "a name", "court order 7", "ana", "ben");
        Assert.Empty(await desk.Desk.Settle());
        var signed = await desk.Sign();
        await desk.Tamper(change);
        Assert.Contains(because, (await desk.Verify(signed)).First!.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_said_of_redactions_holds_none_up_and_only_who_declined_one_loses_words()
    {
        await using var desk = await SealedDesk.Open<TEngine>(databases, 1);
        await Live(desk);
        // As it was recorded before reasons were looked at.
        await desk.Desk.Newsroom.Send(new ProposeRedaction("d", "r-0", 1, "a name", $"Request of {Secret}'s family", "ana"), new("ana", $"Request of {Secret}'s family"), Cancellation);
        await desk.Desk.Newsroom.Send(new DeclineRedaction("d", "r-0", "ben", "x"), new("ben", $"{Secret} has no family"), Cancellation);
        await desk.Desk.Redact("d", 1, "a name", "The mayor of Northgate said that it must go", "ana", "ben");
        await desk.Desk.Redact("other", 1, "a name", "court order 8", "ana", "ben");
        Assert.Empty(await desk.Desk.Settle());
        const string Telling = "select string_agg(distinct type, ' ') from mt_events where strpos(to_jsonb(mt_events)::text, '{0}') > 0";
        Assert.Equal("redaction_proposed", await desk.Desk.Text(Telling.Replace("{0}", "Quartermain", StringComparison.Ordinal)));
        Assert.Equal("", await desk.Desk.Text(Telling.Replace("{0}", "Lakeside", StringComparison.Ordinal)));
        Assert.Equal("[redacted] has no family", await desk.Desk.Text("select headers ->> 'reason' from mt_events where type = 'redaction_declined'"));
        var found = await desk.Verify(await desk.Sign());
        Assert.True(found.Holds, found.First?.What ?? found.Missing?.What);
        Assert.All(found.Redactions, r => Assert.NotEmpty(r.Events));
    }

    [Theory]
    [InlineData("Request of Zebulon Quartermain's family", true)]
    [InlineData("They wrote “217 marzipan lanterns were destroyed by the flood”", true)]
    [InlineData("It was robbed by others", false)]
    [InlineData("court order 7", false)]
    public async Task a_reason_that_gives_the_text_away_is_refused_in_other_words(string reason, bool tells)
    {
        await using var desk = await SealedDesk.Open<TEngine>(databases, 1);
        await Live(desk);
        await desk.Desk.Send(new ProposeRedaction("d", "r-1", 1, "a name", "court order 7", "ana"));
        await desk.Desk.Send(new ProposeRedaction("d", "r-2", 1, "another name", reason, "ana"));
        List<ICommand> commands =
        [
            new ProposeRedaction("d", "r-3", 1, "a third", reason, "ana"), new ApproveRedaction("d", "r-1", "ben", reason), new DeclineRedaction("d", "r-1", "ben", reason),
            new ApproveRedaction("d", "r-2", "ben", "I read it.")
        ];
        foreach (var command in commands)
        {
            if (!tells) await RedactionReasons.Check(desk.Desk.Newsroom, command, Cancellation);
            else
            {
                var refused = await Assert.ThrowsAsync<Refused>(() => RedactionReasons.Check(desk.Desk.Newsroom, command, Cancellation));
                Assert.DoesNotContain(traces, t => refused.Message.Contains(t, StringComparison.OrdinalIgnoreCase));
            }
        }
        await RedactionReasons.Check(desk.Desk.Newsroom, new DeclineRedaction("d", "r-2", "ben", "It says too much."), Cancellation);
    }

    private static IngestDocument Document() => Newsdesk.Document("d", Removed, at) with { Title = "Marzipan theft: Zebulon Quartermain", Author = Secret };

    /// <summary>A document that is extracted, judged by people who quote it, and a document that is left alone.</summary>
    private static async Task Live(SealedDesk desk)
    {
        await desk.Desk.Send(Document());
        await desk.Desk.Send(Newsdesk.Document("other", Other, at));
        Assert.Empty(await desk.Desk.Settle());
        var claim = (await desk.Desk.Log()).Select(e => e.Data).OfType<Claims.ClaimMentioned>().First(m => m.DocumentId == "d").ClaimId;
        await desk.Desk.Newsroom.Send(
            new ProposeVerdict(claim, "v-1", Rating.Verified, null, Confidence.High, $"It says “217 marzipan lanterns were destroyed”, and {Secret} agrees.", [new Evidence("d", 1, null)], "ana"),
            new("ana", $"Because {Secret} said so himself"), Cancellation);
        await desk.Desk.Send(new ApproveVerdict(claim, "v-1", "ben", "The marzipan lanterns were destroyed indeed."), "ben");
        // Somebody quotes it where nothing else has to do with it.
        await desk.Desk.Newsroom.Send(
            new Sources.RateSource("source-0", Sources.Reliability.C, "ana", "x"), new("ana", "They wrote that 217 marzipan lanterns were destroyed by the flood in the old harbour"), Cancellation);
        Assert.Empty(await desk.Desk.Settle());
    }
}
