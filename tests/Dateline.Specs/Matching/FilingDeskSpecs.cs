using Dateline.Claims;
using Dateline.Documents;
using Dateline.Matching;
using Dateline.Stories;
using FsCheck;
using FsCheck.Fluent;
using static Dateline.Specs.Facts;
using static Dateline.Specs.Matching.Mentions;

namespace Dateline.Specs.Matching;

/// <summary>However a desk begins, from the first event, from the log or from a snapshot, it decides alike.</summary>
public class FilingDeskSpecs
{
    private const int Window = 6;
    private static readonly DateTimeOffset Noon = Facts.Noon;

    private static readonly string[] Topics =
    [
        "the dam near Derna burst after Storm Daniel flooded eastern Libya", "the mayor of Lyon resigned over fraud inquiry contracts",
        "the strike on Odesa port killed dock workers at dawn", "the central bank raised rates sharply against inflation"
    ];

    /// <summary>What comes in, and how many events the desk reacts to before the next does.</summary>
    private sealed record Step(int Kind, int Document, int Topic, int Number, int Reacts);

    private static Arbitrary<Step[]> Histories { get; } =
        (from kind in Gen.Choose(0, 9)
         from document in Gen.Choose(0, 9)
         from topic in Gen.Choose(0, Topics.Length - 1)
         from number in Gen.Choose(1, 3)
         from reacts in Gen.Choose(0, 3)
         select new Step(kind, document, topic, number, reacts)).ArrayOf(30).ToArbitrary();

    /// <summary>A newsroom with a desk that lags behind it.</summary>
    private sealed class Life
    {
        private static readonly CancellationToken none = CancellationToken.None;
        private int reacted;
        private DeskSnapshot? kept;

        internal Log Log { get; } = new();

        internal FilingDesk Live { get; } = new(Window);

        internal long Position => reacted + 1L;

        internal async Task Take(Step step)
        {
            if (step.Kind < 7) Ingest(step);
            else Act(step);
            for (var i = 0; i < step.Reacts; i++) await React();
            if (step.Kind == 0 && reacted > 0) kept = FilingDesk.Snapshot(Live.Known, reacted);
        }

        private void Ingest(Step step)
        {
            var id = "d-" + step.Document;
            var text = $"{Topics[step.Topic]} and harmed {step.Number} people";
            var revisions = Log.Events.Count(e => e.Data is DocumentIngested or DocumentRevised && e.Stream == Ids.Document(id));
            Log.Add(revisions == 0 ? Ingested(text, id) with { SourceId = "s" + step.Number, SourceName = "Paper " + step.Number } : Revised(revisions + 1, text, id));
            var name = $"{id}/{revisions + 1}#";
            Log.Add(new ClaimsExtracted(id, revisions + 1, "rules@1",
                [Saying(text, id: name + 1, numbers: [Number(text, $"{step.Number} people", $"{step.Number}", "people")]), Saying(Topics[(step.Topic + 1) % 4], id: name + 2)], null, Noon));
            if (step.Kind == 1) Log.Add(new ClaimsExtracted(id, revisions + 1, "rules@2", [Saying(text, id: name + "again", numbers: [Number(text, $"{step.Number} people", $"{step.Number}", "people")])], null, Noon));
        }

        private void Act(Step step)
        {
            var filings = Log.Events.Select(e => e.Data).OfType<MentionsFiled>().ToList();
            if (filings.Count == 0) return;
            var (one, other) = (filings[step.Topic % filings.Count], filings[^1]);
            if (step.Kind == 7) Log.Add(new DocumentWithdrawn(one.DocumentId, PublisherAct.Kill, one.Revision, "Wrong.", Noon));
            else if (step.Kind == 8) Log.Add(new DocumentMoved(one.StoryId, one.DocumentId, one.StoryId, other.StoryId, "ana"));
            else Log.Add(new StoriesMerged(one.StoryId, other.StoryId, one.StoryId, "ana"));
        }

