using System.Globalization;
using Npgsql;

namespace Dateline.Contract.Engine;

/// <summary>A process takes as many connections as it is allowed, and says when these are too few.</summary>
public abstract class ConnectionTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    /// <summary>How few connections it works on.</summary>
    protected abstract int Fewest { get; }

    [Fact]
    public async Task it_works_on_few_and_takes_no_more_than_it_is_allowed()
    {
        var settings = new NpgsqlConnectionStringBuilder(await NewDatabase()) { MaxPoolSize = Fewest };
        await using var desk = await Open(settings.ConnectionString);
        desk.Engine.Start();
        var work = Task.WhenAll(Enumerable.Range(0, 60).Select(i => desk.Send(Newsdesk.Document("d" + i, $"The mayor of Northgate said that {i} houses were destroyed.", DateTimeOffset.UnixEpoch))));
        await using var watcher = new NpgsqlConnection(desk.ConnectionString + ";Pooling=false;Application Name=watcher");
        await watcher.OpenAsync(Cancellation);
        var most = 0;
        var settled = Settled();
        while (!settled.IsCompleted) most = Math.Max(most, await Taken());
        Assert.Empty(await settled);
        Assert.InRange(most, 3, Fewest);
        Assert.Equal("60", await desk.Text("select count(*) from mt_events where type = 'mentions_filed'"));

        async Task<IReadOnlyList<Postgres.Engine.FollowerState>> Settled()
        {
            await work;
            return await desk.Settle();
        }

        async Task<int> Taken()
        {
            await using var count = new NpgsqlCommand("select count(*) from pg_stat_activity where datname = current_database() and application_name <> 'watcher' and backend_type = 'client backend'", watcher);
            return Convert.ToInt32(await count.ExecuteScalarAsync(Cancellation), CultureInfo.InvariantCulture);
        }
    }

    [Fact]
    public async Task too_few_are_refused_with_how_many_it_needs()
    {
        var settings = new NpgsqlConnectionStringBuilder(await NewDatabase()) { MaxPoolSize = Fewest - 1 };
        var refused = await Assert.ThrowsAsync<Refused>(() => Open(settings.ConnectionString));
        Assert.StartsWith($"Maximum Pool Size is {Fewest - 1}; ", refused.Message, StringComparison.Ordinal);
    }
}
