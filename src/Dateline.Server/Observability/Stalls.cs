using Dateline.Postgres.Engine;

namespace Dateline.Server.Observability;

/// <summary>Notices followers that are behind the log and have not moved for a while: nobody runs them, or something holds them up.</summary>
internal sealed class Stalls(TimeProvider time)
{
    /// <summary>Longer than one event takes anywhere: the text that goes to another extractor has a minute.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Lock @lock = new();
    private readonly Dictionary<string, (long Position, DateTimeOffset Since)> behind = new(StringComparer.Ordinal);

    /// <summary>Takes in where the followers stand, and gives those that have stood there for too long.</summary>
    /// <param name="head">The last position that was recorded before the followers were read.</param>
    /// <param name="followers">Where they stand.</param>
    internal IReadOnlyList<FollowerState> Of(long head, IReadOnlyList<FollowerState> followers)
    {
        var now = time.GetUtcNow();
        lock (@lock)
        {
            foreach (var follower in followers)
            {
                if (follower.Position >= head) behind.Remove(follower.Name);
                else if (!behind.TryGetValue(follower.Name, out var stands) || stands.Position != follower.Position) behind[follower.Name] = (follower.Position, now);
            }
            return [.. followers.Where(f => behind.TryGetValue(f.Name, out var stands) && now - stands.Since >= Patience)];
        }
    }
}
