using Dateline.Claims;

namespace Dateline.Extraction;

/// <summary>Reads a document paragraph by paragraph and turns what it finds into mentions.</summary>
internal sealed partial class DocumentReader(ExtractionInput input)
{
    /// <summary>Longest stretch that is read at once, in code units; a longer paragraph is cut.</summary>
    private const int LongestParagraph = 32768;

    private const int MostParts = 1000;

    // A shorter paragraph tells too little of its language.
    private const int ShortestForeign = 40;

    private readonly string _text = input.Text;
    private readonly Passage _passage = new(input.Text);
    private readonly List<Attribution> _found = [];
    private readonly List<Mention> _mentions = [];
    private readonly Names _names = new(input.Text);
    private readonly Speakers _speakers = new(input.Text);
    private readonly Hearers _hearers = new();
    private readonly List<Part> _parts = [];
    private readonly RunningQuotation _running = new(input.Text);
    private Attribution? _speaking;

    internal (List<Mention> Mentions, List<Part> Parts) Read()
    {
        var start = 0;
        var opening = true;
        while (start < _text.Length && _found.Count < Extractor.MostRead)
        {
            var end = ParagraphEnd(start);
            _passage.Read(start, end);
            if (_passage.Items.Count > 0)
            {
                var kind = Part(start, end, opening);
                if (kind is not PartKind.Foreign) _names.Learn(_passage);
                if (kind is not (PartKind.Byline or PartKind.Boilerplate or PartKind.Foreign)) Paragraph(opening, kind);
                opening = false;
            }
            start = end;
        }
        _running.Release(_speaking);
        var writer = new MentionWriter(input, _names);
        foreach (var attribution in _found) writer.Write(attribution, _mentions);
        return (_mentions, _parts);
    }

    private PartKind? Part(int start, int end, bool opening)
    {
        while (start < end && char.IsWhiteSpace(_text[start])) start++;
        while (end > start && char.IsWhiteSpace(_text[end - 1])) end--;
        var kind = Parts.Of(_text.AsSpan(start, end - start), input.Title, opening) ?? (IsForeign(start, end) ? PartKind.Foreign : null);
        if (kind is null && opening && input.Title is null && Parts.Heads(_text.AsSpan(start, end - start), Line(end))) kind = PartKind.Headline;
        if (kind is { } found && _parts.Count < MostParts) _parts.Add(new Part(found, start, end));
        return kind;
    }

    // The next line that holds something.
    private ReadOnlySpan<char> Line(int at)
    {
        const int Longest = 400;
        while (at < _text.Length && char.IsWhiteSpace(_text[at])) at++;
        var line = _text.AsSpan(at, Math.Min(Longest, _text.Length - at));
        return line.IndexOf('\n') is >= 0 and var end ? line[..end].TrimEnd() : line.TrimEnd();
    }

    // Where most words are English there is nothing to ask.
    private bool IsForeign(int start, int end)
    {
        if (end - start < ShortestForeign) return false;
        var (words, known) = (0, 0);
        foreach (var token in _passage.Tokens)
        {
            if (!token.IsWord) continue;
            words++;
            if (token.Word != Word.Unknown) known++;
        }
        return known * 2 < words && Language.Refused(_text[start..end], "en") is not null;
    }

    // The first item of the running text, after a dateline, a caption's label, a time or marks of layout.
    private int Body(PartKind? kind)
    {
        if (kind is PartKind.Caption) return Label();
        var first = Datelines.Length(_passage);
        if (first > 0 && _parts.Count < MostParts) _parts.Add(new Part(PartKind.Dateline, _passage[0].Start, _passage[first - 1].End));
        while (first < _passage.Items.Count && _passage[first].Kind == Kind.Symbol && _text[_passage[first].Start] is '#' or '*' or '>' or '•' or '_') first++;
        return first == 0 ? Timed() : first;
    }

    // "Photo: Jan Berg/AFP": nobody whose name is Photo says so.
    private int Label()
    {
        var (first, start) = (0, _passage[0].Start);
        var end = start + Parts.Label(_text.AsSpan(start, _passage.Items[^1].End - start));
        while (first < _passage.Items.Count && _passage[first].Start < end) first++;
        return first;
    }

    // "14:32 Transport minister: …": the time of an entry in a running report.
    private int Timed()
    {
        if (_passage[0].Kind != Kind.Number) return 0;
        if (_passage[0].End - _passage[0].Start is 4 or 5 && _text[_passage[0].End - 3] == '.' && Zone(1)) return 2;
        if (_passage[1].Kind is not (Kind.Colon or Kind.Stop) || _passage[2].Kind != Kind.Number || _passage[2].End - _passage[0].Start > 7 || _passage[2].Start != _passage[1].End) return 0;
        var first = 3;
        while (first < 6 && (_passage[first].Kind is Kind.Dash or Kind.Colon || Zone(first))) first++;
        return _passage[first].Capital || _passage[first].IsQuote ? first : 0;
    }

