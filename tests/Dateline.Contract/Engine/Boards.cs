using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Replay;

namespace Dateline.Contract.Engine;

/// <summary>Every story with its claims as JSON, as the views show them and as a replay does.</summary>
internal static class Boards
{
    private static readonly string[] words = ["Title", "Text", "Quote", "Speaker", "Via", "Cue", "Reason", "Because", "Rationale", "Retracted"];

    private static readonly string[] ofDay = ["Since", "Because", "Due"];

    /// <summary>
    /// A board without what quotes documents: of what was redacted since, all else is as it was. The day of a promise is read from its words and goes with them, also where
    /// a split has given the mention to another claim, so that nothing is said of since when which day held.
    /// </summary>
    internal static string Wordless(string board)
    {
        var json = JsonNode.Parse(board)!;
        foreach (var page in json["pages"]!.AsArray())
        {
            foreach (var claim in (page!["Claims"] as JsonArray ?? []).Append(page["Claim"]).Where(HasDay))
                foreach (var name in ofDay) claim!.AsObject().Remove(name);
            if (HasDay(page["Claim"])) page.AsObject().Remove("Timeline");
        }
        Drop(json);
        return json.ToJsonString();

        static bool HasDay(JsonNode? claim) => (string?)claim?["Mode"] is "promise" or "prediction";

        static void Drop(JsonNode? node)
        {
            if (node is JsonArray items) foreach (var item in items) Drop(item);
            if (node is not JsonObject members) return;
            foreach (var (name, value) in members.ToList())
            {
                if (words.Contains(name) && (value is JsonValue || name == "Via")) members[name] = "…";
                else Drop(value);
            }
        }
    }

    internal static async Task<string> Shown(Newsdesk desk)
    {
        var stories = await desk.Board.Stories(TestContext.Current.CancellationToken);
        var pages = new List<object?>();
        foreach (var story in stories)
        {
            var page = await desk.Board.Story(story.Id, DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);
            pages.Add(page);
            foreach (var claim in page!.Claims) pages.Add(await desk.Board.Claim(claim.Id, DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken));
        }
        return JsonSerializer.Serialize(new { stories, pages });
    }

    internal static async Task<string> Replayed(Newsdesk desk, long position)
    {
        var picture = new Picture();
        await foreach (var e in desk.Newsroom.Read(new(Through: position, Types: Picture.Types), TestContext.Current.CancellationToken)) picture.Apply(e, e.RecordedAt);
        var changes = picture.TakeChanges();
        var stories = Pages.Stories(picture);
        var pages = new List<object?>();
        foreach (var story in stories)
        {
            var page = Pages.Story(picture, story.Id, changes, Clock.Recorded, DateTimeOffset.UnixEpoch);
            pages.Add(page);
            foreach (var claim in page!.Claims) pages.Add(Pages.Claim(picture, claim.Id, changes, Clock.Recorded, DateTimeOffset.UnixEpoch));
        }
        return JsonSerializer.Serialize(new { stories, pages });
    }
}
