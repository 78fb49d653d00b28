namespace Dateline.Server.Tests.Accounts;

/// <summary>A clock that is set by hand.</summary>
internal sealed class Time : TimeProvider
{
    private DateTimeOffset now = TimeProvider.System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => now;

    internal void Pass(TimeSpan time) => now += time;
}
