using Npgsql;
using NpgsqlTypes;

namespace Dateline.Postgres.Accounts;

/// <summary>What was answered to a request.</summary>
/// <param name="Status">The status.</param>
/// <param name="ContentType">The media type; null without a body.</param>
/// <param name="Headers">The headers worth repeating, as JSON.</param>
/// <param name="Body">The body.</param>
public sealed record Answer(int Status, string? ContentType, string Headers, byte[] Body);

/// <summary>What is known of an Idempotency-Key.</summary>
/// <param name="IsMine">Whether it is new, so that the request is to be done now.</param>
/// <param name="Same">Whether it was used for the same request before.</param>
/// <param name="Answer">What was answered then; null while that is under way.</param>
/// <param name="IsAgain">Whether another process began it and was never heard of again: it may have been done already.</param>
public sealed record Known(bool IsMine, bool Same, Answer? Answer, bool IsAgain = false);

/// <summary>Answers by Idempotency-Key.</summary>
public sealed class Answers(NpgsqlDataSource database)
{
    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>After so long a request that was never answered may be done by another one: its process is gone.</summary>
    public static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(5);

    /// <summary>Claims a key for a request, or gives what is known of it.</summary>
    public async Task<Known> Claim(string account, string key, byte[] fingerprint, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("delete from idempotency where begun_at < $1").With((now - Kept).ToUniversalTime()));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            "insert into idempotency (account, key, fingerprint, begun_at) values ($1, $2, $3, $4) on conflict do nothing returning true")
            .With(account, key, fingerprint, now.ToUniversalTime()));
        await using (var rows = await batch.ExecuteReaderAsync(cancellation))
        {
            while (rows.FieldCount == 0 && await rows.NextResultAsync(cancellation)) { }
            if (await rows.ReadAsync(cancellation)) return new(true, true, null);
        }
        await using (var taking = database.CreateCommand(
            "update idempotency set begun_at = $4 where account = $1 and key = $2 and fingerprint = $3 and status is null and begun_at < $5").With(
                account, key, fingerprint, now.ToUniversalTime(), (now - Abandoned).ToUniversalTime()))
            if (await taking.ExecuteNonQueryAsync(cancellation) > 0) return new(true, true, null, IsAgain: true);
        var found = await database.CreateCommand(
            "select fingerprint, status, content_type, headers::text, body from idempotency where account = $1 and key = $2").With(account, key)
            .Rows(r => new Known(
                false, r.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(fingerprint),
                r.IsDBNull(1) ? null : new Answer(r.GetInt32(1), r.Text(2), r.Text(3) ?? "{}", r.GetFieldValue<byte[]>(4))), cancellation);
        return found.FirstOrDefault() ?? new(false, true, null);
    }

    /// <summary>Keeps the answer.</summary>
    public async Task Keep(string account, string key, Answer answer, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "update idempotency set status = $3, content_type = $4, headers = $5, body = $6 where account = $1 and key = $2").With(
                account, key, answer.Status, Parameters.Typed(answer.ContentType, NpgsqlDbType.Text), Parameters.Typed(answer.Headers, NpgsqlDbType.Jsonb), answer.Body);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Gives a key back whose request failed, so that it can be repeated.</summary>
    public async Task Release(string account, string key, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("delete from idempotency where account = $1 and key = $2 and status is null").With(account, key);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
