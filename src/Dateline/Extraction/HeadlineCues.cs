namespace Dateline.Extraction;

// Headlines that name who says it before a colon or at their end.
internal sealed partial class SentenceGrammar
{
    private const string Labels = " correction corrected update updated live watch video photos exclusive breaking opinion analysis letter editorial review explainer factbox timeline fact check advisory notice note question answer ";

    /// <summary>Whether the sentence began a turn of a transcript.</summary>
    internal bool Turn { get; private set; }

    // "Graham: Trump's rhetoric …"
    private int Headline(bool starts, bool opening)
    {
        if (starts && Exclaimed()) return _limit;
        if (starts && Label() is var (name, colon) && colon > 0)
        {
            Turn = true;
            var says = Add(Sense.Say, (_first, name), p.Span(_first, name), new Range16(p[colon].Start, p[colon].End), (colon + 1, _limit));
            if (says is not null && p[_limit].Kind == Kind.Stop && p.Text[p[_limit].Start] == '?') says.Asks = true;
            return _limit;
        }
        for (var i = _first + 1; starts && i < _limit && i < _first + 6; i++)
        {
            var turn = p[i].Kind == Kind.Colon && i + 1 < _limit && Transcripts.IsLabel(p.Text.AsSpan(p[_first].Start, p[i].Start - p[_first].Start).TrimEnd()) && !Labelled(i - 1);
            if (p[i].Kind != Kind.Colon) { if (!p[i].IsWord || !p[i].Capital && !Speaks(i)) break; continue; }
            if (!turn && i == _first + 1 && !opening && p[_first].Word != Word.Unknown) break;
            if (p[i - 1].Is("latest") || Labelled(i - 1) || i + 1 >= _limit) break;
            if (!p[i - 1].IsWord || !p[_first].Capital || !turn && p[_first].Has(Trait.Determiner | Trait.Wh)) break;
            Turn = turn;
            var said = Add(Sense.Say, (_first, i), p.Span(_first, i), new Range16(p[i].Start, p[i].End), (i + 1, _limit));
            // "TAPPER: Senator, did the president order it?": the mark stands behind the content.
            if (said is not null && p[_limit].Kind == Kind.Stop && p.Text[p[_limit].Start] == '?') said.Asks = true;
            return _limit;
        }
        return _first;
    }

    // "'We were left to die': survivors accuse crew", "'It was hell': nurse": whoever stands behind the colon has said it.
    private bool Exclaimed()
    {
        if (!p[_first].IsQuote || p[_first].Words < 2 || p[_first + 1].Kind != Kind.Colon || _first + 2 >= _limit || p[_limit].Kind == Kind.Stop) return false;
        var verb = _first + 2;
        while (verb < _limit && !p.Verb(verb) && p[verb].Kind is Kind.Word or Kind.Number) verb++;
        var finite = verb < _limit && p.Verb(verb);
        var (first, end) = finite ? Subjects.Before(p, _first + 2, verb) : (_first + 2, _limit);
        if (end <= first || p[first].Has(Trait.Wh | Trait.Pronoun) || !finite && !(p[_limit - 1].Has(Trait.Person | Trait.Title) || p[_limit - 1].Capital || Agent(p[_limit - 1]) || Clausal(p[_first]) && !p[first].Has(Trait.Preposition | Trait.Determiner))) return false;
        var cue = finite && p[verb].Word.Uses is not null ? verb : _first + 1;
        return Add(Sense.Say, (first, end), p.Span(first, end), new Range16(p[cue].Start, p[cue].End), (_first, _first + 1)) is not null;
    }

    // Whether a quotation holds a clause.
    private bool Clausal(Item quotation)
    {
        var tokens = new List<Token>();
        Tokenizer.Read(p.Text, quotation.Start, quotation.End, tokens);
        return tokens.Exists(static t => t.Has(Trait.Auxiliary | Trait.Modal));
    }

    // "TOM FALK, ENGINEER:", "HALE (R-DUNMORE):": where the name ends, and the colon; zero where no such label stands.
    private (int Name, int Colon) Label()
    {
        const int Longest = 16;
        var name = 0;
        for (var i = _first + 1; i + 1 < _limit && i < _first + Longest; i++)
        {
            if (p[i].Kind is Kind.Quote or Kind.Stop) return default;
            if (name == 0 && p[i].Kind is Kind.Comma or Kind.Open) name = i;
            if (p[i].Kind == Kind.Colon) return name > 0 && Transcripts.IsLabel(p.Text.AsSpan(p[_first].Start, p[i].Start - p[_first].Start).TrimEnd()) ? (name, i) : default;
        }
        return default;
    }

    private bool Labelled(int at) => p[at].Word.Text.Length > 0 && Labels.Contains(" " + p[at].Word.Text + " ", StringComparison.Ordinal);

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
}
