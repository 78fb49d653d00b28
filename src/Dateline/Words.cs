using System.Reflection;
using System.Text.Json.Serialization;

namespace Dateline;

/// <summary>Enumerations as the words by which they are stored and shown: the same in events, views, output and commands.</summary>
public static class Words
{
    /// <summary>The word of a value: <c>Certainty.Underspecified</c> → <c>underspecified</c>.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Table<T>.Words[value];

    /// <summary>The value of a word, or null when there is none.</summary>
    public static T? Parse<T>(string word) where T : struct, Enum => Table<T>.Values.TryGetValue(word, out var value) ? value : null;

    /// <summary>All words of an enumeration, in the order of its values.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];

    private static class Table<T> where T : struct, Enum
    {
        internal static readonly Dictionary<T, string> Words = Enum.GetValues<T>().ToDictionary(
            v => v, v => typeof(T).GetField(v.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? v.ToString());

        internal static readonly Dictionary<string, T> Values = Words.ToDictionary(w => w.Value, w => w.Key, StringComparer.OrdinalIgnoreCase);
    }
}