    private bool Zone(int at) => _passage[at].IsWord && _passage.Written(at) is "GMT" or "BST" or "ET" or "CET" or "CEST" or "UTC" or "am" or "pm" or "a.m." or "p.m.";

    private void Paragraph(bool opening, PartKind? kind)
    {
        var grammar = new SentenceGrammar(_passage, _found);
        var items = _passage.Items;
        _running.Begin();
        Attribution? turn = null;
        var body = Body(kind);
        var labels = kind is not PartKind.Caption && (body == 0 || _passage[0].Kind == Kind.Number);
        for (var first = body; first < items.Count && _found.Count < Extractor.MostRead;)
        {
            var limit = Sentences.End(_text, items, first);
            var before = _found.Count;
            if (Notices.Corrects(_text.AsSpan(_passage[first].Start, _passage[limit - 1].End - _passage[first].Start)))
            {
                first = limit;
                continue;
            }
            if (Quoted(first, limit) && _running.Takes(_passage.Span(first, first + 1), _speaking) || Continues(first, limit))
            {
                first = limit;
                continue;
            }
            if (!_passage[first].IsQuote) _running.Release(_speaking);
            var attributed = grammar.Read(first, limit, first == body && labels || turn is not null, opening || first > 0 && first == body);
            if (attributed) ViaChains.Resolve(_passage, first, limit, _found, before);
            _speakers.Hear(_passage, first, limit, _found, before, _names);
            if (!attributed) _running.Release(_speaking);
            if (attributed && Begins(grammar.Turn, first, before)) turn = _found[before];
            else if (turn is not null && Turned(turn, first, limit, before, attributed))
            {
                first = limit;
                continue;
            }
            if (!attributed && _speaking is not null && _passage[first].IsQuote && _passage[first].Words > 2)
            {
                _speaking.Content.Add(_passage.Span(first, first + 1));
                first = limit;
                continue;
            }
            var earlier = _speaking;
            if (grammar.Pending is not null) _speaking = grammar.Pending;
            else if (attributed) _speaking = Quoting(before);
            if (grammar.Pending is null) Narrate(first, attributed ? Narrators.Clause(_passage, first, limit, _found, before) : limit);
            if (_found.Count == before && !Quoted(first, limit) && grammar.Pending is null) _speaking = null;
            if (attributed) _hearers.Hear(_passage, first, limit, _found, before);
            if (attributed) _running.Attribute(_found, before, _passage[first].Start, earlier, _speaking);
            first = limit;
        }
    }

    // Of a sentence's attributions, the one that a following quotation goes on with: the last that quotes.
    private Attribution Quoting(int from)
    {
        for (var i = _found.Count - 1; i >= from; i--)
            foreach (var content in _found[i].Content)
                if (_text[content.Start] is '"' or '“' or '‘' or '\'') return _found[i];
        return _found[^1];
    }

    private bool Quoted(int first, int limit) => _passage[first].IsQuote && limit - first <= 2;

    // A sentence that is nothing but a quotation goes on with the speaker before it.
    private bool Continues(int first, int limit)
    {
        if (_speaking is null || !Quoted(first, limit)) return false;
        if (_speaking.Content.Count == 0) _found.Add(_speaking);
        _speaking.Content.Add(_passage.Span(first, first + 1));
        _running.Goes(_speaking);
        return true;
    }

    private void Narrate(int first, int limit)
    {
        if (!Narrators.Asserts(_passage, first, limit)) return;
        var span = _passage.Span(first, limit);
        if (span.Empty) return;
        var narrated = new Attribution { Narrator = true, Hearsay = Narrators.Quotes(_passage, first, limit), Sense = Asks(limit) ? Sense.Ask : Sense.Say };
        narrated.Content.Add(span);
        _found.Add(narrated);
    }

    private bool Asks(int limit) => _passage[limit - 1] is { Kind: Kind.Stop } stop && _text.AsSpan(stop.Start, stop.End - stop.Start).Contains('?');

    // A line break ends a paragraph, unless the line is broken in mid-sentence.
    private int ParagraphEnd(int start)
    {
        var limit = Math.Min(_text.Length, start + LongestParagraph);
        for (var i = start; i < limit; i++)
        {
            if (_text[i] != '\n' && _text[i] != '\u2029') continue;
            var before = i > start && _text[i - 1] == '\r' ? i - 2 : i - 1;
            if (i + 1 < limit && char.IsLower(_text[i + 1]) && before >= start && (char.IsLetter(_text[before]) || _text[before] == ',')) continue;
            return i + 1;
        }
        if (limit == _text.Length) return limit;
        for (var i = limit; i > limit - 200; i--)
            if (char.IsWhiteSpace(_text[i])) return i;
        return char.IsLowSurrogate(_text[limit]) ? limit - 1 : limit;
    }
}
