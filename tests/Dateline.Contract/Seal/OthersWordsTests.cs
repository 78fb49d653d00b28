using Dateline.Claims;
using Dateline.Contract.Engine;
using Dateline.Documents;
using Dateline.Stories;

namespace Dateline.Contract.Seal;

public sealed class BuiltInOthersWords(TestDatabase databases) : OthersWordsTests<BuiltIn>(databases);

/// <summary>A redaction takes what was made of its revision, and nothing that was made of other documents.</summary>
public abstract class OthersWordsTests<TEngine>(TestDatabase databases) where TEngine : IEngineUnderTest
{
    private static readonly DateTimeOffset at = new(2026, 2, 10, 12, 0, 0, TimeSpan.Zero);
    private const string Shared = "The harbour master of Northgate said that the old warehouse held 300 tonnes of ammonium nitrate.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task what_others_said_first_stays_until_their_own_document_is_redacted()
    {
        await using var desk = await SealedDesk.Open<TEngine>(databases, 1);
        await desk.Desk.Send(Newsdesk.Document("first", Shared, at) with { Title = "Old warehouse held ammonium nitrate" });
        await desk.Desk.Send(Newsdesk.Document("carrier", Shared, at.AddHours(1), "harbour"));
        Assert.Empty(await desk.Desk.Settle());
        await desk.Desk.Send(Newsdesk.Document("late", $"{Shared} The bakers of Lakeside promised cheaper bread by June.", at.AddDays(1), "herald") with { Title = "Old warehouse held ammonium nitrate" });
        Assert.Empty(await desk.Desk.Settle());
        var made = (await desk.Desk.Log()).Where(e => e.Data is ClaimRaised { Text: var t } && t.Contains("ammonium", StringComparison.Ordinal) || e.Data is StoryOpened { Title: var s } && s.Contains("ammonium", StringComparison.Ordinal)).ToList();
        Assert.Contains(made, e => e.Data is ClaimRaised);
        Assert.Contains(made, e => e.Data is StoryOpened);
        const string Claims = "select string_agg(text, ' ' order by id) from claims where text like '%ammonium%'";
        var (before, signed) = (await desk.Desk.Text(Claims), await desk.Sign());
        Assert.NotEqual("", before);

        await desk.Desk.Redact("late", 1, "a claim", "court order 7", "ana", "ben");
        Assert.Empty(await desk.Desk.Settle());
        Assert.Equal(made.Select(e => e.Data), (await desk.Desk.Log()).Where(e => made.Exists(m => m.Position == e.Position)).Select(e => e.Data));
        Assert.Equal(before, await desk.Desk.Text(Claims));
        Assert.Equal("", await desk.Traces(["cheaper bread"]));
        var found = await desk.Verify(signed, await desk.Sign());
        Assert.True(found.Holds, found.First?.What);

        await desk.Desk.Redact("first", 1, "a claim", "court order 8", "ana", "ben");
        await desk.Desk.Redact("carrier", 1, "a claim", "court order 9", "ana", "ben");
        Assert.Empty(await desk.Desk.Settle());
        Assert.Equal("", await desk.Traces(["ammonium"]));
        found = await desk.Verify(signed, await desk.Sign());
        Assert.True(found.Holds, found.First?.What);
    }

    [Fact]
    public async Task a_number_that_only_the_revision_gave_goes_from_what_was_said_of_two_claims()
    {
        await using var desk = await SealedDesk.Open<TEngine>(databases, 1);
        await desk.Desk.Send(Newsdesk.Document("first", "The mayor of Northgate said that the flood destroyed 5120 houses in the old harbour of Northgate.", at));
        Assert.Empty(await desk.Desk.Settle());
        await desk.Desk.Send(Newsdesk.Document("late", "The governor of Lakeside said that the flood destroyed 7391 houses in the old harbour of Northgate.", at.AddHours(1), "herald"));
        Assert.Empty(await desk.Desk.Settle());
        Assert.Contains("7391", Assert.Single((await desk.Desk.Log()).Select(e => e.Data).OfType<ClaimRelated>()).Because, StringComparison.Ordinal);
        Assert.Contains("history", await desk.Traces(["the other 5120", "the other 7391"]), StringComparison.Ordinal);

        await desk.Desk.Redact("late", 1, "a number", "court order 7", "ana", "ben");
        Assert.Empty(await desk.Desk.Settle());
        Assert.Equal("", await desk.Traces(["7391 houses", "says 7391", "other 7391"]));
        Assert.NotEqual("", await desk.Traces(["5120 houses"]));
        var found = await desk.Verify(await desk.Sign());
        Assert.True(found.Holds, found.First?.What);
        var live = await desk.Desk.Rows();
        foreach (var view in Postgres.Views.AllViews.Catalogue) await desk.Desk.Engine.Rebuild(view.Name, null, Cancellation);
        Assert.Equal(live, await desk.Desk.Rows());
    }

    [Theory]
    [InlineData("Theodric Plumstead obtained an injunction", true)]
    [InlineData("An injunction of Plumstead's", true)]
    [InlineData("An accountant obtained an injunction in Northgate", false)]
    public async Task a_reason_that_names_a_person_without_the_role_is_refused(string reason, bool tells)
    {
        await using var desk = await SealedDesk.Open<TEngine>(databases, 1);
        await desk.Desk.Send(Newsdesk.Document("d", "The flood hit Northgate. Accountant Theodric Plumstead said that 200 houses were destroyed by the flood in the old harbour.", at));
        Assert.Empty(await desk.Desk.Settle());
        var check = () => RedactionReasons.Check(desk.Desk.Newsroom, new ProposeRedaction("d", "r-1", 1, "a name", reason, "ana"), Cancellation);
        if (tells) await Assert.ThrowsAsync<Refused>(check);
        else await check();
    }
}
