using Dateline.Postgres.Engine;
using Npgsql;

namespace Dateline.Postgres.Queries;

/// <summary>An event that a follower could not take in.</summary>
/// <param name="Follower">The follower.</param>
/// <param name="Position">The event's position.</param>
/// <param name="Error">What was wrong when it was last tried.</param>
/// <param name="At">When that was.</param>
/// <param name="Asked">Whether it waits to be tried again.</param>
public sealed record SetAsideEvent(string Follower, long Position, string Error, DateTimeOffset At, bool Asked);

/// <summary>Lists what was set aside, and asks for one of them to be tried again.</summary>
public sealed class SetAsideList(NpgsqlDataSource database)
{
    /// <summary>The follower whose events can be tried one by one: what it does is the same whenever it is done. A view takes events in order, so it is rebuilt.</summary>
    public const string Reactions = ReactionLoop.Name;

    /// <summary>The follower that carries redactions out, which can be tried one by one as well.</summary>
    public const string Redactions = Redaction.RedactionLoop.Name;

    /// <summary>Whether events that a follower set aside are tried one by one.</summary>
    public static bool IsTried(string follower) => follower is Reactions or Redactions;

    /// <summary>The first so many, in order of follower and position.</summary>
    public async Task<IReadOnlyList<SetAsideEvent>> Read(int most, CancellationToken cancellation) => await database.CreateCommand(
        "select follower, position, error, at, asked is not null from set_aside order by follower, position limit $1").With((long)most).Rows(Row, cancellation);

    /// <summary>One of them; null when it is none, or none any more.</summary>
    public async Task<SetAsideEvent?> Find(string follower, long position, CancellationToken cancellation) => (await database.CreateCommand(
        "select follower, position, error, at, asked is not null from set_aside where follower = $1 and position = $2").With(Cursors.RowOf(follower), position).Rows(Row, cancellation)).FirstOrDefault();

    /// <summary>Asks whoever leads to try one of these followers' events again; what comes of it, <see cref="Find"/> tells.</summary>
    public async Task Ask(string follower, long position, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("update set_aside set asked = clock_timestamp() where follower = $1 and position = $2");
        await command.With(Cursors.RowOf(follower), position).ExecuteNonQueryAsync(cancellation);
    }

    private static SetAsideEvent Row(NpgsqlDataReader r) => new(r.GetString(0)[..^":All".Length], r.GetInt64(1), r.GetString(2), r.At(3), r.GetBoolean(4));
}
