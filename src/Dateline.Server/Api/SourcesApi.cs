using Dateline.Postgres.Queries;
using Dateline.Server.Accounts;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;
using Dateline.Sources;
using Source = Dateline.Sources.Source;

namespace Dateline.Server.Api;

/// <summary>How reliable an editor holds a source to be, on the Admiralty scale.</summary>
internal sealed record RatingRequest(Reliability Reliability, string Reason);

/// <summary>A source, as it stands or stood.</summary>
internal sealed record SourceAnswer(SourceLine Source, long Version);

/// <summary><c>/sources</c></summary>
internal static class SourcesApi
{
    internal static void Map(RouteGroupBuilder api)
    {
        var sources = api.MapGroup("/sources").WithTags("Sources");
        sources.MapGet("", List)
            .WithName("listSources").WithSummary("Sources by name, and how reliable editors hold them to be").Answers<Page<SourceLine>>(422).RequireAuthorization(Policies.Read);
        sources.MapGet("/{id}", One)
            .WithName("getSource").WithSummary("A source").Answers<SourceAnswer>(404, 422).WithTag().RequireAuthorization(Policies.Read);
        sources.MapGet("/{id}/scorecard", Scorecard)
            .WithName("getScorecard").WithSummary("What became of the predictions and promises that a source published, for each speaker: counts").Answers<IReadOnlyList<ScorecardLine>>(404, 422).RequireAuthorization(Policies.Read);
        api.MapGet("/scorecards", ([AsParameters] MomentQuery moment, HttpContext context, Workspace workspace, bool? speakers) => Counted(null, speakers ?? false, moment, context, workspace)).WithTags("Sources")
            .WithName("listScorecards").WithSummary("What became of the predictions and promises of every source, for each speaker where speakers=true: counts").Answers<IReadOnlyList<ScorecardLine>>(422).RequireAuthorization(Policies.Read);
        sources.MapPut("/{id}/rating", Rate).WithName("rateSource").WithSummary("Rates a source").Acts().RequireAuthorization(Policies.Edit);
    }

    private static async Task<Page<SourceLine>> List([AsParameters] MomentQuery moment, [AsParameters] PageQuery page, HttpContext context, Workspace workspace, CancellationToken cancellation)
    {
        var all = await All(await moment.Of(context, workspace, "sources"), workspace, cancellation);
        if (page.Parts(2) is [var name, var id])
            all = [.. all.Where(s => string.CompareOrdinal(s.Name, name) is var c && (c > 0 || (c == 0 && string.CompareOrdinal(s.Id, id) > 0)))];
        return PageQuery.Of([.. all.Take(page.Most + 1)], page.Most, s => [s.Name, s.Id]);
    }

    private static async Task<IResult> One(string id, [AsParameters] MomentQuery moment, HttpContext context, Workspace workspace, CancellationToken cancellation)
    {
        var reach = await moment.Of(context, workspace, "sources");
        var source = (await All(reach, workspace, cancellation)).FirstOrDefault(s => s.Id == id.Known("source")) ?? throw new Missing($"There is no source {id}{(reach.Moment is null ? "." : " then.")}");
        var position = reach.Moment is null ? await workspace.Engine.Head(cancellation) : reach.Through;
        var version = (await workspace.Newsroom.Load<Source>(Ids.Source(id), position, cancellation)).Version;
        return new Seen<SourceAnswer>(new(source, version), version, position);
    }

    private static async Task<IReadOnlyList<ScorecardLine>> Scorecard(string id, [AsParameters] MomentQuery moment, HttpContext context, Workspace workspace)
    {
        await Sending.Needed<Source>(workspace, Ids.Source(id.Known("source")), $"There is no source {id}.", context.RequestAborted);
        return await Counted(id, bySpeaker: true, moment, context, workspace);
    }

    private static async Task<IReadOnlyList<ScorecardLine>> Counted(string? source, bool bySpeaker, MomentQuery moment, HttpContext context, Workspace workspace)
    {
        var (lines, resolved) = await Moments.Scorecard(workspace, moment.Asked, source, bySpeaker, context.RequestAborted);
        if (resolved is null) await MomentQuery.Now(context, workspace, "board");
        else context.Response.Headers[MomentQuery.PositionHeader] = $"{resolved.Position}";
        return lines;
    }

    private static async Task<IResult> Rate(string id, RatingRequest body, HttpContext context, Workspace workspace, string? wait, CancellationToken cancellation)
    {
        await Sending.Needed<Source>(workspace, Ids.Source(id.Known("source")), $"There is no source {id}.", cancellation);
        return await Sending.Send(context, workspace, new RateSource(id, body.Reliability, context.User.PersonName(), body.Reason), body.Reason, wait);
    }

    private static async Task<IReadOnlyList<SourceLine>> All(Reach reach, Workspace workspace, CancellationToken cancellation) =>
        reach.Moment is { } moment ? await SourceLines.At(moment, workspace.Newsroom, cancellation) : await workspace.Board.Sources(cancellation);
}
