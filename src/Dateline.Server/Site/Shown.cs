using System.Globalization;
using Dateline.Documents;
using Dateline.Server.Commands;

namespace Dateline.Server.Site;

/// <summary>Values as people read them on a page.</summary>
internal static class Shown
{
    /// <summary>Text from outside on one line, without what would steer its surroundings.</summary>
    internal static string Line(string? text) => text is null ? "" : Output.Safe(text).Replace('\n', ' ');

    /// <summary>The same, its lines kept.</summary>
    internal static string Text(string? text) => text is null ? "" : Output.Safe(text);

    /// <summary>At most so many UTF-16 units of it.</summary>
    internal static string Short(string? text, int most)
    {
        var line = Line(text);
        return line.Length <= most ? line : line[..(char.IsHighSurrogate(line[most - 2]) ? most - 2 : most - 1)] + "…";
    }

    internal static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    internal static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>What stands beside a publication time that the document does not state as a moment.</summary>
    internal static string Dated(Dating? dating) => dating switch
    {
        null => "",
        Dating.Day => " (the day alone is stated)",
        Dating.NoZone => " (stated without a zone)",
        _ => " (not stated; when it came in)"
    };

    /// <summary>How long before a moment: 5 min, 3 h, 12 d.</summary>
    internal static string Ago(DateTimeOffset at, DateTimeOffset now) => (now - at) switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalMinutes: < 60 } t => $"{(int)t.TotalMinutes} min ago",
        { TotalHours: < 48 } t => $"{(int)t.TotalHours} h ago",
        var t => $"{(int)t.TotalDays} days ago"
    };

    /// <summary>A number with its noun: 1 document, 2 documents.</summary>
    internal static string Count(long number, string one, string? many = null) =>
        $"{number.ToString("#,0", CultureInfo.InvariantCulture)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>A stored word with spaces: <c>single-origin</c> → single origin.</summary>
    internal static string Word(string word) => Line(word).Replace('-', ' ').Replace('_', ' ');

    /// <summary>A coordinate of a drawing.</summary>
    internal static string At(double x) => x.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>Names of places on a page.</summary>
internal static class Anchor
{
    /// <summary>The place of a mention.</summary>
    internal static string Of(string mention) => "m-" + string.Concat(mention.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}
