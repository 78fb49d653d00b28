using Dateline.Accounts;
using Dateline.Claims;
using Dateline.Postgres.Queries;
using Dateline.Server.Commands;
using Dateline.Server.Hosting;
using Dateline.Verdicts;

namespace Dateline.Server.Site.Claims;

/// <summary>A claim's page, and what people do with its verdicts.</summary>
internal static class ClaimEndpoints
{
    private const int MostFound = 20;

    internal static void MapClaims(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/claims/{id}", static (string id, HttpContext http, Views views) => Show(id, Asked.Of(http), null, views, http));
        MapActs(pages.MapGroup("/claims/{id}").AddEndpointFilter(Person.AtLeast(Role.Editor)));
        pages.MapPost("/claims/{id}/choose", Choose).AddEndpointFilter(Person.AtLeast(Role.Analyst));
        var acts = pages.MapGroup("/claims/{id}/verdicts").AddEndpointFilter(Person.AtLeast(Role.Analyst));
        acts.MapPost("", static (string id, HttpContext http, Views views) => Do(id, "propose", http, views, async (sent, by) =>
        {
            if (sent.Several("evidence") is not { Count: > 0 } chosen) throw new Refused("A verdict rests on evidence: choose at least one document.");
            var grounds = await VerdictEvidence.Of(views.Workspace.Newsroom, id, chosen, http.RequestAborted);
            return new(
                new ProposeVerdict(
                    id, Verdict.NewId(), sent.Word<Rating>("rating", "what you found"), sent.Text("likelihood").Length == 0 ? null : sent.Word<Likelihood>("likelihood", "how likely it is"),
                    sent.Word<Confidence>("confidence", "how good your grounds are"), sent.Why, [.. grounds], by,
                    sent.Text("supersedes") is { Length: > 0 } old ? old : null),
                sent.Why, Address.Claim(id), "proposed");
        }));
        acts.MapPost("/{verdict}/approve", static (string id, string verdict, HttpContext http, Views views) => Do(id, $"approve-{verdict}", http, views, async (sent, by) => new(
            await Approval.Of(views.Workspace.Newsroom, id, verdict, by, sent.Why, sent.Version, [], http.RequestAborted), sent.Why, Address.Claim(id) + $"#{verdict}", "approved")));
        acts.MapPost("/{verdict}/reject", static (string id, string verdict, HttpContext http, Views views) => Decide(
            id, verdict, "reject", "rejected", http, views, (by, why) => new RejectVerdict(id, verdict, by, why)));
        acts.MapPost("/{verdict}/withdraw", static (string id, string verdict, HttpContext http, Views views) => Decide(
            id, verdict, "withdraw", "withdrawn", http, views, (by, why) => new WithdrawVerdict(id, verdict, by, why)));
    }

    private static void MapActs(IEndpointRouteBuilder acts)
    {
        acts.MapPost("/merge", static (string id, HttpContext http, Views views) => Do(id, "merge", http, views, async (sent, by) =>
        {
            if ((sent.Text("found") is { Length: > 0 } found ? found : sent.Text("into")) is not { Length: > 0 } into) throw new Refused("Choose the other claim.");
            if (await Other(into, views, http.RequestAborted) is null) throw new Refused("No claim has this id. The form offers the claims that have these words, where there are any; or take the id with which a claim's address ends.");
            return new(await ClaimActs.Merge(views.Workspace, id, into, by, sent.Why, http.RequestAborted), sent.Why, Address.Claim(into), "claims-merged");
        }));
        acts.MapPost("/split", static (string id, HttpContext http, Views views) => Do(id, "split", http, views, (sent, by) =>
        {
            var split = ClaimActs.Split(id, sent.Text("text"), sent.Several("mention"), by, sent.Why);
            return Task.FromResult(new Deed(split, sent.Why, Address.Claim(split.NewClaim), "claim-split"));
        }));
        acts.MapPost("/unrelate", static (string id, HttpContext http, Views views) => Do(id, "unrelate", http, views, (sent, by) =>
        {
            if (sent.Text("relation").Split(' ', 2) is not [var relation, var other] || Words.Parse<Relation>(relation) is not { } which) throw new Refused("Choose the relation.");
            return Task.FromResult(new Deed(new WithdrawRelation(id, which, other, by, sent.Why), sent.Why, Address.Claim(id), "unrelated"));
        }));
    }

    private static Task<IResult> Decide(
        string id, string verdict, string form, string done, HttpContext http, Views views, Func<string, string, ICommand> make) =>
        Do(id, $"{form}-{verdict}", http, views, (sent, by) => Task.FromResult(new Deed(make(by, sent.Why), sent.Why, Address.Claim(id) + $"#{verdict}", done)));

    private static Task<IResult> Do(string id, string form, HttpContext http, Views views, Func<Sent, string, Task<Deed>> make) => Acting.Do(
        http, views, form, (sent, person) => make(sent, person.Name), problem => Show(id, Asked.Now, problem, views, http));

    /// <summary>Another part of the mentions to choose from; nothing is recorded.</summary>
    private static async Task<IResult> Choose(string id, HttpContext http, Views views)
    {
        var sent = new Sent(await http.Request.ReadFormAsync(http.RequestAborted));
        return await Show(id, Asked.Now, Problem.None(http.Request.Query["form"].ToString(), sent.All), views, http);
    }

    private static async Task<IResult> Show(string id, Asked asked, Problem? problem, Views views, HttpContext http)
    {
        var cancellation = http.RequestAborted;
        if (await views.Claim(id, asked, MentionPart.Of(http), cancellation) is { } view)
            return PagesSetup.Page<ClaimShown>(new { View = view with { Found = await Found(id, problem?.In("merge", "into"), http, views) }, Problem = problem }, problem?.Status ?? 200);
        var known = await Other(id, views, cancellation);
        throw new Missing(known is null ? "There is no such claim. A story's page lists its claims." : "There was no such claim at that moment by that clock.");
    }

    /// <summary>The claims that have the words by which another one was looked for; none where they are a claim's id.</summary>
    private static async Task<IReadOnlyList<Found>> Found(string id, string? words, HttpContext http, Views views)
    {
        var cancellation = http.RequestAborted;
        if (string.IsNullOrWhiteSpace(words) || await Other(words.Trim(), views, cancellation) is not null) return [];
        var reach = await Reach.Of(views.Workspace, Asked.Now.Moment, "search", cancellation);
        var found = await http.RequestServices.GetRequiredService<Searches>().Find(new(words.Trim(), "claim", reach.Through, reach.PublishedBy), null, MostFound, cancellation);
        return [.. found.Where(f => f.Id != id)];
    }

    private static async Task<Dateline.Claims.Claim?> Other(string id, Views views, CancellationToken cancellation) =>
        (await views.Workspace.Newsroom.Load<Dateline.Claims.Claim>(Ids.Claim(id), null, cancellation)).State;
}
