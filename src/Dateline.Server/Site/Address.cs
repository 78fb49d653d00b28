using System.Globalization;
using System.Text;

namespace Dateline.Server.Site;

/// <summary>Addresses of pages.</summary>
internal static class Address
{
    private const int MostBefore = 10_000_000;

    internal static string Story(string id, Asked? asked = null) => With($"/stories/{Uri.EscapeDataString(id)}", asked?.Query ?? []);

    internal static string Claim(string id, Asked? asked = null) => With($"/claims/{Uri.EscapeDataString(id)}", asked?.Query ?? []);

    /// <summary>A part of a claim's mentions.</summary>
    internal static string Mentions(string claim, Claims.MentionPart part, Asked asked) => With($"/claims/{Uri.EscapeDataString(claim)}", [.. asked.Query, .. part.Query]) + "#mentions";

    internal static string Document(string id, params (string, string?)[] query) => With($"/documents/{Uri.EscapeDataString(id)}", query);

    internal static string Source(string id, Asked? asked = null) => With($"/sources/{Uri.EscapeDataString(id)}", asked?.Query ?? []);

    internal static string Entry(long position) => $"/audit?through={position}#e{position}";

    /// <summary>The number, from 0, of the first of a list that an address asks for; what is no number asks for the beginning.</summary>
    internal static int First(HttpContext http, string list) =>
        int.TryParse(http.Request.Query[list], NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? Math.Min(first, MostBefore) : 0;

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
