using Dateline.Contract.Engine;
using Dateline.Contract.Seal;

namespace Dateline.Contract.Marten;

/// <summary>A log that both engines wrote and sealed is one log to whoever verifies it.</summary>
public sealed class SealAcrossTests(TestDatabase databases)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task what_marten_continues_verifies() => Verifies<BuiltIn, OnMarten>();

    [Fact]
    public Task what_the_built_in_engine_continues_verifies() => Verifies<OnMarten, BuiltIn>();

    private async Task Verifies<TFirst, TSecond>() where TFirst : IEngineUnderTest where TSecond : IEngineUnderTest
    {
        await using var desk = await SealedDesk.Open<TFirst>(databases, 10);
        var earlier = await desk.Sign();
        await Live(desk, "one", "two");
        await desk.Continue<TSecond>();
        await Live(desk, "three", "four");
        // Each redacts what the other recorded.
        await Redact(desk, "one");
        await desk.Continue<TFirst>();
        await Redact(desk, "three");
        var shown = await desk.Desk.Rows();
        await desk.Desk.Engine.Rebuild("seal", null, Cancellation);
        Assert.Equal(shown, await desk.Desk.Rows());
        var verified = await desk.Verify(earlier, await desk.Sign());
        Assert.True(verified.Holds, verified.First?.What);
        Assert.Equal(["one", "three"], verified.Redactions.Select(r => r.Document));
        Assert.Equal("0", await desk.Desk.Text(
            "select count(*) from mt_events where headers ->> 'salt' is null and not exists (select from erasures where position = seq_id)"));
    }

    private static async Task Live(SealedDesk desk, params string[] documents)
    {
        foreach (var id in documents) await desk.Desk.Send(Newsdesk.Document(id, $"The mayor of Northgate said that {id.Length * 100} houses were destroyed.", DateTimeOffset.UnixEpoch));
        Assert.Empty(await desk.Desk.Settle());
    }

    private static async Task Redact(SealedDesk desk, string document)
    {
        await desk.Desk.Redact(document, 1, "privacy", "a court's order", "ana", "ben");
        Assert.Empty(await desk.Desk.Settle());
    }
}
