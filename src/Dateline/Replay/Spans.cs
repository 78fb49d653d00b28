namespace Dateline.Replay;

/// <summary>A stretch of one clock in which a story or claim showed the same.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Begins">The first point of the clock, as <see cref="Course.Point"/> counts.</param>
/// <param name="Ends">The first point after it; null while it lasts.</param>
/// <param name="At">When it began, on the clock.</param>
/// <param name="Position">The event that began it.</param>
/// <param name="Shown">What it showed.</param>
/// <param name="Raised">For claims: where it was raised.</param>
public sealed record HistorySpan<T>(string Id, long Begins, long? Ends, DateTimeOffset At, long Position, T Shown, long Raised = 0);

/// <summary>The spans of stories and claims, each in order.</summary>
/// <param name="Stories">Of stories that are listed: not those merged away.</param>
/// <param name="Claims">Of claims that are listed; the status is without what is due, which depends on the day asked about.</param>
public sealed record Spans(IReadOnlyList<HistorySpan<StoryLine>> Stories, IReadOnlyList<HistorySpan<ClaimLine>> Claims);

/// <summary>The course of stories and claims on one clock: the same fold as a replay's, with every stand on the way.</summary>
public static class Course
{
    /// <summary>A part of the log that tells all of what happened between two moments.</summary>
    /// <param name="Events">Whole streams up to the later moment's position.</param>
    /// <param name="Concerned">The streams of the stories and claims whose changes it tells; of others it may hold too little.</param>
    public sealed record Part(IReadOnlyList<Recorded> Events, IReadOnlySet<string> Concerned);

    /// <summary>The point of a clock: on the recorded one the position, on the published one the microseconds since year 1.</summary>
    public static long Point(Resolved moment) => moment.Clock == Clock.Recorded ? moment.Position : moment.At.UtcTicks / TimeSpan.TicksPerMicrosecond;

    /// <summary>The point from which an event counts: it counts at no earlier microsecond than its own.</summary>
    public static long Begins(Clock clock, Recorded e, DateTimeOffset effective) =>
        clock == Clock.Recorded ? e.Position : (effective.UtcTicks + TimeSpan.TicksPerMicrosecond - 1) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The spans of some stories and claims.</summary>
    /// <param name="events">Every event that they depend on, in the order of the clock, with the time of its effect.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="story">Which stories.</param>
    /// <param name="claim">Which claims.</param>
    public static Spans Of(IEnumerable<(Recorded Event, DateTimeOffset Effective)> events, Clock clock, Func<string, bool> story, Func<string, bool> claim)
    {
        var picture = new Picture();
        var (stories, claims) = (new Lane<StoryLine>(Same), new Lane<ClaimLine>(Same));
        foreach (var (e, effective) in events)
        {
            picture.Apply(e, effective);
            var (touchedClaims, touchedStories, _) = picture.Touched;
            var point = Begins(clock, e, effective);
            foreach (var id in touchedStories.Where(story)) stories.Show(id, point, effective, e.Position, Pages.Listed(picture.Stories[id]), 0);
            foreach (var id in touchedClaims.Where(claim))
                claims.Show(id, point, effective, e.Position, Pages.Listed(picture.Claims[id], DateTimeOffset.MinValue), picture.Claims[id].RaisedPosition);
            picture.TakeChanges();
        }
        return new(stories.Spans, claims.Spans);
    }

    private static bool Same(StoryLine a, StoryLine b) => a with { Because = b.Because } == b && a.Because.SequenceEqual(b.Because);

    private static bool Same(ClaimLine a, ClaimLine b) => a with { Because = b.Because } == b && a.Because.SequenceEqual(b.Because);

    private sealed class Lane<T>(Func<T, T, bool> same) where T : class
    {
        private readonly Dictionary<string, List<HistorySpan<T>>> spans = new(StringComparer.Ordinal);

        internal IReadOnlyList<HistorySpan<T>> Spans => [.. spans.OrderBy(s => s.Key, StringComparer.Ordinal).SelectMany(s => s.Value)];

        internal void Show(string id, long point, DateTimeOffset at, long position, T? shown, long raised)
        {
            if (!spans.TryGetValue(id, out var own)) spans.Add(id, own = []);
            // Of several events of one point the last one shows.
            if (own.Count > 0 && own[^1].Begins == point) own.RemoveAt(own.Count - 1);
            else if (own.Count > 0 && own[^1].Ends is null)
            {
                if (shown is not null && own[^1].Raised == raised && same(own[^1].Shown, shown)) return;
                own[^1] = own[^1] with { Ends = point };
            }
            if (shown is null) return;
            if (own.Count > 0 && own[^1].Ends == point && own[^1].Raised == raised && same(own[^1].Shown, shown)) own[^1] = own[^1] with { Ends = null };
            else own.Add(new(id, point, null, at, position, shown, raised));
        }
    }
}
