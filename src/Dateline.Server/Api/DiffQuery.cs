using System.ComponentModel;
using Dateline.Postgres.Accounts;
using Dateline.Replay;
using Dateline.Server.Commands;

namespace Dateline.Server.Api;

/// <summary>The two moments that are compared.</summary>
internal sealed class DiffQuery
{
    /// <summary>The earlier moment.</summary>
    [Description("The earlier moment: a date, which means its end in UTC, or a time with its offset.")]
    public string? From { get; init; }

    /// <summary>The later moment.</summary>
    [Description("The later moment, as from.")]
    public string? To { get; init; }

    /// <summary>Instead of both.</summary>
    [Description("last-looked, instead of from and to: what changed since one last looked, up to now.")]
    public string? Since { get; init; }

    /// <summary>By which clock.</summary>
    [Description("recorded or published, for both moments. recorded when left out.")]
    public string? Clock { get; init; }

    /// <summary>What was known at the earlier moment.</summary>
    [Description("With clock=published: only what was recorded by then counts at the earlier moment.")]
    public string? FromKnown { get; init; }

    /// <summary>What was known at the later moment.</summary>
    [Description("With clock=published: only what was recorded by then counts at the later moment.")]
    public string? ToKnown { get; init; }

    /// <summary>The position of the earlier moment.</summary>
    [Description("The position that the earlier moment was resolved to: fromPosition of an earlier answer.")]
    public long? FromPosition { get; init; }

    /// <summary>The position of the later moment.</summary>
    [Description("The position that the later moment was resolved to: position of an earlier answer.")]
    public long? ToPosition { get; init; }

    /// <summary>Which story.</summary>
    [Description("Only what changed in this story.")]
    public string? Story { get; init; }

    internal bool SinceLastLooked => Since switch
    {
        null => false,
        "last-looked" when From is null && To is null && FromPosition is null && ToPosition is null => true,
        "last-looked" => throw new BadRequest("since=last-looked names both moments. Leave from and to out."),
        _ => throw new BadRequest("since is last-looked; name other moments with from and to.")
    };

    /// <summary>The two moments.</summary>
    /// <exception cref="UsageFault">One is none.</exception>
    internal (Moment From, Moment To) Moments(LastLook? look, DateTimeOffset now)
    {
        if (look is not null)
        {
            var clock = new MomentQuery { Clock = Clock }.Asked.Clock;
            return (Diff.Since(look, clock), new(now, clock));
        }
        if ((From is null && FromPosition is null) || (To is null && ToPosition is null)) throw new BadRequest("Name both moments, from and to, or ask since=last-looked.");
        return (Of(From, FromKnown, FromPosition, "from"), Of(To, ToKnown, ToPosition, "to"));
    }

    private Moment Of(string? at, string? known, long? position, string name) => Commands.Moments.Of(
        at is { Length: > 40 } ? "…" : at, Clock is { Length: > 40 } ? "…" : Clock, known is { Length: > 40 } ? "…" : known, position, (name, "clock", name + "Known", name + "Position"));
}
