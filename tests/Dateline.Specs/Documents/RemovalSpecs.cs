using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Stories;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public sealed class RemovalSpecs
{
    private const string Secret = "The ministry said that Ann Bloggs left the country. Nobody was hurt.";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Removal removal = Learned();

    public static TheoryData<string, string> Quoting => new()
    {
        { "document_ingested", Written(Ingested(Secret) with { Title = "Ann Bloggs left", Author = "A. Writer" }) },
        { "claims_extracted", Written(new ClaimsExtracted("d-1", 1, "rules@1", [Quote()], null, Noon)) },
        { "claim_mentioned", Written(Mentioned(speaker: "Ann Bloggs") with { Quote = "that Ann Bloggs left the country", Via = ["Ann Bloggs"], Cue = "said", Because = "Ann" }) },
        { "claim_raised", Written(Raised() with { Text = "that Ann Bloggs left the country" }) },
        { "claim_split", Written(new ClaimSplit("c-1", "c-2", "Ann Bloggs left the country", Mode.Assertion, [Mentioned(speaker: "Ann Bloggs")], "ana")) },
        { "story_opened", Written(Opened(title: "Ann Bloggs left")) },
        { "document_filed", Written(Filed() with { Title = "Ann Bloggs left" }) },
        { "verdict_proposed", Written(Proposed() with { Rationale = "I asked, and ANN  bloggs left, as “Ann Bloggs left the country” says." }) },
        { "verdict_basis_changed", Written(Marked("v-1", "m-1", "Ann Bloggs denies it.")) },
        { "mention_retracted", Written(Retracted(cause: "Ann Bloggs has left the country")) }
    };

    [Theory]
    [MemberData(nameof(Quoting))]
    public void what_quotes_the_revision_loses_it_and_still_loads(string type, string data)
    {
        var left = removal.From(type, Encoding.UTF8.GetBytes(data));
        Assert.NotNull(left);
        var text = Encoding.UTF8.GetString(left);
        Assert.DoesNotContain("bloggs", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("country", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("[redacted]", text, StringComparison.Ordinal);
        Assert.Equal(EventTypes.TypeOf(type), EventJson.Read(type, left).GetType());
        Assert.Equal(Structure(data), Structure(text));
        Assert.Null(removal.From(type, left));
    }

    [Fact]
    public void what_does_not_quote_it_stays_as_it_is()
    {
        object[] others =
        [
            Ingested(Secret, document: "d-2"), Revised(2, Secret), Mentioned(document: "d-2") with { Quote = "that Ann Bloggs left the country" }, Opened(title: "People leave"),
            Proposed() with { Rationale = "Seen on site by the two of us." }, Registered(), Approved()
        ];
        Assert.All(others, e => Assert.Null(removal.From(EventTypes.NameOf(e.GetType()), EventJson.Write(e))));
    }

    [Fact]
    public void a_reason_loses_the_words_and_another_salt_takes_the_place_of_the_first()
    {
        var approved = EventJson.Write(Approved());
        var headers = """{"reason": "Ann Bloggs told me herself", "salt": "s"}"""u8;
        Assert.Equal("""{"reason":"[redacted] told me herself","salt":"s"}""", Encoding.UTF8.GetString(removal.FromHeaders(headers, "verdict_approved", approved)!));
        var salted = JsonNode.Parse(Removal.WithNewSalt(headers)!)!;
        Assert.Equal("Ann Bloggs told me herself", (string?)salted["reason"]);
        Assert.True(Guid.TryParse((string?)salted["salt"], out _));
        Assert.Null(removal.FromHeaders("""{"reason": "Two origins", "salt": "s"}"""u8, "verdict_approved", approved));
        Assert.Null(removal.FromHeaders("""{"salt": "s"}"""u8, "verdict_approved", approved));
    }

    [Theory]
    [InlineData("s-1", "s-2", "It tells of syphilis, as Quintanar's does, and of Trillbach", "It tells of [redacted], as [redacted]'s does, and of Trillbach")]
    [InlineData("s-2", "s-1", "It tells of syphilis", "It tells of [redacted]")]
    [InlineData("s-2", "s-3", "It tells of syphilis, as Quintanar's does", null)]
    public void why_another_document_leaves_the_story_or_comes_into_it_loses_single_words(string from, string to, string reason, string? left)
    {
        var told = new Removal("d-1", 1);
        told.Learn(Ingested("The ministry said that Maribel Quintanar was treated for syphilis in Trillbach."));
        foreach (var (document, story) in new[] { ("d-1", "s-1"), ("d-2", "s-1"), ("d-3", "s-2") }) told.Learn(Filed(document, story));
        told.LearnOther(Ingested("The mayor of Trillbach resigned.", document: "d-2"));
        var moved = EventJson.Write(new DocumentMoved(from, "d-2", from, to, "ana"));
        var headers = Encoding.UTF8.GetBytes($$"""{"reason":"{{reason}}"}""");
        Assert.Equal(left is null ? null : $$"""{"reason":"{{left}}"}""", told.FromHeaders(headers, "document_moved", moved) is { } kept ? JsonNode.Parse(kept)!.ToJsonString(Plain) : null);
    }

    [Fact]
    public void what_people_said_about_other_matters_loses_what_it_quotes()
    {
        var rationale = EventJson.Write(Proposed() with { Rationale = "He wrote: “the ministry said that Ann  Bloggs LEFT” and said that Ann Bloggs is fine." });
        var (data, headers) = removal.FromQuotes(rationale, """{"reason": "As the ministry said that Ann Bloggs left the country", "salt": "s"}"""u8.ToArray());
        Assert.Equal("He wrote: “[redacted]” and said that Ann Bloggs is fine.", ((Verdicts.VerdictProposed)EventJson.Read("verdict_proposed", data)).Rationale);
        Assert.Equal("""{"reason":"As [redacted]","salt":"s"}""", Encoding.UTF8.GetString(headers!));
        Assert.Equal((null, null), removal.FromQuotes(EventJson.Write(Proposed() with { Rationale = "The ministry said that Ann is away." }), """{"salt": "s"}"""u8.ToArray()));
        Assert.Null(removal.FromQuotes(EventJson.Write(Ingested(Secret, document: "d-2")), null).Data);
    }

    [Fact]
    public void a_state_that_was_folded_before_does_not_keep_the_words()
    {
        var claim = new object[] { Raised() with { Text = Secret }, Mentioned(speaker: "Ann Bloggs"), new TextErased("d-1", 1, 3, []) }.Aggregate((Claim?)null, Claim.Evolve)!;
        Assert.All(claim.Mentions.Values, m => Assert.Equal(("[redacted]", null), (m.Event.Quote, m.Event.Speaker)));
        var document = new object[] { Ingested(Secret), new TextErased("d-1", 1, 3, []) }.Aggregate((Document?)null, Document.Evolve)!;
        Assert.Equal(("[redacted]", null), (document.Latest.Title, document.Latest.Text));
    }

    [Fact]
    public void the_day_of_a_promise_stays_when_its_words_go_also_where_a_split_or_a_merger_took_the_mention()
    {
        var mention = Mentioned(speaker: "Ann Bloggs") with { DueAt = "2026-04-01" };
        object[] told = [mention, new ClaimSplit("c-1", "c-2", "Ann Bloggs left", Mode.Promise, [mention], "ana"), new ClaimsMerged("c-1", "c-1", "c-2", "ana") { Mentions = [mention] }];
        var wordings = new Redactions.WordsRemoval(new(["Ann Bloggs", "2026-04-01"]));
        Assert.All(told, e => Assert.Equal("2026-04-01", Day(removal.From(EventTypes.NameOf(e.GetType()), EventJson.Write(e)))));
        Assert.All(told, e => Assert.Equal("2026-04-01", Day(wordings.From(EventTypes.NameOf(e.GetType()), EventJson.Write(e)))));

        static string? Day(byte[]? left) => JsonNode.Parse(left!) is var e && e!["mentions"] is JsonArray { Count: 1 } mentions ? (string?)mentions[0]!["dueAt"] : (string?)e!["dueAt"];
    }

    [Theory]
    [InlineData("Ms Quintanar agrees, and QUINTANAR's man", "Ms [redacted] agrees, and [redacted]'s man")]
    [InlineData("As Baker told us", "As [redacted] told us")]
    [InlineData("As a baker told us", "As a baker told us")]
    [InlineData("Diagnosis: syphilis", "Diagnosis: [redacted]")]
    [InlineData("A neighbor, and neighbours", "A neighbor, and [redacted]")]
    [InlineData("It ends in 1234, of 12 345", "It ends in [redacted], of 12 345")]
    [InlineData("Dial +49 (170) 555 12 34 twice", "Dial +49 ([redacted] twice")]
    [InlineData("Seen in 2026 and 2027", "Seen in [redacted] and 2027")]
    [InlineData("She was not there in March", "She was not there in March")]
    public void what_people_wrote_about_its_own_claim_loses_numbers_names_and_single_words(string said, string left)
    {
        var learned = new Removal("d-1", 1);
        learned.Learn(Ingested("Nurse Maribel Quintanar of Trillbach was treated for syphilis. Her neighbour Mr. Baker rang 0170-5551234 on 3 March 2026, she said."));
        learned.Learn(Mentioned());
        foreach (var (claim, expected) in new[] { ("c-1", left), ("c-2", said) })
        {
            var e = EventJson.Write(Proposed() with { ClaimId = claim, Rationale = said });
            Assert.Equal(expected, ((Verdicts.VerdictProposed)EventJson.Read("verdict_proposed", learned.From("verdict_proposed", e) ?? e)).Rationale);
        }
    }

    [Theory]
    [InlineData("rules@2 read the revision again.", "rules@2 read the revision again.")]
    [InlineData("Revision 2 of the document took its place.", "Revision 2 of the document took its place.")]
    [InlineData("The publisher issued a takedown for d-1: The Quintanar document was secret", "The publisher issued a takedown for d-1: The [redacted] document was secret")]
    public void of_the_cause_that_a_machine_gives_only_what_the_publisher_says_loses_single_words(string cause, string left)
    {
        var learned = new Removal("d-1", 1);
        learned.Learn(Ingested("Maribel Quintanar gave a publisher the document, and to read the revision again took a day."));
        learned.Learn(Mentioned());
        var e = EventJson.Write(Retracted(cause: cause));
        Assert.Equal(left, ((MentionRetracted)EventJson.Read("mention_retracted", learned.From("mention_retracted", e) ?? e)).Cause);
    }

    private static Removal Learned()
    {
        var learned = new Removal("d-1", 1);
        learned.Learn(Ingested(Secret) with { Title = "Ann Bloggs left", Author = "A. Writer" });
        learned.Learn(Revised(2, "Something else entirely was said."));
        learned.Learn(new ClaimsExtracted("d-1", 1, "rules@1", [Quote()], null, Noon));
        return learned;
    }

    [Fact]
    public void a_name_goes_from_a_text_of_two_words_that_is_not_part_of_the_revision()
    {
        var learned = new Removal("d-1", 1);
        learned.Learn(Ingested(Secret) with { Author = "Bloggs" });
        var left = learned.From("story_renamed", EventJson.Write(new Stories.StoryRenamed("s-1", "Bloggs again", "ana")));
        Assert.Contains("[redacted] again", Encoding.UTF8.GetString(left!), StringComparison.Ordinal);
        Assert.Null(learned.From("story_renamed", EventJson.Write(new Stories.StoryRenamed("s-1", "Never again", "ana"))));
    }

    [Fact]
    public void an_outlet_that_only_it_names_goes_from_origins_and_others_stay_apart_from_one_another()
    {
        var learned = new Removal("d-1", 1);
        learned.Learn(Ingested(Secret));
        var filed = new MentionsFiled(
            "d-1", 1, "s-1", "source:wire", [new("m-1", "c-1", "outlet:gazette"), new("m-2", "c-1", "outlet:other voice"), new("m-3", "c-1", "outlet:shared")], Noon);
        object[] mentions = [Mentioned(mention: "m-1", origin: "outlet:gazette"), Mentioned(mention: "m-2", origin: "outlet:other voice"), Mentioned(mention: "m-3", origin: "outlet:shared")];
        object[] beside =
        [
            Mentioned(mention: "m-4", document: "d-2", origin: "outlet:shared"),
            Mentioned(mention: "m-5", document: "d-3", origin: "outlet:gazette") with { Quote = "[redacted]" }, Mentioned(mention: "m-6", document: "d-4", origin: "outlet:[redacted]")
        ];
        foreach (var e in mentions.Concat(beside).Prepend(filed)) learned.Learn(e);
        Assert.Equal(["outlet:[redacted][redacted]", "outlet:[redacted][redacted][redacted]", "outlet:shared"], mentions.Select(m => Origin(Left(m))));
        Assert.Equal(
            ["outlet:[redacted][redacted]", "outlet:[redacted][redacted][redacted]", "outlet:shared"], ((MentionsFiled)EventJson.Read("mentions_filed", Left(filed)!)).Mentions.Select(m => m.Origin));
        Assert.Equal([null, "outlet:[redacted][redacted]", null], beside.Select(m => Origin(Left(m))));
        Assert.True(learned.IsToldBy("As the Gazette wrote"));
        Assert.False(learned.IsToldBy("As Shared wrote"));

        byte[]? Left(object e) => learned.From(EventTypes.NameOf(e.GetType()), EventJson.Write(e));
        static string? Origin(byte[]? data) => data is null ? null : ((ClaimMentioned)EventJson.Read("claim_mentioned", data)).Origin;
    }

    [Theory]
    [InlineData("Order of 0555-0199-773", true)]
    [InlineData("The one that ends in 0199 773", true)]
    [InlineData("Court order 199 of 12 March 2026", false)]
    [InlineData("Order 4711-99888", false)]
    public void a_long_number_tells_what_is_removed_however_it_is_grouped(string reason, bool isTold)
    {
        var learned = new Removal("d-1", 1);
        learned.Learn(Ingested("Call (0555) 0199 773 and ask for 199 crowns."));
        Assert.Equal(isTold, learned.IsToldBy(reason));
    }

    private static Mention Quote() => new()
    {
        Id = "d-1/1#1",
        Content = new(18, 50, "that Ann Bloggs left the country"),
        Speaker = new(23, 33, "Ann Bloggs"),
        Via = [new(0, 12, "The ministry")],
        Cue = new(13, 17, "said"),
        Evidence = [new(13, 17, "said")]
    };

    private static string Written(object e) => Encoding.UTF8.GetString(EventJson.Write(e));

    /// <summary>What is not text: ids, numbers, enumerations.</summary>
    private static string Structure(string data)
    {
        var json = JsonNode.Parse(data)!;
        return string.Join(' ', new[] { "claimId", "mentionId", "documentId", "revision", "storyId", "verdictId", "mode", "polarity", "rating", "publishedAt", "by", "causeId" }.Select(n => $"{n}={json[n]}"));
    }
}
