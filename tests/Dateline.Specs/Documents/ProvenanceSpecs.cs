using System.Text;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Stories;
using static Dateline.Specs.Facts;

namespace Dateline.Specs;

public sealed class ProvenanceSpecs
{
    private const string Words = "the warehouse held 300 tonnes of ammonium nitrate";
    private const string Alike = "The subjects share 82 % of their information. ";

    private static ClaimMentioned Of(string document, int revision = 1, string quote = Words, string claim = "c-1", string? because = null) =>
        Mentioned(claim, $"{document}/{revision}#1", document) with { Revision = revision, Quote = quote, Because = because };

    private static ClaimRaised Claim(string claim = "c-1") => Raised(claim) with { Text = Words };

    [Fact]
    public void a_claim_that_another_document_raised_keeps_its_words()
    {
        var removal = Learned(Claim(), Of("d-2"), Of("d-1"));
        Assert.Null(Left(removal, Claim()));
        Assert.Null(Left(removal, Of("d-2", because: "Both say 300 tonnes.")));
        Assert.Contains("[redacted]", Left(removal, Of("d-1")), StringComparison.Ordinal);
    }

    [Fact]
    public void so_does_one_that_another_revision_raised()
    {
        Assert.Null(Left(Learned(Claim(), Of("d-1", 2), Of("d-1")), Claim()));
    }

    [Fact]
    public void a_claim_that_the_revision_raised_loses_all_of_them()
    {
        var left = Left(Learned(Claim(), Of("d-1"), Of("d-2")), Claim() with { Text = $"“{Words}”, more or less" });
        Assert.Contains("\"text\":\"[redacted]\"", left, StringComparison.Ordinal);
    }

    [Fact]
    public void a_story_keeps_the_headline_of_another_document_that_opened_it()
    {
        var opened = Opened(title: "Warehouse held ammonium nitrate");
        var (own, other) = (Filed() with { Title = opened.Title }, Filed("d-2") with { Title = opened.Title });
        Assert.Null(Left(Learned(opened, other, own), opened));
        Assert.Null(Left(Learned(opened, other, own), other));
        Assert.Contains("\"title\":\"[redacted]\"", Left(Learned(opened, own, other), opened), StringComparison.Ordinal);
        Assert.Contains("\"title\":\"[redacted]\"", Left(Learned(opened, own, other), own), StringComparison.Ordinal);
        // Titles that people give lose what they quote.
        Assert.Contains("[redacted]", Left(Learned(opened, other), new StoryRenamed("s-1", opened.Title, "ana")), StringComparison.Ordinal);
    }

    [Fact]
    public void a_claim_that_was_split_off_keeps_what_another_document_says_word_for_word()
    {
        Assert.Null(Left(Learned(), new ClaimSplit("c-1", "c-2", Words, Mode.Assertion, [Of("d-2", claim: "c-2")], "ana")));
        Assert.Contains("\"text\":\"[redacted]\"", Left(Learned(), new ClaimSplit("c-1", "c-2", Words, Mode.Assertion, [Of("d-1", claim: "c-2")], "ana")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("One says 300 tonnes, the other 400 tonnes.", "")]
    [InlineData("One says 5120 crowns, the other 400 tonnes. They may speak of different things.", null)]
    [InlineData("Only one of them says 5120 crowns.", null)]
    [InlineData("Only one of them says three dozen.", null)]
    [InlineData("Theodric Plumstead is named in one.", null)]
    [InlineData("“rise” stands against “fall”.", null)]
    [InlineData("“won” stands against “lost”.", "")]
    [InlineData("One says all that the other says, and more.", "")]
    [InlineData("Only one of them says 7391 crowns.", "")]
    public void the_reason_of_a_relation_loses_values_that_only_the_revision_gave(string because, string? all)
    {
        var related = new ClaimRelated("c-1", Relation.Contradicts, "c-9", Alike + because, Noon);
        var left = Left(Learned(Claim(), Of("d-2"), Of("d-1")), related);
        if (all is not null) Assert.Null(left);
        else Assert.Contains($"\"because\":\"{Alike}[redacted]\"", left, StringComparison.Ordinal);
    }

    [Fact]
    public void the_reason_of_a_relation_of_claims_that_the_revision_does_not_mention_stays()
    {
        var related = new ClaimRelated("c-7", Relation.Contradicts, "c-9", "One says 5120 crowns, the other 400 crowns.", Noon);
        Assert.Null(Left(Learned(Claim(), Of("d-1")), related));
        Assert.NotNull(Left(Learned(Claim(), Of("d-1"), new ClaimsMerged("c-1", "c-7", "c-1", "ana")), related));
    }

    private static string? Left(Removal removal, object e) =>
        removal.From(EventTypes.NameOf(e.GetType()), EventJson.Write(e)) is { } left ? Encoding.UTF8.GetString(left) : null;

    private static Removal Learned(params object[] events)
    {
        var removal = new Removal("d-1", 1);
        removal.Learn(Ingested($"An official said {Words}. It cost 5120 crowns, and three dozen sheds. It was a rise.") with { Title = "Warehouse held ammonium nitrate" });
        removal.Learn(new ClaimsExtracted("d-1", 1, "rules@1", [new()
        {
            Id = "d-1/1#1",
            Content = new(17, 17 + Words.Length, Words),
            Speaker = new(0, 11, "accountant Theodric Plumstead"),
            Numbers = [new(0, 11, "three dozen", "36", "sheds", "exactly", null)]
        }], null, Noon));
        foreach (var e in events) removal.Learn(e);
        return removal;
    }
}
