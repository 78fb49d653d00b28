using System.CommandLine;
using System.Text;
using System.Text.Json;
using Dateline.Claims;
using Dateline.Extraction;
using Dateline.Server.Extractors;

namespace Dateline.Server.Commands;

/// <summary><c>dateline extract</c></summary>
internal static class Extract
{
    internal static Command Command()
    {
        var explain = new Option<bool>("--explain") { Description = "Show each text with its spans marked, and why; standard input may be plain text then" };
        var by = new Option<string>("--extractor") { Description = "rules, or chat: the server that DATELINE_CHAT_URL names", DefaultValueFactory = _ => "rules" };
        by.AcceptOnlyFromAmong("rules", "chat");
        return new Command("extract", "Claims in texts: JSON Lines {id, text, title?, publishedAt?, language?} from standard input, without a database") { explain, by }.Does(
            async (parse, output, cancellation) =>
            {
                using var chat = parse.GetValue(by) == "chat" ? Chat() : null;
                var extractor = chat ?? (IExtractor)new RulesExtractor();
                return await (parse.GetValue(explain) ? Explained(extractor, output, cancellation) : Lines.Answer(line =>
                {
                    var input = Input(line);
                    var found = Read(extractor, input, cancellation);
                    return writer => Write(writer, input.DocumentId, found);
                }, output, cancellation));
            });
    }

    private static ChatExtractor Chat() => new(
        ChatSettings.Read(Environment.GetEnvironmentVariable) ?? throw new UsageFault("DATELINE_CHAT_URL is not set: name the chat server's API, such as https://host/v1."), TimeProvider.System);

    /// <summary>What an extractor finds, once it is checked.</summary>
    private static Extraction.Extraction Read(IExtractor extractor, ExtractionInput input, CancellationToken cancellation)
    {
        try
        {
            var found = extractor.Read(input, cancellation).GetAwaiter().GetResult();
            return OutputCheck.Fault(found.Mentions, input.Text) is { } fault ? throw new ExtractorFault(fault) : found;
        }
        catch (ExtractorGone e)
        {
            throw new Refused(e.Message);
        }
    }

    private static ExtractionInput Input(JsonElement line) => new(line.Id(), 1, line.Text("title"), line.Needed("text"), line.Text("language"), line.Time(), null);

    /// <summary>Each line of JSON explained; or, where the first line is no JSON object, all of standard input as one text.</summary>
    private static async Task<int> Explained(IExtractor extractor, Output output, CancellationToken cancellation)
    {
        await using var input = Console.OpenStandardInput();
        var (wrong, plain) = (0, new List<string>());
        await foreach (var (number, line) in Lines.Read(input, cancellation, keepEmpty: true))
        {
            if (plain.Count == 0 && line is { Span: [(byte)'{', ..] } && Lines.Try(line, l => Input(l) is var input ? Tuple.Create(input, Read(extractor, input, cancellation)) : null!, out var reason) is var read)
            {
                if (read is not null) Explain.Write(output, read.Item1, read.Item2);
                else
                {
                    wrong++;
                    output.Say($"Line {number} is left out: {reason}");
                }
            }
            else if (line is { } text) plain.Add(Encoding.UTF8.GetString(text.Span));
        }
        if (plain.Exists(static l => l.Length > 0))
        {
            var whole = new ExtractionInput("text", 1, null, string.Join('\n', plain), null, Workspace.Now, null);
            Explain.Write(output, whole, Read(extractor, whole, cancellation));
        }
        return wrong == 0 ? Exit.Done : Exit.Refused;
    }

    private static void Write(Utf8JsonWriter writer, string id, Extraction.Extraction found)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        if (found.NotSupported is { } why) writer.WriteString("notSupported", why);
        if (found.LeftOut > 0) writer.WriteNumber("leftOut", found.LeftOut);
        writer.WriteStartArray("claims");
        foreach (var mention in found.Mentions)
        {
            foreach (var part in mention.More.Prepend(mention.Content)) Write(writer, mention, part);
        }
        writer.WriteEndArray();
        writer.WriteStartArray("parts");
        foreach (var part in found.Parts)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", Words.Of(part.Kind));
            writer.WriteNumber("start", part.Start);
            writer.WriteNumber("end", part.End);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>One part of a mention; parts of one mention name the same cue.</summary>
    private static void Write(Utf8JsonWriter writer, Mention mention, Span part)
    {
        writer.WriteStartObject();
        Fields(writer, part);
        Span(writer, "speaker", mention.Speaker);
        writer.WriteStartArray("via");
        foreach (var via in mention.Via) Span(writer, null, via);
        writer.WriteEndArray();
        Span(writer, "cue", mention.Cue);
        writer.WriteString("polarity", Words.Of(mention.Polarity));
        writer.WriteString("mode", Words.Of(mention.Mode));
        writer.WriteString("certainty", Words.Of(mention.Certainty));
        if (mention.SpeakerName is { } name) writer.WriteString("speakerName", name);
        writer.WriteNumber("worth", mention.Worth);
        if (mention.WorthReason is { } reason) writer.WriteString("worthReason", reason);
        writer.WritePropertyName("numbers");
        JsonSerializer.Serialize(writer, mention.Numbers, JsonSerializerOptions.Web);
        writer.WritePropertyName("dates");
        JsonSerializer.Serialize(writer, mention.Dates, JsonSerializerOptions.Web);
        writer.WriteEndObject();
    }

    private static void Span(Utf8JsonWriter writer, string? name, Span? span)
    {
        if (name is not null) writer.WritePropertyName(name);
        if (span is null)
        {
            writer.WriteNullValue();
            return;
        }
        writer.WriteStartObject();
        Fields(writer, span);
        writer.WriteEndObject();
    }

    private static void Fields(Utf8JsonWriter writer, Span span)
    {
        writer.WriteNumber("start", span.Start);
        writer.WriteNumber("end", span.End);
        writer.WriteString("text", span.Text);
    }
}
