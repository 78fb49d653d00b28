using System.Collections.Immutable;
using Dateline.Claims;

namespace Dateline.Documents;

/// <summary>Records what an extractor found in a revision.</summary>
public sealed record RecordClaims(
    string Document, int Revision, string Extractor, ImmutableArray<Mention> Mentions, string? Failure) : ICommand
{
    /// <inheritdoc/>
    public string Id => Ids.Document(Document);

    string? ICommand.Bot => Extractor;
}

/// <summary>Decides <see cref="RecordClaims"/>.</summary>
public static class RecordClaimsAggregateHandler
{
    /// <summary>
    /// One extraction for each revision and extractor. A mention always quotes: where a span does not, the whole output is recorded as failed.
    /// </summary>
    public static IEnumerable<object> Handle(RecordClaims command, Document? document)
    {
        var revision = document?.Revisions.Find(r => r.Number == command.Revision)
            ?? throw new Refused($"There is no revision {command.Revision} of {command.Document}.");
        if (document!.Extracted.Contains((command.Revision, command.Extractor))) yield break;
        var wrong = revision.Text is { } text ? FirstThatDoesNotQuote(command.Mentions, text) : null;
        yield return wrong is null
            ? new ClaimsExtracted(command.Document, command.Revision, command.Extractor, command.Mentions, command.Failure, revision.PublishedAt)
            : new ClaimsExtracted(
                command.Document, command.Revision, command.Extractor, [], $"Mention {wrong} does not quote the text.", revision.PublishedAt);
    }

    private static string? FirstThatDoesNotQuote(ImmutableArray<Mention> mentions, string text) =>
        mentions.FirstOrDefault(m => !Spans(m).All(s => Quotes(s, text)))?.Id;

    private static IEnumerable<Span> Spans(Mention m) =>
        [m.Content, .. m.More, .. m.Via, .. m.Evidence, .. m.Speaker is { } s ? [s] : Array.Empty<Span>(), .. m.Cue is { } c ? [c] : Array.Empty<Span>(),
            .. m.Numbers.Select(n => new Span(n.Start, n.End, n.Text)), .. m.Dates.Select(d => new Span(d.Start, d.End, d.Text))];

    private static bool Quotes(Span span, string text) =>
        span.Start >= 0 && span.Start < span.End && span.End <= text.Length
        && text.AsSpan(span.Start, span.End - span.Start).SequenceEqual(span.Text);
}
