using Dateline.Claims;
using Dateline.Postgres.Queries;
using Dateline.Replay;
using Dateline.Server.Accounts;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;
using Claim = Dateline.Claims.Claim;

namespace Dateline.Server.Api;

/// <summary>A claim with everything known of it, as it stands or stood.</summary>
internal sealed record ClaimAnswer(
    ClaimLine Claim, long Version, string? MergedInto, IReadOnlyList<string> Stories, IReadOnlyList<MentionLine> Mentions, IReadOnlyList<RelationLine> Relations,
    IReadOnlyList<VerdictLine> Verdicts, IReadOnlyList<TimelineEntry> Timeline, DateTimeOffset? AsOf, Clock Clock)
{
    /// <summary>Mention → other claims that were considered for it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Documents.ConsideredClaim>> Considered { get; init; } =
        new Dictionary<string, IReadOnlyList<Documents.ConsideredClaim>>();
}

/// <summary>Splits mentions off as a new claim.</summary>
internal sealed record SplitClaimRequest(string[] Mentions, string Text, string Reason) : IReasoned;

/// <summary>Takes a relation to another claim back.</summary>
internal sealed record UnrelateRequest(string Relation, string Other, string Reason) : IReasoned;

/// <summary><c>/claims</c></summary>
internal static class ClaimsApi
{
    private const int MostMentions = 10_000;

    internal static void Map(RouteGroupBuilder api)
    {
        var claims = api.MapGroup("/claims").WithTags("Claims");
        claims.MapGet("", List)
            .WithName("listClaims").WithSummary("Claims, latest first").Takes("status", Queries.ClaimStatuses).Answers<Page<ClaimLine>>(422).RequireAuthorization(Policies.Read);
        claims.MapGet("/{id}", One)
            .WithName("getClaim").WithSummary("A claim with its mentions, relations, verdicts and timeline")
            .Answers<ClaimAnswer>(404, 422).WithTag().RequireAuthorization(Policies.Read);
        claims.MapGet("/{id}/verdicts", Verdicts)
            .WithName("listVerdicts").WithSummary("The verdicts on a claim, each with every act on it")
            .Answers<IReadOnlyList<VerdictLine>>(404, 422).RequireAuthorization(Policies.Read);
        VerdictsApi.Map(claims);
        var editing = new Editing<Claim>(claims, "claim", Ids.Claim);
        editing.Act<MergeRequest>("merge", "Says that the claim is the same as another one", async e =>
            await ClaimActs.Merge(e.Workspace, e.Id, e.Body.Into.Known("claim"), e.By, e.Body.Reason, e.Cancellation));
        editing.Act<SplitClaimRequest>("split", "Says that some mentions are of another claim", e => e.Body.Mentions.Length is 0 or > MostMentions
            ? throw new BadRequest($"mentions names 1 to {MostMentions} mentions.")
            : ClaimActs.Split(e.Id, e.Body.Text, e.Body.Mentions, e.By, e.Body.Reason));
        editing.Act<UnrelateRequest>("unrelate", "Takes a relation back that a machine found", e => new WithdrawRelation(
            e.Id, Words.Parse<Relation>(e.Body.Relation) ?? throw new BadRequest($"relation is {string.Join(", ", Words.All<Relation>())}."), e.Body.Other, e.By, e.Body.Reason));
    }

    private static async Task<Page<ClaimLine>> List(
        [AsParameters] MomentQuery moment, [AsParameters] PageQuery page, string? status, HttpContext context, Workspace workspace, Lists lists, CancellationToken cancellation)
    {
        IEnumerable<(ClaimLine Claim, long Raised)> lines;
        if (moment.Asked is { IsNow: false } asked)
        {
            var resolved = await asked.Resolve(workspace.Newsroom, Workspace.Now, cancellation);
            context.Response.Headers["Dateline-Position"] = $"{resolved.Position}";
            lines = await workspace.History.Claims(resolved, status, page.PositionAndId, page.Most + 1, cancellation)
                ?? HistoryQueries.Claims(await Replayer.At(workspace.Newsroom, resolved, cancellation), status, page.PositionAndId, page.Most + 1);
        }
        else
        {
            await MomentQuery.Now(context, workspace, "board");
            lines = await lists.Claims(status, Workspace.Now, page.PositionAndId, page.Most + 1, cancellation);
        }
        var most = PageQuery.Of([.. lines], page.Most, l => [l.Raised, l.Claim.Id]);
        return new([.. most.Items.Select(l => l.Claim)], most.Next);
    }

    private static async Task<IResult> One(string id, [AsParameters] MomentQuery moment, Workspace workspace, CancellationToken cancellation)
    {
        var (page, version, position, replayed) = await Read(id, moment, workspace, cancellation);
        var answer = new ClaimAnswer(
            page.Claim, version, page.MergedInto, page.Stories, page.Mentions, page.Relations, page.Verdicts, page.Timeline, replayed?.At, moment.Asked.Clock)
        { Considered = await Why.Considered(workspace.Newsroom, page, position, cancellation) };
        return new Seen<ClaimAnswer>(answer, version, position);
    }

    private static async Task<IReadOnlyList<VerdictLine>> Verdicts(string id, [AsParameters] MomentQuery moment, Workspace workspace, CancellationToken cancellation) =>
        (await Read(id, moment, workspace, cancellation)).Page.Verdicts;

    private static async Task<(ClaimPage Page, long Version, long Position, Replayed? Replayed)> Read(string id, MomentQuery moment, Workspace workspace, CancellationToken cancellation)
    {
        var replayed = await Moments.Claim(workspace, id.Known("claim"), moment.Asked, cancellation);
        var position = replayed?.Position ?? await workspace.Engine.Head(cancellation);
        var page = replayed is null ? await workspace.Board.Claim(id.Known("claim"), Workspace.Now, cancellation)
            : Pages.Claim(replayed.Picture, id, replayed.Changes, replayed.Clock, replayed.At);
        if (page is null) throw new Missing(replayed is null ? $"There is no claim {id}." : $"There was no claim {id} then.");
        return (page, (await workspace.Newsroom.Load<Claim>(Ids.Claim(id), replayed is null ? null : position, cancellation)).Version, position, replayed);
    }
}
