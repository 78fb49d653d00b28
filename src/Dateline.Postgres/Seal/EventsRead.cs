namespace Dateline.Postgres.Seal;

/// <summary>Tells how many events were read of as many as are sealed; those that came since are few.</summary>
internal sealed class EventsRead(IProgress<(long At, long Of)> progress, long size) : IProgress<long>
{
    /// <inheritdoc/>
    public void Report(long value) => progress.Report((value, Math.Max(value, size)));
}
