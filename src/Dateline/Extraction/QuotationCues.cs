namespace Dateline.Extraction;

// Quotations that go on, that stand alone, and that are announced.
internal sealed partial class SentenceGrammar
{
    // A quotation that goes on after the cue, in the same sentence.
    private int Continued(Attribution added, int after)
    {
        for (var i = after; i < _limit && i < after + 20; i++)
        {
            if (p[i].Is("according") || p[i].Kind == Kind.Word && p[i].Word.Uses is not null && p[i].Word.Form == Form.Ing) return i;
            if (!p[i].IsQuote || p[i].Words < 2 || p[i - 1].Kind is not (Kind.Comma or Kind.Colon or Kind.Dash)) continue;
            Extend(added, i, _limit);
            return _limit;
        }
        return after;
    }

    // A quotation that no cue claims: the sentence's subject and the verb before it.
    private void LooseQuotations(int before)
    {
        for (var i = _first + 1; i < _limit; i++)
        {
            if (!p[i].IsQuote || p[i].Words < 3 || Attribution.Covers(found, before, p[i].Start)) continue;
            var verb = i - 1;
            while (verb > _first && i - verb < 12 && !p.Verb(verb) && !(p[verb].Word.Uses is not null && p[verb].IsWord)) verb--;
            var subject = Shared(Math.Max(verb, _first));
            if (verb <= _first || i - verb >= 12 || subject.End <= subject.First) continue;
            Add(Sense.Say, subject, p.Span(subject.First, subject.End), new Range16(p[verb].Start, p[verb].End), (i, i + 1));
        }
    }

    private void Announce()
    {
        if (_limit - _first < 2 || p[_limit - 1].Kind != Kind.Colon) return;
        var verb = _limit - 2;
        while (verb > _first && p[verb].Word.Uses is null && !p.Verb(verb)) verb--;
        var subject = Shared(Math.Max(verb, _first));
        if (verb == _first && p[verb].Word.Uses is null || subject.End <= subject.First) return;
        Pending = new Attribution { Sense = Sense.Say, Source = p.Span(subject.First, subject.End), Cue = new Range16(p[verb].Start, p[_limit - 2].End) };
    }
}
