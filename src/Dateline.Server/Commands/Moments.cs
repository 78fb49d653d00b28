using System.CommandLine;
using System.Globalization;
using Dateline.Replay;

namespace Dateline.Server.Commands;

/// <summary>Moments as people write them.</summary>
internal static class Moments
{
    /// <summary>A date means its end, UTC; a time is by RFC 3339 with its offset.</summary>
    /// <exception cref="UsageFault">It is neither.</exception>
    internal static DateTimeOffset Parse(string text, string option)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue)
            return new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddTicks(-10);
        if (text.Length is >= 17 and <= 40 && text[10] is 'T' or 't' or ' ' && (text[^1] is 'Z' or 'z' || text.LastIndexOfAny(['+', '-']) > 10)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            return moment.ToUniversalTime();
        throw new UsageFault($"{option}: \"{text}\" is no moment. Write a date, 2026-02-28, or a time with its offset, 2026-02-28T18:00:00Z.");
    }

    /// <summary>The same, but a date means its beginning.</summary>
    internal static DateTimeOffset? Beginning(this ParseResult parse, Option<string?> option) => parse.GetValue(option) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : Parse(text, option.Name);

    /// <summary>The clock that was asked for.</summary>
    internal static Clock Clock(this ParseResult parse, Option<string> option) => Words.Parse<Clock>(parse.GetValue(option)!)!.Value;

    /// <summary>The moment that was asked for, if one was.</summary>
    internal static DateTimeOffset? Moment(this ParseResult parse, Option<string?> option) => parse.GetValue(option) is { } text ? Parse(text, option.Name) : null;

    /// <summary>The picture at a moment by a clock; null for now by the recorded clock, which the views show.</summary>
    internal static async Task<Replayed?> Replay(Workspace workspace, DateTimeOffset? at, Clock clock, CancellationToken cancellation) =>
        at is null && clock == Dateline.Replay.Clock.Recorded ? null : await Replayer.At(workspace.Newsroom, at ?? Workspace.Now, clock, null, cancellation);
}
