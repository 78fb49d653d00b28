using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Dateline.Server.Hosting;

/// <summary>
/// Proxies before the server, such as one that ends TLS: what they say of the request (X-Forwarded-For, -Proto, -Host) counts, and only from
/// addresses that <c>DATELINE_PROXIES</c> names, because anybody can send such headers.
/// </summary>
internal static class Proxies
{
    internal const string Setting = "DATELINE_PROXIES";
    private const int Most = 100;

    /// <summary>Takes the headers of the proxies that the configuration names; of none where it names none.</summary>
    /// <exception cref="Refused">The setting names what is no address and no network.</exception>
    internal static void UseProxies(this WebApplication web)
    {
        if (web.Configuration[Setting] is not { Length: > 0 } named) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        var all = named.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (all.Length > Most) throw new Refused($"{Setting} names more than {Most} proxies. Name networks, such as 10.0.0.0/8.");
        foreach (var one in all)
        {
            if (IPAddress.TryParse(one, out var address)) options.KnownProxies.Add(address);
            else if (IPNetwork.TryParse(one, out var network)) options.KnownIPNetworks.Add(network);
            else throw new Refused($"{Setting} names addresses or networks with commas between them, such as 10.0.0.7, 10.1.0.0/16; \"{Reading.TextHygiene.Line(one, 60)}\" is neither.");
        }
        web.UseForwardedHeaders(options);
    }
}
