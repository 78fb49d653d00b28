using System.Net;
using Dateline.Accounts;
using Dateline.Postgres.Accounts;
using Dateline.Replay;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Dateline.Server.Accounts;

/// <summary>What came of an attempt to sign in.</summary>
/// <param name="Account">Who got in; null when nobody did.</param>
/// <param name="Wait">How long to wait, where there were too many attempts.</param>
internal readonly record struct SignIn(Account? Account, TimeSpan? Wait);

/// <summary>Who may work here: accounts in the log, secrets beside it.</summary>
internal sealed class People(
    INewsroom newsroom, Credentials credentials, Invitations invitations, Sessions sessions, AdministratorTurns turns, SignInAttempts attempts, AccountOptions options, TimeProvider time)
{
    internal const int ShortestPassword = 12;
    internal const int LongestPassword = 200;
    private static readonly string[] types = [.. EventTypes.All.Where(e => e.Name.StartsWith("account_", StringComparison.Ordinal)).Select(e => e.Name)];

    // OWASP's figure for PBKDF2 with HMAC-SHA512 (Password Storage Cheat Sheet).
    private static readonly PasswordHasher<string> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
    // Hashing takes a processor for a tenth of a second: others are left for everybody else.
    private static readonly SemaphoreSlim hashing = new(Math.Max(1, Environment.ProcessorCount / 2));
    private static readonly Lazy<string> nobodys = new(() => hasher.HashPassword("", Secrets.New()));

    /// <summary>An account as the log has it now; null when there is none.</summary>
    internal async Task<Account?> Find(string id, CancellationToken cancellation) =>
        (await newsroom.Load<Account>(Ids.Account(id), null, cancellation)).State;

    /// <summary>The owner of a key; null when the account is closed, or the log says that the key was revoked, with the account or by itself.</summary>
    internal async Task<Account?> OwnerOf(string key, string account, CancellationToken cancellation) =>
        await Find(account, cancellation) is { IsOpen: true } owner && owner.Keys.TryGetValue(key, out var known) && !known.Revoked ? owner : null;

    /// <summary>
    /// Waits for an administrator's turn to close accounts and give roles. Nobody does that to themselves, and whoever does it is an administrator still: so one stays.
    /// </summary>
    /// <exception cref="Refused">Somebody took the right away meanwhile.</exception>
    internal async Task<IAsyncDisposable> Administer(string by, CancellationToken cancellation)
    {
        var turn = await turns.Take(cancellation);
        // Whoever is known in another way than by an account has none to lose.
        if (await Find(Account.IdOf(by), cancellation) is null or { IsOpen: true, Role: Role.Administrator }) return turn;
        await turn.DisposeAsync();
        throw new Refused("You are no administrator any more: another one has just closed your account or given you another role.");
    }

    /// <summary>Ends the sessions of an account that is closed, so that none goes on when it is opened again; those of an open one stay.</summary>
    internal async Task EndIfClosed(string id, CancellationToken cancellation)
    {
        if (await Find(id, cancellation) is { IsOpen: false }) await sessions.End(id, null, cancellation);
    }

    /// <summary>All accounts, by name.</summary>
    internal async Task<IReadOnlyList<Account>> All(CancellationToken cancellation) => [.. (await All(null, cancellation)).Select(static a => a.Account)];

    /// <summary>All accounts as of a moment, null for now, by name and with the versions of their streams. Who may work here was known, on either clock, when it was recorded.</summary>
    internal async Task<IReadOnlyList<(Account Account, long Version)>> All(Resolved? moment, CancellationToken cancellation)
    {
        var all = new Dictionary<string, (Account? Account, long Version)>(StringComparer.Ordinal);
        await foreach (var e in newsroom.Read(new(Through: moment?.Position, Types: types), cancellation))
        {
            if (moment is { Clock: Clock.Published } && e.RecordedAt > moment.At) continue;
            all[e.Stream] = (Account.Evolve(all.GetValueOrDefault(e.Stream).Account, e.Data), e.Version);
        }
        return [.. all.Values.Where(static a => a.Account is not null).Select(static a => (a.Account!, a.Version)).OrderBy(static a => a.Item1.Name, StringComparer.OrdinalIgnoreCase).ThenBy(static a => a.Item1.Id, StringComparer.Ordinal)];
    }

    /// <summary>Opens an account.</summary>
    /// <exception cref="Refused">The name will not do, or looks like somebody else's: the two would be one person where two are asked for.</exception>
    internal async Task Open(OpenAccount opening, Act act, CancellationToken cancellation)
    {
        await RefuseAlike(opening, cancellation);
        await newsroom.Send(opening, act, cancellation);
    }

    private async Task RefuseAlike(OpenAccount opening, CancellationToken cancellation)
    {
        if ((await All(cancellation)).FirstOrDefault(a => a.Id != opening.Account && PersonNames.LookAlike(a.Name, opening.Name)) is not { } alike) return;
        throw new Refused(
            $"The name {opening.Name.Trim()} looks like {alike.Name}, who has an account{(alike.IsOpen ? "" : " that is closed")}: where two people are asked for, they would be one. "
            + "Add what tells them apart, such as a second name.");
    }

    /// <summary>The token of a one-time link for the first administrator; null when there is an administrator who can sign in.</summary>
    internal async Task<string?> FirstAdministrator(CancellationToken cancellation) =>
        await HasAdministrator(cancellation) ? null : await Invite(null, Act.System, cancellation);

    /// <summary>The token of a one-time link by which a person sets how they sign in; null stands for the first administrator.</summary>
    internal async Task<string> Invite(string? account, Act act, CancellationToken cancellation)
    {
        if (account is not null) await newsroom.Send(new InviteAccount(account, act.By), act, cancellation);
        var token = Secrets.New();
        await invitations.Make(Secrets.Sha256(token), account, act.By, time.GetUtcNow() + options.Invitation, cancellation);
        return token;
    }

    /// <summary>Whom an invitation is for; null when it is not good any more. The account is null for the first administrator.</summary>
    internal async Task<(Invitation Invitation, Account? Account)?> Invited(string token, CancellationToken cancellation) =>
        await invitations.Find(Secrets.Sha256(token), time.GetUtcNow(), cancellation) is not { } invitation ? null
            : invitation.Account is null ? await HasAdministrator(cancellation) ? null : (invitation, null)
            : await Find(invitation.Account, cancellation) is { IsOpen: true } account ? (invitation, account) : null;

    /// <summary>Uses an invitation up; the first administrator says a name. Gives the account, and who made the link.</summary>
    /// <exception cref="Refused">The invitation is used or expired, or the name or password will not do.</exception>
    internal async Task<(Account Account, string InvitedBy)> Accept(string token, string? name, string? password, CancellationToken cancellation)
    {
        var invited = await Invited(token, cancellation) ?? throw Expired();
        if (password is not null) CheckPassword(password, invited.Account?.Name ?? name);
        var opening = invited.Account is null ? new OpenAccount(name ?? "", Role.Administrator, "system") : null;
        if (opening is not null)
        {
            _ = OpenAccountAggregateHandler.Handle(opening, await Find(opening.Account, cancellation)).ToList();
            await RefuseAlike(opening, cancellation);
        }
        _ = await invitations.Take(Secrets.Sha256(token), time.GetUtcNow(), cancellation) ?? throw Expired();
        if (opening is not null) await newsroom.Send(opening, Act.System, cancellation);
        var account = (await Find(opening?.Account ?? invited.Account!.Id, cancellation))!;
        if (password is not null) await SetPassword(account, password, cancellation, invited.Invitation.InvitedBy);
        return (account, invited.Invitation.InvitedBy);
    }

    /// <summary>Sets a person's password and ends their sessions.</summary>
    /// <exception cref="Refused">The password will not do.</exception>
    internal async Task SetPassword(Account account, string password, CancellationToken cancellation, string? through = null)
    {
        CheckPassword(password, account.Name);
        await newsroom.Send(new SetCredential(account.Id, "password", account.Name, through), new(account.Name), cancellation);
        await credentials.SetPassword(account.Id, hasher.HashPassword(account.Id, password), cancellation);
        await sessions.End(account.Id, null, cancellation);
    }

    /// <summary>Whether a name and a password belong together. A name that nobody has takes as long as one that somebody has.</summary>
    internal async Task<SignIn> Try(string name, string password, IPAddress? address, CancellationToken cancellation)
    {
        var id = Account.IdOf(name);
        var (at, wait) = await attempts.Begin(id, address, cancellation);
        if (wait is not null) return new(null, wait);
        var account = await Find(id, cancellation);
        var hash = await credentials.PasswordHash(id, cancellation);
        var verified = password.Length <= LongestPassword ? await Verify(id, hash ?? nobodys.Value, password, cancellation) : PasswordVerificationResult.Failed;
        if (verified == PasswordVerificationResult.Failed || hash is null || account is not { IsOpen: true }) return new(null, null);
        await attempts.Succeeded(id, address, at);
        if (verified == PasswordVerificationResult.SuccessRehashNeeded) await credentials.SetPassword(id, hasher.HashPassword(id, password), cancellation);
        return new(account, null);
    }

    private static async Task<PasswordVerificationResult> Verify(string id, string hash, string password, CancellationToken cancellation)
    {
        await hashing.WaitAsync(cancellation);
        try
        {
            return hasher.VerifyHashedPassword(id, hash, password);
        }
        finally
        {
            hashing.Release();
        }
    }

    private async Task<bool> HasAdministrator(CancellationToken cancellation) =>
        (await All(cancellation)).Any(a => a is { Role: Role.Administrator, IsOpen: true, Credentials.Count: > 0 });

    private static void CheckPassword(string password, string? name)
    {
        if (password.Length is < ShortestPassword or > LongestPassword)
            throw new Refused($"A password has {ShortestPassword} to {LongestPassword} characters; this one has {password.Length}. Several words that do not belong together are good.");
        if (password.Distinct().Count() < 5 || (name is not null && password.Contains(name.Trim(), StringComparison.OrdinalIgnoreCase)))
            throw new Refused("This password is too easy to guess. Several words that do not belong together are good.");
    }

    private static Refused Expired() => new("This link was used or has expired. Ask an administrator for another one; the first administrator starts the server again.");
}
