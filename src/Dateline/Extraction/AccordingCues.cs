namespace Dateline.Extraction;

// "According to", before, behind and within what is said.
internal sealed partial class SentenceGrammar
{
    private int AccordingTo(int at, int start, int cueEnd)
    {
        var cue = new Range16(p[at].Start, p[cueEnd - 1].End);
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
            var left = LeftStart(at);
            var added = Add(Sense.Say, (start, sourceEnd), chained ? cited[^1] : source, cue, (content, end));
            // "The ship, according to the coast guard, sank": its subject stands before.
            if (added is not null && p[at - 1].Kind == Kind.Comma && (p.Verb(content) || (p[content].Word.Forms & (VerbForms.Past | VerbForms.Present)) != 0 || p[content].Has(Trait.Verb)) && left < at - 1) added.Content.Insert(0, p.Span(left, at));
            if (added is not null && chained) added.Via.AddRange([source, .. cited[..^1]]);
            return end;
        }
        if (p[at - 1].Kind == Kind.Open) at--;
        var wider = false;
        for (var i = found.Count - 1; i >= 0 && found[i].Cue.Start >= p[_first].Start; i--)
        {
            // What somebody thinks, wants or promises is itself what is told; who speaks for the promiser ("his office") hands the promise on.
            var own = found[i].Sense is Sense.Believe or Sense.Desire or Sense.Judge or Sense.Doubt || found[i].Sense is Sense.Promise && !p[start].Has(Trait.Possessive);
            if (wider |= own && found[i].Source.Start <= p[_first + 2].Start) continue;
            if (found[i].Cue.End > p[at - 1].End || LeftStart(at) < at && found[i].Cue.Start < p[LeftStart(at)].Start && found[i].Source.Start < p[LeftStart(at)].Start) continue;
            found[i].Via.Add(source);
            return sourceEnd;
        }
        var attribution = Add(Sense.Say, (start, sourceEnd), source, cue, (wider ? _first : LeftStart(at), at));
        return attribution is null ? -1 : sourceEnd;
    }

    // The source after "according to" runs to a comma that a clause follows; appositions stay in it.
    private int SourceEnd(int start)
    {
        for (var i = start; i < _limit; i++)
        {
            if (p[i].Kind is Kind.Stop or Kind.Semicolon or Kind.Colon or Kind.Dash or Kind.Quote && i > start || p[i].Kind == Kind.Close && !Opened(start, i)) return i;
            if (i > start && p.TagOf(i) == Tag.Pronoun && p.Verb(i + 1)) return i;
            if (p[i].Kind != Kind.Comma) continue;
            var next = p[i + 1];
            if (Contents.Clause(p, i + 1, _limit) > 0) return i;
            if (next.Has(Trait.Determiner) && !next.Is("the") || next.Is("who") || next.Is("which") || Named(i + 1)) continue;
            return i;
        }
        return _limit;
    }

    private bool Opened(int start, int at)
    {
        while (at > start && p[at].Kind != Kind.Open) at--;
        return p[at].Kind == Kind.Open;
    }

    // "her lawyer, Tom Ray, the vote": a name between commas, before a clause.
    private bool Named(int at)
    {
        var end = at;
        while (end < _limit && end < at + 5 && p[end].IsWord && p[end].Capital) end++;
        return end > at && p[end].Kind == Kind.Comma && !p[at - 2].Capital && Contents.Clause(p, end + 1, _limit) > 0;
    }
}
