using System.Diagnostics;
using System.Globalization;
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
            var (extracting, filing) = Take(desk, from);
            var rate = Span / filing;
            if (from == 0) first = rate;
            await Console.Error.WriteLineAsync($"  {from + Span} filed, {Show.Rate(rate, "documents")} (extracted at {Show.Rate(Span / extracting, "documents")})");
            var filed = from + Span;
            if (filed is not (1_000 or 10_000 or 100_000)) continue;
            var held = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
            yield return new($"The desk files documents {from:#,0} to {filed:#,0}, by its processor time; it holds {desk.Count:#,0} of them in {held:0} MB; the limit is the extractor, the ratio is to the first 1,000",
                Show.Rate(Span / extracting, "documents"), Show.Rate(rate, "documents"), (rate / first).ToString("0.00", CultureInfo.InvariantCulture), ">= 1,000 documents/s", rate >= Required);
        }
        using var saved = new MemoryStream();
        var watch = Stopwatch.StartNew();
        desk.Save(saved);
        var save = watch.Elapsed.TotalSeconds;
        saved.Position = 0;
        watch.Restart();
        Desk.Load(saved);
        yield return Row.Info($"The desk is saved ({saved.Length / 1e6:0.0} MB), and loaded again", "", $"{Show.Seconds(save)}, {Show.Seconds(watch.Elapsed.TotalSeconds)}");
    }

    /// <summary>The processor seconds in which the claims of a span of documents are extracted, and in which it is filed.</summary>
    private static (double Extracting, double Filing) Take(Desk desk, int from)
    {
        var drafts = Texts.Documents(from, Span).ToList();
        var inputs = new List<FilingInput>(Span);
        var extracting = Processor(() =>
        {
            foreach (var draft in drafts)
            {
                var id = Ids.From('d', draft.Url!);
                var mentions = Extractor.Extract(new(id, 1, draft.Title, draft.Text, draft.Language, draft.PublishedAt, draft.Source)).Mentions;
                inputs.Add(new(id, 1, Ids.SourceFrom(draft.Source), draft.Source, draft.Title, draft.Text, draft.PublishedAt!.Value, mentions));
            }
        });
        return (extracting, Processor(() =>
        {
            foreach (var input in inputs) desk.Learn(input, desk.File(input));
        }));
    }

    private static double Processor(Action work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }
}
