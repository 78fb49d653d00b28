using System.Collections.Immutable;
using System.CommandLine;
using Dateline.Claims;

namespace Dateline.Server.Commands;

/// <summary>What editors do to claims: merge, split, take a relation back.</summary>
internal static class ClaimActs
{
    private static readonly Acts acts = new("claim", (workspace, claim, output, cancellation) => Claim.Show(workspace, claim, Replay.Moment.Now, explain: false, output, cancellation));

    internal static IEnumerable<Command> Commands()
    {
        var into = new Option<string>("--into") { Description = "The claim that takes its mentions", Required = true };
        yield return acts.Act("merge", "Says that the claim is the same as another one", [into], async a =>
            (await Merge(a.Workspace, a.Id, a.Line.GetValue(into)!, a.By, a.Why, a.Cancellation), a.Line.GetValue(into)!));
        var mentions = new Option<string[]>("--mentions") { Description = "The mentions that go, as `dateline claim <id>` names them", Required = true, AllowMultipleArgumentsPerToken = true };
        var text = new Option<string>("--text") { Description = "The new claim's words", Required = true };
        yield return acts.Act("split", "Says that some mentions are of another claim", [mentions, text], a =>
        {
            var split = Split(a.Id, a.Line.GetValue(text)!, a.Line.Several(mentions), a.By, a.Why);
            return (split, split.NewClaim);
        });
        var relation = new Option<string>("--relation") { Description = string.Join(", ", Words.All<Relation>()), Required = true };
        relation.AcceptOnlyFromAmong([.. Words.All<Relation>()]);
        var other = new Option<string>("--other") { Description = "The claim that it stands in that relation to", Required = true };
        yield return acts.Act("unrelate", "Takes a relation back that a machine found", [relation, other], a =>
            (new WithdrawRelation(a.Id, Words.Parse<Relation>(a.Line.GetValue(relation)!)!.Value, a.Line.GetValue(other)!, a.By, a.Why), a.Id));
    }

    /// <summary>The merger of a claim into another one, which must be there and be said in the same way.</summary>
    internal static async Task<MergeClaims> Merge(Workspace workspace, string claim, string into, string by, string why, CancellationToken cancellation)
    {
        var other = (await workspace.Newsroom.Load<Claims.Claim>(Ids.Claim(into), null, cancellation)).State ?? throw new Refused($"There is no claim {into}. `dateline story <id>` lists a story's claims.");
        if (other.MergedInto is { } elsewhere) throw new Refused($"{into} was merged into {elsewhere}. Use that one.");
        var one = (await workspace.Newsroom.Load<Claims.Claim>(Ids.Claim(claim), null, cancellation)).State;
        if (one is not null && one.Mode != other.Mode) throw new Refused($"{claim} is said as {Words.Of(one.Mode)}, {into} as {Words.Of(other.Mode)}: they cannot be one claim.");
        if (one is not null && one.IsNegative != other.IsNegative)
            throw new Refused($"One of {claim} and {into} says that it is so, the other that it is not: they cannot be one claim. They contradict each other; split off what was filed to the wrong one.");
        return new(claim, into, claim, by, why);
    }

    /// <summary>The split of some mentions from a claim; the new claim's id comes from them.</summary>
    internal static SplitClaim Split(string claim, string text, IEnumerable<string> mentions, string by, string why)
    {
        ImmutableArray<string> going = [.. mentions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new(claim, Ids.From('c', $"{claim}\n{string.Join('\n', going)}"), StoryActs.OneLine(text), going, by, why);
    }
}
