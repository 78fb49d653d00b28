using System.CommandLine;
using System.Globalization;
using Dateline.Documents;
using Dateline.Postgres.Queries;
using Dateline.Replay;
using Dateline.Sources;

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

    /// <summary>The end of what was asked for, if one was: a moment, or what follows on a day. Nothing from there on is meant.</summary>
    internal static DateTimeOffset? End(string? text, string name) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue
            ? new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : Parse(text, name);

    /// <summary>The clock that was asked for.</summary>
    internal static Clock Clock(this ParseResult parse, Option<string> option) => Words.Parse<Clock>(parse.GetValue(option)!)!.Value;

    /// <summary>The moment that was asked for, if one was.</summary>
    internal static DateTimeOffset? Moment(this ParseResult parse, Option<string?> option) => parse.GetValue(option) is { } text ? Parse(text, option.Name) : null;

    /// <summary>A moment from its parts as people write them; the names are those that errors call them by.</summary>
    /// <exception cref="UsageFault">A part is wrong, or two of them do not go together.</exception>
    internal static Moment Of(string? at, string? clock, string? known, long? position, (string At, string Clock, string Known, string Position) names)
    {
        var by = string.IsNullOrEmpty(clock) ? Dateline.Replay.Clock.Recorded : Words.Parse<Clock>(clock) ?? throw new UsageFault($"{names.Clock} is recorded or published.");
        if (known is not null && by == Dateline.Replay.Clock.Recorded)
            throw new UsageFault($"{names.Known} goes with the published clock: on the recorded clock {names.At} says what was known.");
        if (known is not null && position is not null) throw new UsageFault($"{names.Known} and {names.Position} both say what was known. Give one of them.");
        if (position < 0) throw new UsageFault($"{names.Position} is a place in the log, from 0.");
        return new(Whole(at, names.At), by, Whole(known, names.Known), position);
    }

    /// <summary>The board at a moment; null for now by the recorded clock, which the views show.</summary>
    internal static async Task<(StoryList List, Resolved Moment)?> Board(Workspace workspace, Moment moment, StoryFilter filter, CancellationToken cancellation)
    {
        if (moment.IsNow) return null;
        var resolved = await moment.Resolve(workspace.Newsroom, Workspace.Now, cancellation);
        var list = await workspace.History.Board(resolved, filter, cancellation)
            ?? filter.Of(Pages.Stories((await Replayer.At(workspace.Newsroom, resolved, cancellation)).Picture));
        return (list, resolved);
    }

    /// <summary>The part of a moment's picture that shows a story; null for now by the recorded clock, which the views show.</summary>
    internal static Task<Replayed?> Story(Workspace workspace, string id, Moment moment, CancellationToken cancellation) =>
        Part(workspace, moment, resolved => workspace.History.AroundStory(id, resolved, cancellation), cancellation);

    /// <summary>The same for a claim.</summary>
    internal static Task<Replayed?> Claim(Workspace workspace, string id, Moment moment, CancellationToken cancellation) =>
        Part(workspace, moment, resolved => workspace.History.AroundClaim(id, resolved, cancellation), cancellation);

    /// <summary>A document's page at a moment, or now, up to which position it was read, and what the moment was resolved to.</summary>
    internal static async Task<(DocumentPage? Page, long Position, Resolved? Moment)> Document(Workspace workspace, string id, Moment moment, CancellationToken cancellation)
    {
        if (moment.IsNow)
        {
            var head = await workspace.Engine.Head(cancellation);
            return (await DocumentPage.Of(workspace.Newsroom, id, head, cancellation), head, null);
        }
        var resolved = await moment.Resolve(workspace.Newsroom, Workspace.Now, cancellation);
        return (await DocumentPage.At(workspace.Newsroom, id, resolved, cancellation), resolved.Position, resolved);
    }

    /// <summary>What became of predictions and promises at a moment, and what that was resolved to; null for now by the recorded clock, which the views show.</summary>
    internal static async Task<(IReadOnlyList<ScorecardLine> Lines, Resolved? Moment)> Scorecard(
        Workspace workspace, Moment moment, string? source, bool bySpeaker, CancellationToken cancellation)
    {
        var scorecards = new Scorecards(workspace.Engine.Database);
        if (moment.IsNow) return (await scorecards.Read(source, bySpeaker, Workspace.Now, cancellation), null);
        var resolved = await moment.Resolve(workspace.Newsroom, Workspace.Now, cancellation);
        return (await scorecards.At(workspace.Newsroom, source, bySpeaker, resolved, cancellation), resolved);
    }

    private static async Task<Replayed?> Part(Workspace workspace, Moment moment, Func<Resolved, Task<Replayed?>> part, CancellationToken cancellation)
    {
        if (moment.IsNow) return null;
        var resolved = await moment.Resolve(workspace.Newsroom, Workspace.Now, cancellation);
        return await part(resolved) ?? await Replayer.At(workspace.Newsroom, resolved, cancellation);
    }

    /// <summary>The database knows microseconds.</summary>
    private static DateTimeOffset? Whole(string? text, string option) =>
        string.IsNullOrWhiteSpace(text) ? null : Parse(text, option) is var at ? at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond)) : null;
}
