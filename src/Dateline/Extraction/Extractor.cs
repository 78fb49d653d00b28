using Dateline.Claims;

namespace Dateline.Extraction;

/// <summary>A revision to be read.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Revision">Its revision.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Text">Its text; offsets in the result are UTF-16 code units of it.</param>
/// <param name="Language">BCP 47 tag; told from the text when null.</param>
/// <param name="PublishedAt">Against which relative dates are resolved.</param>
/// <param name="Outlet">Who published it.</param>
public sealed record ExtractionInput(string DocumentId, int Revision, string? Title, string Text, string? Language, DateTimeOffset? PublishedAt, string? Outlet);

/// <summary>What was found in a revision.</summary>
/// <param name="Mentions">The mentions, in text order.</param>
/// <param name="NotSupported">Why nothing was looked for; null when it was.</param>
public sealed record Extraction(IReadOnlyList<Mention> Mentions, string? NotSupported);

/// <summary>
/// Reads claims out of English news by rule: attributions (source, cue, content) and the document's own assertions. Deterministic, in time
/// linear in the text, for any UTF-16 at all.
/// </summary>
public static class Extractor
{
    /// <summary>Its name and version, as events carry it.</summary>
    public const string Name = "rules@1";

    private const int MostMentions = 400;

    /// <summary>Attributions beyond so many, in text order, are not even looked at: no article has them.</summary>
    private const int MostDescribed = 1600;

    /// <summary>The mentions of a revision.</summary>
    public static Extraction Extract(ExtractionInput input)
    {
        var text = new TokenisedText(input.Text);
        if (Language.NotSupported(text, input.Language) is { } why) return new([], why);
        var attributions = Attributions.Find(text);
        var speakers = new Speakers(text, attributions);
        var described = new Description(text, input.PublishedAt);
        var found = new List<(int Start, Mention Mention)>();
        foreach (var a in attributions.Take(MostDescribed)) found.Add((a.Content[0].Start, described.Of(a, speakers)));
        foreach (var own in Narrator.Find(text, attributions).Take(MostDescribed)) found.Add((own.Start, described.Of(own)));
        var mentions = found.OrderBy(f => f.Start).ThenByDescending(f => f.Mention.Content.End).ToList();
        if (mentions.Count > MostMentions)
            mentions = [.. mentions.OrderByDescending(m => m.Mention.Worth).ThenBy(m => m.Start).Take(MostMentions).OrderBy(m => m.Start)];
        return new([.. mentions.Select((m, i) => m.Mention with { Id = $"{input.DocumentId}/{input.Revision}#{i + 1}" })], null);
    }
}
