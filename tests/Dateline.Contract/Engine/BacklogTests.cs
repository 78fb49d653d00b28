using System.Globalization;
using Dateline.Postgres.Views;

namespace Dateline.Contract.Engine;

/// <summary>An engine that ends while its followers have much before them ends at once, and the next one goes on where they were.</summary>
public abstract class BacklogTests<TEngine>(TestDatabase databases) : Suite<TEngine>(databases) where TEngine : IEngineUnderTest
{
    /// <summary>How long an end may take on a busy machine, however much there is to do.</summary>
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(30);

    private const string Waiting = "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

    [Fact]
    public async Task an_engine_ends_with_a_backlog_and_in_the_middle_of_a_page_and_nothing_is_lost_or_doubled()
    {
        await using var other = await Open();
        for (var round = 1; round <= 3; round++)
        {
            for (var i = 0; i < 20; i++) await other.Send(Newsdesk.Document($"d{round}-{i}", $"The mayor of Northgate said that {round * 100 + i} houses were destroyed.", DateTimeOffset.UnixEpoch));
            await EndInTheMiddle(other);
            await EndOnTheWay(other);
        }
        Assert.Empty(await other.Settle());
        var log = await other.Log();
        Assert.Equal(Enumerable.Range(1, log.Count).Select(i => (long)i), log.Select(e => e.Position));
        foreach (var type in new[] { "document_ingested", "claims_extracted", "mentions_filed" }) Assert.Equal(60, log.Count(e => e.Type == type));
        Assert.Equal(log.Count.ToString(CultureInfo.InvariantCulture), await other.Text("select count(*) from audit"));
        var live = await other.Rows();
        foreach (var view in AllViews.Catalogue) await other.Engine.Rebuild(view.Name, null, Cancellation);
        Assert.Equal(await other.Rows(), live);
    }

    /// <summary>The reactions and a view wait for what somebody else holds, and all that they have to do is behind that.</summary>
    private static async Task EndInTheMiddle(Newsdesk other)
    {
        var before = await Cursors(other);
        await using var foreign = await other.Engine.Database.OpenConnectionAsync(Cancellation);
        await using var open = await foreign.BeginTransactionAsync(Cancellation);
        await using (var hold = new Npgsql.NpgsqlCommand(
            "select pg_advisory_xact_lock(hashtextextended('dateline writers ' || current_schema(), 0)); lock table audit in exclusive mode", foreign))
            await hold.ExecuteNonQueryAsync(Cancellation);
        var desk = await Open(other.ConnectionString);
        desk.Engine.Start();
        await other.Until(Waiting, "2");
        await desk.DisposeAsync().AsTask().WaitAsync(longest, Cancellation);
        await other.Until(Waiting, "0");
        Assert.Equal(before, await Cursors(other));
    }

    private static async Task EndOnTheWay(Newsdesk other)
    {
        var before = await Cursors(other);
        var desk = await Open(other.ConnectionString);
        desk.Engine.Start();
        await Eventually.Holds("the reactions or a view have moved on", async () => await Cursors(other) != before);
        await desk.DisposeAsync().AsTask().WaitAsync(longest, Cancellation);
    }

    private static Task<string> Cursors(Newsdesk desk) =>
        desk.Text("select string_agg(name || ' ' || last_seq_id, ', ' order by name) from mt_event_progression where name in ('reactions:All', 'audit:All') and last_seq_id > 0");
}
