using System.Globalization;
using Dateline.Postgres.Queries;
using Dateline.Replay;
using Dateline.Server.Api;
using Dateline.Server.Commands;

namespace Dateline.Server.Site.Board;

/// <summary>What is asked of the board besides the moment.</summary>
/// <param name="Text">Words of a title.</param>
/// <param name="Status">Only this status.</param>
/// <param name="Movement">"moving", "quiet" or "changed" (since the person last looked); null for all.</param>
/// <param name="After">The last story of the page before, as <see cref="Mark"/> writes it.</param>
public sealed record BoardAsk(string? Text, string? Status, string? Movement, string? After)
{
    private const int LongestText = 200;
    private static readonly string[] movements = ["moving", "quiet", "changed"];

    /// <summary>The parts of an address that ask the same, from the first page on.</summary>
    internal (string, string?)[] Query => [("q", Text), ("status", Status), ("movement", Movement)];

    internal static BoardAsk Of(HttpContext http)
    {
        var query = http.Request.Query;
        var text = ((string?)query["q"])?.Trim();
        if (text is { Length: > LongestText }) throw new UsageFault($"The search has at most {LongestText} characters; this one has {text.Length}.");
        return new(Some(text), Word(query["status"], "status", Queries.StoryStatuses), Word(query["movement"], "movement", movements), Some(query["after"]));
    }

    /// <summary>The place of a story in the list, for the address of the page that follows it.</summary>
    internal static string Mark(StoryLine story) => $"{story.LastActivity.UtcTicks}~{story.Id}";

    /// <summary>The filter that it means at a moment.</summary>
    internal StoryFilter Filter(DateTimeOffset now, DateTimeOffset? seen) => new(
        Text, Status is null ? null : [Status],
        Movement switch { "moving" => now - Board.Moving, "changed" => seen, _ => null }, Movement == "quiet" ? now - Board.Quiet : null, Place(), Board.PageLength);

    private (DateTimeOffset, string)? Place()
    {
        if (After is null) return null;
        var parts = After.Split('~', 2);
        if (parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks)
            return (new(ticks, TimeSpan.Zero), parts[1]);
        throw new UsageFault("The address names a place in the list that cannot be read. Begin again with the first page.");
    }

    private static string? Word(string? value, string name, string[] words) => string.IsNullOrEmpty(value) || words.Contains(value, StringComparer.Ordinal) ? Some(value)
        : throw new UsageFault($"The address says “{Shown.Short(value, 40)}” for {name}, which is none of {string.Join(", ", words)}.");

    private static string? Some(string? value) => string.IsNullOrEmpty(value) ? null : value;
}

/// <summary>The board at a moment.</summary>
/// <param name="Asked">The moment and its clock.</param>
/// <param name="Ask">What was asked for.</param>
/// <param name="List">The stories.</param>
/// <param name="At">The moment itself, where none was named the time now.</param>
/// <param name="Seen">When the person last looked, if they ever said so.</param>
/// <param name="Extent">From when to when there is something to see.</param>
public sealed record BoardView(Asked Asked, BoardAsk Ask, StoryList List, DateTimeOffset At, DateTimeOffset? Seen, Extent? Extent)
{
    /// <summary>The address of the same board, changed in some parts.</summary>
    internal string Address(Asked? asked = null, params (string Name, string? Value)[] other) => Site.Address.With(
        "/", (asked ?? Asked).Query.Concat(Ask.Query).Where(p => !other.Any(o => o.Name == p.Item1)).Concat(other.Select(o => (o.Name, o.Value))));
}

/// <summary>The board: every story, where it stands, and what moves.</summary>
internal static class Board
{
    internal const int PageLength = 50;

    /// <summary>A story moves when something happened in it in so short a time.</summary>
    internal static readonly TimeSpan Moving = TimeSpan.FromHours(24);

    /// <summary>It is quiet when nothing has happened for so long.</summary>
    internal static readonly TimeSpan Quiet = TimeSpan.FromHours(72);

    internal static void MapBoard(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/", static async (HttpContext http, Views views, CancellationToken cancellation) =>
        {
            var view = await views.Board(Asked.Of(http), BoardAsk.Of(http), await LastLooked.Of(http, cancellation), cancellation);
            return http.Request.Query["part"] == "list"
                ? (IResult)PagesSetup.Page<BoardList>(new { View = view })
                : PagesSetup.Page<BoardPage>(new { View = view });
        });
        pages.MapPost("/seen", static async (HttpContext http, Workspace workspace, CancellationToken cancellation) =>
        {
            var sent = (await http.Request.ReadFormAsync(cancellation))["position"];
            if (!long.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var position)) throw new Refused("The form does not say what was seen. Load the board again.");
            await LastLooked.Set(http, workspace, position, cancellation);
            return Results.Redirect("/");
        });
    }
}
