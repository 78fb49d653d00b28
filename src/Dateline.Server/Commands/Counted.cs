namespace Dateline.Server.Commands;

/// <summary>Shows how many events some work has gone through.</summary>
/// <param name="what">What is done to them.</param>
/// <param name="report">Shows it.</param>
internal sealed class Counted(string what, Action<string, double?> report) : IProgress<(long At, long Of)>
{
    /// <inheritdoc/>
    public void Report((long At, long Of) value) => report($"{what}: {value.At} of {value.Of} events", value.Of == 0 ? null : (double)value.At / value.Of);
}
