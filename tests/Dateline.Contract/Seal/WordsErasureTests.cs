using System.Text;
using Dateline.Claims;
using Dateline.Contract.Engine;
using Dateline.Documents;
using Dateline.Postgres.Redaction;
using Dateline.Postgres.Seal;
using Dateline.Redactions;
using Dateline.Verdicts;

namespace Dateline.Contract.Seal;

public sealed class BuiltInWordsErasure(TestDatabase databases) : WordsErasureTests<BuiltIn>(databases);

/// <summary>A name that two editors remove is gone from everywhere, what stood beside it stays, and what is left verifies.</summary>
public abstract class WordsErasureTests<TEngine>(TestDatabase databases) where TEngine : IEngineUnderTest
{
    private static readonly DateTimeOffset at = new(2026, 2, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] words = ["Zebulon Quartermain", "Quartermain"];
    private static readonly string[] traces = ["Zebulon", "Quartermain"];
    private const string Text = "The mayor of Northgate said that 217 lanterns were destroyed by the flood. Zebulon Quartermain denied that the lanterns were robbed. ZEBULON  QUARTERMAIN’s lawyer said that the bridge will be repaired within two weeks.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_name_is_gone_from_everywhere_and_the_log_verifies_and_lists_it()
    {
        await using var desk = await SealedDesk.Open<TEngine>(databases, 3);
        await Live(desk);
        var earlier = await desk.Sign();
        await desk.Desk.Do("insert into idempotency (account, key, fingerprint, status, body) values ('a', 'k', '', 200, 'Zebulon Quartermain')");
        await Propose(desk);
        await desk.Desk.Do("analyze");
        Assert.NotEmpty(await desk.Traces(traces));
        await desk.Desk.Send(new ApproveWordsRedaction("r-1", "ben"), "ben");
        Assert.Empty(await desk.Desk.Settle());

        Assert.Empty(await desk.Traces(traces));
        var signed = await desk.Sign();
        var found = await desk.Verify(earlier, signed);
        Assert.Null(found.First);
        Assert.True(found.Holds);
        var redaction = Assert.Single(found.Redactions);
        Assert.Equal((null, null, "a name", "court order 7", "ana", "ben"), (redaction.Document, redaction.Revision, redaction.Kind, redaction.LegalReason, redaction.By, redaction.SecondedBy));
        Assert.True(redaction.Events.Length > 4);
        var folder = await desk.Export();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Cancellation));
            Assert.DoesNotContain(traces, t => text.Contains(t, StringComparison.OrdinalIgnoreCase));
        }
        var offline = await OfflineAudit.Verify(folder, [desk.Opened(earlier), desk.Opened(signed)], null, Cancellation);
        Assert.True(offline.Holds, offline.First?.What);
        Assert.Equal(redaction.Events, Assert.Single(offline.Redactions).Events);
    }

    [Fact]
    public async Task what_stood_beside_the_name_stays_and_every_span_still_quotes_its_text()
    {
        await using var desk = await SealedDesk.Open<TEngine>(databases, 3);
        await Live(desk);
        var before = (await desk.Desk.Log()).Select(e => e.Data).OfType<ClaimsExtracted>().Single(e => e.DocumentId == "d").Mentions.Length;
        await Propose(desk);
        await desk.Desk.Send(new ApproveWordsRedaction("r-1", "ben"), "ben");
        Assert.Empty(await desk.Desk.Settle());
        var log = (await desk.Desk.Log()).Select(e => e.Data).ToList();
        var text = log.OfType<DocumentIngested>().Single(d => d.DocumentId == "d").Text;
        Assert.Equal(Text.Replace("Zebulon Quartermain", "[redacted]", StringComparison.Ordinal).Replace("ZEBULON  QUARTERMAIN", "[redacted]", StringComparison.Ordinal), text);
        var mentions = log.OfType<ClaimsExtracted>().Single(e => e.DocumentId == "d").Mentions;
        Assert.Equal(before, mentions.Length);
        Assert.All(mentions.SelectMany(m => new[] { m.Content, m.Speaker, m.Cue }.OfType<Span>().Concat(m.More).Concat(m.Via)), s => Assert.Equal(s.Text, text[s.Start..s.End]));
        Assert.All(mentions.SelectMany(m => m.Numbers), n => Assert.Equal(n.Text, text[n.Start..n.End]));
        Assert.Contains(mentions, m => m.Speaker?.Text == "[redacted]");
        Assert.Contains("the bridge will be repaired within two weeks", await desk.Desk.Text("select string_agg(text, ' ') from claims"), StringComparison.Ordinal);
        Assert.Equal("1", await desk.Desk.Text("select count(*) from originals"));
        Assert.Equal("true", await desk.Desk.Text("select bool_or(basis_changed)::text from verdicts"));
    }

    [Fact]
    public async Task views_and_the_seal_that_are_built_anew_are_the_live_ones_and_the_text_as_it_was_does_not_return()
    {
        await using var desk = await SealedDesk.Open<TEngine>(databases, 3);
        await Live(desk);
        await Propose(desk);
        await desk.Desk.Send(new ApproveWordsRedaction("r-1", "ben"), "ben");
        Assert.Empty(await desk.Desk.Settle());
        var live = await desk.Desk.Rows();
        foreach (var view in Postgres.Views.AllViews.Catalogue) await desk.Desk.Engine.Rebuild(view.Name, null, Cancellation);
        Assert.Equal(live, await desk.Desk.Rows());
        Assert.Null((await desk.Desk.Send(Document())).Position);
        Assert.Null((await desk.Desk.Send(Document() with { PublishedAt = at.AddDays(2), Original = new(new('a', 64), "text/plain", Encoding.UTF8.GetBytes(Text)) })).Position);
        await desk.Desk.Send(Newsdesk.Document("d", "The mayor of Northgate said that many lanterns were saved.", at));
        Assert.Empty(await desk.Desk.Settle());
        Assert.Empty(await desk.Traces(traces));
        Assert.True((await desk.Verify(await desk.Sign())).Holds);
    }

    [Fact]
    public async Task it_takes_two_people_and_what_is_turned_down_removes_nothing_and_is_forgotten()
    {
        await using var desk = await SealedDesk.Open<TEngine>(databases, 1);
        await Live(desk);
        await Propose(desk);
        await Assert.ThrowsAsync<Refused>(() => desk.Desk.Send(new ApproveWordsRedaction("r-1", "Ana "), "Ana "));
        await Assert.ThrowsAsync<Refused>(() => desk.Desk.Send(new ApproveWordsRedaction("r-2", "ben"), "ben"));
        var kept = new RedactionWords(desk.Desk.Engine.Database);
        Assert.Equal(words, Assert.Single(await kept.Waiting(Cancellation)).Words);
        await desk.Desk.Send(new RejectWordsRedaction("r-1", "ben", "not by that order"), "ben");
        Assert.Empty(await desk.Desk.Settle());
        await Assert.ThrowsAsync<Refused>(() => desk.Desk.Send(new ApproveWordsRedaction("r-1", "cem"), "cem"));
        Assert.Equal("0", await desk.Desk.Text("select count(*) from redaction_words"));
        Assert.NotEmpty(await desk.Traces(traces));
        await Assert.ThrowsAsync<Refused>(() => kept.Keep("r-3", words, ["Zebulon Quartermain asked for it"], Cancellation));
        await Assert.ThrowsAsync<Refused>(() => kept.Keep("r-3", ["other"], [], Cancellation));
        await Assert.ThrowsAsync<Refused>(() => kept.Keep("r-3", ["ana"], [], Cancellation));
    }

    [Theory]
    [InlineData("update mt_events set data = jsonb_set(data, '{text}', '\"Something else\"') where stream_id = 'document/d' and version = 1", "beyond")]
    [InlineData("delete from erasures", "sealed")]
    [InlineData("update mt_events set data = jsonb_set(data, '{secondedBy}', '\"ana\"') where type = 'words_redacted'", "sealed")]
    public async Task it_hides_no_other_change(string change, string because)
    {
        await using var desk = await SealedDesk.Open<TEngine>(databases, 2);
        await Live(desk);
        await Propose(desk);
        await desk.Desk.Send(new ApproveWordsRedaction("r-1", "ben"), "ben");
        Assert.Empty(await desk.Desk.Settle());
        var signed = await desk.Sign();
        await desk.Tamper(change);
        Assert.Contains(because, (await desk.Verify(signed)).First!.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_earlier_proposal_that_says_the_words_does_not_hold_it_up()
    {
        await using var desk = await SealedDesk.Open<TEngine>(databases, 1);
        await Live(desk);
        await desk.Desk.Newsroom.Send(new ProposeRedaction("d", "r-0", 1, "a name", "Zebulon Quartermain asked for it", "ana"), new("ana", "Zebulon Quartermain asked for it"), Cancellation);
        await desk.Desk.Newsroom.Send(new DeclineRedaction("d", "r-0", "ben", "x"), new("ben", "Quartermain did not"), Cancellation);
        await Propose(desk);
        await desk.Desk.Send(new ApproveWordsRedaction("r-1", "ben"), "ben");
        Assert.Empty(await desk.Desk.Settle());
        Assert.Equal("redaction_proposed", await desk.Desk.Text("select string_agg(distinct type, ' ') from mt_events where strpos(to_jsonb(mt_events)::text, 'Quartermain') > 0"));
        var found = await desk.Verify(await desk.Sign());
        Assert.True(found.Holds, found.First?.What ?? found.Missing?.What);
    }

    private static IngestDocument Document() => Newsdesk.Document("d", Text, at) with { Title = "Lanterns: Zebulon Quartermain", Author = "Z. Quartermain" };

    private static async Task Propose(SealedDesk desk)
    {
        await new RedactionWords(desk.Desk.Engine.Database).Keep("r-1", words, ["a name", "court order 7"], Cancellation);
        await desk.Desk.Send(new ProposeWordsRedaction("r-1", "a name", "court order 7", "ana"));
    }

    /// <summary>Documents that name somebody, one that does not, and people who judge what he says and name him as well.</summary>
    private static async Task Live(SealedDesk desk)
    {
        await desk.Desk.Send(Document());
        await desk.Desk.Send(Newsdesk.Document("second", "The mayor of Northgate said that 217 lanterns were destroyed by the flood, as zebulon quartermain had warned.", at, "two"));
        await desk.Desk.Send(Newsdesk.Document("third", "The harbour of Northgate will be closed for two weeks, Zebulon&nbsp;Quartermain said on Friday.", at, "three"));
        await desk.Desk.Send(Newsdesk.Document("other", "The governor of Lakeside promised that the bridge of the old railway will be repaired within two weeks.", at));
        Assert.Empty(await desk.Desk.Settle());
        var claim = (await desk.Desk.Log()).Select(e => e.Data).OfType<ClaimMentioned>().First(m => m.DocumentId == "d").ClaimId;
        await desk.Desk.Newsroom.Send(
            new ProposeVerdict(claim, "v-1", Rating.Verified, null, Confidence.High, "Zebulon Quartermain agrees.", [new Evidence("d", 1, null)], "ana"),
            new("ana", "Because Quartermain said so himself"), Cancellation);
        await desk.Desk.Send(new ApproveVerdict(claim, "v-1", "ben", "So says Quartermain."), "ben");
        Assert.Empty(await desk.Desk.Settle());
    }
}
