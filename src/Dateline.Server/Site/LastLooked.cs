using Dateline.Postgres.Accounts;
using Dateline.Server.Accounts;
using Dateline.Server.Commands;

namespace Dateline.Server.Site;

/// <summary>When a person last said that they had seen the board: the same in every browser.</summary>
internal static class LastLooked
{
    internal static async Task<DateTimeOffset?> Of(HttpContext http, CancellationToken cancellation) =>
        Person.Of(http) is null ? null : (await Store(http).Of(http.User.AccountId(), cancellation))?.At;

    /// <summary>Notes that somebody has seen what a page showed: everything up to a position, and nothing that came after the page was made.</summary>
    /// <exception cref="Refused">The log has no such position.</exception>
    internal static async Task Set(HttpContext http, Workspace workspace, long position, CancellationToken cancellation)
    {
        if (Person.Of(http) is null) return;
        // The time first: what is recorded between the two is shown once more rather than never.
        var at = Workspace.Now;
        if (position < 0 || position > await workspace.Engine.Head(cancellation)) throw new Refused($"The log has no position {position}. Load the board again.");
        await foreach (var next in workspace.Newsroom.Read(new(After: position, Through: position + 1), cancellation))
            if (next.RecordedAt <= at) at = next.RecordedAt.AddTicks(-TimeSpan.TicksPerMicrosecond);
        await Store(http).Note(http.User.AccountId(), new(at, position), cancellation);
    }

    private static Looked Store(HttpContext http) => http.RequestServices.GetRequiredService<Looked>();
}
