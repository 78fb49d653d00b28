using System.Globalization;
using Dateline.Audit;
using Dateline.Postgres.Queries;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;

namespace Dateline.Server.Site.Audit;

/// <summary>A part of the audit, the newest first.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Query">What was asked for, by the names of the address.</param>
/// <param name="Next">The position from which the next page goes on; null at the end.</param>
/// <param name="Seal">What is known of the seal.</param>
public sealed record AuditView(IReadOnlyList<AuditEntry> Entries, IReadOnlyDictionary<string, string?> Query, long? Next, SealState Seal);

/// <summary>The record of every act.</summary>
internal static class AuditEndpoints
{
    private const int PageLength = 100;
    private static readonly string[] fields = ["subject", "actor", "what", "since", "until", "correlation", "through"];

    internal static void MapAudit(this IEndpointRouteBuilder pages) => pages.MapGet("/audit", static async (HttpContext http, Views views, Proofs proofs, CancellationToken cancellation) =>
    {
        var query = fields.ToDictionary(f => f, f => ((string?)http.Request.Query[f])?.Trim() is { Length: > 0 } value ? value : null);
        if (query.Values.Any(v => v?.Length > 300)) throw new UsageFault("A filter has at most 300 characters.");
        if (query["what"] is { } what && EventTypes.TypeOf(what) is null) throw new UsageFault($"The address says “{Shown.Short(what, 40)}” for what, and no act is called that. The form lists them all.");
        var filter = new AuditFilter(query["subject"], query["actor"], Since(query["since"]), PageLength + 1, query["what"], Position(query["through"]), Moments.End(query["until"], "Until"), query["correlation"]);
        var entries = await views.Workspace.Audit.Latest(filter, cancellation);
        if (http.Request.Query["part"] == "seal") return (IResult)PagesSetup.Page<SealShown>(new { Seal = await proofs.State(cancellation) });
        var next = entries.Count > PageLength ? entries[PageLength].Position : (long?)null;
        return PagesSetup.Page<AuditShown>(new { View = new AuditView([.. entries.Take(PageLength)], query, next, await proofs.State(cancellation)) });
    });

    /// <summary>A date means its beginning.</summary>
    private static DateTimeOffset? Since(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : Moments.Parse(text, "Since");

    private static long? Position(string? text) => text is null ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : throw new UsageFault($"“{Shown.Short(text, 40)}” is no position of the log.");
}
