using System.Text;
using Dateline.Documents;
using Dateline.Server.Reading;

namespace Dateline.Server.Ingestion;

/// <summary>Turns what was read into the command that records it.</summary>
public static class Identities
{
    /// <summary>
    /// The command. Its document's id comes from what the draft revises, else its canonical URL, else the key that its format gives with its
    /// source, else its content.
    /// </summary>
    /// <param name="draft">What was read.</param>
    /// <param name="now">The publication time of a draft that has none, and the latest of one whose zone or hour is not known.</param>
    public static IngestDocument Command(Draft draft, DateTimeOffset now)
    {
        var source = Ids.SourceFrom(draft.Source);
        var dated = draft.Dated ?? new(now, Dating.Arrival);
        var isAhead = dated.Dating is not null && dated.At > now && dated.At - now < TimeSpan.FromDays(1);
        return new(
            IdOf(draft, source), source, draft.Source, draft.Url, draft.Title, draft.Author, draft.Language,
            (isAhead ? now : dated.At).ToUniversalTime(), draft.Text, draft.Format,
            new(Ids.Sha256(draft.Original.Span), draft.MediaType, draft.Original), draft.Act is { } act ? Words.Parse<PublisherAct>(act) : null, draft.Reason)
        { Dating = dated.Dating, IsRevision = draft.Revises is not null };
    }

    private static string IdOf(Draft draft, string source)
    {
        if (draft.Revises is { } revises) return CanonicalUrl.Of(revises) is { } url ? Ids.From('d', url)
            : revises.StartsWith("d-", StringComparison.Ordinal) ? revises : Ids.From('d', $"{source}\n{revises}");
        if (draft.Url is { } own) return Ids.From('d', own);
        return draft.Key is { } key ? Ids.From('d', $"{source}\n{key}") : Ids.From('d', "text\n" + Ids.Sha256(Encoding.UTF8.GetBytes(draft.Title + "\n\n" + draft.Text)));
    }
}
