using Dateline.Claims;
using Dateline.Documents;

namespace Dateline.Replay;

/// <summary>Something that changed between two moments.</summary>
/// <param name="Position">The event that changed it.</param>
/// <param name="At">When, on the clock asked for.</param>
/// <param name="Kind">What kind of change: an event's stored name, or <c>status</c>.</param>
/// <param name="Subject">The stream that it is about.</param>
/// <param name="Stories">The stories that it belongs to after the change.</param>
/// <param name="Text">The change in one plain sentence.</param>
/// <param name="Value">For a claim that updates or contradicts another: what both say.</param>
/// <param name="Pieces">For a revision: what it changed, word by word.</param>
public sealed record Change(
    long Position, DateTimeOffset At, string Kind, string Subject, IReadOnlyList<string> Stories, string Text,
    ChangedValue? Value = null, IReadOnlyList<Piece>? Pieces = null);

/// <summary>What two related claims say, and the numbers in it.</summary>
/// <param name="Other">The claim that said something else before.</param>
/// <param name="Earlier">What that one says.</param>
/// <param name="Later">What the claim itself says.</param>
public sealed record ChangedValue(string Other, string Earlier, string Later)
{
    /// <summary>The numbers in what was said before, in full and without a unit.</summary>
    public IReadOnlyList<string> EarlierNumbers => Differ.Numbers(Earlier);

    /// <summary>The numbers in what is said now.</summary>
    public IReadOnlyList<string> LaterNumbers => Differ.Numbers(Later);
}

/// <summary>What changed between two moments.</summary>
/// <param name="From">The earlier moment.</param>
/// <param name="To">The later moment.</param>
/// <param name="Clock">The clock that both are meant on.</param>
/// <param name="Position">The position in the log that the later moment was resolved to.</param>
/// <param name="Changes">The changes, in the order of the clock.</param>
/// <param name="FromPosition">The position in the log that the earlier moment was resolved to.</param>
public sealed record Difference(DateTimeOffset From, DateTimeOffset To, Clock Clock, long Position, IReadOnlyList<Change> Changes, long FromPosition);

/// <summary>Tells two moments apart.</summary>
public static partial class Differ
{
    /// <summary>Every change after one moment and up to another: what is known at the later one and was not at the earlier one.</summary>
    /// <param name="newsroom">The log.</param>
    /// <param name="from">The earlier moment; changes at it do not count.</param>
    /// <param name="to">The later moment, on the same clock; changes at it count.</param>
    /// <param name="story">Only changes of this story; null for all.</param>
    /// <param name="now">The time now.</param>
    /// <param name="part">Gives what tells of the time between the two, from the history's rows; null where only the whole log does.</param>
    /// <param name="cancellation">Ends the comparison.</param>
    /// <exception cref="Refused">The later moment is before the earlier one or on another clock, or the log has no such position.</exception>
    public static async Task<Difference> Between(
        INewsroom newsroom, Moment from, Moment to, string? story, DateTimeOffset now, Func<Resolved, Resolved, Task<Course.Part?>>? part, CancellationToken cancellation)
    {
        if (from.Clock != to.Clock) throw new Refused("Two moments are compared on one clock. Ask both of the same one.");
        var (a, b) = (await from.Resolve(newsroom, now, cancellation), await to.Resolve(newsroom, now, cancellation));
        // Both are asked of all that is recorded by now, whatever came while the two were looked up.
        if (b.Clock == Clock.Published && (from.Position ?? to.Position) is null && (from.Known ?? to.Known) is null) a = a with { Position = b.Position };
        if (b.At < a.At || b.Position < a.Position) throw new Refused("The second moment is before the first. Swap the two.");
        // With more known at the later moment the earlier one is no stretch of the way to it: only where things stand at both can be compared.
        var stepwise = b.Clock == Clock.Recorded || a.Position == b.Position;
        var (before, known) = stepwise ? default : await Before(newsroom, a, cancellation);
        var told = stepwise && part is not null ? await part(a, b) : null;
        var (picture, changes, days) = (new Picture(b.Clock), new List<Change>(), new DueDays(a, b));
        await foreach (var (e, at) in told is null ? Ordered(newsroom, b, cancellation) : Replayer.InOrder(told.Events, b.Clock).ToAsyncEnumerable())
        {
            if (b.Clock == Clock.Published && at > b.At) break;
            picture.Apply(e, at);
            var moved = picture.TakeChanges().Where(c => told is null || told.Concerned.Contains($"{c.Kind}/{c.Id}")).ToList();
            days.Follow(moved, at);
            var counts = e.Position > a.Position || (b.Clock == Clock.Published && at > a.At);
            if (told?.Told is not null || !(counts || (known is not null && picture.TellsOfRelations))) continue;
            changes.AddRange(Told(e, at, stepwise ? moved : [], picture).Where(c => known is not null && IsOfRelations(c) ? !known.Contains(c.Position) : counts));
        }
        if (told?.Told is { } noted) changes.AddRange(noted);
        if (stepwise) days.Tell(changes, picture);
        if (before is not null) changes.AddRange(Apart(before, picture, a, b));
        List<Change> kept = story is null ? changes : [.. changes.Where(c => c.Stories.Contains(story))];
        await Compare(newsroom, kept, cancellation);
        return new(a.At, b.At, b.Clock, b.Position, kept, a.Position);
    }

