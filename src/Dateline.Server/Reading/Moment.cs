using System.Globalization;
using Dateline.Documents;

namespace Dateline.Server.Reading;

/// <summary>Dates as documents write them. All are UTC and of whole microseconds, as PostgreSQL keeps them.</summary>
internal static class Moment
{
    private const int Noon = 12;

    /// <summary>The first and the last year of which there are moments: what lies beyond is what programs write where they know of no date, and no calendar reckons with.</summary>
    internal const int Earliest = 1000, Latest = 9990;

    /// <summary>A day, or a date and time of RFC 3339, section 5.6, with its zone.</summary>
    /// <param name="text">What the document says.</param>
    /// <param name="field">How the document calls it, for the message.</param>
    /// <exception cref="NotReadable">It does not exist, is a time without a zone, or is written otherwise.</exception>
    public static Stated Rfc3339(string text, string field) => Parse(text.Trim(), zoned: true, out var wrong)
        ?? throw new NotReadable($"{field} \"{TextHygiene.Line(text, 60)}\" {wrong}. Write it like 2026-02-28T18:05:00Z, or the day alone.");

    /// <summary>The same where the document cannot be held to it: null when it is not a date; a time without a zone is taken as UTC.</summary>
    public static Stated? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : Parse(text.Trim(), zoned: false, out _) ?? Rfc822(text.Trim());

    /// <summary>A date of a feed: RFC 822 with years of four digits (RSS 2.0), RFC 3339 (RFC 4287, section 3.3) or a day (W3C date and time formats, in dc:date).</summary>
    /// <exception cref="NotReadable">It is none of them, or does not exist.</exception>
    public static Stated OfFeed(string text, string field) => Parse(text.Trim(), zoned: true, out var wrong) ?? Rfc822(text.Trim())
        ?? throw new NotReadable($"{field} \"{TextHygiene.Line(text, 60)}\" {(text.Length > 0 && char.IsAsciiDigit(text.TrimStart()[0]) ? wrong : "is not a date that exists")}. Ask the feed's publisher, or correct the copy.");

    /// <summary>What the first of some texts states; another of the same day that says it more exactly goes before it.</summary>
    public static Stated? First(params ReadOnlySpan<string?> texts)
    {
        Stated? first = null;
        foreach (var text in texts)
        {
            if (OrNull(text) is not { } stated) continue;
            first ??= stated;
            if (first.Dating is null) break;
            if (stated.At.Date == first.At.Date && Exactness(stated) > Exactness(first)) first = stated;
        }
        return first;
    }

    private static int Exactness(Stated stated) => stated.Dating switch { null => 2, Dating.NoZone => 1, _ => 0 };

    private static Stated? Parse(string s, bool zoned, out string wrong)
    {
        wrong = "is not a date and time";
        if (s.Length < 10 || s[4] != '-' || s[7] != '-' || !Number(s, 0, 4, out var year) || !Number(s, 5, 2, out var month) || !Number(s, 8, 2, out var day)) return null;
        if (year is < Earliest or > Latest)
        {
            wrong = $"is outside the years {Earliest} to {Latest}";
            return null;
        }
        wrong = "is not a date that exists";
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        if (s.Length == 10) return new(new(year, month, day, Noon, 0, 0, TimeSpan.Zero), Dating.Day);
        wrong = "is not a date and time";
        if (s[10] is not ('T' or 't' or ' ') || s.Length < 16 || s[13] != ':' || !Number(s, 11, 2, out var hour) || !Number(s, 14, 2, out var minute)) return null;
        var (at, second, ticks) = (16, 0, 0L);
        if (s.Length >= 19 && s[16] == ':')
        {
            if (!Number(s, 17, 2, out second)) return null;
            at = 19;
            if (at < s.Length && s[at] == '.')
            {
                var first = ++at;
                for (long unit = 1_000_000; at < s.Length && char.IsAsciiDigit(s[at]); at++, unit /= 10) ticks += (s[at] - '0') * unit;
                if (at == first) return null;
            }
        }
        wrong = "is not a time that exists";
        if (hour > 23 || minute > 59 || second > 60) return null;
        var local = new DateTime(year, month, day, hour, minute, Math.Min(second, 59)).AddTicks(ticks / 10 * 10);
        wrong = "has no zone";
        if (at == s.Length) return zoned ? null : new(new(local, TimeSpan.Zero), Dating.NoZone);
        wrong = "has no zone that can be read";
        return Zone(s[at..].Trim()) is { } zone ? Utc(local, zone) : null;
    }

    private static Stated? Rfc822(string s)
    {
        var comma = s.IndexOf(',', StringComparison.Ordinal);
        var parts = s[(comma + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length is < 5 or > 6 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var day)) return null;
        var month = Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames, m => m.Length > 0 && parts[1].StartsWith(m, StringComparison.OrdinalIgnoreCase)) + 1;
        if (month == 0 || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return null;
        if (parts[2].Length == 2) year += year < 70 ? 2000 : 1900;
        if (year is < Earliest or > Latest || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        if (!TimeOnly.TryParseExact(parts[3], ["H:mm", "H:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return null;
        return Zone(parts[4]) is { } zone ? Utc(new DateOnly(year, month, day).ToDateTime(time), zone) : null;
    }

    private static Stated Utc(DateTime local, TimeSpan zone) => new(new DateTimeOffset(local.Ticks - zone.Ticks, TimeSpan.Zero));

    // RFC 822, section 5.1, and its North American names.
    private static TimeSpan? Zone(string z) => z.ToUpperInvariant() switch
    {
        "Z" or "UT" or "UTC" or "GMT" => TimeSpan.Zero,
        "EST" or "CDT" => TimeSpan.FromHours(-5),
        "EDT" => TimeSpan.FromHours(-4),
        "CST" or "MDT" => TimeSpan.FromHours(-6),
        "MST" or "PDT" => TimeSpan.FromHours(-7),
        "PST" => TimeSpan.FromHours(-8),
        _ => Offset(z)
    };

    private static TimeSpan? Offset(string z)
    {
        if (z.Length is not (5 or 6) || z[0] is not ('+' or '-') || (z.Length == 6 && z[3] != ':')) return null;
        if (!Number(z, 1, 2, out var hours) || !Number(z, z.Length - 2, 2, out var minutes) || hours > 23 || minutes > 59) return null;
        var offset = new TimeSpan(hours, minutes, 0);
        return z[0] == '-' ? -offset : offset;
    }

    private static bool Number(string s, int at, int digits, out int value)
    {
        value = 0;
        if (at + digits > s.Length) return false;
        for (var i = at; i < at + digits; i++)
        {
            if (!char.IsAsciiDigit(s[i])) return false;
            value = value * 10 + (s[i] - '0');
        }
        return true;
    }
}
