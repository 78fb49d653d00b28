using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Audit;
using Dateline.Documents;

namespace Dateline.Redactions;

/// <summary>
/// Takes words out of events, which come in log order. The spans of what was extracted from a revision move with its text, so that each still quotes it.
/// </summary>
internal sealed class WordsRemoval(Wordings wordings)
{
    private static readonly JsonSerializerOptions writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What was read of a number or date beside its words: an event without it could not be read. Statuses of the past rest on the day of a promise.
    private static readonly HashSet<string> kept = new(["bound", "change", "value", "from", "to", "dueAt"], StringComparer.Ordinal);

    private readonly Dictionary<(string Document, int Revision), Redrawn> texts = [];
    private readonly HashSet<string> originals = new(StringComparer.Ordinal);

    /// <summary>SHA-256 of the bytes of revisions that the words stood in.</summary>
    internal IReadOnlyCollection<string> Originals => originals;

    /// <summary>An event's data without the words; null when they do not stand in it.</summary>
    internal byte[]? From(string type, ReadOnlySpan<byte> data)
    {
        var extracted = type == EventTypes.NameOf<ClaimsExtracted>();
        if (!wordings.MayStandIn(data) && !(extracted && texts.Count > 0)) return null;
        var json = JsonNode.Parse(data);
        var text = extracted && json is JsonObject reading ? texts.GetValueOrDefault((Name(reading, "documentId"), Number(reading))) : null;
        if (json is JsonObject own && (type == EventTypes.NameOf<DocumentIngested>() || type == EventTypes.NameOf<DocumentRevised>())) Learn(own);
        var changed = false;
        var left = Left(json, new(type, text, Top: true, IsText: false), ref changed);
        if (!changed) return null;
        if (json is JsonObject document && document["originalSha256"] is JsonValue original) originals.Add(original.GetValue<string>());
        var bytes = JsonSerializer.SerializeToUtf8Bytes(left, writing);
        if (EventTypes.TypeOf(type) is not null) EventJson.Read(type, bytes);
        return bytes;
    }

    /// <summary>An event's headers without the words; null when they do not stand in them.</summary>
    internal byte[]? FromHeaders(ReadOnlySpan<byte> headers)
    {
        if (!wordings.MayStandIn(headers)) return null;
        var changed = false;
        if (JsonNode.Parse(headers) is not JsonObject left) return null;
        Put(left, "reason", new("", null, Top: true, IsText: false), ref changed);
        return changed ? JsonSerializer.SerializeToUtf8Bytes(left, writing) : null;
    }

    private void Learn(JsonObject json)
    {
        if (json["text"]?.GetValue<string>() is { } text && wordings.In(text) is { Count: > 0 } runs) texts[(Name(json, "documentId"), Number(json))] = new(text, runs);
    }

    /// <summary>Where a value stands: in which event, in what was read of which text, and whether within what holds text.</summary>
    private readonly record struct Place(string Type, Redrawn? Text, bool Top, bool IsText);

    private JsonNode? Left(JsonNode? json, Place at, ref bool changed)
    {
        switch (json)
        {
            case JsonObject span when at.Text is { } text && span["start"] is JsonValue start && span["end"] is JsonValue end && span["text"] is JsonValue:
                changed |= text.Redraw(span, start.GetValue<int>(), end.GetValue<int>());
                foreach (var name in span.Select(m => m.Key).Where(k => k is not "start" and not "end" and not "text").ToList()) Put(span, name, at, ref changed);
                break;
            case JsonObject members:
                foreach (var name in members.Select(m => m.Key).ToList()) Put(members, name, at, ref changed);
                break;
            case JsonArray items:
                for (var i = items.Count - 1; i >= 0; i--)
                {
                    var was = changed;
                    changed = false;
                    var left = Left(items[i], at with { Top = false }, ref changed);
                    // A number or date that was part of the words is none any more.
                    if (changed && at.Text is not null && Redrawn.IsFact(items[i])) items.RemoveAt(i);
                    else if (!ReferenceEquals(left, items[i])) items[i] = left;
                    changed |= was;
                }
                break;
            case JsonValue value when at.IsText && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is var was && wordings.Without(was) is var without && without != was:
                changed = true;
                return without;
            default: break;
        }
        return json;
    }

    private void Put(JsonObject json, string name, Place at, ref bool changed)
    {
        var within = at with { Top = false, IsText = at.IsText || Redactable.IsText(at.Type, Encoding.UTF8.GetBytes(name), at.Top) };
        if (json[name] is not { } value || (kept.Contains(name) && value.GetValueKind() == JsonValueKind.String)) return;
        if (Left(value, within, ref changed) is var left && ReferenceEquals(left, value)) return;
        if (name == "url") json.Remove(name);
        else json[name] = left;
    }

    private static string Name(JsonObject json, string name) => json[name]?.GetValue<string>() ?? "";

    private static int Number(JsonObject json) => json["revision"]?.GetValue<int>() ?? 1;

    /// <summary>A revision's text before and after, and where what stood before stands now.</summary>
    private sealed class Redrawn(string before, IReadOnlyList<(int Start, int End)> runs)
    {
        private readonly string after = Wordings.Without(before, runs);

        /// <summary>Whether something is a number or date that stood where the words were.</summary>
        internal static bool IsFact(JsonNode? item) => item is JsonObject fact && (fact.ContainsKey("bound") || fact.ContainsKey("from") || fact.ContainsKey("to"))
            && fact["text"]?.GetValue<string>().Contains(SharedWords.Redacted, StringComparison.Ordinal) == true;

        /// <summary>Moves a span; gives whether it changed. What began or ended within the words has all that stands for them.</summary>
        internal bool Redraw(JsonObject span, int start, int end)
        {
            if (start < 0 || end < start || end > before.Length) return false;
            var (from, to) = (Moved(start, false), Moved(end, end > start));
            if (from == start && to == end && !runs.Any(r => r.Start < end && start < r.End)) return false;
            (span["start"], span["end"], span["text"]) = (from, to, after[from..to]);
            return true;
        }

        private int Moved(int at, bool isEnd)
        {
            var moved = at;
            foreach (var (start, end) in runs)
            {
                var longer = SharedWords.Redacted.Length - (end - start);
                if (end <= at) moved += longer;
                else if (start < at) moved += isEnd ? end - at + longer : start - at;
            }
            return moved;
        }
    }
}
