using System.CommandLine;
using System.Text.Json;
using Dateline.Claims;
using Dateline.Extraction;

namespace Dateline.Server.Commands;

/// <summary><c>dateline extract</c></summary>
internal static class Extract
{
    internal static Command Command() =>
        new Command("extract", "Claims in texts: JSON Lines {id, text, title?, publishedAt?} from standard input, without a database").Does((_, output, cancellation) =>
            Lines.Answer(line =>
            {
                var id = line.Id();
                var found = Extractor.Extract(new(id, 1, line.Text("title"), line.Needed("text"), line.Text("language"), line.Time(), null));
                return writer => Write(writer, id, found);
            }, output, cancellation));

    private static void Write(Utf8JsonWriter writer, string id, Extraction.Extraction found)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        if (found.NotSupported is { } why) writer.WriteString("notSupported", why);
        writer.WriteStartArray("claims");
        foreach (var mention in found.Mentions)
        {
            foreach (var part in mention.More.Prepend(mention.Content)) Write(writer, mention, part);
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
