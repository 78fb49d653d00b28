using Dateline.Claims;

namespace Dateline.Extraction;

/// <summary>Makes mentions of what was found, in text order, and adds the document's own claims.</summary>
internal sealed class Mentions(Reading r, ExtractionInput input)
{
    public const int Most = 400;

    private readonly Names names = new(r);
    private readonly List<Mention> all = [];
    private string? lastPerson;

    public IReadOnlyList<Mention> Make(List<Found> found)
    {
        var next = 0;
        for (var n = 0; n < r.Sentences.Count && all.Count < Most; n++)
        {
            var attributed = false;
            while (next < found.Count && found[next].Sentence <= n && all.Count < Most)
            {
                attributed = true;
                Attributed(found[next++]);
            }
            if (!attributed && all.Count < Most) Own(r.Sentences[n]);
        }
        return [.. all.OrderBy(m => m.Content.Start).ThenBy(m => m.Cue?.Start ?? 0).Select((m, i) => m with { Id = $"{input.DocumentId}/{input.Revision}#{i + 1}" })];
    }

    private void Attributed(Found f)
    {
        f.Parts.Sort((a, b) => a.Start.CompareTo(b.Start));
        var spans = f.Parts.Select(r.Span).OfType<Span>().ToList();
        if (spans.Count == 0) return;
        var speaker = r.Span(f.Speaker);
        string? name = null;
        if (speaker is not null)
        {
            if (f.Speaker.End - f.Speaker.Start == 1 && (r.Says(f.Speaker.Start, "he") || r.Says(f.Speaker.Start, "she") || r.Is(f.Speaker.Start, Tag.Possessive) && !r.Says(f.Speaker.Start, "their") && !r.Says(f.Speaker.Start, "its")))
                name = lastPerson;
            else
            {
                name = names.Full(r, f.Speaker);
                if (names.Own(r, f.Speaker) is { } own) lastPerson = own;
            }
            if (name == speaker.Text) name = null;
        }
        var factuality = FactualityRules.Judge(r, f, f.Parts[0]);
        Add(f.Parts, spans, factuality, speaker, name, [.. f.Via.Select(r.Span).OfType<Span>()], r.Whole(f.Cue));
    }

    private void Own(Sentence s)
    {
        if (r.Tokens[s.Start].Quote >= 0 || s.End - s.Start < 5 || s.End - s.Start > 200) return;
        var range = new Range(s.Start, s.End);
        var factuality = FactualityRules.Judge(r, null, range);
        if (Narrator.Rumour(r, s) && factuality.Certainty > Certainty.Possible) factuality = factuality with { Certainty = Certainty.Possible };
        if (r.Span(range) is not { } span) return;
        var before = all.Count;
        Add([range], [span], factuality, null, null, [], null);
        if (!Narrator.Claims(r, s, factuality, all[before].Worth)) all.RemoveAt(before);
    }

    private void Add(List<Range> parts, List<Span> spans, Factuality factuality, Span? speaker, string? name, IReadOnlyList<Span> via, Span? cue)
    {
        var numbers = new List<NumberFact>();
        var dates = new List<DateFact>();
        foreach (var part in parts)
        {
            var dated = new bool[part.End - part.Start];
            dates.AddRange(Dates.In(r, part, input.PublishedAt, dated));
            numbers.AddRange(Numbers.In(r, part, dated));
        }
        var quoted = r.Tokens[parts[0].Start].Quote >= 0;
        var (worth, reason) = WorthRules.Judge(r, parts[0], factuality, numbers.Count, dates.Count, quoted);
        all.Add(new()
        {
            Id = "",
            Content = spans[0],
            More = spans.Count > 1 ? spans[1..] : [],
            Speaker = speaker,
            SpeakerName = name,
            Via = via,
            Cue = cue,
            Polarity = factuality.Polarity,
            Mode = factuality.Mode,
            Certainty = factuality.Certainty,
            Evidence = [.. factuality.Evidence.Distinct().OrderBy(e => e.Start).Select(r.Whole).OfType<Span>()],
            Numbers = numbers,
            Dates = dates,
            Worth = worth,
            WorthReason = reason
        });
    }
}
