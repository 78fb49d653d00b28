using Dateline.Server.Accounts;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;
using Dateline.Verdicts;
using Claim = Dateline.Claims.Claim;

namespace Dateline.Server.Api;

/// <summary>A verdict that an analyst proposes.</summary>
/// <param name="Rating">What was found.</param>
/// <param name="Confidence">How good the grounds are.</param>
/// <param name="Rationale">Why.</param>
/// <param name="Evidence">What it rests on, each by its id: a document (its latest revision with a standing mention of the claim, or else the newest), a revision (<c>d-…/1</c>) or a mention (<c>d-…/1#1</c>).</param>
/// <param name="Likelihood">How likely, in the words of ICD 203.</param>
internal sealed record VerdictRequest(Rating Rating, Confidence Confidence, string Rationale, string[] Evidence, Likelihood? Likelihood = null);

/// <summary>What a proposal came to.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Verdict">The verdict's id; an equal proposal of the same person keeps the one that it has.</param>
/// <param name="Version">The claim's version after it.</param>
/// <param name="Position">The position of its event; null when it was proposed before.</param>
internal sealed record VerdictAnswer(string Claim, string Verdict, long Version, long? Position);

/// <summary>What people do with verdicts on a claim.</summary>
internal static class VerdictsApi
{
    private const int MostEvidence = 200;
    private const string evidence = $"Each item of evidence is {VerdictEvidence.Forms}.";

    internal static void Map(RouteGroupBuilder claims)
    {
        claims.MapPost("/{id}/verdicts", (string id, VerdictRequest body, HttpContext context, Workspace workspace) => Propose(id, null, body, context, workspace)).WithName("proposeVerdict").WithSummary("Proposes a verdict; somebody else approves it").WithDescription(evidence)
            .Answers<VerdictAnswer>(404, 408, 409, 412, 413, 415, 422, 428).Produces<VerdictAnswer>(201).WithMetadata(new Describing.NeedsVersion()).Repeatable().RequireAuthorization(Policies.Judge);
        claims.MapPost("/{id}/verdicts/{verdict}/supersede", (string id, string verdict, VerdictRequest body, HttpContext context, Workspace workspace) =>
            Propose(id, verdict, body, context, workspace)).WithName("supersedeVerdict").WithSummary("Proposes a verdict in the place of the one that stands; somebody else approves it").WithDescription(evidence)
            .Answers<VerdictAnswer>(404, 408, 409, 412, 413, 415, 422, 428).Produces<VerdictAnswer>(201).WithMetadata(new Describing.NeedsVersion()).Repeatable().RequireAuthorization(Policies.Judge);
        claims.MapGet("/{id}/verdicts/{verdict}/seen", Seen).WithName("couldHaveSeen").WithSummary("Whether whoever proposed the verdict could have seen a document: which was recorded first, and by how much")
            .Answers<Foresight>(404).RequireAuthorization(Policies.Read);
        Decide("approve", "Approves a proposed verdict; whoever proposed it never can", (workspace, claim, verdict, by, why, saw, cancellation) =>
            Stale.Approval(workspace.Newsroom, claim, verdict, by, why, saw, [], cancellation));
        Decide("reject", "Turns a proposed verdict down", (_, claim, verdict, by, why, _, _) => Task.FromResult<ICommand>(new RejectVerdict(claim, verdict, by, why)));
        Decide("withdraw", "Takes a verdict back", (_, claim, verdict, by, why, _, _) => Task.FromResult<ICommand>(new WithdrawVerdict(claim, verdict, by, why)));

        void Decide(string verb, string summary, Func<Workspace, string, string, string, string, long?, CancellationToken, Task<ICommand>> make) => claims.MapPost("/{id}/verdicts/{verdict}/" + verb,
            async (string id, string verdict, Because body, HttpContext context, Workspace workspace, string? wait) =>
            {
                var claim = await Sending.Needed<Claim>(workspace, Ids.Claim(id.Known("claim")), $"There is no claim {id}.", context.RequestAborted);
                if (claim.Proposal(verdict) is null) throw new Missing($"There is no verdict {verdict.Known("verdict")} on {id}.");
                var (by, saw) = (context.User.PersonName(), context.ExpectedVersion());
                return await Sending.Send(context, workspace, () => make(workspace, id, verdict, by, body.Reason, saw, context.RequestAborted), body.Reason, wait);
            }).WithName(verb + "Verdict").WithSummary(summary).Acts().RequireAuthorization(Policies.Judge);
    }

    private static async Task<Foresight> Seen(string id, string verdict, string document, Workspace workspace, CancellationToken cancellation)
    {
        try
        {
            return await Foresight.Of(workspace.Newsroom, id.Known("claim"), verdict.Known("verdict"), document.Known("document"), cancellation);
        }
        catch (Refused e)
        {
            throw new Missing(e.Message);
        }
    }

    private static async Task<IResult> Propose(string id, string? supersedes, VerdictRequest body, HttpContext context, Workspace workspace)
    {
        var cancellation = context.RequestAborted;
        var expected = context.ExpectedVersion();
        await Sending.Needed<Claim>(workspace, Ids.Claim(id.Known("claim")), $"There is no claim {id}.", cancellation);
        if (body.Evidence.Length > MostEvidence) throw new BadRequest($"evidence names at most {MostEvidence} documents, revisions and mentions.");
        if (body.Evidence.Any(string.IsNullOrWhiteSpace)) throw new BadRequest("evidence holds an empty id.");
        var by = context.User.PersonName();
        var grounds = await VerdictEvidence.Of(workspace.Newsroom, id, body.Evidence.Distinct(StringComparer.Ordinal), cancellation);
        var command = new ProposeVerdict(id, Commands.Verdict.NewId(), body.Rating, body.Likelihood, body.Confidence, body.Rationale, [.. grounds], by, supersedes);
        return await Sending.Send(context, workspace, command, body.Rationale, expected, async receipt =>
        {
            var verdict = receipt.Events.OfType<VerdictProposed>().LastOrDefault()?.VerdictId ?? await Earlier(command, workspace, cancellation);
            var answer = new VerdictAnswer(id, verdict, receipt.Version, receipt.Position);
            return receipt.Position is null ? TypedResults.Ok(answer) : TypedResults.Created($"/api/v1/claims/{id}/verdicts", answer);
        });
    }

    /// <summary>The id of the same proposal, which was made before.</summary>
    private static async Task<string> Earlier(ProposeVerdict command, Workspace workspace, CancellationToken cancellation)
    {
        var claim = (await workspace.Newsroom.Load<Claim>(Ids.Claim(command.Claim), null, cancellation)).State!;
        return claim.Verdicts.Values.First(v => v.State == ProposalState.Proposed && v.Rationale == command.Rationale && v.Rating == command.Rating
            && v.Confidence == command.Confidence && v.Likelihood == command.Likelihood && v.Evidence.SequenceEqual(command.Evidence)).Id;
    }
}
