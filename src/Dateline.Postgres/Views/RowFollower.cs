namespace Dateline.Postgres.Views;

/// <summary>A follower that reads the log's rows itself and is told only how far they go.</summary>
public interface IRowFollower : IFollower
{
    /// <summary>The most rows that one call hands over.</summary>
    const int MostRows = 5000;

    /// <summary>Takes in the rows after a position, up to another one.</summary>
    ValueTask Follow(long after, long through, ISql sql, CancellationToken cancellation);

    /// <summary>A name that no event has: it is handed no events.</summary>
    IReadOnlyCollection<string> IFollower.Types => ["-"];

    ValueTask IFollower.Follow(IReadOnlyList<Recorded> events, ISql sql, CancellationToken cancellation) => ValueTask.CompletedTask;
}
