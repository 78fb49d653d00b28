using System.CommandLine;
using Dateline.Extraction;
using Dateline.Server.Extractors;

namespace Dateline.Server.Commands;

/// <summary><c>dateline reextract</c></summary>
internal static class Reextract
{
    internal static Command Command()
    {
        var after = Shared.Position("--after", "Go on after this position, as the last run said", 0);
        var most = Shared.Number("--most", "Read at most so many documents", 1, int.MaxValue, 10_000);
        var by = Shared.ByOrNull("Who asks for it (default: the system's user)");
        return new Command("reextract", "Reads documents again with this version's extractor: adds what it finds, files it in place of the older reading, changes no event") { after, most, by }.Does(
            async (parse, output, workspace, cancellation) =>
            {
                if (parse.GetValue(most) < 1) throw new UsageFault("--most: name a number from 1.");
                workspace.Engine.Start();
                var come = await new Rereading(new RulesExtractor(), workspace.Newsroom).Run(
                    parse.GetValue(after) ?? 0, parse.GetValue(most), parse.GetValue(by) ?? Environment.UserName, cancellation);
                await workspace.Settle(output, cancellation);
                if (output.IsJson) output.Json(come);
                else
                {
                    output.Line($"{come.Extractor} read {come.Read} documents again; {come.Failed} of them gave nothing; {come.Kept} revisions stay as they were read.");
                    if (!come.Done) output.Line($"There are more: dateline reextract --after {come.Next}");
                }
                return Exit.Done;
            });
    }
}
