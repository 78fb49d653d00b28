using System.Collections.Frozen;
using System.Text;

namespace Dateline.Server.Reading;

/// <summary>One spelling of a web address, so that the same page has the same identity however it was linked.</summary>
public static class CanonicalUrl
{
    /// <summary>Most characters of an address.</summary>
    public const int MostCharacters = 2048;

    // Parameters that say how a reader came, not what the page is.
    private static readonly FrozenSet<string> Tracking = FrozenSet.ToFrozenSet(
    [
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "li_fat_id", "igshid", "igsh",
        "mc_cid", "mc_eid", "_ga", "_gl", "ref_src", "ref_url", "cmpid", "ocid", "s_cid", "ns_mchannel", "ns_source", "ns_campaign",
        "ns_linkname", "guccounter", "_hsenc", "_hsmi", "mkt_tok", "vero_id", "wt_mc", "xtor"
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly string[] TrackingFamilies = ["utm_", "at_medium", "at_campaign", "at_custom", "at_link", "at_format", "at_ptr", "at_bbc", "pk_", "mtm_", "hsa_"];

    /// <summary>
    /// The address in normal form (RFC 3986, section 6.2): scheme and host in lower case, an international host in its ASCII form
    /// (RFC 5891), dot segments resolved, percent-escapes in upper case; and further without default port, fragment, tracking
    /// parameters and a slash at the end of a path, the other parameters sorted. Null when it is not an http or https address, carries a
    /// user name or password, or is longer than <see cref="MostCharacters"/>.
    /// </summary>
    public static string? Of(string? address)
    {
        // What one pass unescapes may be more to resolve for the next ("%%7e").
        for (var passes = 0; passes < 4; passes++)
        {
            var canonical = Normal(address);
            if (canonical is null || canonical == address) return canonical;
            address = canonical;
        }
        return null;
    }

    private static string? Normal(string? address)
    {
        address = address?.Trim();
        if (string.IsNullOrEmpty(address) || address.Length > MostCharacters) return null;
        if (!address.StartsWith("http:", StringComparison.OrdinalIgnoreCase) && !address.StartsWith("https:", StringComparison.OrdinalIgnoreCase)) return null;
        foreach (var c in address) if (char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c) || c is '\\' or '<' or '>' or '"') return null;
        try
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.Host.Length == 0) return null;
            if (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps) return null;
            var host = (uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost).ToLowerInvariant().TrimEnd('.');
            if (host.Length == 0) return null;
            var canonical = new StringBuilder().Append(uri.Scheme).Append("://").Append(host);
            if (!uri.IsDefaultPort) canonical.Append(':').Append(uri.Port);
            var path = Escapes(uri.AbsolutePath).TrimEnd('/');
            canonical.Append(path.Length == 0 ? "/" : path);
            var query = Query(uri.Query);
            if (query.Length > 0) canonical.Append('?').Append(query);
            return canonical.Length > MostCharacters ? null : canonical.ToString();
        }
        catch (Exception e) when (e is UriFormatException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Query(string query)
    {
        var kept = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => !IsTracking(p.Split('=', 2)[0])).Select(Escapes).ToArray();
        Array.Sort(kept, StringComparer.Ordinal);
        return string.Join('&', kept);
    }

    private static bool IsTracking(string name) => Tracking.Contains(name) || TrackingFamilies.Any(f => name.StartsWith(f, StringComparison.OrdinalIgnoreCase));

    private static string Escapes(string part)
    {
        if (!part.Contains('%', StringComparison.Ordinal)) return part;
        var upper = part.ToCharArray();
        for (var i = 0; i + 2 < upper.Length; i++)
            if (upper[i] == '%' && char.IsAsciiHexDigit(upper[i + 1]) && char.IsAsciiHexDigit(upper[i + 2]))
                (upper[i + 1], upper[i + 2]) = (char.ToUpperInvariant(upper[i + 1]), char.ToUpperInvariant(upper[i + 2]));
        return new string(upper);
    }
}
