using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Claims;

namespace Dateline.Documents;

/// <summary>
/// Takes the text of a revision out of events. What quotes the revision by its nature goes whole; what people, bots or publishers wrote beside it
/// (titles, causes, rationales, reasons) loses the runs of words that it shares with it. What was made of other revisions' words stays.
/// </summary>
internal sealed class Removal
{
    private static readonly JsonSerializerOptions writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly HashSet<string> free = new(["title", "text", "cause", "because", "rationale", "reason"], StringComparer.Ordinal);

    private static readonly string[] said = ["cause", "because", "rationale", "reason"];

    private readonly string document;
    private readonly int revision;
    private readonly SharedWords words = new();
    private readonly TellingWords telling = new();
    private readonly MachineReasons machine;
    private readonly Provenance made;
    private readonly OwnStreams own;
    private readonly FreeText around;
    private readonly HashSet<string> originals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> beside = new(StringComparer.Ordinal);
    private bool named;

    internal Removal(string document, int revision)
    {
        (this.document, this.revision) = (document, revision);
        machine = new(words.Names);
        made = new(document, revision);
        own = new(document, made.IsMentioned);
        around = new(document, revision, words, telling, machine, made, own);
    }

    /// <summary>SHA-256 of the revision's bytes as they arrived.</summary>
    internal IReadOnlyCollection<string> Originals => originals;

    /// <summary>SHA-256 of the bytes of the document's other revisions, which may hold what those revisions do not say: see <see cref="StandsIn"/>.</summary>
    internal IReadOnlyCollection<string> OtherOriginals => [.. beside.Keys.Where(o => !originals.Contains(o))];

    /// <summary>Whether another revision's bytes hold more of the text than that revision says: in a page's metadata, in the reason of a correction.</summary>
    /// <param name="original">Their SHA-256.</param>
    /// <param name="bytes">The bytes.</param>
    internal bool StandsIn(string original, byte[] bytes) =>
        KeptBytes.Readings(bytes).Any(text => words.StandsIn(text, beside[original]) || telling.StandsIn(text, document));

    /// <summary>
    /// Learns from an event of the document's stream what there is to remove; then from those of its claims and stories, in log order, what was made of it.
    /// </summary>
    internal void Learn(object e)
    {
        switch (e)
        {
            case DocumentIngested d when revision == 1: Learn(d.Title, d.Text, d.Author, d.OriginalSha256); break;
            case DocumentRevised d when d.Revision == revision: Learn(d.Title, d.Text, d.Author, d.OriginalSha256); break;
            case ClaimsExtracted d when d.Revision == revision:
                foreach (var mention in d.Mentions) Learn(mention);
                break;
            default:
                made.Learn(e);
                own.Learn(e);
                break;
        }
    }

    /// <summary>Documents whose words stay where both are spoken of, the document's other revisions among them; to be asked for, and learned, once the rest is learned.</summary>
    internal IReadOnlyCollection<string> Others => own.Documents;

    /// <summary>Learns what another document says, or another revision.</summary>
    internal void LearnOther(object e)
    {
        switch (e)
        {
            case DocumentIngested d when d.DocumentId != document || revision != 1: LearnOther(d.DocumentId, $"{d.Title}\n{d.Author}\n{d.Text}", d.OriginalSha256); break;
            case DocumentRevised d when d.DocumentId != document || revision != d.Revision: LearnOther(d.DocumentId, $"{d.Title}\n{d.Author}\n{d.Text}", d.OriginalSha256); break;
            default: break;
        }
    }

    private void LearnOther(string other, string said, string original)
    {
        telling.AddOther(other, said);
        if (other == document) beside[original] = beside.TryGetValue(original, out var before) ? $"{before}\n{said}" : said;
    }

    /// <summary>An event's data without the text; null when there is none of it in it.</summary>
    internal byte[]? From(string type, ReadOnlySpan<byte> data)
    {
        Name();
        var json = JsonNode.Parse(data)!.AsObject();
        var before = json.ToJsonString(writing);
        StripOrigins(type, json);
        if (IsOfRevision(type, json)) Strip(type, json);
        foreach (var (name, value) in json.ToList())
            if (free.Contains(name) && value is JsonValue text && text.TryGetValue(out string? said)) json[name] = around.Left(type, name, json, said);
        if ((type == EventTypes.NameOf<ClaimSplit>() || type == EventTypes.NameOf<ClaimsMerged>()) && json["mentions"] is JsonArray mentions)
            foreach (var mention in mentions.Where(m => IsOfRevision(EventTypes.NameOf<ClaimMentioned>(), m!.AsObject()))) Strip(EventTypes.NameOf<ClaimMentioned>(), mention!.AsObject());
        return json.ToJsonString(writing) == before ? null : JsonSerializer.SerializeToUtf8Bytes(json, writing);
    }

