using System.Diagnostics;
using Dateline.Extraction;
using Dateline.Matching;

namespace Dateline.Benchmarks;

/// <summary>The desk alone, in memory, on one core: documents whose claims are extracted are filed one after another.</summary>
internal static class DeskAlone
{
    private const double Required = 1000;
    private const int Span = 1000;

    internal static async IAsyncEnumerable<Row> Run(Ground ground, Options options)
    {
        await Task.Yield();
        var desk = new Desk();
        var until = options.Quick ? 10_000 : 100_000;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var first = 0.0;
        for (var from = 0; from < until; from += Span)
        {
            var rate = Span / Take(desk, from);
            if (from == 0) first = rate;
            await Console.Error.WriteLineAsync($"  {from + Span} filed, {Show.Rate(rate, "documents")}");
            var filed = from + Span;
            if (filed is not (1_000 or 10_000 or 100_000)) continue;
            var held = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
            yield return new($"The desk files documents {from:#,0} to {filed:#,0}, by its processor time; it holds {desk.Count:#,0} of them in {held:0} MB", "",
                Show.Rate(rate, "documents"), (rate / first).ToString("0.00", null), ">= 1,000 documents/s", rate >= Required);
        }
    }

    /// <summary>The processor seconds in which a span of documents is filed.</summary>
    private static double Take(Desk desk, int from)
    {
        var inputs = new List<FilingInput>(Span);
        foreach (var draft in Texts.Documents(from, Span))
        {
            var id = Ids.From('d', draft.Url!);
            var mentions = Extractor.Extract(new(id, 1, draft.Title, draft.Text, draft.Language, draft.PublishedAt, draft.Source)).Mentions;
            inputs.Add(new(id, 1, Ids.SourceFrom(draft.Source), draft.Source, draft.Title, draft.Text, draft.PublishedAt!.Value, mentions));
        }
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        foreach (var input in inputs) desk.Learn(input, desk.File(input));
        return (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds;
    }
}
