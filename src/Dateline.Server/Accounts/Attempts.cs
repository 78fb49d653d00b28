using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Dateline.Server.Accounts;

/// <summary>
/// Counts failed attempts to sign in, by account and by address. Past the limit even the right password is not looked at until the oldest
/// failures are out of the window. Bounded: past so many names, those that have not failed lately are forgotten.
/// </summary>
internal sealed class Attempts(AccountOptions options, TimeProvider time)
{
    private const int MostNames = 50_000;
    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> failures = new(StringComparer.Ordinal);

    /// <summary>How long to wait before another attempt; null when it may be made now.</summary>
    internal TimeSpan? Wait(string? account, IPAddress? address) =>
        Max(account is null ? null : Wait("a " + account, options.FailuresByAccount), Wait("i " + Network(address), options.FailuresByAddress));

    /// <summary>Notes a failed attempt.</summary>
    internal void Failed(string? account, IPAddress? address)
    {
        if (failures.Count > MostNames) Forget();
        if (account is not null) Note("a " + account);
        Note("i " + Network(address));
    }

    /// <summary>Forgets an account's failures, once its owner got in.</summary>
    internal void Succeeded(string account) => failures.TryRemove("a " + account, out _);

    private void Note(string name)
    {
        var queue = failures.GetOrAdd(name, _ => new());
        lock (queue)
        {
            queue.Enqueue(time.GetUtcNow());
            while (queue.Count > 1000) queue.Dequeue();
        }
    }

    private TimeSpan? Wait(string name, int most)
    {
        if (!failures.TryGetValue(name, out var queue)) return null;
        lock (queue)
        {
            var now = time.GetUtcNow();
            while (queue.TryPeek(out var oldest) && oldest <= now - options.Window) queue.Dequeue();
            return queue.Count < most ? null : queue.ElementAt(queue.Count - most) + options.Window - now;
        }
    }

    private void Forget()
    {
        var since = time.GetUtcNow() - options.Window;
        foreach (var (name, queue) in failures)
        {
            lock (queue)
            {
                if (queue.Count == 0 || queue.Last() <= since || failures.Count > 2 * MostNames) failures.TryRemove(name, out _);
            }
        }
    }

    /// <summary>The network that one person commonly has: an IPv4 address, or the first 64 bits of an IPv6 one (RFC 4291, 2.5.4).</summary>
    private static string Network(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    private static TimeSpan? Max(TimeSpan? a, TimeSpan? b) => a is null ? b : b is null ? a : a > b ? a : b;
}
