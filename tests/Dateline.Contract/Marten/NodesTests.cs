using Dateline.Contract.Engine;
using Dateline.Marten;
using Dateline.Postgres.Views;
using Dateline.Sources;

namespace Dateline.Contract.Marten;

/// <summary>Several nodes on one database: who runs what.</summary>
public sealed class NodesTests(TestDatabase databases)
{
    private static readonly string[] followers = [.. AllViews.Catalogue.Select(v => v.Name).Append("reactions").Order(StringComparer.Ordinal)];

    [Fact]
    public async Task each_follower_runs_on_one_node_and_on_the_other_once_that_one_ended()
    {
        var connection = await databases.NewDatabase();
        await using var one = await Newsdesk.Open<OnMarten>(connection);
        await using var two = await Newsdesk.Open<OnMarten>(connection);
        one.Engine.Start();
        two.Engine.Start();
        await Eventually.Holds("every follower runs", () => followers.SequenceEqual(Runs(one, two).Distinct()));
        // Meanwhile each node has looked many times what there is to run.
        for (var i = 0; i < 20; i++)
        {
            await one.Send(new RegisterSource($"s{i}", "n"));
            Assert.Empty(await two.Settle());
            Assert.Equal(followers, Runs(one, two));
        }
        await one.DisposeAsync();
        await Eventually.Holds("the other node runs every follower", () => followers.SequenceEqual(Runs(two)));
    }

    private static IEnumerable<string> Runs(params Newsdesk[] nodes) => nodes.SelectMany(n => ((MartenEngine)n.Engine).Runs).Order(StringComparer.Ordinal);
}
