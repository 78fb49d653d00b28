using Npgsql;

namespace Dateline.Postgres.Accounts;

/// <summary>How people sign in: password hashes, and who they are with a provider.</summary>
public sealed class Credentials(NpgsqlDataSource database)
{
    /// <summary>The hash of an account's password; null when it has none.</summary>
    public async Task<string?> PasswordHash(string account, CancellationToken cancellation) => (await database.CreateCommand(
        "select password_hash from credentials where account = $1").With(account).Rows(r => r.GetString(0), cancellation)).FirstOrDefault();

    /// <summary>Sets the hash of an account's password.</summary>
    public async Task SetPassword(string account, string hash, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            insert into credentials (account, password_hash) values ($1, $2)
            on conflict (account) do update set password_hash = excluded.password_hash, changed_at = clock_timestamp()
            """).With(account, hash);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The account of somebody whom a provider vouches for; null when it is nobody's.</summary>
    public async Task<string?> AccountOf(string issuer, string subject, CancellationToken cancellation) => (await database.CreateCommand(
        "select account from identities where issuer = $1 and subject = $2").With(issuer, subject).Rows(r => r.GetString(0), cancellation)).FirstOrDefault();

    /// <summary>Says that an account is whom a provider vouches for; false when that is another account already.</summary>
    public async Task<bool> Link(string issuer, string subject, string account, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("insert into identities (issuer, subject, account) values ($1, $2, $3) on conflict do nothing")
            .With(issuer, subject, account);
        return await command.ExecuteNonQueryAsync(cancellation) == 1 || await AccountOf(issuer, subject, cancellation) == account;
    }
}
