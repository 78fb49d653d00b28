using System.Diagnostics;

namespace Dateline.Postgres.Engine;

/// <summary>
/// Spans of what followers take in, for traces of OpenTelemetry. What the database is asked meanwhile hangs on them; that somebody looked and found nothing
/// makes none. No span carries text of documents.
/// </summary>
public static class Traces
{
    /// <summary>The source that a tracer listens to.</summary>
    public const string Name = "Dateline";

    private static readonly ActivitySource source = new(Name);

    /// <summary>A span that lasts until it is disposed of; null where nobody listens.</summary>
    /// <param name="follower">Who takes it in.</param>
    /// <param name="after">The position after which the events are.</param>
    /// <param name="through">The position of the last.</param>
    internal static Activity? TakingIn(string follower, long after, long through) =>
        source.StartActivity($"{follower} take in")?.SetTag("dateline.after", after).SetTag("dateline.through", through);
}
