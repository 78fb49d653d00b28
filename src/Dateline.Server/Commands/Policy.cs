using System.CommandLine;
using Dateline.Replay;

namespace Dateline.Server.Commands;

/// <summary><c>dateline policy list|try</c></summary>
internal static class Policy
{
    internal static Command Command()
    {
        var list = new Command("list", "The versions of the status rules, and which one is in force").Does((_, output, _) =>
        {
            if (output.IsJson) output.Json(StatusPolicy.All.Select(p => new { p.Name, p.CorroboratedBy, p.DevelopingFrom, inForce = p == StatusPolicy.Current }));
            else
                output.Table(
                    ["rules", "corroborated by", "developing from", ""],
                    StatusPolicy.All.Select(p => new[] { p.Name, $"{p.CorroboratedBy} origins", $"{p.DevelopingFrom} origins", p == StatusPolicy.Current ? "in force" : "" }));
            return Task.FromResult(Exit.Done);
        });
        var (name, moment) = (new Argument<string>("rules") { Description = "The version to try" }, new MomentOptions());
        var tried = moment.On(new Command("try", "Which statuses would have been others under other rules; nothing is changed") { name }).Does(
            async (parse, output, workspace, cancellation) =>
            {
                var candidate = StatusPolicy.Named(parse.GetValue(name)!);
                await workspace.Settle(output, cancellation);
                var resolved = await moment.Of(parse).Resolve(workspace.Newsroom, Workspace.Now, cancellation);
                var trial = await PolicyTrials.Try(workspace.Newsroom, candidate, resolved, cancellation);
                if (output.IsJson) output.Json(trial);
                else if (trial.Differences.Count == 0) output.Line($"Under {candidate.Name} every status would have been the same.");
                else
                    output.Table(
                        ["from", "until", "what", "id", "was", "would be", "why"],
                        trial.Differences.Select(d => new[] { $"{Output.Time(d.At)} #{d.Position}", d.Until is { } u ? $"{Output.Time(u)} #{d.UntilPosition}" : "", d.Kind, d.Id, d.Now, d.Would, d.Reason }));
                Stories.Resolved(resolved, output);
                return Exit.Done;
            });
        return new Command("policy", "The rules that derive every status: named, versioned, and tried before they are changed") { list, tried };
    }
}
