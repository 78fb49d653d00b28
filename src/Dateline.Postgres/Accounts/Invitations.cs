using Npgsql;

namespace Dateline.Postgres.Accounts;

/// <summary>An invitation that can be used.</summary>
/// <param name="Account">Whose; null for the first administrator's.</param>
/// <param name="InvitedBy">Who made it.</param>
public sealed record Invitation(string? Account, string InvitedBy);

/// <summary>One-time links, of which only the SHA-256 of their tokens is kept.</summary>
public sealed class Invitations(NpgsqlDataSource database)
{
    /// <summary>
    /// Makes an invitation; earlier ones for the same account end. Those for the first administrator stand beside each other, as each of several servers
    /// that begin together makes one, until one is used.
    /// </summary>
    public async Task Make(byte[] token, string? account, string by, DateTimeOffset expires, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("delete from invitations where account = $1 or expires_at < clock_timestamp()")
            .With(Parameters.Typed(account, NpgsqlTypes.NpgsqlDbType.Text)));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("insert into invitations (token_sha256, account, invited_by, expires_at) values ($1, $2, $3, $4)")
            .With(token, Parameters.Typed(account, NpgsqlTypes.NpgsqlDbType.Text), by, expires.ToUniversalTime()));
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The invitation of a token; null when there is none or it has expired.</summary>
    public async Task<Invitation?> Find(byte[] token, DateTimeOffset now, CancellationToken cancellation) => (await database.CreateCommand(
        "select account, invited_by from invitations where token_sha256 = $1 and expires_at > $2").With(token, now.ToUniversalTime())
        .Rows(r => new Invitation(r.Text(0), r.GetString(1)), cancellation)).FirstOrDefault();

    /// <summary>
    /// Uses an invitation up; of several who try at once one gets it, the others null. With one for the first administrator all of these end. They are
    /// locked in one order, so that two who use different ones wait for each other in turn.
    /// </summary>
    public async Task<Invitation?> Take(byte[] token, DateTimeOffset now, CancellationToken cancellation) => (await database.CreateCommand(
        """
        with used as (select account from invitations where token_sha256 = $1 and expires_at > $2),
        ends as (
            select i.token_sha256 from invitations i where exists (select from used u where i.token_sha256 = $1 or (u.account is null and i.account is null))
            order by i.token_sha256 for update),
        ended as (delete from invitations where token_sha256 in (select token_sha256 from ends) returning token_sha256, account, invited_by)
        select account, invited_by from ended where token_sha256 = $1
        """).With(token, now.ToUniversalTime())
        .Rows(r => new Invitation(r.Text(0), r.GetString(1)), cancellation)).FirstOrDefault();
}
