using Npgsql;

namespace Dateline.Postgres.Queries;

/// <summary>An event that a follower could not take in.</summary>
public sealed record SetAsideEvent(string Follower, long Position, string Error, DateTimeOffset At);

/// <summary>Lists what was set aside.</summary>
public sealed class SetAsideList(NpgsqlDataSource database)
{
    /// <summary>The first so many, in order of follower and position.</summary>
    public async Task<IReadOnlyList<SetAsideEvent>> Read(int most, CancellationToken cancellation) => await database.CreateCommand(
        "select follower, position, error, at from set_aside order by follower, position limit $1").With((long)most).Rows(
            r => new SetAsideEvent(r.GetString(0)[..^":All".Length], r.GetInt64(1), r.GetString(2), r.At(3)), cancellation);
}
