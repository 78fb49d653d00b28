using System.CommandLine;
using Dateline.Matching;

namespace Dateline.Server.Commands;

/// <summary><c>dateline group</c></summary>
internal static class Group
{
    internal static Command Command() =>
        new Command("group", "Which story does a document belong to? JSON Lines {id, title?, text, publishedAt?} from standard input, in order, without a database").Does(
            (_, output, cancellation) =>
            {
                var stories = new StoryIndex();
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
