using System.Globalization;

namespace Dateline.Replay;

/// <summary>
/// When an open prediction or promise falls due: its day is over when the next one begins, in UTC. It is a function of the moment asked about, and no event:
/// what is shown of it is computed from the day wherever a status is shown.
/// </summary>
public static class Due
{
    /// <summary>The moment from which an open claim is due; null where there is no day.</summary>
    /// <param name="dueAt">The day (ISO 8601).</param>
    public static DateTimeOffset? From(string? dueAt) =>
        DateOnly.TryParseExact(dueAt, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue
            ? new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;

    /// <summary>Whether a claim is of what can fall due.</summary>
    public static bool Can(ClaimFacts claim) => claim.Mode is Claims.Mode.Prediction or Claims.Mode.Promise;

    /// <summary>The status at a moment.</summary>
    public static string Status(string? status, string? dueAt, DateTimeOffset moment) =>
        Has(status, dueAt, moment) ? Replay.Status.Due : status ?? Replay.Status.Retracted;

    /// <summary>A claim's line at a moment: an open one whose day is over is due since then, for the reason that it was open.</summary>
    /// <param name="line">The line without what is due.</param>
    /// <param name="moment">The moment.</param>
    public static ClaimLine At(ClaimLine line, DateTimeOffset moment) => Has(line.Status, line.Due, moment)
        ? line with { Status = Replay.Status.Due, Since = Since(line.Since, line.Due), Reason = Reason(line.Reason) } : line;

    /// <summary>The same of where it stands.</summary>
    internal static Standing Standing(Standing standing, string? dueAt, DateTimeOffset moment) => Has(standing.Status, dueAt, moment)
        ? standing with { Status = Replay.Status.Due, Since = Since(standing.Since, dueAt), Reason = Reason(standing.Reason) } : standing;

    /// <summary>A claim's course, with when it fell due.</summary>
    /// <param name="course">The changes of its status.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="moment">Up to when.</param>
    internal static IReadOnlyList<TimelineEntry> Told(IReadOnlyList<TimelineEntry> course, ClaimFacts claim, DateTimeOffset moment)
    {
        if (!course.Any(e => From(e.Day) <= moment)) return course;
        var told = new List<TimelineEntry>();
        for (var i = 0; i < course.Count; i++)
        {
            var entry = told.Count == 0 ? course[i] : course[i] with { From = told[^1].To };
            if (From(entry.Day) is not { } due || due > moment || (i + 1 < course.Count && course[i + 1].At < due))
            {
                told.Add(entry);
                continue;
            }
            if (entry.At >= due)
            {
                told.Add(entry with { To = Replay.Status.Due, Reason = Reason(entry.Reason) });
                continue;
            }
            told.Add(entry);
            var (because, sentence) = i + 1 == course.Count && StatusRules.Open(claim) is var (_, now, why) ? (now, why) : (entry.Because, entry.Reason);
            told.Add(new(entry.Kind, entry.Id, entry.To, Replay.Status.Due, due, because[0], because, Reason(sentence)));
        }
        return told;
    }

    /// <summary>Why something is due that was open for a reason.</summary>
    internal static string Reason(string open) => $"Its day is over. {open}";

    private static bool Has(string? status, string? dueAt, DateTimeOffset moment) => status == Replay.Status.Open && From(dueAt) <= moment;

    private static DateTimeOffset Since(DateTimeOffset open, string? dueAt) => From(dueAt) is { } due && due > open ? due : open;
}
