using System.Text.Json;
using Dateline.Audit;
using Dateline.Postgres.Engine;
using Dateline.Postgres.Seal;

namespace Dateline.Contract.Engine;

/// <summary>What the leader remembers of what it wrote is what the database has of it.</summary>
public sealed class RememberedTests(TestDatabase databases) : Suite<BuiltIn>(databases)
{
    [Fact]
    public async Task it_is_what_the_log_gives_to_whoever_reads_it_and_has_the_same_leaves()
    {
        var gate = new TaskCompletionSource();
        await using var desk = await Open(o => o with { Views = [new("held", [], _ => new Held(gate.Task))] });
        desk.Engine.Start();
        while (!((PostgresEngine)desk.Engine).Leads) await Task.Delay(10, Cancellation);
        var history = new RandomHistory(desk, 7);
        for (var i = 0; i < 40; i++) await history.Step(redacts: false);
        var head = await Reacted(desk);
        var remembered = ((PostgresNewsroom)desk.Newsroom).Tail.Read(0, head, int.MaxValue);
        Assert.NotNull(remembered);
        Assert.Equal(head, remembered.Count);
        Assert.Equal((await desk.Log()).Select(Written), remembered.Select(e => Written(e.Event)));
        Assert.Equal(
            await Leaves(StoredEvents.Read(desk.Engine.Database, 0, head, Cancellation)), await Leaves(remembered.Select(e => e.Row).ToAsyncEnumerable()));
        gate.SetResult();
        Assert.Empty(await desk.Settle());
    }

    /// <summary>The head once the reactions have taken in all of the log.</summary>
    private static async Task<long> Reacted(Newsdesk desk)
    {
        while (true)
        {
            var head = await desk.Engine.Head(Cancellation);
            var followers = await desk.Engine.Followers(Cancellation);
            if (followers.Any(f => f.Name == "reactions" && f.Position == head) && head == await desk.Engine.Head(Cancellation)) return head;
            await Task.Delay(20, Cancellation);
        }
    }

    private static string Written(Recorded e) =>
        $"{e.Position} {e.Id} {e.Stream} {e.Version} {e.Type} {e.RecordedAt:o} {e.By} {e.Reason} {e.Correlation} {e.Causation} {JsonSerializer.Serialize(e.Data, e.Data.GetType(), EventJson.Options)}";

    private static async Task<List<string>> Leaves(IAsyncEnumerable<StoredEvent> events)
    {
        var hashes = new List<string>();
        await foreach (var leaves in LeafHashes.Of(events, null, waits: false, Cancellation))
            for (var i = 0; i < leaves.Count; i++) hashes.Add(Convert.ToHexString(leaves.Hash(i)));
        return hashes;
    }

    private sealed class Held(Task gate) : IFollower
    {
        public string Name => "held";

        public IReadOnlyCollection<string> Types => [];

        public async ValueTask Follow(IReadOnlyList<Recorded> events, ISql sql, CancellationToken cancellation) => await gate.WaitAsync(cancellation);
    }
}
