using Dateline.Claims;

namespace Dateline.Extraction;

/// <summary>Describes a mention on every axis: polarity, mode, certainty, numbers, dates, worth.</summary>
internal sealed class Description(TokenisedText text, DateTimeOffset? publishedAt)
{
    /// <summary>An attributed mention.</summary>
    internal Mention Of(Attribution a, Speakers speakers)
    {
        var stretches = a.Tokens;
        var factuality = Factuality.Of(text, stretches, a.Cue, a.Stand, a.Source);
        return Mention(stretches, factuality) with
        {
            Speaker = a.Source is { } s ? text.Span(s) : null,
            SpeakerName = a.Source is { } named ? speakers.FullName(named) : null,
            Via = a.Via is { } v ? [text.Span(v)] : [],
            Cue = a.Cue is { } c ? text.Span(c) : null
        };
    }

    /// <summary>A claim of the document's own.</summary>
    internal Mention Of(Stretch sentence) => Mention([sentence], Factuality.Of(text, [sentence], null, Stand.Says, null));

    private Mention Mention(List<Stretch> stretches, Factuality f)
    {
        var numbers = stretches.SelectMany(s => Numbers.Find(text, s)).ToList();
        var dates = stretches.SelectMany(s => Dates.Find(text, s, publishedAt)).ToList();
        numbers.RemoveAll(n => dates.Exists(d => n.Start < d.End && d.Start < n.End));
        var spans = stretches.Select(text.Span).OrderBy(s => s.Start).ToList();
        var (worth, reason) = Worth.Of(text, stretches, numbers.Count, dates.Count, f);
        return new()
        {
            Id = "",
            Content = spans[0],
            More = [.. spans.Skip(1)],
            Polarity = f.Polarity,
            Mode = f.Mode,
            Certainty = f.Certainty,
            Evidence = [.. f.Evidence.Select(i => text.Span(new(i, i + 1)))],
            Numbers = numbers,
            Dates = dates,
            Worth = worth,
            WorthReason = reason
        };
    }
}
