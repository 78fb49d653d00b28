using System.Globalization;

namespace Dateline.Server.Site;

/// <summary>When a person last said that they had seen the board; their browser keeps it.</summary>
internal static class LastLooked
{
    private const string Name = "dateline-seen";

    internal static DateTimeOffset? Of(HttpContext http) =>
        long.TryParse(http.Request.Cookies[Name], NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;

    internal static void Set(HttpContext http, DateTimeOffset at) => http.Response.Cookies.Append(
        Name, at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), Path = "/" });
}
