using System.Collections.Immutable;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Sources;
using Dateline.Specs.Fuzz;
using Dateline.Stories;
using Dateline.Verdicts;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Specs;

/// <summary>Histories that could never have happened in that order, and some that could: any events about a few things.</summary>
internal static class Histories
{
    private static readonly Gen<string> claim = Gen.Elements("c-1", "c-2", "c-3");
    private static readonly Gen<string> document = Gen.Elements("d-1", "d-2", "d-3");
    private static readonly Gen<string> story = Gen.Elements("s-1", "s-2", "s-3");
    private static readonly Gen<string> verdict = Gen.Elements("v-1", "v-2");
    private static readonly Gen<string> mention = Gen.Elements("m-1", "m-2", "m-3", "m-4");
    private static readonly Gen<string> origin = Gen.Elements("source:a", "source:b");
    private static readonly Gen<string> person = Gen.Elements("ana", "ben");
    private static readonly Gen<DateTimeOffset> time = Gen.Choose(0, 5).Select(h => Facts.Noon.AddHours(h));
    private static readonly Gen<string?> day = Gen.Elements<string?>(null, null, "2026-02-28", "2026-03-02");
    private static readonly Gen<ImmutableArray<string>> documents = document.ArrayOf().Select(d => d.Take(3).ToImmutableArray());

    private static Gen<T> Of<T>() where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());

    private static readonly Gen<ClaimMentioned> mentioned =
        from c in claim
        from m in mention
        from d in document
        from o in origin
        from p in Of<Polarity>()
        from t in time
        from y in day
        select Facts.Mentioned(c, m, d, o, p, at: t) with { DueAt = y };

    private static readonly Gen<object> aboutClaims = Gen.OneOf(
        from c in claim from m in Of<Mode>() from t in time select (object)(Facts.Raised(c, m, "2026-03-01") with { PublishedAt = t }),
        mentioned.Select(m => (object)m),
        mentioned.Select(m => (object)m),
        from c in claim from m in mention from d in document from t in time select (object)new MentionRetracted(c, m, d, "It changed.", t),
        from c in claim from r in Of<Relation>() from o in claim from t in time select (object)new ClaimRelated(c, r, o, "Numbers.", t),
        from c in claim from r in Of<Relation>() from o in claim from p in person select (object)new ClaimRelationWithdrawn(c, r, o, p),
        from c in claim from i in claim from f in claim from p in person select (object)new ClaimsMerged(c, i, f, p),
        from c in claim from i in claim from n in Gen.Choose(1, 30) select (object)new ClaimsMergeVoided(c, i, n),
        from c in claim from n in claim from ms in mentioned.ArrayOf() from m in Of<Mode>() select (object)new ClaimSplit(c, n, "Split off.", m, [.. ms.Take(3)], "ana"));

    private static readonly Gen<object> aboutVerdicts = Gen.OneOf(
        from c in claim from v in verdict from r in Of<Rating>() from p in person from d in document select (object)Facts.Proposed(v, p, r, c, d),
        from c in claim from v in verdict from p in person select (object)new VerdictApproved(c, v, p, "So it is."),
        from c in claim from v in verdict from p in person select (object)new VerdictRejected(c, v, p, "It is not."),
        from c in claim from v in verdict from p in person select (object)new VerdictWithdrawn(c, v, p, "It was not."),
        from c in claim from v in verdict from d in document from t in time select (object)new VerdictBasisChanged(c, v, d + " kill", "It was killed.", d, t),
        from c in claim from b in claim from v in verdict select (object)new MentionCited(c, "m-1", b, v),
        from c in claim from b in claim from d in document from t in time select (object)new CitationTouched(c, "m-1", b, d + " kill", "It was killed.", d, t));

    private static readonly Gen<object> aboutStories = Gen.OneOf(
        from s in story from t in time select (object)new StoryOpened(s, "Story " + s, t),
        from s in story from d in document from o in origin from t in time select (object)Facts.Filed(d, s, o, t),
        from s in story from d in document from o in origin from t in time select (object)Facts.Filed(d, s, o, t),
        from s in story from d in document from f in story from to in story select (object)new DocumentMoved(s, d, f, to, "ana"),
        from s in story from c in claim select (object)new ClaimFiled(s, c, "ana"),
        from s in story select (object)new StoryRenamed(s, "Renamed", "ana"),
        from s in story from i in story from f in story select (object)new StoriesMerged(s, i, f, "ana"),
        from s in story from i in story from n in Gen.Choose(1, 30) select (object)new StoriesMergeVoided(s, i, n),
        from s in story from n in story from ds in documents select (object)new StorySplit(s, n, "Split off", ds, "ana"),
        from s in story select (object)new StoryClosed(s, "ana"),
        from s in story select (object)new StoryReopened(s, "ana"));

    private static readonly Gen<object> aboutDocuments = Gen.OneOf(
        from d in document from t in time select (object)(Facts.Ingested(document: d) with { PublishedAt = t }),
        from d in document from n in Gen.Choose(0, 3) from t in time select (object)Facts.Revised(n, "Text " + n, d, t),
        from d in document from a in Of<PublisherAct>() from n in Gen.Choose(0, 3) from t in time select (object)(Facts.Withdrawn(a, n, d) with { PublishedAt = t }),
        from d in document from n in Gen.Choose(0, 3) select (object)new DocumentRedacted(d, n, "a name", "A court order.", "ana", "ben"),
        from d in document from n in Gen.Choose(0, 3) select (object)new RedactionProposed(d, "r-1", n, "a name", "A court order.", "ana"),
        from d in document select (object)new RedactionDeclined(d, "r-1", "ben"),
        from d in document from c in claim from v in verdict select (object)new DocumentCited(d, c, v),
        from d in document from n in Gen.Choose(0, 3) from t in time select (object)new ClaimsExtracted(d, n, "rules@1", [], null, t),
        from d in document
        from n in Gen.Choose(0, 3)
        from c in claim
        from t in time
        select (object)new MentionsFiled(d, n, "s-1", "source:a", [new FiledMention("m-1", c, "source:a")], t),
        Gen.Constant((object)Facts.Registered()),
        Of<Reliability>().Select(r => (object)new SourceRated("wire", r, "ana")));

    /// <summary>Any events in any order.</summary>
    internal static Arbitrary<object[]> Any { get; } =
        Gen.OneOf(aboutClaims, aboutClaims, aboutVerdicts, aboutStories, aboutStories, aboutDocuments).ArrayOf().ToArbitrary();

    /// <summary>The same for a property that names the history it fails for.</summary>
    internal static void ForAny(Action<object[]> holds) => Prop.ForAll(Any, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(400 + Mutations.More).WithEndSize(60));
}
