using System.CommandLine;

namespace Dateline.Server.Commands;

/// <summary><c>dateline audit log</c></summary>
internal static class Audit
{
    internal static Command Command()
    {
        var subject = new Option<string?>("--subject") { Description = "Only acts on this document, claim, story or source" };
        var actor = new Option<string?>("--actor") { Description = "Only acts of this person, bot or system" };
        var since = new Option<string?>("--since") { Description = "Only acts recorded at or after this moment" };
        var most = new Option<int>("--most") { Description = "At most so many, the latest", DefaultValueFactory = _ => 1000 };
        var log = new Command("log", "Who did what, before and after, why and when") { subject, actor, since, most }.Does(async (parse, output, workspace, cancellation) =>
        {
            await workspace.Settle(output, cancellation);
            var entries = await workspace.Board.Audit(
                new(parse.GetValue(subject), parse.GetValue(actor), parse.Beginning(since), Math.Clamp(parse.GetValue(most), 1, 1_000_000)), cancellation);
            if (output.IsJson) output.Json(entries);
            else
                output.Table(
                    ["position", "at", "who", "what", "subject", "before", "after", "why"],
                    entries.Select(e => new[] { $"#{e.Position}", Output.Time(e.At), e.Who, e.What, e.Subject, e.Before, e.After, e.Why }));
            return Exit.Done;
        });
        return new Command("audit", "The record of every act") { log };
    }
}