    private static readonly string related = EventTypes.NameOf<ClaimRelated>();
    private static readonly string unrelated = EventTypes.NameOf<ClaimRelationWithdrawn>();

    private static bool IsOfRelations(Change change) => change.Kind == related || change.Kind == unrelated;

    /// <summary>The picture at the earlier moment, and the events about relations that were told by then: which event brings out a claim may be another one by what is known later.</summary>
    private static async Task<(Picture Picture, HashSet<long>? Relations)> Before(INewsroom newsroom, Resolved moment, CancellationToken cancellation)
    {
        var (picture, relations) = (new Picture(moment.Clock), new HashSet<long>());
        await foreach (var (e, at) in Ordered(newsroom, moment, cancellation))
        {
            if (at > moment.At) break;
            picture.Apply(e, at);
            picture.TakeChanges();
            if (picture.TellsOfRelations) relations.UnionWith(Told(e, at, [], picture).Where(IsOfRelations).Select(c => c.Position));
        }
        return (picture, relations);
    }

    private static async IAsyncEnumerable<(Recorded, DateTimeOffset)> Ordered(
        INewsroom newsroom, Resolved moment, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        if (moment.Clock == Clock.Published)
        {
            foreach (var e in await Replayer.InOrderOfPublication(newsroom, moment.Position, cancellation)) yield return e;
            yield break;
        }
        await foreach (var e in newsroom.Read(new(Through: moment.Position, Types: Picture.Types), cancellation)) yield return (e, e.RecordedAt);
    }

    /// <summary>What an event changed, in the order in which it is told: what it says itself, the relations that waited for it, then what it moved.</summary>
    /// <param name="e">The event.</param>
    /// <param name="at">When it takes effect on the clock.</param>
    /// <param name="moved">The changes of status that came of it.</param>
    /// <param name="picture">The picture after it.</param>
    internal static IEnumerable<Change> Told(Recorded e, DateTimeOffset at, IEnumerable<StatusChange> moved, Picture picture)
    {
        if (!picture.IsSilent(e.Data) && Sentence(e, picture) is { } text)
        {
            yield return new(e.Position, at, e.Type, e.Stream, StoriesOf(e.Stream, picture), text,
                e.Data is ClaimRelated r ? ValueOf(r.ClaimId, r.Relation, r.OtherClaimId, picture) : null);
        }
        foreach (var (claim, r) in picture.ToldRelations)
        {
            yield return new(r.Position, at, related, Ids.Claim(claim), StoriesOf(Ids.Claim(claim), picture),
                Turns.Closed(Related(claim, r.Relation, r.Other, r.Because, new(picture))), ValueOf(claim, r.Relation, r.Other, picture));
        }
        foreach (var change in moved.OrderBy(c => c.Kind, StringComparer.Ordinal).ThenBy(c => c.Id, StringComparer.Ordinal)) yield return Of(DueDays.Called(change, at), e.Position, at, picture);
    }

    private static Change Of(StatusChange c, long position, DateTimeOffset at, Picture picture) =>
        new(position, at, "status", $"{c.Kind}/{c.Id}", StoriesOf($"{c.Kind}/{c.Id}", picture), Sentence(c, picture));

    /// <summary>The statuses that differ between two pictures.</summary>
    private static IEnumerable<Change> Apart(Picture before, Picture after, Resolved a, Resolved b)
    {
        var stories = after.Stories.Values.Select(s => (Kind: "story", s.Id, Old: before.Stories.GetValueOrDefault(s.Id)?.Standing, New: s.Standing));
        var claims = after.Claims.Values.Select(c => (Kind: "claim", c.Id, Old: before.Claims.GetValueOrDefault(c.Id)?.StandingAt(a.At), New: c.StandingAt(b.At)));
        return stories.Concat(claims).Where(s => s.New is not null && s.New.Status != s.Old?.Status).OrderBy(s => s.New!.Since).ThenBy(s => s.New!.Position).ThenBy(s => s.Id, StringComparer.Ordinal)
            .Select(s => Of(new(s.Kind, s.Id, s.Old?.Status, s.New!, s.New!.Since, s.New.Since), s.New.Position, s.New.Since, after));
    }

    private static string Sentence(StatusChange c, Picture picture)
    {
        var what = c.Kind == "story" ? $"The story {new Names(picture).Story(c.Id)}" : $"The claim {new Names(picture).Claim(c.Id)}";
        if (c.From == c.To.Status) return $"{what} is {c.To.Status} by another day. {c.To.Reason}";
        return c.From is null ? $"{what} begins as {c.To.Status}. {c.To.Reason}" : $"{what} went from {c.From} to {c.To.Status}. {c.To.Reason}";
    }

    private static List<string> StoriesOf(string stream, Picture picture)
    {
        var id = Ids.Of(stream);
        IEnumerable<string?> stories = stream[..stream.IndexOf('/', StringComparison.Ordinal)] switch
        {
            "story" => [id],
            "document" => [picture.Documents.GetValueOrDefault(id)?.StoryId],
            "claim" when picture.Claims.TryGetValue(id, out var claim) =>
                claim.Mentions.Select(m => picture.Documents.GetValueOrDefault(m.Mention.DocumentId)?.StoryId).Concat(claim.Pins),
            _ => []
        };
        return [.. stories.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
