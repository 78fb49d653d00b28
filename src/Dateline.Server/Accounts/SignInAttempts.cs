using System.Net;
using System.Net.Sockets;
using Dateline.Postgres.Accounts;

namespace Dateline.Server.Accounts;

/// <summary>
/// Counts failed attempts to sign in, by account and by address, those with keys apart, in the database: for every process, and over restarts. Past the limit even
/// the right password is not looked at until the oldest failures are out of the window.
/// </summary>
internal sealed class SignInAttempts(SignInFailures failures, AccountOptions options, TimeProvider time)
{
    /// <summary>How long to wait before another attempt from an address with a key; null when it may be made now.</summary>
    internal Task<TimeSpan?> Wait(IPAddress? address, CancellationToken cancellation) => Wait(OfKeys(address), options.FailuresByAddress, cancellation);

    /// <summary>Notes a failed attempt with a key, which is nobody's.</summary>
    internal Task Failed(IPAddress? address, CancellationToken cancellation) => Note([OfKeys(address)], time.GetUtcNow(), cancellation);

    /// <summary>
    /// Notes an attempt as failed before it is made, so that many at once are counted as well; or gives how long to wait, and the attempt, which is not to be
    /// made then, does not count.
    /// </summary>
    internal async Task<(DateTimeOffset At, TimeSpan? Wait)> Begin(string account, IPAddress? address, CancellationToken cancellation)
    {
        var at = time.GetUtcNow();
        byte[][] names = [OfAccount(account), OfAddress(address)];
        await Note(names, at, cancellation);
        // The attempt itself is one of them by now.
        var wait = Max(
            await Wait(names[0], options.FailuresByAccount + 1, cancellation), await Wait(names[1], options.FailuresByAddress + 1, cancellation));
        if (wait is not null) await failures.TakeBack(names, at, CancellationToken.None);
        return (at, wait);
    }

    /// <summary>Forgets an account's failures, once its owner got in, and that the attempt was noted as one of its address.</summary>
    internal async Task Succeeded(string account, IPAddress? address, DateTimeOffset at)
    {
        // Whoever leaves before the answer got in all the same.
        await failures.Forget(OfAccount(account), CancellationToken.None);
        await failures.TakeBack([OfAddress(address)], at, CancellationToken.None);
    }

    private Task Note(byte[][] names, DateTimeOffset at, CancellationToken cancellation) => failures.Note(names, at, at - options.Window, cancellation);

    private async Task<TimeSpan?> Wait(byte[] name, int most, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return await failures.Last(name, most, now - options.Window, cancellation) is { } at ? at + options.Window - now : null;
    }

    private static byte[] OfAccount(string account) => Secrets.Sha256("account " + account);

    // A program with an old key must not keep the people at its address from signing in, nor they it.
    private static byte[] OfKeys(IPAddress? address) => Secrets.Sha256("keys " + Network(address));

    private static byte[] OfAddress(IPAddress? address) => Secrets.Sha256("address " + Network(address));

    /// <summary>The network that one person commonly has: an IPv4 address, or the first 64 bits of an IPv6 one (RFC 4291, 2.5.4).</summary>
    private static string Network(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    private static TimeSpan? Max(TimeSpan? a, TimeSpan? b) => a is null ? b : b is null ? a : a > b ? a : b;
}
