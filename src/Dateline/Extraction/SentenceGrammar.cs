namespace Dateline.Extraction;

/// <summary>Finds the attributions of one sentence, from left to right; what a content holds is not searched again.</summary>
internal sealed partial class SentenceGrammar(Passage p, List<Attribution> found)
{
    private int _first, _limit, _floor, _before;
    private (int First, int End) _subject;
    private bool _subjectKnown;

    /// <summary>A source and a cue whose content follows in the next paragraph ("She declared:").</summary>
    internal Attribution? Pending { get; private set; }

    internal bool Read(int first, int limit, bool starts, bool opening)
    {
        (_first, _limit, _floor, _subjectKnown) = (first, limit, first, false);
        var before = _before = found.Count;
        (Pending, Turn) = (null, false);
        while (_limit > _first && p[_limit - 1].Kind is Kind.Stop or Kind.Close) _limit--;
        var at = Headline(starts, opening);
        if (at == _first && Aside() is var aside && aside > at) at = aside;
        while (at < _limit)
        {
            var item = p[at];
            var next = !item.IsWord ? -1
                : p[at - 1].Kind is Kind.Comma or Kind.Dash && Retold(at, before) is > 0 and var retold ? retold
                : item.Is("according") && p[at + 1].Is("to") ? AccordingTo(at, at + 2, at + 2)
                : Credits.At(p, at, _first, _limit) is { Source: > 0 } credit ? AccordingTo(at, credit.Source, credit.CueEnd)
                : item.Word.Uses is { } uses ? Verb(at, uses)
                : Turns.Puts(p, at, _limit) > 0 ? Puts(at)
                : -1;
            if (next < 0 && item.IsWord && item.Word.NounUses is { } nouns) next = Noun(at, nouns);
            at = next > at ? next : at + 1;
        }
        LooseQuotations(before);
        if (found.Count == before) Trailed();
        Announce();
        return found.Count > before;
    }

    // Whether something stands here that could be a content: a quotation or a clause.
    private bool Says(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (p[i].IsQuote || p.Verb(i) || p.TagOf(i) == Tag.Infinitive) return true;
        return false;
    }

    private int LeftStart(int at)
    {
        var start = _floor;
        while (start < at && (p[start].Kind is Kind.Comma or Kind.Dash or Kind.Colon || p[start].Has(Trait.Coordinator) && !p[start].Is("nor") && p[start + 1].Kind != Kind.Comma)) start++;
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
