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
        var claims = new Option<FileInfo>("--claims") { Description = "Known claims: JSON Lines {id, claim, title?}", Required = true }.AcceptExistingOnly();
        return new Command("match", "Which known claims does a text repeat? JSON Lines {id, text} from standard input, without a database") { claims }.Does(
            async (parse, output, cancellation) =>
            {
                var index = await Known(parse.GetValue(claims)!, cancellation);
                return await Lines.Answer(line =>
                {
                    var (id, matches) = (line.Id(), index.Find(line.Needed("text"), Most));
                    return writer => Write(writer, id, matches);
                }, output, cancellation);
            });
    }

    private static async Task<MatchIndex> Known(FileInfo file, CancellationToken cancellation)
    {
        var index = new MatchIndex();
        await using var known = file.OpenRead();
        await foreach (var (number, line) in Lines.Read(known, cancellation))
        {
            var claim = Lines.Try(line, c => Tuple.Create(c.Id(), c.Needed("claim"), c.Text("title")), out var reason)
                ?? throw new Refused($"{file.FullName}:{number}: {reason} Each line has to be of the form {{\"id\", \"claim\", \"title\"}}.");
            index.Add(claim.Item1, claim.Item2, claim.Item3);
        }
        return index;
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
