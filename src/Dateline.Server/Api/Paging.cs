using System.Buffers.Text;
using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace Dateline.Server.Api;

/// <summary>A page of a list.</summary>
/// <param name="Items">Its lines.</param>
/// <param name="Next">The cursor of the next page; null on the last one.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Which page of a list.</summary>
internal sealed class PageQuery
{
    /// <summary>How many lines.</summary>
    [Description("How many lines at most, 1 to 200; 50 when left out.")]
    public int? Limit { get; init; }

    /// <summary>Where to go on.</summary>
    [Description("The cursor that the page before gave as next.")]
    public string? Cursor { get; init; }

    internal int Most => Requests.Limit(Limit);

    /// <summary>The parts of the cursor; null on the first page.</summary>
    /// <exception cref="BadRequest">It is no cursor of this list's.</exception>
    internal string[]? Parts(int count)
    {
        if (Cursor is null) return null;
        try
        {
            return Cursor.Length <= 1000 && JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(Cursor)) is { } parts && parts.Length == count
                && !Array.Exists(parts, p => p is null) ? parts : throw Bad();
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            throw Bad();
        }
    }

    /// <summary>A moment and an id.</summary>
    internal (DateTimeOffset, string)? AtAndId => Parts(2) is not [var at, var id] ? null : (new(Number(at), TimeSpan.Zero), id);

    /// <summary>A position and an id.</summary>
    internal (long, string)? PositionAndId => Parts(2) is not [var at, var id] ? null : (Number(at), id);

    /// <summary>A page of lines that were asked for with one more than fit.</summary>
    internal static Page<T> Of<T>(IReadOnlyList<T> lines, int most, Func<T, object[]> cursor) => lines.Count <= most ? new(lines, null)
        : new([.. lines.Take(most)], Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(
            cursor(lines[most - 1]).Select(p => Convert.ToString(p is DateTimeOffset at ? at.UtcTicks : p, CultureInfo.InvariantCulture)))));

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= DateTimeOffset.MaxValue.Ticks
        ? number : throw Bad();

    private static BadRequest Bad() => new("cursor is not one that this list gave. Leave it out for the first page.");
}
