using Dateline.Claims;

namespace Dateline.Extraction;

/// <summary>Turns an attribution into mentions: one for each sentence of its content; a sentence that the cue breaks stays one mention.</summary>
internal sealed class MentionWriter(ExtractionInput input, Names names)
{
    private readonly Anchored _anchored = new(input);
    private readonly List<Token> _tokens = [];
    private readonly List<Token> _cue = [];
    private readonly List<Token> _source = [];

    internal void Write(Attribution from, List<Mention> into)
    {
        _cue.Clear();
        if (!from.Cue.Empty) Tokenizer.Read(input.Text, from.Cue.Start, from.Cue.End, _cue);
        _source.Clear();
        if (!from.Source.Empty) Tokenizer.Read(input.Text, from.Source.Start, from.Source.End, _source);
        var sentence = new List<Range16>();
        var denied = false;
        for (var i = 0; i < from.Content.Count; i++)
        {
            foreach (var (part, denies) in Split(from.Content[i]))
            {
                if (sentence.Count > 0 && !GoesOn(part))
                {
                    Flush();
                    denied = false;
                }
                // What holds no negation has no clause that differs from the others.
                denied |= denies;
                foreach (var (clause, apart) in denied ? Nested.Whole(input.Text, part, Clauses.Apart(input.Text, part, sentence)) : [(part, false)])
                {
                    if (sentence.Count > 0 && apart) Flush();
                    sentence.Add(clause);
                }
            }
        }
        Flush();

        void Flush()
        {
            if (sentence.Count > 0 && into.Count < Extractor.MostRead) into.Add(Mention(from, sentence, into.Count + 1));
            sentence.Clear();
        }
    }

    private Mention Mention(Attribution from, List<Range16> parts, int number)
    {
        _tokens.Clear();
        var part = new List<Token>();
        foreach (var range in parts)
        {
            Tokenizer.Read(input.Text, range.Start, range.End, part);
            _tokens.AddRange(part);
        }
        var judged = Factuality.Judge(input.Text, Nested.Own(_tokens), _cue, _source, from);
        var anchor = _anchored.At(parts[0].Start, parts[^1].End);
        var dates = Dates.Find(input.Text, _tokens, anchor ?? input.PublishedAt, judged.Mode is Mode.Prediction or Mode.Promise || from.Sense is Sense.Desire or Sense.Urge || Factuality.Forward(_tokens));
        var numbers = Numbers.Find(input.Text, _tokens, dates);
        Keep(_tokens, dates, numbers);
        var (worth, reason) = Worth.Of(input.Text, _tokens, numbers, dates, judged);
        return new Mention
        {
            Id = $"{input.DocumentId}/{input.Revision}#{number}",
            Content = Span(parts[0]),
            More = [.. parts.Skip(1).Select(Span)],
            Speaker = from.Source.Empty ? null : Span(from.Source),
            SpeakerName = from.Source.Empty ? null : names.Resolve(from.Source, from.Antecedent),
            Via = [.. from.Via.Select(Span)],
            Cue = from.Cue.Empty ? null : Span(from.Cue),
            Polarity = judged.Polarity,
            Mode = judged.Mode,
            Certainty = judged.Certainty,
            Evidence = [.. judged.Evidence.Select(Span)],
            Numbers = numbers,
            Dates = dates,
            AnchoredAt = dates.Count > 0 ? anchor : null,
            Worth = worth,
            WorthReason = reason
        };
    }

    internal static Mention Measure(ExtractionInput input, Mention mention)
    {
        var (tokens, part) = (new List<Token>(), new List<Token>());
        foreach (var span in mention.More.Prepend(mention.Content))
        {
            Tokenizer.Read(input.Text, span.Start, span.End, part);
            tokens.AddRange(part);
        }
        var anchor = new Anchored(input).At(mention.Content.Start, mention.More.Count > 0 ? mention.More[^1].End : mention.Content.End);
        var dates = Dates.Find(input.Text, tokens, anchor ?? input.PublishedAt, mention.Mode is Mode.Prediction or Mode.Promise || Factuality.Forward(tokens));
        var numbers = Numbers.Find(input.Text, tokens, dates);
        Keep(tokens, dates, numbers);
        var (worth, reason) = Worth.Of(input.Text, tokens, numbers, dates, new Judged(mention.Polarity, mention.Mode, mention.Certainty, []));
        return mention with { Numbers = numbers, Dates = dates, AnchoredAt = dates.Count > 0 ? anchor : null, Worth = worth, WorthReason = reason };
    }

    // "3.1 percent, not 4": what a contrast takes back is no number or date of the claim.
    private static void Keep(List<Token> tokens, List<DateFact> dates, List<NumberFact> numbers)
    {
        foreach (var contrast in Factuality.Contrasts(tokens))
        {
            dates.RemoveAll(d => d.Start >= contrast.Start && d.End <= contrast.End);
            numbers.RemoveAll(n => n.Start >= contrast.Start && n.End <= contrast.End);
        }
    }

    private Span Span(Range16 range) => new(range.Start, range.End, input.Text[range.Start..range.End]);

    // A part that begins in lower case, after its quotation mark, goes on with the sentence before it.
    private bool GoesOn(Range16 part)
    {
        var at = part.Start;
        while (at < part.End && !char.IsLetterOrDigit(input.Text[at])) at++;
        return at < part.End && char.IsLower(input.Text[at]);
    }

    // The sentences of a content, and whether each may deny something.
    private List<(Range16 Part, bool Denies)> Split(Range16 content)
    {
        var parts = new List<(Range16, bool)>();
        Tokenizer.Read(input.Text, content.Start, content.End, _tokens);
        var start = 0;
        var until = 0;
        for (var i = 0; i + 1 < _tokens.Count; i++)
        {
            if (i >= until) until = Math.Max(until, Nested.End(_tokens, i));
            if (_tokens[i].Kind != Kind.Stop || i + 1 - start < 3) continue;
            var end = i + 1;
            while (end < _tokens.Count && _tokens[end].Kind is Kind.Quote or Kind.Close && _tokens[end].Start == _tokens[end - 1].End) end++;
            if (end < until) continue;
            if (end >= _tokens.Count || _tokens[end].Start == _tokens[end - 1].End) continue;
            var next = _tokens[end].Kind == Kind.Quote && end + 1 < _tokens.Count ? _tokens[end + 1] : _tokens[end];
            if (next.IsWord && !next.Capital) continue;
            parts.Add((new Range16(_tokens[start].Start, _tokens[end - 1].End), Factuality.MayDeny(_tokens, start, end)));
            start = end;
        }
        if (start < _tokens.Count) parts.Add((new Range16(_tokens[start].Start, content.End), Factuality.MayDeny(_tokens, start, _tokens.Count)));
        return parts;
    }
}
