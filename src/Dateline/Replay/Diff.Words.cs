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
        var left = MostCompared;
        for (var i = changes.Count - 1; i >= 0 && left > 0; i--)
        {
            if (changes[i].Kind != revised) continue;
            left--;
            if (await Texts(newsroom, changes[i], cancellation) is not ({ } older, { } newer)) continue;
            if (older.Length <= LongestCompared && newer.Length <= LongestCompared) changes[i] = changes[i] with { Pieces = WordDiff.Around(older, newer, Context) };
        }
    }

    private static readonly string revised = EventTypes.NameOf<DocumentRevised>();
    private static readonly string[] texts = [EventTypes.NameOf<DocumentIngested>(), revised];

    private static async Task<(string? Older, string? Newer)> Texts(INewsroom newsroom, Change change, CancellationToken cancellation)
    {
        string? older = null, newer = null;
        await foreach (var e in newsroom.Read(new(Through: change.Position, Types: texts, Streams: [change.Subject]), cancellation))
            (older, newer) = (newer, e.Data switch { DocumentIngested d => d.Text, DocumentRevised d => d.Text, _ => newer });
        return (older, newer);
    }

    private static ChangedValue? ValueOf(object data, Picture picture) =>
        data is ClaimRelated { Relation: Relation.Updates or Relation.Contradicts } e
        && picture.Claims.TryGetValue(e.ClaimId, out var later) && picture.Claims.TryGetValue(e.OtherClaimId, out var earlier)
            ? new(e.OtherClaimId, earlier.Text, later.Text) : null;

    /// <summary>The numbers in a claim's words, in full and without a unit.</summary>
    internal static List<string> Numbers(string text)
    {
        var tokens = new List<Token>();
        Tokenizer.Read(text, 0, text.Length, tokens);
        return [.. Extraction.Numbers.Find(text, tokens, Dates.Find(text, tokens, null, false)).Select(n => n.Value)];
    }
}
