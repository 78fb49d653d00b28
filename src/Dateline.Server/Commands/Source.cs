using System.CommandLine;
using Dateline.Sources;

namespace Dateline.Server.Commands;

/// <summary><c>dateline source list|rate|scorecard</c></summary>
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
        return new Command("source", "Sources and their reliability") { list, rate, Scorecard() };
    }

    private static Command Scorecard()
    {
        var id = new Argument<string?>("id") { Description = "The source's id; all sources when left out", Arity = ArgumentArity.ZeroOrOne };
        var speakers = new Option<bool>("--speakers") { Description = "Tell the speakers that a source quotes apart" };
        var moment = new MomentOptions();
        return moment.On(new Command("scorecard", "What became of the predictions and promises of each source: counts, and never one score") { id, speakers }).Does(
            async (parse, output, workspace, cancellation) =>
            {
                await workspace.Settle(output, cancellation);
                var (lines, resolved) = await Moments.Scorecard(workspace, moment.Of(parse), parse.GetValue(id), parse.GetValue(speakers), cancellation);
                if (output.IsJson) output.Json(lines);
                else if (lines.Count == 0) output.Line("There are no predictions and no promises.");
                else
                    output.Table(
                        ["source", "speaker", "fulfilled", "failed", "lapsed", "inconclusive", "due", "open", "withdrawn by it", "basis changed"],
                        lines.Select(l => new[] { l.Source, l.Speaker, $"{l.Fulfilled}", $"{l.Failed}", $"{l.Lapsed}", $"{l.Inconclusive}", $"{l.Due}", $"{l.Open}", $"{l.Withdrawn}", $"{l.BasisChanged}" }));
                if (resolved is not null) Stories.Resolved(resolved, output);
                return Exit.Done;
            });
    }
}
