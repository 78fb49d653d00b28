using System.CommandLine;
using System.Text.Json;
using Dateline.Matching;

namespace Dateline.Server.Commands;

/// <summary><c>dateline match</c></summary>
internal static class Match
{
    private const int Most = 10;

    internal static Command Command()
    {
        var claims = new Option<FileInfo>("--claims") { Description = "Known claims: JSON Lines {id, claim, title?}", Required = true };
        return new Command("match", "Which known claims does a text repeat? JSON Lines {id, text} from standard input, without a database") { claims }.Does(
            async (parse, output, cancellation) =>
            {
                var index = new MatchIndex();
                await using (var known = parse.GetValue(claims)!.OpenRead())
                {
                    await foreach (var line in Lines.Read(known, cancellation)) Learn(index, line);
                }
                return await Lines.Answer(line =>
                {
                    var (id, matches) = (line.Id(), index.Find(line.GetProperty("text").GetString()!, Most));
                    return writer => Write(writer, id, matches);
                }, output, cancellation);
            });
    }

    private static void Learn(MatchIndex index, ReadOnlyMemory<byte> line)
    {
        if (line.Span.IndexOfAnyExcept(" \t\r"u8) < 0) return;
        try
        {
            using var claim = JsonDocument.Parse(line);
            index.Add(claim.RootElement.Id(), claim.RootElement.GetProperty("claim").GetString()!, claim.RootElement.Text("title"));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new Refused($"A line of the known claims is not of the form {{\"id\", \"claim\", \"title\"}}: {e.Message}");
        }
    }

    private static void Write(Utf8JsonWriter writer, string id, IReadOnlyList<Matching.Match> matches)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteStartArray("matches");
        foreach (var match in matches)
        {
            writer.WriteStartObject();
            writer.WriteString("id", match.Id);
            writer.WriteNumber("score", match.Score);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
