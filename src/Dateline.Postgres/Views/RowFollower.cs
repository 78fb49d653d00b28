using Dateline.Audit;

namespace Dateline.Postgres.Views;

/// <summary>A follower that takes in the log's rows as they are stored, whether or not this version can read their events.</summary>
internal interface IRowFollower : IFollower
{
    /// <summary>The most rows that one call hands over.</summary>
    const int MostRows = 5000;

    /// <summary>Takes in the rows after a position, up to another one.</summary>
    /// <param name="after">The position.</param>
    /// <param name="through">The other one.</param>
    /// <param name="read">All of these rows, where they were read for other followers as well; null for the follower to read them.</param>
    /// <param name="sql">Takes the statements.</param>
    /// <param name="cancellation">Ends it.</param>
    ValueTask Follow(long after, long through, IReadOnlyList<StoredEvent>? read, ISql sql, CancellationToken cancellation);

    /// <summary>A name that no event has: it is handed no events.</summary>
    IReadOnlyCollection<string> IFollower.Types => ["-"];

    ValueTask IFollower.Follow(IReadOnlyList<Recorded> events, ISql sql, CancellationToken cancellation) => ValueTask.CompletedTask;
}
