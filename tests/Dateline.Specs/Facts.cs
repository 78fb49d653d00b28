using System.Collections.Immutable;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Sources;
using Dateline.Stories;
using Dateline.Verdicts;

namespace Dateline.Specs;

/// <summary>Things that happened, said shortly. Specs state only what matters to them.</summary>
internal static class Facts
{
    internal static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    internal const string Words200 = "The ministry said 200 people left. Nobody was hurt.";

    internal static Original Original(string text) => new(Ids.Sha256(System.Text.Encoding.UTF8.GetBytes(text)), "text/plain", System.Text.Encoding.UTF8.GetBytes(text));

    internal static IngestDocument Ingest(string text = Words200, PublisherAct? act = null, string? reason = null, string document = "d-1", string title = "People left") => new(
        document, "wire", "The Wire", "https://wire.example/1", title, "A. Writer", "en", Noon, text, "text", Original(text), act, reason);

    internal static DocumentIngested Ingested(string text = Words200, string document = "d-1", string title = "People left") => new(
        document, "wire", "The Wire", "https://wire.example/1", title, "A. Writer", "en", Noon, text, Ingest(text, title: title).ContentHash, Original(text).Sha256, "text");

    internal static DocumentRevised Revised(int revision, string text, string document = "d-1", DateTimeOffset? at = null) => new(
        document, revision, "People left", "A. Writer", "en", at ?? Noon, text, Ingest(text).ContentHash, Original(text).Sha256, "text");

    internal static DocumentWithdrawn Withdrawn(PublisherAct act, int through = 1, string document = "d-1", string reason = "It was wrong.") =>
        new(document, act, through, reason, Noon);

    internal static ClaimRaised Raised(string claim = "c-1", Mode mode = Mode.Assertion, string? due = null) => new(claim, "200 people left", mode, due, Noon);

    internal static ClaimMentioned Mentioned(
        string claim = "c-1", string mention = "m-1", string document = "d-1", string origin = "source:wire", Polarity polarity = Polarity.Positive,
        string? speaker = null, DateTimeOffset? at = null) =>
        new(claim, mention, document, 1, "wire", origin, "200 people left", speaker, [], null, polarity, Certainty.Certain, 1000, null, at ?? Noon);

    internal static MentionRetracted Retracted(string claim = "c-1", string mention = "m-1", string document = "d-1", string cause = "It was killed.") =>
        new(claim, mention, document, cause, Noon);

    internal static ImmutableArray<Evidence> Resting(params string[] documents) => [.. documents.Select(d => new Evidence(d, 1, null))];

    internal static VerdictProposed Proposed(
        string verdict = "v-1", string by = "ana", Rating rating = Rating.Verified, string claim = "c-1", params string[] documents) =>
        new(claim, verdict, rating, null, Confidence.Moderate, "Seen on site.", Resting(documents.Length == 0 ? ["d-1"] : documents), by);

    internal static VerdictApproved Approved(string verdict = "v-1", string by = "ben", string claim = "c-1") => new(claim, verdict, by, "Agreed.");

    internal static VerdictRejected Rejected(string verdict = "v-1", string by = "ben") => new("c-1", verdict, by, "Not shown.");

    internal static VerdictWithdrawn VerdictTakenBack(string verdict = "v-1", string by = "ana") => new("c-1", verdict, by, "New facts.");

    internal static VerdictBasisChanged Marked(string verdict, string causeId, string cause, string document = "d-1") =>
        new("c-1", verdict, causeId, cause, document, Noon);

    internal static StoryOpened Opened(string story = "s-1", string title = "People leave") => new(story, title, Noon);

    internal static DocumentFiled Filed(string document = "d-1", string story = "s-1", string origin = "source:wire", DateTimeOffset? at = null) =>
        new(story, document, "wire", "People left", origin, 900, "Same people.", at ?? Noon);

    internal static SourceRegistered Registered(string source = "wire", string name = "The Wire") => new(source, name);
}