        private async Task React()
        {
            if (reacted == Log.Events.Count) return;
            var e = Log.Events[reacted];
            await Live.Ready(Log, e.Position, none);
            if (e.Data is ClaimsExtracted extracted)
            {
                var document = await WhenClaimsExtractedHandler.LoadAsync(extracted, e, Log, Live, none);
                foreach (var command in WhenClaimsExtractedHandler.Handle(extracted, document, Live)) await Log.Send(command, Dateline.Act.System, none);
            }
            else if (e.Data is DocumentMoved or StoriesMerged or DocumentWithdrawn) Live.Learn(e.Data);
            reacted++;
        }

        internal async Task<FilingDesk> Anew(bool fromSnapshot)
        {
            var desk = new FilingDesk(Window);
            if (fromSnapshot) desk.Keeping = new(_ => Task.FromResult(kept), static _ => { });
            await desk.Ready(Log, Position, none);
            return desk;
        }
    }

    private static string Answers(FilingDesk desk) => string.Join('\n', Enumerable.Range(0, 4).Select(t => System.Text.Json.JsonSerializer.Serialize(desk.Known.File(new(
        "d-99", 1, "s9", "Paper 9", null, Topics[t] + " and harmed 2 people. " + Topics[(t + 1) % 4], Noon, [Saying(Topics[t], id: "m"), Saying(Topics[(t + 1) % 4], id: "n")])))));

    [Fact]
    public void a_desk_made_from_the_log_or_from_a_snapshot_answers_as_the_one_that_lived_through_it() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(Histories, steps =>
        {
            var life = new Life();
            life.Live.Ready(life.Log, 1, CancellationToken.None).GetAwaiter().GetResult();
            foreach (var step in steps) life.Take(step).GetAwaiter().GetResult();
            var answers = Answers(life.Live);
            Assert.Equal(answers, Answers(life.Anew(fromSnapshot: false).GetAwaiter().GetResult()));
            Assert.Equal(answers, Answers(life.Anew(fromSnapshot: true).GetAwaiter().GetResult()));
        }));

    [Fact]
    public async Task a_snapshot_of_another_version_or_from_beyond_the_event_or_damaged_is_not_used()
    {
        var life = new Life();
        foreach (var step in (Step[])[new(2, 1, 0, 1, 9), new(2, 2, 1, 1, 9)]) await life.Take(step);
        var good = FilingDesk.Snapshot(new Desk(Window), life.Position - 1);
        foreach (var bad in (DeskSnapshot[])[good with { Version = "other" }, good with { Reacted = life.Position }, good with { Bytes = good.Bytes[..^1] }])
        {
            var desk = new FilingDesk(Window) { Keeping = new(_ => Task.FromResult<DeskSnapshot?>(bad), static _ => { }) };
            await desk.Ready(life.Log, life.Position, TestContext.Current.CancellationToken);
            Assert.Equal(2, desk.Known.Count);
        }
        var used = new FilingDesk(Window) { Keeping = new(_ => Task.FromResult<DeskSnapshot?>(good), static _ => { }) };
        await used.Ready(life.Log, life.Position, TestContext.Current.CancellationToken);
        Assert.Equal(0, used.Known.Count);
    }

    [Fact]
    public async Task a_later_version_of_the_extractor_takes_the_place_of_the_earlier_reading()
    {
        var life = new Life();
        await life.Take(new(1, 1, 0, 2, 9));
        var filings = life.Log.Events.Select(e => e.Data).OfType<MentionsFiled>().ToList();
        Assert.Equal([null, "rules@2"], filings.Select(f => f.Extractor));
        Assert.Equal(filings[0].Mentions[0].ClaimId, Assert.Single(filings[1].Mentions).ClaimId);
        Assert.Equal(2, life.Log.Events.Select(e => e.Data).OfType<MentionRetracted>().Count());
        Assert.Equal(2, life.Log.Events.Count(e => e.Data is ClaimsExtracted));
    }

    [Theory]
    [InlineData("rules@3", "rules@2", true)]
    [InlineData("rules@10", "rules@9", true)]
    [InlineData("rules@2", "rules@2", false)]
    [InlineData("rules@2", "rules@3", false)]
    [InlineData("chat-m@3", "rules@2", false)]
    [InlineData("rules", "rules@2", false)]
    public void only_a_later_version_of_the_same_extractor_is_later(string one, string other, bool later) => Assert.Equal(later, Dateline.Extraction.ExtractorName.IsLater(one, other));
}
