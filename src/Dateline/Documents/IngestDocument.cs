namespace Dateline.Documents;

/// <summary>A document as its publisher put it out, ready to be recorded: clean text, known time.</summary>
/// <param name="Document">Its id, made of its canonical URL, else of the key that its format gives, else of its content.</param>
/// <param name="Source">The id of who published it.</param>
/// <param name="SourceName">The name of who published it.</param>
/// <param name="Url">Its canonical URL.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Author">Its byline.</param>
/// <param name="Language">BCP 47 language tag.</param>
/// <param name="PublishedAt">When this text was published.</param>
/// <param name="Text">The whole text.</param>
/// <param name="Format">The format that it was read from.</param>
/// <param name="Original">The bytes as they arrived.</param>
/// <param name="Act">The publisher's act that this text carries, if any.</param>
/// <param name="ActReason">The publisher's words about the act.</param>
public sealed record IngestDocument(
    string Document, string Source, string SourceName, string? Url, string Title, string? Author, string? Language, DateTimeOffset PublishedAt,
    string Text, string Format, Original Original, PublisherAct? Act = null, string? ActReason = null) : ICommand, IKeepsOriginal
{
    /// <inheritdoc/>
    public string Id => Ids.Document(Document);

    /// <summary>How <see cref="PublishedAt"/> is known; null where the document states it.</summary>
    public Dating? Dating { get; init; }

    /// <summary>Whether it names another document that it revises, which only that one's own publisher does.</summary>
    public bool IsRevision { get; init; }

    Original? IKeepsOriginal.Original => Original;

    /// <summary>SHA-256 of what a reader sees: title and text.</summary>
    public string ContentHash => Ids.Sha256(System.Text.Encoding.UTF8.GetBytes(Title + "\n\n" + Text));
}

/// <summary>Decides <see cref="IngestDocument"/>.</summary>
public static class IngestDocumentAggregateHandler
{
    /// <summary>
    /// A new identity is ingested; a text that differs from the standing revision's is a revision; a correction takes back the revisions before it; a kill,
    /// takedown or withholding takes back the whole document. What is sent again records nothing: the standing revision's text, unless it states now when it
    /// was published, which it had not said; and a text that an earlier revision had, unless its publisher states it anew, which is to say at a stated time
    /// later than every revision that is known and not in the bytes of one of them. What a publisher does about a document counts where it is their own.
    /// </summary>
    public static IEnumerable<object> Handle(IngestDocument command, Document? document)
    {
        if (document is not null && command.Source != document.SourceId && (command.Act is not null || command.IsRevision))
            throw new Refused(
                $"{command.SourceName} cannot {(command.Act is { } act ? $"publish a {Name(act)} of" : "revise")} {command.Document}: it is a document of {document.SourceName}. Only its own publisher does that; name that one as the source if it is from them.");
        if (command.Act is PublisherAct.Kill or PublisherAct.Takedown or PublisherAct.Withheld)
            return Withdraw(command, document);
        if (!VisibleText.IsIn(command.Text)) throw new Refused("The document has no text.");
        if (document is null) return [Ingested(command)];
        if (Dates(command, document)) return [Revised(command, document)];
        if (document.Latest.ContentHash == command.ContentHash || IsOld(command, document)) return [];
        return Revise(command, document);
    }

    /// <summary>Whether an earlier revision had the text, and nothing says that its publisher returned to it. Text that was redacted does not return.</summary>
    private static bool IsOld(IngestDocument command, Document document)
    {
        var same = document.Revisions.FindAll(r => r.ContentHash == command.ContentHash);
        return same.Count > 0 && (command.Dating == Dating.Arrival || document.Revisions.Exists(r => r.Original == command.Original.Sha256 || r.PublishedAt >= command.PublishedAt)
            || document.HasLostWords || same.Exists(r => document.Redacted.Any(x => x.Revision == r.Number)));
    }

    private static IEnumerable<object> Withdraw(IngestDocument command, Document? document)
    {
        if (document is null)
            throw new Refused($"This {Name(command.Act!.Value)} is about a document that was never ingested. Ingest that first.");
        if (document.IsGone) yield break;
        yield return new DocumentWithdrawn(
            command.Document, command.Act!.Value, document.Latest.Number, command.ActReason ?? command.Title, command.PublishedAt);
    }

    private static IEnumerable<object> Revise(IngestDocument command, Document document)
    {
        var latest = document.Latest;
        if (command.Act == PublisherAct.Correction)
            yield return new DocumentWithdrawn(
                command.Document, PublisherAct.Correction, latest.Number, command.ActReason ?? command.Title, command.PublishedAt);
        yield return Revised(command, document);
    }

    // What was taken back or removed does not come back by that.
    private static bool Dates(IngestDocument command, Document document) =>
        document.Latest is { Dating: Dating.Arrival } latest && command.Dating != Dating.Arrival && latest.ContentHash == command.ContentHash
        && !document.IsGone && !document.HasLostWords && !document.Redacted.Any(r => r.Revision == latest.Number);

    private static DocumentRevised Revised(IngestDocument command, Document document) => new(
        command.Document, document.Latest.Number + 1, command.Title, command.Author, command.Language, command.PublishedAt,
        command.Text, command.ContentHash, command.Original.Sha256, command.Format)
    { Dating = command.Dating };

    private static DocumentIngested Ingested(IngestDocument command) => new(
        command.Document, command.Source, command.SourceName, command.Url, command.Title, command.Author, command.Language,
        command.PublishedAt, command.Text, command.ContentHash, command.Original.Sha256, command.Format)
    { Dating = command.Dating };

    private static string Name(PublisherAct act) => act.ToString().ToLowerInvariant();
}
