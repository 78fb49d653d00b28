using Dateline.Claims;
using Dateline.Documents;
using Dateline.Sources;
using Dateline.Stories;
using Dateline.Verdicts;

namespace Dateline.Specs;

/// <summary>One of every event, with every field set.</summary>
internal static class Examples
{
    internal static readonly DateTimeOffset Noon = new(2026, 2, 28, 12, 0, 0, TimeSpan.Zero);

    internal const string Text = "The army denied on Saturday that about 200 houses were destroyed, CNN reported.";

    internal static Mention Mention { get; } = new()
    {
        Id = "d-1/1#1",
        Content = new(35, 64, "about 200 houses were destroyed"[..29]),
        More = [new(66, 78, "CNN reported")],
        Speaker = new(0, 8, "The army"),
        SpeakerName = "The Army of Northgate",
        Via = [new(66, 69, "CNN")],
        Cue = new(9, 15, "denied"),
        Polarity = Polarity.Negative,
        Mode = Mode.Assertion,
        Certainty = Certainty.Certain,
        Evidence = [new(9, 15, "denied")],
        Numbers = [new(41, 44, "200", "200", "houses", "about", "rose-to")],
        Dates = [new(19, 27, "Saturday", "2026-02-28", "2026-02-28")],
        Worth = 700,
        WorthReason = "it has numbers"
    };

    internal static ClaimMentioned Mentioned(string mention = "d-1/1#1", string claim = "c-1", string document = "d-1", string origin = "source:wire", Polarity polarity = Polarity.Positive) =>
        new(claim, mention, document, 1, "wire", origin, "200 houses were destroyed", "the mayor", ["CNN"], "said", polarity, Certainty.Probable, 900, "The same words.", Noon);

    internal static VerdictProposed Proposed(string by = "ana", string verdict = "v-1") =>
        new("c-1", verdict, Rating.Verified, Likelihood.VeryLikely, Confidence.High, "Two origins.", [new("d-1", 1, "d-1/1#1")], by);

    internal static IReadOnlyList<object> All { get; } =
    [
        new SourceRegistered("wire", "Harbour Wire"), new SourceRated("wire", Reliability.B, "ana"),
        new DocumentIngested("d-1", "wire", "Harbour Wire", "https://wire.example/1", "Flood", "A. Writer", "en", Noon, Text, "hash", "sha", "markdown"),
        new DocumentRevised("d-1", 2, "Flood", "A. Writer", "en", Noon, Text, "hash", "sha", "markdown"),
        new DocumentWithdrawn("d-1", PublisherAct.Kill, 2, "It was wrong.", Noon), new DocumentRedacted("d-1", 1, "a name", "court order", "ana", "ben"),
        new DocumentCited("d-1", "c-1", "v-1"), new ClaimsExtracted("d-1", 1, "rules@1", [Mention], "none", Noon),
        new MentionsFiled("d-1", 1, "s-1", "source:wire", [new FiledMention("d-1/1#1", "c-1", "source:wire")], Noon),
        new ClaimRaised("c-1", "200 houses were destroyed", Mode.Prediction, "2026-03-01", Noon), Mentioned(), new MentionRetracted("c-1", "d-1/1#1", "d-1", "A kill.", Noon),
        new ClaimRelated("c-1", Relation.Contradicts, "c-2", "Another number.", Noon), new ClaimRelationWithdrawn("c-1", Relation.Updates, "c-2", "ana"),
        new ClaimsMerged("c-1", "c-1", "c-2", "ana"), new ClaimSplit("c-1", "c-3", "Another claim", Mode.Assertion, [Mentioned()], "ana"), Proposed(),
        new VerdictApproved("c-1", "v-1", "ben", "I read it."), new VerdictRejected("c-1", "v-1", "ben", "No."), new VerdictWithdrawn("c-1", "v-1", "ana", "Wrong."),
        new VerdictBasisChanged("c-1", "v-1", "d-1 kill 1", "A kill.", "d-1", Noon), new StoryOpened("s-1", "Flood", Noon),
        new DocumentFiled("s-1", "d-1", "wire", "Flood", "source:wire", 1000, "It opens the story.", Noon), new DocumentMoved("s-1", "d-1", "s-1", "s-2", "ana"),
        new ClaimFiled("s-1", "c-1", "ana"), new StoryRenamed("s-1", "The flood", "ana"), new StoriesMerged("s-1", "s-2", "s-1", "ana"),
        new StorySplit("s-1", "s-3", "Another flood", ["d-1"], "ana"), new StoryClosed("s-1", "ana"), new StoryReopened("s-1", "ana")
    ];
}
