namespace Dateline.Extraction;

/// <summary>Finds the attributions of one sentence, from left to right; what a content holds is not searched again.</summary>
internal sealed partial class SentenceGrammar(Passage p, List<Attribution> found)
{
    private int _first, _limit, _floor;
    private (int First, int End) _subject;
    private bool _subjectKnown;

    /// <summary>A source and a cue whose content follows in the next paragraph ("She declared:").</summary>
    internal Attribution? Pending { get; private set; }

    internal bool Read(int first, int limit, bool starts, bool opening)
    {
        (_first, _limit, _floor, _subjectKnown) = (first, limit, first, false);
        var before = found.Count;
        Pending = null;
        while (_limit > _first && p[_limit - 1].Kind is Kind.Stop or Kind.Close) _limit--;
        var at = Headline(starts, opening);
        if (at == _first && Aside() is var aside && aside > at) at = aside;
        while (at < _limit)
        {
            var item = p[at];
            var next = !item.IsWord ? -1
                : item.Is("according") && p[at + 1].Is("to") ? AccordingTo(at)
                : item.Word.Uses is { } uses ? Verb(at, uses)
                : -1;
            if (next < 0 && item.IsWord && item.Word.NounUses is { } nouns) next = Noun(at, nouns);
            at = next > at ? next : at + 1;
        }
        LooseQuotations(before);
        if (found.Count == before) Trailed();
        Announce();
        return found.Count > before;
    }

    private const string Labels = " correction corrected update updated live watch video photos exclusive breaking opinion analysis letter editorial review explainer factbox timeline fact check advisory notice note question answer ";

    // "Graham: Trump's rhetoric …"
    private int Headline(bool starts, bool opening)
    {
        for (var i = _first + 1; starts && i < _limit && i < _first + 6; i++)
        {
            if (p[i].Kind != Kind.Colon) { if (!p[i].IsWord || !p[i].Capital && !Speaks(i)) break; continue; }
            if (i == _first + 1 && !opening && p[_first].Word != Word.Unknown) break;
            if (p[i - 1].Is("latest") || Labels.Contains(" " + p[i - 1].Word.Text + " ", StringComparison.Ordinal) && p[i - 1].Word.Text.Length > 0 || i + 1 >= _limit) break;
            if (!p[i - 1].IsWord || !p[_first].Capital || p[_first].Has(Trait.Determiner | Trait.Wh)) break;
            Add(Sense.Say, (_first, i), p.Span(_first, i), new Range16(p[i].Start, p[i].End), (i + 1, _limit));
            return _limit;
        }
        return _first;
    }

    // "US official: …", "Police chief: …": what stands right before the colon is somebody.
    private bool Speaks(int at)
    {
        while (at < _limit && p[at].IsWord && p.TagOf(at) is Tag.Noun or Tag.Modifier) at++;
        return p[at].Kind == Kind.Colon && (p[at - 1].Has(Trait.Person | Trait.Title | Trait.Media) || Agent(p[at - 1]));
    }

    // "engineers", "rescuers", "scientists": nouns of those who do something (Quirk et al. 1985, appendix I.33), in the plural.
    private bool Agent(Item item) => item.IsWord && item.Word.Forms == VerbForms.None && (p.Ends(item, "ers") || p.Ends(item, "ors") || p.Ends(item, "ists") || p.Ends(item, "ians")) && item.End - item.Start > 6;

    // "Dozens dead in blast: police", "Bridge shut - officials": a headline that ends in who says it.
    private void Trailed()
    {
        for (var i = _limit - 2; i > _first + 1 && i >= _limit - 5; i--)
        {
            if (p[i].Kind is not (Kind.Colon or Kind.Dash)) continue;
            var person = false;
            for (var k = i + 1; k < _limit; k++)
            {
                if (!p[k].IsWord || p.Verb(k)) return;
                person |= p[k].Has(Trait.Person | Trait.Media) || k == _limit - 1 && Agent(p[k]);
            }
            if (person && p[_limit].Kind != Kind.Stop) Add(Sense.Say, (i + 1, _limit), p.Span(i + 1, _limit), new Range16(p[i].Start, p[i].End), (_first, i));
            return;
        }
    }

