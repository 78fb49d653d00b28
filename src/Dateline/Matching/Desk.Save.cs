using System.Security.Cryptography;
using System.Text;

namespace Dateline.Matching;

public sealed partial class Desk
{
    private const string Kind = "dateline desk";
    internal const int Format = 13;

    /// <summary>
    /// Writes all that the desk knows, for <see cref="Load"/>: no text of a document, but its terms. Its length follows the window: about
    /// 5 kB a document of 600 words. The stream is left open.
    /// </summary>
    public void Save(Stream stream)
    {
        using var sha = SHA256.Create();
        using (var hashed = new CryptoStream(stream, sha, CryptoStreamMode.Write, leaveOpen: true))
        using (var to = new BinaryWriter(new BufferedStream(hashed, 1 << 16), Encoding.UTF8))
        {
            Put(to, Kind);
            to.Write(Format);
            to.Write(window);
            to.Write(_learned);
            to.Write(_filings.Count);
            foreach (var (id, order) in _filings)
            {
                Put(to, id);
                to.Write(order);
            }
            to.Write(_documents.Count);
            foreach (var (id, held) in _documents.OrderBy(d => d.Value.Order)) SaveDocument(to, id, held);
        }
        stream.Write(sha.Hash!);
    }

    private void SaveDocument(BinaryWriter to, string id, Held held)
    {
        Put(to, id);
        to.Write(held.Revision);
        to.Write(held.Extractor is not null);
        if (held.Extractor is { } extractor) Put(to, extractor);
        to.Write(held.Order);
        Put(to, held.Outlet);
        Put(to, held.SourceId);
        to.Write(held.Entry is not null);
        if (held.Entry is not { } entry) return;
        Put(to, entry.Story.Id);
        to.Write(entry.PublishedAt.UtcTicks);
        var features = _stories.FeaturesOf(entry);
        Put(to, features.Ids);
        foreach (var packed in features.Packed) to.Write(packed);
        var text = _origins.Of(id);
        Put(to, text?.Origin ?? "");
        to.Write(text?.Sketch.All ?? 0);
        Put(to, text is { } known ? Array.ConvertAll(known.Sketch.Least, h => (int)h) : []);
        to.Write(text?.Sketch.Seen.Length ?? 0);
        foreach (var word in text?.Sketch.Seen ?? []) to.Write(word);
        var mentions = _claims.Of(entry);
        to.Write(mentions.Count);
        foreach (var mention in mentions)
        {
            Put(to, mention.Claim.Id);
            Put(to, mention.Origin);
            mention.Features.Save(to);
        }
    }

    /// <summary>Any UTF-16, lone surrogates included, unchanged.</summary>
    internal static void Put(BinaryWriter to, string text)
    {
        to.Write7BitEncodedInt(text.Length);
        foreach (var unit in text) to.Write7BitEncodedInt(unit);
    }

    internal static void Put(BinaryWriter to, int[] numbers)
    {
        to.Write(numbers.Length);
        foreach (var number in numbers) to.Write(number);
    }
}
