using Dateline.Claims;
using Dateline.Documents;
using Dateline.Extraction;

namespace Dateline.Replay;

public static partial class Differ
{
    private const int MostCompared = 50;
    private const int LongestCompared = 200_000;
    private const int Context = 80;

    /// <summary>Gives the latest revisions among some changes their words; those before them would make the answer too long.</summary>
    private static async Task Compare(INewsroom newsroom, List<Change> changes, CancellationToken cancellation)
    {
        List<int> compared = [.. Enumerable.Range(0, changes.Count).Where(i => changes[i].Kind == revised).TakeLast(MostCompared)];
        if (compared.Count == 0) return;
        var revisions = await Texts(newsroom, [.. compared.Select(i => changes[i].Subject).Distinct(StringComparer.Ordinal)], compared.Max(i => changes[i].Position), cancellation);
        foreach (var i in compared)
        {
            var own = revisions[changes[i].Subject];
            var at = own.FindIndex(r => r.Position == changes[i].Position);
            if (at < 1 || own[at - 1].Text.Length > LongestCompared || own[at].Text.Length > LongestCompared) continue;
            changes[i] = changes[i] with { Pieces = WordDiff.Around(own[at - 1].Text, own[at].Text, Context) };
        }
    }

    private static readonly string revised = EventTypes.NameOf<DocumentRevised>();
    private static readonly string[] texts = [EventTypes.NameOf<DocumentIngested>(), revised];

    private static async Task<Dictionary<string, List<(long Position, string Text)>>> Texts(
        INewsroom newsroom, IReadOnlyList<string> documents, long through, CancellationToken cancellation)
    {
        var revisions = documents.ToDictionary(d => d, _ => new List<(long, string)>(), StringComparer.Ordinal);
        await foreach (var e in newsroom.Read(new(Through: through, Types: texts, Streams: documents), cancellation))
            if (e.Data switch { DocumentIngested d => d.Text, DocumentRevised d => d.Text, _ => null } is { } text) revisions[e.Stream].Add((e.Position, text));
        return revisions;
    }

    private static ChangedValue? ValueOf(string claim, Relation relation, string other, Picture picture) =>
        relation is Relation.Updates or Relation.Contradicts && picture.Claims.TryGetValue(claim, out var later) && picture.Claims.TryGetValue(other, out var earlier)
            ? new(other, earlier.Text, later.Text) : null;

    /// <summary>The numbers in a claim's words, in full and without a unit.</summary>
    internal static List<string> Numbers(string text)
    {
        var tokens = Tokenizer.Read(text);
        return [.. Extraction.Numbers.Find(text, tokens, Dates.Find(text, tokens, null, false)).Select(n => n.Value)];
    }
}
