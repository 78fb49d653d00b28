using System.CommandLine;
using Dateline.Matching;

namespace Dateline.Server.Commands;

/// <summary><c>dateline group</c></summary>
internal static class Group
{
    internal static Command Command()
    {
        var window = Shared.Number("--window", "How many documents are held; the oldest drops out, so that time and memory stay the same", 1, 1_000_000, 20_000);
        return new Command("group", "Which story does a document belong to? JSON Lines {id, title?, text, publishedAt?} from standard input, in order, without a database") { window }.Does(
            (parse, output, cancellation) =>
            {
                var stories = new StoryIndex(parse.GetValue(window));
                return Lines.Answer(line =>
                {
                    var id = line.Id();
                    var story = stories.Group(id, line.Text("title"), line.Needed("text"), line.Time() ?? DateTimeOffset.UnixEpoch);
                    return writer =>
                    {
                        writer.WriteStartObject();
                        writer.WriteString("id", id);
                        writer.WriteString("story", story);
                        writer.WriteEndObject();
                    };
                }, output, cancellation);
            });
    }
}
