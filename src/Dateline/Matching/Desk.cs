using System.Security.Cryptography;
using System.Text;

namespace Dateline.Matching;

/// <summary>
/// The working set that files documents. All it knows follows from the last <paramref name="window"/> filings that it learned and from what
/// people did to them since: learning those again in log order gives a desk that decides alike. Not for use by several threads at once.
/// </summary>
/// <param name="window">How many filings it holds; older ones drop out.</param>
public sealed partial class Desk(int window = Desk.DefaultWindow)
{
    private readonly Dictionary<string, Held> _documents = new(StringComparer.Ordinal);
    private readonly Queue<(string DocumentId, long Order)> _filings = new();
    private readonly StoryIndex _stories = new();
    private readonly ClaimStore _claims = new();
    private readonly Origins _origins = new();
    private readonly Dictionary<string, SortedDictionary<string, int>> _outlets = new(StringComparer.Ordinal);

    /// <summary>Filings that a desk holds unless told otherwise.</summary>
    public const int DefaultWindow = 5_000;

    private long _learned;
    private DeskReading? _reading;

    /// <summary>A document that was learned; no entry once it is forgotten.</summary>
    private sealed record Held(int Revision, string? Extractor, long Order, string Outlet, string SourceId, StoryIndex.Entry? Entry);

    /// <summary>How many documents it holds.</summary>
    public int Count => _stories.Count;

    /// <summary>The story that a document is in; null where the desk does not hold it.</summary>
    public string? StoryOf(string documentId) => _stories.StoryOf(documentId);

    /// <summary>
    /// Remembers a filing: live right after it was decided, or again from the log. A revision learned before, or older than one learned, changes
    /// nothing; a newer one takes the place of the older with all its mentions.
    /// </summary>
    public void Learn(FilingInput input, Filing filing)
    {
        if (_documents.TryGetValue(input.DocumentId, out var before) && (before.Revision > input.Revision || (before.Revision == input.Revision && before.Extractor == input.Extractor))) return;
        Drop(input.DocumentId);
        var reading = ReadingOf(input);
        var order = _learned++;
        var entry = Hold(input.DocumentId, input.Revision, input.Extractor, order, Origins.OfOutlet(input.SourceName), input.SourceId, filing.StoryId, reading.Document,
            (filing.DocumentOrigin, reading.Sketch));
        foreach (var filed in filing.Mentions)
            if (reading.Mention(filed.MentionId) is { } features)
                _claims.Add(entry, filed.ClaimId, filed.Origin == filing.DocumentOrigin ? filing.DocumentOrigin : filed.Origin, features);
        _reading = null;
        _filings.Enqueue((input.DocumentId, order));
        while (_filings.Count > window)
        {
            var (document, its) = _filings.Dequeue();
            if (!_documents.TryGetValue(document, out var held) || held.Order != its) continue;
            Drop(document);
            _documents.Remove(document);
        }
    }

    /// <summary>Forgets a document that was withdrawn. A later revision brings it back.</summary>
    public void Forget(string documentId)
    {
        Drop(documentId);
        if (_documents.TryGetValue(documentId, out var held)) _documents[documentId] = held with { Entry = null };
    }

    /// <summary>People merged two stories.</summary>
    public void StoriesMerged(string into, string from) => _stories.MergeStories(into, from);

    /// <summary>People moved a document to another story.</summary>
    public void DocumentMoved(string documentId, string toStory) => _stories.Move(documentId, toStory);

    /// <summary>People merged two claims.</summary>
    public void ClaimsMerged(string into, string from) => _claims.Merge(into, from);

    /// <summary>People split off what some documents say.</summary>
    public void ClaimSplit(string from, string to, IReadOnlySet<string> documents) => _claims.Split(from, to, documents);

    private StoryIndex.Entry Hold(string documentId, int revision, string? extractor, long order, string outlet, string sourceId, string story, DocFeatures features,
        (string Origin, Sketch Sketch)? text)
    {
        var entry = _stories.Hold(documentId, story, features);
        _documents[documentId] = new(revision, extractor, order, outlet, sourceId, entry);
        if (text is { } held) _origins.Add(documentId, held.Sketch, held.Origin, order);
        if (!_outlets.TryGetValue(outlet, out var sources)) _outlets[outlet] = sources = new(StringComparer.Ordinal);
        sources[sourceId] = sources.GetValueOrDefault(sourceId) + 1;
        return entry;
    }

    private void Drop(string documentId)
    {
        if (!_documents.TryGetValue(documentId, out var held) || held.Entry is not { } entry) return;
        _stories.RemoveDocument(documentId);
        _origins.Remove(documentId);
        _claims.RemoveDocument(entry);
        var sources = _outlets[held.Outlet];
        if (--sources[held.SourceId] == 0) sources.Remove(held.SourceId);
        if (sources.Count == 0) _outlets.Remove(held.Outlet);
    }

    // What File read is handed over to Learn.
    private DeskReading ReadingOf(FilingInput input) => ReferenceEquals(_reading?.Input, input) ? _reading : _reading = new(input);

    private static string IdOf(string prefix, string of) => prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)).AsSpan(0, 6));
}
