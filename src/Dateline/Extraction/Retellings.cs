namespace Dateline.Extraction;

// What is said of a clause behind it, as of a claim.
internal sealed partial class SentenceGrammar
{
    // "…, a claim the rebels denied": where the reading goes on; -1 where nothing is said of the clause.
    private int Retold(int at, int before)
    {
        if (Appositions.Refuted(p, at, _limit) is > 0 and var refuted && found.Count > before && Ends(found[^1], p[at - 2].End))
        {
            found[^1].Against = p.Span(at + 1, refuted);
            return _floor = Math.Max(_floor, refuted);
        }
        if (Appositions.Read(p, at, _limit) is not { } told) return -1;
        var added = new Attribution { Source = told.Source, Cue = told.Cue, Sense = told.Sense };
        if (found.Count > before && Ends(found[^1], p[at - 2].End) && (told.Claim || found[^1].Sense is Sense.Say or Sense.Deny or Sense.Believe or Sense.Predict or Sense.Promise or Sense.Show or Sense.Doubt || found[^1].Sense is Sense.Judge && told.Sense is Sense.Deny)) added.Content.AddRange(found[^1].Content);
        else
        {
            var first = LeftStart(at - 1);
            if (p.Span(first, at - 1) is not { Empty: false } clause) return -1;
            // "The allegations, which Smith denies, were …": who denies what only has a name so far; the sentence goes on.
            if (!Says(first, at - 1))
            {
                if (told.Sense is not Sense.Deny || p[at - 2].Word.NounUses is null || p[at - 2].Word.Adjective) return -1;
                added.Content.Add(clause);
                found.Add(added);
                return _floor = told.End;
            }
            // What somebody denies "which" the document tells, the document asserts.
            if (told.Asserted && Narrators.Asserts(p, first, at)) found.Add(new Attribution { Narrator = true, Sense = Sense.Say, Content = { clause } });
            added.Content.Add(clause);
        }
        found.Add(added);
        _floor = Math.Max(_floor, told.End);
        return told.End;
    }

    // Whether what was read last reaches up to here, with its content or with who says it.
    private static bool Ends(Attribution last, int at) => last.Content[^1].End == at || last.Cue.End == at || last.Source.End == at;

    // ", and two roads will close, a spokesman added": somebody else says the rest. Where the rest begins that has words of its own; the limit where it has none; -1 where nobody else says it.
    private int Others(int at)
    {
        for (var comma = _limit - 1; comma >= at && comma >= _limit - 10; comma--)
        {
            if (comma > at && p[comma].Kind != Kind.Comma) continue;
            var first = comma > at ? comma + 1 : at;
            var verb = Contents.Clause(p, first, _limit);
            if (verb < 0 || verb != _limit - 1 || Appositions.Read(p, first, _limit) is not null || p[first].Has(Trait.Pronoun) || p[verb].Word.Uses is not { } uses || !Cues.Particle(p, verb, uses).Takes.HasFlag(Takes.Quote)) return -1;
            return first > at ? at : _limit;
        }
        return -1;
    }
}
