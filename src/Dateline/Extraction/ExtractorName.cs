namespace Dateline.Extraction;

/// <summary>Names of extractors: <c>name@version</c>, the version a number.</summary>
public static class ExtractorName
{
    /// <summary>Whether one is a later version of the same extractor as the other.</summary>
    public static bool IsLater(string one, string other) =>
        Split(one) is var (name, version) && Split(other) is var (otherName, otherVersion) && name == otherName && version > otherVersion;

    private static (string Name, int Version)? Split(string name) =>
        name.LastIndexOf('@') is > 0 and var at && int.TryParse(name.AsSpan(at + 1), System.Globalization.NumberStyles.None, null, out var version) ? (name[..at], version) : null;
}
