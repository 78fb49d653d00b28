using System.Text;
using Dateline.Claims;
using Dateline.Contract.Engine;
using Dateline.Postgres.Seal;
using Dateline.Stories;
using Dateline.Verdicts;

namespace Dateline.Contract.Seal;

public sealed class BuiltInOwnWords(TestDatabase databases) : OwnWordsTests<BuiltIn>(databases);

/// <summary>What people wrote about a document's own claims and story loses its numbers, its names and its telling words, one by one.</summary>
public abstract class OwnWordsTests<TEngine>(TestDatabase databases) where TEngine : IEngineUnderTest
{
    private static readonly DateTimeOffset at = new(2026, 2, 10, 12, 0, 0, TimeSpan.Zero);
    private const string Text = "The clinic said that Nurse Maribel Quintanar of Trillbach was treated for syphilis. Her account DE44500105175407324931 received 41,770 euros, the clinic said. Her phone is 0170-5551234, and she lives at Amselweg 17b.";
    private const string Shared = "The mayor of Northgate said that 4,200 lanterns were destroyed by the flood in the old harbour of Northgate.";
    private static readonly string[] traces = ["Quintanar", "Maribel", "syphilis", "DE4450", "DE44 5001", "7324931", "7324 931", "5551234", "555 1234", "41,770", "Sum 41770", "Amselweg", "at 17b", "Trillbach"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task numbers_names_and_single_words_are_gone_from_everywhere_and_the_log_verifies()
    {
        await using var desk = await SealedDesk.Open<TEngine>(databases, 1);
        await desk.Desk.Send(Newsdesk.Document("d", Text, at) with { Title = "A nurse is ill" });
        await desk.Desk.Send(Newsdesk.Document("other", "The governor of Lakeside promised that the bridge of the old railway will be repaired within two weeks.", at));
        Assert.Empty(await desk.Desk.Settle());
        var mentions = (await desk.Desk.Log()).Select(e => e.Data).OfType<ClaimMentioned>().ToList();
        var (claim, others) = (mentions.First(m => m.DocumentId == "d").ClaimId, mentions.First(m => m.DocumentId == "other").ClaimId);
        var story = (await desk.Desk.Log()).Select(e => e.Data).OfType<DocumentFiled>().Single(f => f.DocumentId == "d").StoryId;
        await desk.Desk.Send(Proposal(claim, "d", "Checked by hand. Diagnosis: syphilis. IBAN DE44 5001 0517 5407 3249 31. Tel. 0170 555 1234. Sum 41770. Home: Amselweg."));
        await Act(desk, new RejectVerdict(claim, "v-d", "ben", "Quintanar lives at 17b"), "QUINTANAR denies it", "ben");
        await Act(desk, new RenameStory(story, "The syphilis affair", "ana", "x"), "As Trillbach calls it");
        await Act(desk, new CloseStory(story, "ana", "x"), "Maribel asked for it");
        await desk.Desk.Send(Proposal(others, "other", "Nobody near Lakeside was ill in 2026."));
        Assert.Empty(await desk.Desk.Settle());
        await desk.Desk.Do("analyze");
        var signed = await desk.Sign();
        Assert.Contains("story_history", await desk.Traces(traces), StringComparison.Ordinal);

        await desk.Desk.Redact("d", 1, "a diagnosis", "court order 7", "ana", "ben");
        Assert.Empty(await desk.Desk.Settle());
        var left = await desk.Traces(traces);
        Assert.True(left.Length == 0, left);
        const string Rationale = "select data ->> 'rationale' from mt_events where type = 'verdict_proposed' and data ->> 'verdictId' = '{0}'";
        Assert.Equal("Checked by hand. Diagnosis: [redacted]. IBAN [redacted]. Tel. [redacted]. Sum [redacted]. Home: [redacted].", await desk.Desk.Text(Rationale.Replace("{0}", "v-d", StringComparison.Ordinal)));
        Assert.Equal("Nobody near Lakeside was ill in 2026.", await desk.Desk.Text(Rationale.Replace("{0}", "v-other", StringComparison.Ordinal)));
        Assert.Equal("The [redacted] affair", await desk.Desk.Text($"select title from stories where id = '{story}'"));
        var found = await desk.Verify(signed, await desk.Sign());
        Assert.True(found.Holds, found.First?.What);
        var folder = await desk.Export();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Cancellation));
            Assert.DoesNotContain(traces, t => text.Contains(t, StringComparison.OrdinalIgnoreCase));
        }
        Assert.True((await OfflineAudit.Verify(folder, [desk.Opened(signed)], null, Cancellation)).Holds);
        var live = await desk.Desk.Rows();
        foreach (var view in Postgres.Views.AllViews.Catalogue) await desk.Desk.Engine.Rebuild(view.Name, null, Cancellation);
        Assert.Equal(live, await desk.Desk.Rows());
    }

    [Fact]
    public async Task what_another_document_of_the_claim_or_the_story_says_as_well_stays_until_that_one_is_redacted()
    {
        await using var desk = await SealedDesk.Open<TEngine>(databases, 1);
        await desk.Desk.Send(Newsdesk.Document("e", Shared, at) with { Title = "Lanterns" });
        Assert.Empty(await desk.Desk.Settle());
        await desk.Desk.Send(Newsdesk.Document("d", $"{Shared} Zebulon Quartermain of Pellworm owned a yacht there.", at.AddHours(1), "herald") with { Title = "Lanterns" });
        Assert.Empty(await desk.Desk.Settle());
        var claim = (await desk.Desk.Log()).Select(e => e.Data).OfType<ClaimMentioned>().GroupBy(m => m.ClaimId).First(g => g.Select(m => m.DocumentId).Distinct().Count() == 2).Key;
        var story = Assert.Single((await desk.Desk.Log()).Select(e => e.Data).OfType<DocumentFiled>().Select(f => f.StoryId).Distinct());
        await desk.Desk.Send(Proposal(claim, "e", "Both give 4,200. The lanterns of its harbour were real; Quartermain and Pellworm know of a yacht."));
        await Act(desk, new RenameStory(story, "Northgate's lanterns, Quartermain's yacht", "ana", "x"), "because");
        Assert.Empty(await desk.Desk.Settle());
        const string Said = "select (select rationale from verdicts) || ' ' || (select title from stories)";

        await desk.Desk.Redact("d", 1, "a name", "court order 7", "ana", "ben");
        Assert.Empty(await desk.Desk.Settle());
        Assert.Equal("Both give 4,200. The lanterns of its harbour were real; [redacted] and [redacted] know of a [redacted]. Northgate's lanterns, [redacted]'s [redacted]", await desk.Desk.Text(Said));
        await desk.Desk.Redact("e", 1, "a place", "court order 8", "ana", "ben");
        Assert.Empty(await desk.Desk.Settle());
        Assert.Equal("Both give [redacted]. The [redacted] of its [redacted] were real; [redacted] and [redacted] know of a [redacted]. [redacted]'s [redacted], [redacted]'s [redacted]", await desk.Desk.Text(Said));
        Assert.True((await desk.Verify(await desk.Sign())).Holds);
    }

    private static ProposeVerdict Proposal(string claim, string document, string rationale) =>
        new(claim, $"v-{document}", Rating.Inconclusive, null, Confidence.High, rationale, [new Evidence(document, 1, null)], "ana");

    private static async Task Act(SealedDesk desk, ICommand command, string why, string by = "ana") => await desk.Desk.Newsroom.Send(command, new(by, why), Cancellation);
}
