using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Replay;

namespace Dateline.Contract.Engine;

/// <summary>Every story with its claims as JSON, as the views show them and as a replay does.</summary>
internal static class Boards
{
    private static readonly string[] words = ["Title", "Text", "Quote", "Speaker", "Via", "Cue", "Reason", "Because", "Rationale", "Retracted"];

    // Before anything of a random history is due, and when some of it is and some is not yet.
    private static readonly DateTimeOffset[] moments = [DateTimeOffset.UnixEpoch, new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)];

    /// <summary>A board without what quotes documents: of what was redacted since, all else is as it was, the days of promises too.</summary>
    internal static string Wordless(string board)
    {
        var json = JsonNode.Parse(board)!;
        Drop(json);
        return json.ToJsonString();

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
        foreach (var (story, moment) in stories.SelectMany(s => moments.Select(m => (s, m))))
        {
            var page = await desk.Board.Story(story.Id, moment, TestContext.Current.CancellationToken);
            pages.Add(page);
            foreach (var claim in page!.Claims) pages.Add(await desk.Board.Claim(claim.Id, moment, TestContext.Current.CancellationToken));
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
        foreach (var (story, moment) in stories.SelectMany(s => moments.Select(m => (s, m))))
        {
            var page = Pages.Story(picture, story.Id, changes, Clock.Recorded, moment);
            pages.Add(page);
            foreach (var claim in page!.Claims) pages.Add(Pages.Claim(picture, claim.Id, changes, Clock.Recorded, moment));
        }
        return JsonSerializer.Serialize(new { stories, pages });
    }
}
