using System.Text;

namespace Dateline.Server.Site;

/// <summary>Addresses of pages.</summary>
internal static class Address
{
    internal static string Story(string id, Asked? asked = null) => With($"/stories/{Uri.EscapeDataString(id)}", asked?.Query ?? []);

    internal static string Claim(string id, Asked? asked = null) => With($"/claims/{Uri.EscapeDataString(id)}", asked?.Query ?? []);

    internal static string Document(string id, params (string, string?)[] query) => With($"/documents/{Uri.EscapeDataString(id)}", query);

    internal static string Source(string id, Asked? asked = null) => With($"/sources/{Uri.EscapeDataString(id)}", asked?.Query ?? []);

    internal static string Entry(long position) => $"/audit?through={position}#e{position}";

    /// <summary>A path with a query; what has no value is left out.</summary>
    internal static string With(string path, params IEnumerable<(string Name, string? Value)> query)
    {
        var address = new StringBuilder(path);
        var mark = '?';
        foreach (var (name, value) in query)
        {
            if (string.IsNullOrEmpty(value)) continue;
            address.Append(mark).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            mark = '&';
        }
        return address.ToString();
    }

    /// <summary>A link that leads out of Dateline; null when it is none that a browser may follow from here.</summary>
    internal static string? Outward(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri.AbsoluteUri : null;
}
