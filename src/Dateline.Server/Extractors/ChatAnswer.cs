using System.Globalization;
using System.Text.Json;
using Dateline.Claims;
using Dateline.Extraction;

namespace Dateline.Server.Extractors;

/// <summary>Reads a chat server's answer. What is not of the form asked for, or quotes what the text does not say, is refused as a whole.</summary>
internal static class ChatAnswer
{
    // How far from its claim a speaker or a cue may stand, in code units.
    private const int Reach = 2000;

    // A claim came by no longer chain.
    private const int MostVia = 16;

    private static readonly JsonDocumentOptions reading = new() { MaxDepth = 16 };

    /// <summary>The model's words, and how many tokens the exchange took where the server says so.</summary>
    /// <exception cref="ExtractorFault">The answer is none of a chat API.</exception>
    internal static (string Text, long? Tokens) Message(byte[] answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer, reading);
            var choice = json.RootElement.GetProperty("choices")[0];
            if (choice.TryGetProperty("finish_reason", out var reason) && reason.ValueKind == JsonValueKind.String && reason.ValueEquals("length"))
                throw new ExtractorFault("The model's answer was cut off.");
            var tokens = json.RootElement.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object && usage.TryGetProperty("total_tokens", out var total) ? Count(total) : null;
            return (choice.GetProperty("message").GetProperty("content").GetString() ?? throw new ExtractorFault("The model's answer is empty."), tokens);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException or FormatException)
        {
            throw new ExtractorFault("The server's answer is not that of a chat API.");
        }
    }

    // Some servers write it as a string; what cannot be read is not known.
    private static long? Count(JsonElement total) =>
        (total.ValueKind == JsonValueKind.Number && total.TryGetInt64(out var count) || total.ValueKind == JsonValueKind.String && long.TryParse(total.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out count)) && count >= 0 ? count : null;

    /// <summary>The mentions that the model's words list, each once.</summary>
    /// <exception cref="ExtractorFault">They are not of the form asked for, or do not quote the text.</exception>
    internal static List<Mention> Mentions(string answer, ExtractionInput input, string extractor)
    {
        var mentions = new List<Mention>();
        try
        {
            using var json = JsonDocument.Parse(Unfenced(answer), reading);
            var claims = json.RootElement.GetProperty("claims");
            if (claims.GetArrayLength() > Extractor.MostMentions) throw new ExtractorFault($"The model lists more than {Extractor.MostMentions} claims.");
            var listed = new HashSet<string>(StringComparer.Ordinal);
            var (from, number) = (0, 0);
            foreach (var claim in claims.EnumerateArray())
            {
                number++;
                var quote = claim.GetProperty("quote").GetString() ?? "";
                var content = Find(input.Text, quote, from) ?? Find(input.Text, quote, 0) ?? throw new ExtractorFault($"Claim {number} does not quote the text in whole words.");
                from = content.Start;
                var mention = new Mention
                {
                    Id = $"{input.DocumentId}/{input.Revision}#{extractor}.{mentions.Count + 1}",
                    Content = content,
                    Speaker = Near(claim, "speaker", number, input.Text, content),
                    Cue = Near(claim, "cue", number, input.Text, content),
                    Via = Chain(claim, number, input.Text, content),
                    Polarity = Word<Polarity>(claim, "polarity", number),
                    Mode = Word<Mode>(claim, "mode", number),
                    Certainty = Word<Certainty>(claim, "certainty", number)
                };
                if (listed.Add(JsonSerializer.Serialize(mention with { Id = "" }))) mentions.Add(mention);
            }
            return mentions;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ExtractorFault("The model's answer is not the JSON that was asked for.");
        }
    }

    // Some models put JSON between marks of Markdown.
    private static string Unfenced(string answer)
    {
        var text = answer.AsSpan().Trim();
        if (!text.StartsWith("```")) return answer;
        var line = text.IndexOf('\n');
        var end = text.LastIndexOf("```");
        return line > 0 && end > line ? text[(line + 1)..end].ToString() : answer;
    }

    private static Span? Find(string text, string quote, int from) => quote.Length == 0 || First(text, quote, from, text.Length) is not { } at ? null : new(at, at + quote.Length, quote);

    // Words stand where they are no part of other words: "ran" does not stand in "France".
    private static int? First(string text, string words, int from, int end)
    {
        while (from <= end - words.Length && text.IndexOf(words, from, end - from, StringComparison.Ordinal) is >= 0 and var at)
        {
            if (!OutputCheck.CutsWord(new(at, at + words.Length, words), text)) return at;
            from = at + 1;
        }
        return null;
    }

    private static int? Last(string text, string words, int from, int end)
    {
        while (from <= end - words.Length && text.AsSpan(from, end - from).LastIndexOf(words, StringComparison.Ordinal) is >= 0 and var at)
        {
            if (!OutputCheck.CutsWord(new(from + at, from + at + words.Length, words), text)) return from + at;
            end = from + at + words.Length - 1;
        }
        return null;
    }

    private static List<Span> Chain(JsonElement claim, int number, string text, Span content)
    {
        if (!claim.TryGetProperty("via", out var via) || via.ValueKind != JsonValueKind.Array) return [];
        if (via.GetArrayLength() > MostVia) throw new ExtractorFault($"Claim {number} came by more than {MostVia} media or persons.");
        return [.. via.EnumerateArray().Select(v => Nearest(v.GetString(), "via", number, text, content))];
    }

    private static Span? Near(JsonElement claim, string name, int number, string text, Span content) =>
        claim.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? Nearest(value.GetString(), name, number, text, content) : null;

    private static Span Nearest(string? words, string name, int number, string text, Span content)
    {
        var (low, high) = (Math.Max(0, content.Start - Reach), Math.Min(text.Length, content.End + Reach));
        if (words is { Length: > 0 and <= Reach })
        {
            var (before, after) = (Last(text, words, low, content.Start), First(text, words, content.Start, high));
            if ((before is null || after is not null && content.Start - before - words.Length > after - content.End ? after : before) is { } at) return new(at, at + words.Length, words);
        }
        throw new ExtractorFault($"The {name} of claim {number} does not quote the text in whole words.");
    }

    private static T Word<T>(JsonElement claim, string name, int number) where T : struct, Enum =>
        Words.Parse<T>(claim.GetProperty(name).GetString() ?? "") ?? throw new ExtractorFault($"The {name} of claim {number} is none of {string.Join(", ", Words.All<T>())}.");
}