    private int AccordingTo(int at)
    {
        var cue = new Range16(p[at].Start, p[at + 1].End);
        var start = at + 2;
        if (start >= _limit) return -1;
        var sourceEnd = SourceEnd(start);
        var source = p.Span(start, sourceEnd);
        if (source.Empty) return -1;
        var leads = sourceEnd < _limit && !Says(LeftStart(at), at);
        if (leads)
        {
            var content = p[sourceEnd].Kind == Kind.Comma ? sourceEnd + 1 : sourceEnd;
            var (cited, close) = ViaChains.Chain(p, content, _limit);
            // "According to the Times, citing two officials, …"
            var chained = cited.Count > 0 && close < _limit && p[close].Kind == Kind.Comma;
            if (chained) content = close + 1;
            var end = Contents.End(p, content, _limit, new Use(null, Takes.That | Takes.Bare, Sense.Say), false);
            var added = Add(Sense.Say, (start, sourceEnd), chained ? cited[^1] : source, cue, (content, end));
            // "The ship, according to the coast guard, sank": its subject stands before.
            if (added is not null && p[at - 1].Kind == Kind.Comma && (p.Verb(content) || p.TagOf(content) == Tag.Participle) && LeftStart(at) is var left && left < at - 1) added.Content.Insert(0, p.Span(left, at));
            if (added is not null && chained) added.Via.AddRange([source, .. cited[..^1]]);
            return end;
        }
        var wider = false;
        for (var i = found.Count - 1; i >= 0 && found[i].Cue.Start >= p[_first].Start; i--)
        {
            // What somebody thinks or wants is itself what is told.
            if (wider |= found[i].Sense is Sense.Believe or Sense.Desire or Sense.Judge or Sense.Doubt or Sense.Promise && found[i].Source.Start <= p[_first + 2].Start) continue;
            if (found[i].Cue.End > p[at - 1].End || LeftStart(at) < at && found[i].Cue.Start < p[LeftStart(at)].Start && found[i].Source.Start < p[LeftStart(at)].Start) continue;
            found[i].Via.Add(source);
            return sourceEnd;
        }
        var attribution = Add(Sense.Say, (start, sourceEnd), source, cue, (wider ? _first : LeftStart(at), at));
        return attribution is null ? -1 : sourceEnd;
    }

    // Whether something stands here that could be a content: a quotation or a clause.
    private bool Says(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (p[i].IsQuote || p.Verb(i) || p.TagOf(i) == Tag.Infinitive) return true;
        return false;
    }

    // The source after "according to" runs to a comma that a clause follows; appositions stay in it.
    private int SourceEnd(int start)
    {
        for (var i = start; i < _limit; i++)
        {
            if (p[i].Kind is Kind.Stop or Kind.Semicolon or Kind.Colon or Kind.Dash or Kind.Quote && i > start) return i;
            if (i > start && p.TagOf(i) == Tag.Pronoun && p.Verb(i + 1)) return i;
            if (p[i].Kind != Kind.Comma) continue;
            var next = p[i + 1];
            if (Contents.Clause(p, i + 1, _limit) > 0) return i;
            if (next.Has(Trait.Determiner) && !next.Is("the") || next.Is("who") || next.Is("which") || Named(i + 1)) continue;
            return i;
        }
        return _limit;
    }

    // "her lawyer, Tom Ray, the vote": a name between commas, before a clause.
    private bool Named(int at)
    {
        var end = at;
        while (end < _limit && end < at + 5 && p[end].IsWord && p[end].Capital) end++;
        return end > at && p[end].Kind == Kind.Comma && !p[at - 2].Capital && Contents.Clause(p, end + 1, _limit) > 0;
    }

    private int LeftStart(int at)
    {
        var start = _floor;
        while (start < at && (p[start].Kind is Kind.Comma or Kind.Dash or Kind.Colon || p[start].Has(Trait.Coordinator) && p[start + 1].Kind != Kind.Comma)) start++;
        return start;
    }

    private Attribution? Add(Sense sense, (int First, int End) sourceItems, Range16 source, Range16 cue, (int First, int End) content)
    {
        var span = p.Span(content.First, content.End);
        if (span.Empty) return null;
        var added = new Attribution { Source = source, Cue = cue, Sense = sense };
        added.Content.Add(span);
        found.Add(added);
        if (sourceItems.End == sourceItems.First + 1 && (p[sourceItems.First].Has(Trait.Wh) || p[sourceItems.First].Is("that"))
            && Subjects.Before(p, _first, sourceItems.First - (p[sourceItems.First - 1].Kind == Kind.Comma ? 1 : 0)) is var head && head.End > head.First) added.Antecedent = p.Span(head.First, head.End);
        else if (sourceItems.End > sourceItems.First && !p[sourceItems.End - 1].Has(Trait.Possessive)) (_subject, _subjectKnown) = (sourceItems, true);
        _floor = Math.Max(_floor, content.End);
        return added;
    }

    private void Extend(Attribution? attribution, int first, int end)
    {
        var span = p.Span(first, Math.Min(end, _limit));
        if (attribution is not null && !span.Empty) attribution.Content.Add(span);
        _floor = Math.Max(_floor, end);
    }
}
