using System.Text.Json.Nodes;

namespace Dateline.Documents;

/// <summary>
/// Outlets on whose word a removed text reports, as origins spell their names. One that another document names as well is that one's word, and stays. Of the others
/// nothing is left but that they are not the same: the first has one mark, the second two, and so on, leaving out what an earlier redaction has left of others.
/// </summary>
internal sealed class RemovedOrigins
{
    private const string Outlet = "outlet:";
    private readonly List<string> own = [];
    private readonly HashSet<string> others = new(StringComparer.Ordinal);
    private readonly HashSet<string> left = new(StringComparer.Ordinal);
    private Dictionary<string, string>? marks;

    /// <summary>The outlets' names; to be asked for once all is learned.</summary>
    internal IEnumerable<string> Names => Marks.Keys.Select(o => o[Outlet.Length..]);

    private Dictionary<string, string> Marks => marks ??= own.Except(others, StringComparer.Ordinal)
        .Zip(Enumerable.Range(1, int.MaxValue).Select(n => Outlet + string.Concat(Enumerable.Repeat(SharedWords.Redacted, n))).Where(m => !left.Contains(m)))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>Learns an origin.</summary>
    /// <param name="origin">The origin.</param>
    /// <param name="isOwn">Whether the removed text names it.</param>
    /// <param name="isRedacted">Whether the text that names it is removed already.</param>
    internal void Learn(string origin, bool isOwn, bool isRedacted)
    {
        if (!origin.StartsWith(Outlet, StringComparison.Ordinal)) return;
        marks = null;
        if (origin.Contains(SharedWords.Redacted, StringComparison.Ordinal)) left.Add(origin);
        else if (!isOwn && !isRedacted) others.Add(origin);
        else if (isOwn && !own.Contains(origin)) own.Add(origin);
    }

    /// <summary>Takes the name from an event or a mention.</summary>
    internal void Strip(JsonObject json)
    {
        if (json["origin"] is JsonValue value && Marks.TryGetValue(value.GetValue<string>(), out var mark)) json["origin"] = mark;
    }
}
