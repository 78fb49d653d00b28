using Dateline.Claims;
using Dateline.Verdicts;

namespace Dateline.Contract.Engine;

/// <summary>What becomes of a mention marks the verdicts that name it, also those on other claims, by the running followers.</summary>
public abstract class CitedMentionTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    private const string Collapsed = "The Yarrow bridge collapsed, police said.";
    private const string Warned = "The engineer Tor Malk warned of cracks in May, colleagues said.";
    private static readonly DateTimeOffset noon = new(2026, 2, 10, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public Task a_revision_that_denies_it_marks_verdicts_on_another_claim() =>
        Marks(desk => desk.Send(Newsdesk.Document("d-1", $"{Collapsed} The engineer Tor Malk denied that he warned of cracks in May.", noon.AddHours(1), "one")));

    [Fact]
    public Task a_revision_that_leaves_it_out_marks_verdicts_on_another_claim() =>
        Marks(desk => desk.Send(Newsdesk.Document("d-1", $"{Collapsed} Our line on the engineer was wrong.", noon.AddHours(1), "one")));

    [Fact]
    public Task a_denial_elsewhere_marks_verdicts_on_another_claim() =>
        Marks(desk => desk.Send(Newsdesk.Document("d-2", "The council denied that the engineer Tor Malk warned of cracks in May.", noon.AddHours(1), "two")));

    [Theory]
    [InlineData("d-1", true)]
    [InlineData("d-1", false)]
    [InlineData("d-2", false)]
    public async Task what_a_later_revision_had_left_out_marks_from_the_start(string document, bool named)
    {
        await using var desk = await Open();
        await desk.Send(Newsdesk.Document("d-1", Collapsed, noon, "one"));
        await desk.Send(Newsdesk.Document("d-2", "The permit of the dam expired in 2019, the council said.", noon, "two"));
        Assert.Empty(await desk.Settle());
        var (claim, mention) = (await desk.Text("select claim from mentions where quote like '%collapsed%'"), await desk.Text("select id from mentions where quote like '%collapsed%'"));
        await desk.Send(Newsdesk.Document(document, "Our line was wrong.", noon.AddHours(1), document == "d-1" ? "one" : "two"));
        Assert.Empty(await desk.Settle());
        await desk.Send(new ProposeVerdict(claim, "v-1", Rating.Verified, null, Confidence.High, "Seen.", [new Evidence(document, 1, named ? mention : null)], "ana"));
        Assert.Empty(await desk.Settle());
        Assert.Equal("True", await desk.Text("select basis_changed from verdicts"));
        Assert.Contains("Revision 2", await desk.Text("select string_agg(reason, ' ') from verdict_acts where act = 'basis changed'"), StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<Refused>(() => desk.Send(new ApproveVerdict(claim, "v-1", "ben", "Yes."), "ben"));
        Assert.Contains("has changed since it was proposed", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_split_that_takes_it_out_of_the_claim_marks(bool named)
    {
        await using var desk = await Open();
        await desk.Send(Newsdesk.Document("d-1", Collapsed, noon, "one"));
        await desk.Send(Newsdesk.Document("d-2", "The Yarrow bridge collapsed, the mayor said.", noon.AddMinutes(1), "two"));
        Assert.Empty(await desk.Settle());
        var claim = await desk.Text("select claim from mentions group by claim having count(*) = 2");
        var (first, second) = (await desk.Text("select id from mentions where document = 'd-1'"), await desk.Text("select id from mentions where document = 'd-2'"));
        await desk.Send(new ProposeVerdict(claim, "v-1", Rating.Verified, null, Confidence.High, "Seen by one.", [new Evidence("d-1", 1, named ? first : null)], "ana"));
        await desk.Send(new ProposeVerdict(claim, "v-2", Rating.Verified, null, Confidence.High, "Seen by two.", [new Evidence("d-2", 1, named ? second : null)], "ana"));
        await desk.Send(new SplitClaim(claim, "c-split", "The Yarrow bridge fell in another year", [first], "ben", "Another bridge."), "ben");
        Assert.Empty(await desk.Settle());
        Assert.Equal("v-1", await desk.Text("select string_agg(id, ' ') from verdicts where basis_changed"));
        Assert.Contains("c-split", await desk.Text("select string_agg(reason, ' ') from verdict_acts where act = 'basis changed'"), StringComparison.Ordinal);
    }

    private async Task Marks(Func<Newsdesk, Task> happens)
    {
        await using var desk = await Open();
        await desk.Send(Newsdesk.Document("d-1", $"{Collapsed} {Warned}", noon, "one"));
        Assert.Empty(await desk.Settle());
        var claim = await desk.Text("select claim from mentions where quote like '%collapsed%'");
        var cited = await desk.Text("select id from mentions where quote like '%warned%'");
        Assert.NotEqual(claim, await desk.Text($"select claim from mentions where id = '{cited}'"));
        await Propose(desk, claim, "v-1", cited);
        await desk.Send(new ApproveVerdict(claim, "v-1", "ben", "Yes."), "ben");
        await Propose(desk, claim, "v-2", cited);
        Assert.Empty(await desk.Settle());
        Assert.Equal("False", await desk.Text("select bool_or(basis_changed) from verdicts"));

        desk.Engine.Start();
        await happens(desk);
        Assert.Empty(await desk.Settle());
        Assert.Equal("True 2", await desk.Text("select concat_ws(' ', initcap(bool_and(basis_changed)::text), count(*)) from verdicts"));
        Assert.Equal("True", await desk.Text($"select basis_changed from claims where id = '{claim}'"));
        Assert.Contains(cited, await desk.Text("select string_agg(reason, ' ') from verdict_acts where act = 'basis changed'"), StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<Refused>(() => desk.Send(new ApproveVerdict(claim, "v-2", "ben", "Yes."), "ben"));
        Assert.Contains("has changed since it was proposed", refused.Message, StringComparison.Ordinal);
    }

    private static Task<Receipt> Propose(Newsdesk desk, string claim, string verdict, string mention) =>
        desk.Send(new ProposeVerdict(claim, verdict, Rating.Verified, null, Confidence.High, $"Seen for {verdict}.", [new Evidence("d-1", 1, mention)], "ana"));
}