    /// <summary>An event's headers without the text in its reason; null when there is none of it in them.</summary>
    /// <param name="headers">The headers.</param>
    /// <param name="type">The event's stored name.</param>
    /// <param name="data">Its data, as it was.</param>
    internal byte[]? FromHeaders(ReadOnlySpan<byte> headers, string type, byte[]? data)
    {
        Name();
        var json = JsonNode.Parse(headers) as JsonObject;
        if (json?["reason"]?.GetValue<string>() is not { } reason || around.Without(type, Act(data), reason) is var left && left == reason) return null;
        json["reason"] = left;
        return JsonSerializer.SerializeToUtf8Bytes(json, writing);

        static JsonObject Act(byte[]? data) => data is null ? [] : JsonNode.Parse(data) as JsonObject ?? [];
    }

    /// <summary>
    /// What is left of an event, and of its headers, of a stream that has nothing to do with the document: what people said there loses what it quotes. Null for what
    /// quotes nothing.
    /// </summary>
    internal (byte[]? Data, byte[]? Headers) FromQuotes(byte[]? data, byte[]? headers) => (Unquoted(data, said), Unquoted(headers, ["reason"]));

    /// <summary>Whether what is said of the redaction itself, which stays in the log, tells what it removes.</summary>
    internal bool IsToldBy(string said)
    {
        Name();
        return words.AreToldBy(said);
    }

    /// <summary>Which outlets go is known when all is learned.</summary>
    private void Name()
    {
        if (named) return;
        named = true;
        foreach (var outlet in made.Origins.Names) words.AddName(outlet);
    }

    /// <summary>Origins of what the revision says, and of what earlier redactions took the rest from already.</summary>
    private void StripOrigins(string type, JsonObject json)
    {
        if (json["documentId"]?.GetValue<string>() == document || IsGone(json)) made.Origins.Strip(json);
        foreach (var mention in json["mentions"] as JsonArray ?? [])
            if (type == EventTypes.NameOf<MentionsFiled>() ? json["documentId"]?.GetValue<string>() == document
                : mention!["documentId"]?.GetValue<string>() == document || IsGone(mention.AsObject())) made.Origins.Strip(mention!.AsObject());

        static bool IsGone(JsonObject said) => (said["quote"] ?? said["title"])?.GetValue<string>() == SharedWords.Redacted;
    }

    private byte[]? Unquoted(byte[]? stored, string[] names)
    {
        if (stored is null || JsonNode.Parse(stored) is not JsonObject json) return null;
        var changed = false;
        foreach (var name in names)
        {
            if (json[name] is not JsonValue value || !value.TryGetValue(out string? text) || words.WithoutQuotes(text) is var left && left == text) continue;
            json[name] = left;
            changed = true;
        }
        return changed ? JsonSerializer.SerializeToUtf8Bytes(json, writing) : null;
    }

    /// <summary>
    /// Headers with another salt. Without the one before, the sealed hash tells nothing of what was removed; without this one the hash of what is left tells
    /// nothing either, should more be removed.
    /// </summary>
    internal static byte[]? WithNewSalt(ReadOnlySpan<byte> headers)
    {
        if (JsonNode.Parse(headers) is not JsonObject json) return headers.ToArray();
        json["salt"] = Guid.NewGuid().ToString();
        return JsonSerializer.SerializeToUtf8Bytes(json, writing);
    }

    private void Learn(string title, string text, string? author, string original)
    {
        made.Title(title);
        foreach (var removed in new[] { title, text })
        {
            words.Add(removed);
            telling.Add(removed);
            machine.Add(removed);
        }
        if (author is not null) AddName(author);
        originals.Add(original);
    }

    private void Learn(Mention mention)
    {
        words.Add(mention.Quote);
        machine.Add(mention);
        foreach (var name in mention.Via.Select(v => v.Text).Append(mention.SpeakerName).Append(mention.Speaker?.Text).OfType<string>()) AddName(name);
    }

    private void AddName(string name)
    {
        words.AddName(name);
        telling.AddName(name);
    }

    private bool IsOfRevision(string type, JsonObject json) => json["documentId"]?.GetValue<string>() == document
        && (type == EventTypes.NameOf<DocumentIngested>() ? revision == 1
            : type == EventTypes.NameOf<DocumentRevised>() || type == EventTypes.NameOf<ClaimsExtracted>() || type == EventTypes.NameOf<ClaimMentioned>()
            ? json["revision"]!.GetValue<int>() == revision : false);

    private static void Strip(string type, JsonObject json)
    {
        if (type == EventTypes.NameOf<ClaimsExtracted>())
        {
            if (json["failure"] is not null) json["failure"] = SharedWords.Redacted;
            foreach (var mention in json["mentions"]!.AsArray()) StripMention(mention!.AsObject());
            return;
        }
        foreach (var name in new[] { "title", "text", "author", "quote", "speaker", "cue", "because" })
            if (json[name] is not null) json[name] = SharedWords.Redacted;
        if (json["via"] is JsonArray via) via.Clear();
    }

    private static void StripMention(JsonObject mention)
    {
        mention["content"] = new JsonObject { ["start"] = 0, ["end"] = 0, ["text"] = SharedWords.Redacted };
        foreach (var name in new[] { "speaker", "speakerName", "cue", "worthReason" }) mention.Remove(name);
        foreach (var name in new[] { "more", "via", "evidence", "numbers", "dates" }) (mention[name] as JsonArray)?.Clear();
    }
}
