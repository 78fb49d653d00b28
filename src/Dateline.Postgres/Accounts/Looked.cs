using Npgsql;

namespace Dateline.Postgres.Accounts;

/// <summary>When somebody last looked.</summary>
/// <param name="At">When that was.</param>
/// <param name="Position">How far the log went.</param>
public sealed record LastLook(DateTimeOffset At, long Position);

/// <summary>How far each person has seen the log.</summary>
public sealed class Looked(NpgsqlDataSource database)
{
    /// <summary>When an account's owner last looked; null when they never said so.</summary>
    public async Task<LastLook?> Of(string account, CancellationToken cancellation) =>
        (await database.CreateCommand("select at, position from looked where person = $1").With(account).Rows(r => new LastLook(r.At(0), r.GetInt64(1)), cancellation)).FirstOrDefault();

    /// <summary>Notes that they looked. A look that saw less than an earlier one changes nothing; gives the one that counts.</summary>
    public async Task<LastLook> Note(string account, LastLook look, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            insert into looked (person, at, position) values ($1, $2, $3)
            on conflict (person) do update set at = excluded.at, position = excluded.position where excluded.position > looked.position or (excluded.position = looked.position and excluded.at > looked.at)
            """).With(account, look.At.ToUniversalTime(), look.Position);
        await command.ExecuteNonQueryAsync(cancellation);
        return await Of(account, cancellation) ?? look;
    }
}
