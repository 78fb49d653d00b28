using Npgsql;

namespace Dateline.Postgres.Accounts;

/// <summary>A session as its owner sees it.</summary>
/// <param name="Id">Its id, which opens nothing.</param>
/// <param name="Account">Whose.</param>
/// <param name="Way">How it was begun: <c>password</c>, <c>provider</c>, <c>invitation</c> or <c>demo</c>.</param>
/// <param name="Agent">What the browser called itself.</param>
/// <param name="BegunAt">When it was begun.</param>
/// <param name="SeenAt">When it was last used, to a few minutes.</param>
/// <param name="EndsAt">When it ends by itself.</param>
public sealed record Session(string Id, string Account, string Way, string? Agent, DateTimeOffset BegunAt, DateTimeOffset SeenAt, DateTimeOffset EndsAt);

/// <summary>Who is signed in. A session ends at its time, when it was idle too long, or when somebody ends it.</summary>
public sealed class Sessions(NpgsqlDataSource database)
{
    private const string Columns = "id, account, way, agent, begun_at, seen_at, ends_at";

    /// <summary>Begins a session and forgets those that have ended.</summary>
    public async Task Begin(byte[] token, Session session, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("delete from sessions where ends_at < $1").With(session.BegunAt.ToUniversalTime()));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            $"insert into sessions (token_sha256, {Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8)").With(
                token, session.Id, session.Account, session.Way, Parameters.Typed(session.Agent, NpgsqlTypes.NpgsqlDbType.Text),
                session.BegunAt.ToUniversalTime(), session.SeenAt.ToUniversalTime(), session.EndsAt.ToUniversalTime()));
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The session of a token; null when there is none that goes on.</summary>
    public async Task<Session?> Find(byte[] token, DateTimeOffset now, TimeSpan idle, CancellationToken cancellation) => (await database.CreateCommand(
        $"select {Columns} from sessions where token_sha256 = $1 and ends_at > $2 and seen_at > $3")
        .With(token, now.ToUniversalTime(), (now - idle).ToUniversalTime()).Rows(Read, cancellation)).FirstOrDefault();

    /// <summary>Whether a session has not ended.</summary>
    public async Task<bool> GoesOn(string id, DateTimeOffset now, CancellationToken cancellation) =>
        (await database.CreateCommand("select true from sessions where id = $1 and ends_at > $2").With(id, now.ToUniversalTime()).Rows(r => r.GetBoolean(0), cancellation)).Count > 0;

    /// <summary>Notes that a session was used.</summary>
    public async Task Seen(string id, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("update sessions set seen_at = $2 where id = $1").With(id, now.ToUniversalTime());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The sessions of an account that go on, latest first.</summary>
    public async Task<IReadOnlyList<Session>> Of(string account, DateTimeOffset now, TimeSpan idle, CancellationToken cancellation) => await database.CreateCommand(
        $"select {Columns} from sessions where account = $1 and ends_at > $2 and seen_at > $3 order by begun_at desc, id")
        .With(account, now.ToUniversalTime(), (now - idle).ToUniversalTime()).Rows(Read, cancellation);

    /// <summary>Ends an account's session; all of them when none is named. Gives how many ended.</summary>
    public async Task<int> End(string account, string? id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("delete from sessions where account = $1 and ($2::text is null or id = $2)")
            .With(account, Parameters.Typed(id, NpgsqlTypes.NpgsqlDbType.Text));
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    private static Session Read(NpgsqlDataReader r) => new(r.GetString(0), r.GetString(1), r.GetString(2), r.Text(3), r.At(4), r.At(5), r.At(6));
}
