using System.Diagnostics;
using System.Text;
using Dateline.Extraction;
using Dateline.Matching;

namespace Dateline.Benchmarks;

/// <summary>Reading and filing without a database, on one core.</summary>
internal static class Extract
{
    internal static async IAsyncEnumerable<Row> Run(Ground ground, Options options)
    {
        await Task.Yield();
        var count = options.Quick ? 500 : 2000;
        var inputs = Texts.Documents(0, count)
            .Select(d => (Draft: d, Input: new ExtractionInput(Ids.From('d', d.Url!), 1, d.Title, d.Text, d.Language, d.PublishedAt, d.Source))).ToList();
        var bytes = inputs.Sum(i => Encoding.UTF8.GetByteCount(i.Input.Text));
        var mentions = inputs.Select(i => Extractor.Extract(i.Input).Mentions).ToList();
        var seconds = new List<double>();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < options.Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            foreach (var (_, input) in inputs) _ = Extractor.Extract(input);
            seconds.Add(watch.Elapsed.TotalSeconds);
        }
        allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / options.Rounds / count;
        var each = Paired.Median(seconds) / count;
        yield return Row.Info(
            $"Claims are extracted from documents of 600 words, {mentions.Average(m => m.Count):0} mentions each", "",
            $"{bytes / 1e6 / (each * count):0.0} MB/s, {Show.Rate(1 / each, "documents")}; {allocated / 1000:#,0} kB allocated for each");

        var filing = new List<double>();
        allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < (options.Quick ? 1 : 3); round++)
        {
            var desk = new Desk(5000);
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < count; i++)
            {
                var (draft, read) = inputs[i];
                var input = new FilingInput(read.DocumentId, 1, Ids.SourceFrom(draft.Source), draft.Source, draft.Title, draft.Text, draft.PublishedAt!.Value, mentions[i]);
                desk.Learn(input, desk.File(input));
            }
            filing.Add(watch.Elapsed.TotalSeconds);
        }
        yield return Row.Info("The desk files them to stories and claims, in memory", "",
            $"{Show.Rate(count / Paired.Median(filing), "documents")}; {(GC.GetAllocatedBytesForCurrentThread() - allocated) / filing.Count / count / 1000:#,0} kB allocated for each");
    }
}
