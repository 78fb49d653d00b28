using System.Text.Json;
using Dateline.Audit;
using Dateline.Postgres.Accounts;
using Dateline.Postgres.Queries;
using Dateline.Replay;
using Dateline.Server.Accounts;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Difference = Dateline.Replay.Difference;

namespace Dateline.Server.Api;

/// <summary>An event as it is exported.</summary>
internal sealed record ExportedEvent(
    long Position, Guid Id, string Stream, long Version, string Type, JsonElement Data, DateTimeOffset RecordedAt, string By, string? Reason, string? Correlation, string? Causation);

/// <summary>A version of the status rules.</summary>
internal sealed record PolicyLine(string Name, int CorroboratedBy, int DevelopingFrom, bool InForce);

/// <summary>What the log says: <c>/audit</c>, <c>/diff</c>, <c>/policies</c>, <c>/export</c>.</summary>
internal static class LogApi
{
    private const string JsonLines = "application/jsonl";

    internal static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/audit", Audit).WithTags("Log")
            .WithName("listActs").WithSummary("Who did what, before and after, why and when; latest first")
            .Takes("kind", [.. EventTypes.All.Select(e => e.Name)]).Answers<Page<AuditEntry>>(422).RequireAuthorization(Policies.Read);
        api.MapGet("/diff", Diff).WithTags("Log")
            .WithName("diff").WithSummary("What changed between two moments, or since one last looked").Takes("since", "last-looked").Answers<Difference>(404, 422).RequireAuthorization(Policies.Read);
        api.MapGet("/policies", () => StatusPolicy.All.Select(p => new PolicyLine(p.Name, p.CorroboratedBy, p.DevelopingFrom, p == StatusPolicy.Current))).WithTags("Log")
            .WithName("listPolicies").WithSummary("The versions of the status rules, and which one is in force").Answers<IEnumerable<PolicyLine>>().RequireAuthorization(Policies.Read);
        api.MapGet("/policies/{name}/trial", Trial).WithTags("Log")
            .WithName("tryPolicy").WithSummary("Which statuses would have been others under other rules; nothing is changed").Answers<PolicyTrial>(404, 422).RequireAuthorization(Policies.Read);
        api.MapGet("/export", Export).WithTags("Log")
            .WithPosition().WithName("export").WithSummary("The whole log as JSON Lines, in order; it goes on after any position")
            .Produces<ExportedEvent>(200, JsonLines).Fails().RequireAuthorization(Policies.Edit);
    }

    private static async Task<Page<AuditEntry>> Audit(
        [AsParameters] MomentQuery moment, [AsParameters] PageQuery page, string? subject, string? actor, string? since, string? until, string? kind, string? correlation, HttpContext context, Workspace workspace, CancellationToken cancellation)
    {
        // Acts are recorded acts: on both clocks a moment bounds what was recorded by then.
        var through = (await moment.Of(context, workspace, "audit")).Through;
        if (moment.Asked.At is { } at) through = Math.Min(through, await workspace.Newsroom.PositionAt(at, cancellation));
        var before = page.Parts(1) is [var position] ? long.TryParse(position, out var p) ? p : throw new BadRequest("cursor is not one that this list gave.") : long.MaxValue;
        var from = since is null ? (DateTimeOffset?)null : DateOnly.TryParseExact(since, "yyyy-MM-dd", out var day) ? new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : Moments.Parse(since, "since");
        var filter = new AuditFilter(subject, actor, from, page.Most + 1, kind, Math.Min(through, before - 1), Moments.End(until, "until"), correlation);
        return PageQuery.Of(await workspace.Audit.Latest(filter, cancellation), page.Most, e => [e.Position]);
    }

    private static async Task<Difference> Diff([AsParameters] DiffQuery asked, HttpContext context, Workspace workspace, Looked looked, CancellationToken cancellation)
    {
        var look = asked.SinceLastLooked ? await looked.Of(context.User.AccountId(), cancellation) ?? throw new Missing("You have never said that you looked. POST /api/v1/me/looked says so.") : null;
        var (from, to) = asked.Moments(look, Workspace.Now);
        return await Differ.Between(workspace.Newsroom, from, to, asked.Story, Workspace.Now, (a, b) => workspace.History.Between(a, b, cancellation), cancellation);
    }

    private static async Task<PolicyTrial> Trial(string name, [AsParameters] MomentQuery moment, Workspace workspace, CancellationToken cancellation) => await PolicyTrials.Try(
        workspace.Newsroom, StatusPolicy.All.FirstOrDefault(p => p.Name == name) ?? throw new Missing("There are no rules of that name."),
        await moment.Asked.Resolve(workspace.Newsroom, Workspace.Now, cancellation), cancellation);

    private static async Task Export(HttpContext context, Workspace workspace, IOptions<JsonOptions> json, long? after, long? through, string? type, CancellationToken cancellation)
    {
        if (after < 0 || through < 0) throw new BadRequest("after and through are positions, from 0.");
        string[]? types = type?.Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (types?.FirstOrDefault(t => EventTypes.TypeOf(t) is null) is not null) throw new BadRequest($"type names events, with commas between them: {string.Join(", ", EventTypes.All.Select(e => e.Name))}.");
        var end = Math.Min(through ?? long.MaxValue, await workspace.Engine.Head(cancellation));
        context.Response.ContentType = JsonLines;
        context.Response.Headers["Dateline-Position"] = $"{end}";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"dateline.jsonl\"";
        var (written, options) = (0, json.Value.SerializerOptions);
        await foreach (var e in workspace.Newsroom.Read(new(after ?? 0, end, types), cancellation))
        {
            using var data = JsonDocument.Parse(EventJson.Write(e.Data));
            await JsonSerializer.SerializeAsync(
                context.Response.Body, new ExportedEvent(e.Position, e.Id, e.Stream, e.Version, e.Type, data.RootElement, e.RecordedAt, e.By, e.Reason, e.Correlation, e.Causation), options, cancellation);
            await context.Response.Body.WriteAsync("\n"u8.ToArray(), cancellation);
            if (++written % 100 == 0) await context.Response.Body.FlushAsync(cancellation);
        }
    }
}
