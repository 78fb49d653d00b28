using System.Collections.Immutable;
using System.CommandLine;
using Dateline.Claims;

namespace Dateline.Server.Commands;

/// <summary>What editors do to claims: merge, split, take a relation back.</summary>
internal static class ClaimActs
{
    internal static IEnumerable<Command> Commands()
    {
        var into = new Option<string>("--into") { Description = "The claim that takes its mentions", Required = true };
        yield return Act("merge", "Says that the claim is the same as another one", [into], async (parse, claim, by, why, workspace, cancellation) =>
            (await Merge(workspace, claim, parse.GetValue(into)!, by, why, cancellation), parse.GetValue(into)!));
        var mentions = new Option<string[]>("--mentions") { Description = "The mentions that go, as `dateline claim <id>` names them", Required = true, AllowMultipleArgumentsPerToken = true };
        var text = new Option<string>("--text") { Description = "The new claim's words", Required = true };
        yield return Act("split", "Says that some mentions are of another claim", [mentions, text], (parse, claim, by, why, _, _) =>
        {
            var split = Split(claim, parse.GetValue(text)!, parse.Several(mentions), by, why);
            return Task.FromResult<(ICommand, string)>((split, split.NewClaim));
        });
        var relation = new Option<string>("--relation") { Description = "contradicts, updates or supports", Required = true };
        relation.AcceptOnlyFromAmong([.. Words.All<Relation>()]);
        var other = new Option<string>("--other") { Description = "The claim that it stands in that relation to", Required = true };
        yield return Act("unrelate", "Takes a relation back that a machine found", [relation, other], (parse, claim, by, why, _, _) =>
            Task.FromResult<(ICommand, string)>((new WithdrawRelation(claim, Words.Parse<Relation>(parse.GetValue(relation)!)!.Value, parse.GetValue(other)!, by, why), claim)));
    }

    /// <summary>The merger of a claim into another one, which must be there and be said in the same way.</summary>
    internal static async Task<MergeClaims> Merge(Workspace workspace, string claim, string into, string by, string why, CancellationToken cancellation)
    {
        var other = (await workspace.Newsroom.Load<Claims.Claim>(Ids.Claim(into), null, cancellation)).State ?? throw new Refused($"There is no claim {into}. `dateline story <id>` lists a story's claims.");
        if (other.MergedInto is { } elsewhere) throw new Refused($"{into} was merged into {elsewhere}. Use that one.");
        var one = (await workspace.Newsroom.Load<Claims.Claim>(Ids.Claim(claim), null, cancellation)).State;
        if (one is not null && one.Mode != other.Mode) throw new Refused($"{claim} is said as {Words.Of(one.Mode)}, {into} as {Words.Of(other.Mode)}: they cannot be one claim.");
        return new(claim, into, claim, by, why);
    }

    /// <summary>The split of some mentions from a claim; the new claim's id comes from them.</summary>
    internal static SplitClaim Split(string claim, string text, IEnumerable<string> mentions, string by, string why)
    {
        ImmutableArray<string> going = [.. mentions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new(claim, Ids.From('c', $"{claim}\n{string.Join('\n', going)}"), StoryActs.OneLine(text), going, by, why);
    }

    /// <summary>An act on a claim; it gives the command and the claim to show afterwards.</summary>
    private static Command Act(
        string name, string description, Option[] more, Func<ParseResult, string, string, string, Workspace, CancellationToken, Task<(ICommand Command, string Shown)>> make)
    {
        var (id, by, because, expect) = (Shared.Id("claim"), Shared.By(), Shared.Because(), Shared.Expect());
        var command = new Command(name, description) { id, by, because, expect };
        foreach (var option in more) command.Add(option);
        return command.Does(async (parse, output, workspace, cancellation) =>
        {
            var (who, why) = (parse.GetValue(by)!, parse.GetValue(because)!);
            var (act, shown) = await make(parse, parse.GetValue(id)!, who, why, workspace, cancellation);
            var receipt = await Stale.Send(workspace.Newsroom, act, new(who, why, ExpectedVersion: parse.GetValue(expect)), cancellation);
            await workspace.Settle(output, cancellation);
            if (receipt.Position is null) output.Say("Nothing to do: it is so already.");
            await Claim.Show(workspace, shown, Replay.Moment.Now, explain: false, output, cancellation);
            return Exit.Done;
        });
    }
}
