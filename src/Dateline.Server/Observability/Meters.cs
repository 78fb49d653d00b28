using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Dateline.Server.Observability;

/// <summary>
/// What Dateline counts, under the meter <c>Dateline</c>. Latencies are ASP.NET Core's own <c>http.server.request.duration</c>. No measurement
/// carries text of documents, names or ids.
/// </summary>
internal static class Meters
{
    internal const string Name = "Dateline";
    private static readonly Meter meter = new(Name);
    private static readonly ConcurrentDictionary<string, long> lags = new(StringComparer.Ordinal);
    private static readonly Counter<long> ingested = meter.CreateCounter<long>("dateline.ingest.documents", "{document}", "Documents that came in, by what became of them.");
    private static readonly Counter<long> refused = meter.CreateCounter<long>("dateline.refusals", "{request}", "Requests of the API and the pages that were refused, by route and status.");
    private static readonly UpDownCounter<long> streams = meter.CreateUpDownCounter<long>("dateline.live.streams", "{stream}", "Live streams that are open.");

    static Meters() => meter.CreateObservableGauge(
        "dateline.follower.lag", static () => lags.Select(l => new Measurement<long>(l.Value, new KeyValuePair<string, object?>("follower", l.Key))), "{event}", "Events that a follower has yet to take in.");

    internal static void Ingested(string outcome) => ingested.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    internal static void Answered(string route, int status)
    {
        if (status >= 400) refused.Add(1, new("route", route), new("status", status));
    }

    /// <summary>Counts a stream until it is disposed of.</summary>
    internal static IDisposable Listening() => new Stream();

    internal static void Lag(string follower, long events) => lags[follower] = events;

    private sealed class Stream : IDisposable
    {
        internal Stream() => streams.Add(1);

        public void Dispose() => streams.Add(-1);
    }
}
