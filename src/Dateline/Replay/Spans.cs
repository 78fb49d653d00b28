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

/// <summary>What became of the spans of one story or claim: those that begin at a point or after it are now these.</summary>
/// <param name="Id">Which one.</param>
/// <param name="From">The point.</param>
/// <param name="IsNew">Whether it had no spans before.</param>
/// <param name="Spans">The spans, in order.</param>
public sealed record ChangedSpans<T>(string Id, long From, bool IsNew, IReadOnlyList<HistorySpan<T>> Spans);

/// <summary>A change, and what it is told with.</summary>
/// <param name="Begins">The point of the clock at which it counts, as <see cref="Course.Point"/> counts.</param>
/// <param name="Position">The event that it is told with: the change's own, but for a relation that waited for a claim the one that brought that out.</param>
/// <param name="Change">The change.</param>
public sealed record Telling(long Begins, long Position, Change Change);
