using System.CommandLine;
using Dateline.Replay;
using Dateline.Verdicts;

namespace Dateline.Server.Commands;

/// <summary><c>dateline verdict propose|supersede|approve|reject|withdraw|seen</c></summary>
internal static class Verdict
{
    internal static Command Command() => new("verdict", "Verdicts: one person proposes, another one approves")
    {
        Propose(supersedes: false),
        Propose(supersedes: true),
        Approve(),
        Decide("reject", "Turns a proposed verdict down", (claim, verdict, by, why) => new RejectVerdict(claim, verdict, by, why)),
        Decide("withdraw", "Takes a verdict back", (claim, verdict, by, why) => new WithdrawVerdict(claim, verdict, by, why)),
        VerdictSeen.Command()
    };

    /// <summary>An id for a verdict.</summary>
    internal static string NewId() => $"v-{Guid.NewGuid():N}"[..10];

    private static Command Propose(bool supersedes)
    {
        var (claim, by, because, expect) = (new Argument<string>("claim") { Description = "The claim" }, Shared.By(), Shared.Because(), Shared.Expect());
        var rating = Shared.Word<Rating>("--rating", "What you found", required: true);
        var confidence = Shared.Word<Confidence>("--confidence", "How good your grounds are", required: true);
        var likelihood = Shared.Word<Likelihood>("--likelihood", "How likely, in the words of ICD 203", required: false);
        var evidence = new Option<string[]>("--evidence") { Description = $"What it rests on, each {VerdictEvidence.Forms}", Required = true, AllowMultipleArgumentsPerToken = true };
        var standing = new Argument<string>("standing") { Description = "The verdict that stands" };
        var propose = supersedes ? new Command("supersede", "Proposes a verdict that is to take the place of the one that stands") { claim, standing }
            : new Command("propose", "Proposes a verdict about a claim") { claim };
        foreach (var option in new Option[] { rating, confidence, likelihood, because, evidence, by, expect }) propose.Add(option);
        return propose.Does(
            async (parse, output, workspace, cancellation) =>
            {
                var (id, who, why) = (parse.GetValue(claim)!, parse.GetValue(by)!, parse.GetValue(because)!);
                await workspace.Settle(output, cancellation);
                var grounds = await VerdictEvidence.Of(workspace.Newsroom, id, parse.Several(evidence), cancellation);
                var verdict = NewId();
                var command = new ProposeVerdict(
                    id, verdict, Words.Parse<Rating>(parse.GetValue(rating)!)!.Value, parse.GetValue(likelihood) is { } l ? Words.Parse<Likelihood>(l) : null,
                    Words.Parse<Confidence>(parse.GetValue(confidence)!)!.Value, why, [.. grounds], who,
                    supersedes ? parse.GetValue(standing) : null);
                return await Send(command, id, verdict, who, why, parse.GetValue(expect), workspace, output, cancellation);
            });
    }

    private static Command Decide(string name, string description, Func<string, string, string, string, ICommand> make)
    {
        var claim = new Argument<string>("claim") { Description = "The claim" };
        var verdict = new Argument<string>("verdict") { Description = "The verdict" };
        var (by, because, expect) = (Shared.By(), Shared.Because(), Shared.Expect());
        return new Command(name, description) { claim, verdict, because, by, expect }.Does(async (parse, output, workspace, cancellation) =>
        {
            var (id, who, why) = (parse.GetValue(claim)!, parse.GetValue(by)!, parse.GetValue(because)!);
            return await Send(make(id, parse.GetValue(verdict)!, who, why), id, parse.GetValue(verdict)!, who, why, parse.GetValue(expect), workspace, output, cancellation);
        });
    }

    private static Command Approve()
    {
        var claim = new Argument<string>("claim") { Description = "The claim" };
        var verdict = new Argument<string>("verdict") { Description = "The verdict" };
        var (by, because, expect) = (Shared.By(), Shared.Because(), Shared.Expect());
        var knowing = new Option<long[]>("--knowing") { Description = "The position of a change of what it rests on that you know of; not needed with --expect", AllowMultipleArgumentsPerToken = true };
        return new Command("approve", "Approves a proposed verdict; whoever proposed it never can") { claim, verdict, because, by, expect, knowing }.Does(async (parse, output, workspace, cancellation) =>
        {
            var (id, which, who, why, saw) = (parse.GetValue(claim)!, parse.GetValue(verdict)!, parse.GetValue(by)!, parse.GetValue(because)!, parse.GetValue(expect));
            await workspace.Settle(output, cancellation);
            var approval = await Stale.Approval(workspace.Newsroom, id, which, who, why, saw, parse.GetValue(knowing) ?? [], cancellation);
            return await Send(approval, id, which, who, why, saw, workspace, output, cancellation);
        });
    }

    /// <summary>Why nothing was recorded: who did it before.</summary>
    private static string Already(VerdictLine? verdict) => verdict?.Acts.LastOrDefault(a => a.Act == verdict.State) is { } act
        ? $"Nothing was recorded: {act.By} {act.Act} it already, {Output.Time(act.At)}, #{act.Position}." : "Nothing to do: it is so already.";

    private static async Task<int> Send(
        ICommand command, string claim, string verdict, string by, string why, long? expect, Workspace workspace, Output output, CancellationToken cancellation)
    {
        var receipt = await Stale.Send(workspace.Newsroom, command, new(by, why, ExpectedVersion: expect), cancellation);
        await workspace.Settle(output, cancellation);
        var page = await workspace.Board.Claim(claim, Workspace.Now, cancellation);
        if (receipt.Position is null) output.Say(Already(page?.Verdicts.FirstOrDefault(v => v.Id == verdict)));
        // A proposal that was made before has the id that it got then.
        if (receipt.Position is null && command is ProposeVerdict)
            verdict = page?.Verdicts.LastOrDefault(v => v.State == "proposed" && v.Rationale == why)?.Id ?? verdict;
        if (output.IsJson) output.Json(new { claim, verdict, receipt.Version, receipt.Position, status = page?.Claim.Status, verdicts = page?.Verdicts });
        else if (page is not null)
        {
            output.Heading($"“{page.Claim.Text}”  ({claim}): {page.Claim.Status}");
            Claim.Verdicts(page, output);
        }
        return Exit.Done;
    }
}
