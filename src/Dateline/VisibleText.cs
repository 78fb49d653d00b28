using System.Globalization;

namespace Dateline;

/// <summary>What of a text people can see.</summary>
public static class VisibleText
{
    /// <summary>Whether there is anything but white space, control characters and marks of format, such as a zero-width space.</summary>
    public static bool IsIn(string? text) =>
        text is not null && text.Any(static c => !char.IsWhiteSpace(c) && !char.IsControl(c) && char.GetUnicodeCategory(c) is not UnicodeCategory.Format);
}
