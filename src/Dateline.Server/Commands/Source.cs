using System.CommandLine;
using Dateline.Sources;

namespace Dateline.Server.Commands;

/// <summary><c>dateline source list|rate</c></summary>
internal static class Source
{
    internal static Command Command()
    {
        var list = new Command("list", "Sources, and how reliable editors hold them to be").Does(async (_, output, workspace, cancellation) =>
        {
            await workspace.Settle(output, cancellation);
            var sources = await workspace.Board.Sources(cancellation);
            if (output.IsJson) output.Json(sources);
            else
                output.Table(
                    ["source", "name", "reliability", "documents", "rated by", "because"],
                    sources.Select(s => new[] { s.Id, s.Name, s.Reliability, $"{s.Documents}", s.RatedBy, s.RatedWhy }));
            return Exit.Done;
        });
        var (id, by, because) = (Shared.Id("source"), Shared.By(), Shared.Because());
        var reliability = Shared.Word<Reliability>("--reliability", "Admiralty scale, A completely reliable to E unreliable, F cannot be judged", required: true);
        var rate = new Command("rate", "Rates a source") { id, reliability, by, because }.Does(async (parse, output, workspace, cancellation) =>
        {
            var (who, why) = (parse.GetValue(by)!, parse.GetValue(because)!);
            var receipt = await workspace.Newsroom.Send(
                new RateSource(parse.GetValue(id)!, Words.Parse<Reliability>(parse.GetValue(reliability)!)!.Value, who, why), new(who, why), cancellation);
            await workspace.Settle(output, cancellation);
            if (output.IsJson) output.Json(new { source = parse.GetValue(id), receipt.Position });
            else output.Line(receipt.Position is { } at ? $"Rated, at position {at}." : "Nothing to do: it is rated so already.");
            return Exit.Done;
        });
        return new Command("source", "Sources and their reliability") { list, rate };
    }
}
