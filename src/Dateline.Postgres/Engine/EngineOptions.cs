using Dateline.Postgres.Views;

namespace Dateline.Postgres.Engine;

/// <summary>How an engine runs.</summary>
public sealed record EngineOptions
{
    /// <summary>The schema that holds all tables: one workspace.</summary>
    public string Schema { get; init; } = "dateline";

    /// <summary>Whether a schema is made where there is none, and one of an earlier version brought up to date; else it is refused.</summary>
    public bool Migrate { get; init; } = true;

    /// <summary>Whether it may run followers and take commands; else it only looks, and is no node beside those that do.</summary>
    public bool Joins { get; init; } = true;

    /// <summary>What to do with an event that a follower cannot take in.</summary>
    public Poison Poison { get; init; } = Poison.Stop;

    /// <summary>How long a follower waits for a notification before it looks by itself.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long until what has ended is cleared away, each time.</summary>
    public TimeSpan Housekeeping { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>What handlers ask for besides the event and what they load.</summary>
    public IReadOnlyList<object> Services { get; init; } = [];

    /// <summary>The handlers.</summary>
    public Handlers Handlers { get; init; } = Handlers.Core;

    /// <summary>The views.</summary>
    public IReadOnlyList<View> Views { get; init; } = AllViews.Catalogue;

    /// <summary>Takes a line about what the engine does: no document text, no secrets.</summary>
    public Action<string> Say { get; init; } = static _ => { };
}
