using Dateline.Claims;
using Dateline.Documents;
using Dateline.Sources;
using Dateline.Specs.Fuzz;
using Dateline.Stories;
using Dateline.Verdicts;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Specs;

/// <summary>Histories that could have happened: commands that were decided, with the commands that follow from them.</summary>
internal static class Decided
{
    private static readonly Gen<string> claim = Gen.Elements("c-1", "c-2", "c-3");
    private static readonly Gen<string> story = Gen.Elements("s-1", "s-2", "s-3");
    private static readonly Gen<string> person = Gen.Elements("ana", "ben");
    private static readonly Gen<int> document = Gen.Choose(1, 4);

    // Late, out of order, and some of it out only after it was recorded.
    private static readonly Gen<DateTimeOffset> time = Gen.Choose(0, 6).Select(n => Facts.Noon.AddHours(6 * (n - 1)));
    private static readonly Gen<Relation> relation = Gen.Elements(Relation.Contradicts, Relation.Contradicts, Relation.Updates, Relation.Supports);

    private static readonly Gen<ICommand[]> filing =
        from c in claim
        from s in story
        from d in document
        from o in Gen.Elements("source:a", "source:b")
        from p in Gen.Elements(Polarity.Positive, Polarity.Positive, Polarity.Negative)
        from m in Gen.Elements(Mode.Assertion, Mode.Assertion, Mode.Prediction)
        from y in Gen.Elements<string?>(null, null, "2026-02-28", "2026-03-02")
        from t in time
        select new ICommand[]
        {
            Facts.Ingest(document: $"d-{d}") with { PublishedAt = t },
            new FileDocument(s, "Story " + s, Facts.Filed($"d-{d}", s, o, t)),
            new MentionClaim(c, "200 people left", m, y, Facts.Mentioned(c, $"d-{d}/1/{c}", $"d-{d}", o, p, at: t) with { DueAt = y })
        };

    /// <summary>A claim is judged, and what its verdict rests on is touched.</summary>
    private static readonly Gen<ICommand[]> judging =
        from f in filing
        from r in Gen.Elements(Rating.Verified, Rating.False, Rating.Fulfilled)
        from d in document
        from whole in Gen.Elements(true, false)
        let c = ((MentionClaim)f[^1]).Claim
        let v = $"v-{c}-{Words.Of(r)}"
        select (ICommand[])
        [
            .. f,
            new ProposeVerdict(c, v, r, null, Confidence.Low, "Seen.", Facts.Resting("d-1"), "ana"),
            new ApproveVerdict(c, v, "ben", "So it is."),
            new ReviewBasis(c, $"d-{d}", $"d-{d} kill", "It was killed.", Facts.Noon, Whole: whole)
        ];

    private static readonly Gen<ICommand[]> act = Gen.OneOf(
        from c in claim from d in document from t in time select (ICommand)new RetractMention(c, $"d-{d}/1/{c}", "cause", "It changed.", null, t),
        from c in claim from r in relation from o in claim from t in time select (ICommand)new RelateClaims(c, r, o, "Numbers.", t),
        from c in claim from r in relation from o in claim select (ICommand)new WithdrawRelation(c, r, o, "ana", "They fit."),
        from i in claim from f in claim select (ICommand)new MergeClaims(f, i, f, "ana", "One."),
        from c in claim from d in document select (ICommand)new SplitClaim(c, c + "-split", "Split off", [$"d-{d}/1/{c}"], "ana", "Two."),
        from c in claim
        from r in Gen.Elements(Rating.Verified, Rating.False, Rating.Fulfilled)
        from p in person
        select (ICommand)new ProposeVerdict(c, $"v-{c}-{Words.Of(r)}", r, null, Confidence.Low, "Seen.", Facts.Resting("d-1"), p),
        from c in claim
        from r in Gen.Elements(Rating.Verified, Rating.False, Rating.Fulfilled)
        from p in person
        select (ICommand)new ApproveVerdict(c, $"v-{c}-{Words.Of(r)}", p, "So it is."),
        from c in claim from p in person select (ICommand)new WithdrawVerdict(c, $"v-{c}-verified", p, "It was not."),
        from s in story from d in document from t in story select (ICommand)new MoveDocument(s, $"d-{d}", t, "ana", "There."),
        from s in story from i in story select (ICommand)new MergeStories(s, i, "ana", "One."),
        from s in story from d in document select (ICommand)new SplitStory(s, s + "-split", "Split off", [$"d-{d}"], "ana", "Two."),
        from s in story from c in claim select (ICommand)new FileClaim(s, c, "ana"),
        from s in story select (ICommand)new CloseStory(s, "ana", "Over."),
        from s in story select (ICommand)new ReopenStory(s, "ana", "Not over."),
        from d in document
        from a in Gen.Elements(Enum.GetValues<PublisherAct>())
        from n in Gen.Choose(0, 3)
        select (ICommand)Facts.Ingest($"Text {n}", a, document: $"d-{d}")).Select(c => new[] { c });

    internal static Log Of(IEnumerable<ICommand[]> commands)
    {
        var log = new Log();
        foreach (var command in commands.SelectMany(c => c)) Send(log, command, 0);
        return log;
    }

    private static void Send(Log log, ICommand command, int depth)
    {
        try
        {
            foreach (var e in log.Send(command, new("ana"), CancellationToken.None).GetAwaiter().GetResult().Events)
                if (depth < 5 && After(log, e) is { } next) Send(log, next, depth + 1);
        }
        catch (Refused)
        {
            // A person is told; nothing happened.
        }
    }

    private static ICommand? After(Log log, object fact) => fact switch
    {
        StoriesMerged e when e.StoryId == e.From => new ReceiveStory(
            e, [.. log.Load<Story>(Ids.Story(e.From), null, CancellationToken.None).GetAwaiter().GetResult().State!.Documents.Order(StringComparer.Ordinal)]),
        DocumentMoved e when e.StoryId == e.From => new ReceiveDocument(e),
        StorySplit e when e.StoryId != e.NewStoryId => new BeginSplitStory(e),
        ClaimsMerged e => new MergeClaims(e.ClaimId == e.From ? e.Into : e.From, e.Into, e.From, e.By, $"As decided on {e.ClaimId}.")
        {
            Mentions = e.ClaimId != e.From ? null : [.. Of(log, e.From).Mentions.Values.Where(m => !m.Retracted).Select(m => m.Event with { ClaimId = e.Into })]
        },
        MentionRetracted { CauseId: not null } e => WhenMentionRetractedHandler.Handle(e, Of(log, e.ClaimId)).FirstOrDefault(),
        ClaimSplit e when e.ClaimId != e.NewClaimId => new BeginSplitClaim(e),
        DocumentIngested e => new RegisterSource(e.SourceId, e.SourceName),
        _ => null
    };

    private static Claim Of(Log log, string claim) => log.Load<Claim>(Ids.Claim(claim), null, CancellationToken.None).GetAwaiter().GetResult().State!;

    internal static void ForAny(Action<Log> holds) => Prop.ForAll(
        Gen.Frequency((6, filing), (3, act), (1, judging)).ArrayOf().ToArbitrary(), commands => holds(Of(commands))).Check(Config.QuickThrowOnFailure.WithMaxTest(400 + Mutations.More).WithEndSize(50));
}
