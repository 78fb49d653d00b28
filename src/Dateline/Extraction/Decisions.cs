namespace Dateline.Extraction;

// What looks like words and is none: a body's decision, what is left unsaid, and when somebody speaks.
internal sealed partial class SentenceGrammar
{
    private const string Deciders = " parliament senate congress house council assembly court courts board commission committee cabinet government ministry regulator regulators agency voters shareholders investors creditors members lawmakers mps senators deputies councillors legislators delegates judges jurors jury "
        + "ministers union party eu un nato fda ema fed fifa uefa bundestag knesset duma legislature bank panel tribunal referendum states jurisdictions ";

    // "Parliament backed the reform on Tuesday", "the drug was approved by the agency": a decision is what happened. Who approves "of" something, or backs somebody without a vote, judges.
    private bool Decides(int at, int first, int after, bool passive, Use use)
    {
        if (use.Particle is not null || use.Sense is not (Sense.Judge or Sense.Deny)) return false;
        var approves = p[at].Is("approved") || p[at].Is("approves") || p[at].Is("approve") || p[at].Is("approving");
        if (!approves && !p[at].Is("backed") && !p[at].Is("endorsed") && !p[at].Is("supported") && !p[at].Is("rejected") && !p[at].Is("opposed")) return false;
        if (passive) return approves;
        if (p[after].IsQuote || p[after].Has(Trait.Pronoun) || Claimed(after) || p[after].Is("that") || p[after].IsWord && p[after].Capital && !approves) return false;
        if (Offered(after)) return true;
        var subject = Subjects.Before(p, _floor, first);
        if (subject.End <= subject.First) return approves && p.TagOf(at) == Tag.Infinitive;
        return approves || Deciders.Contains($" {Lower(Head(subject))} ", StringComparison.Ordinal);
    }

    private const string Offers = " bid bids offer offers takeover contract contracts transfer ";

    // "Rejected a £40m bid": nothing that was said is denied.
    private bool Offered(int at)
    {
        for (var i = at; i < _limit && i < at + 6 && p[i].Kind is Kind.Word or Kind.Number or Kind.Symbol && !p[i].Has(Trait.Preposition); i++)
            if (p[i].IsWord && Offers.Contains($" {Lower(i)} ", StringComparison.Ordinal)) return true;
        return false;
    }

    // "The lower house of parliament": the noun before a preposition, else the last.
    private int Head((int First, int End) of)
    {
        for (var i = of.First + 1; i < of.End; i++)
            if (p[i].Has(Trait.Preposition) || p[i].Kind == Kind.Comma) return i - 1;
        return of.End - 1;
    }

    // "Paid without admitting wrongdoing", "left before saying where he was": nobody says it.
    private bool Unsaid(int at, int first, int after) => p[at].Word.Form == Form.Ing && first == at && at > _first && (p[at - 1].Is("without") || p[at - 1].Is("before") && p[after].Has(Trait.Wh) || p[at - 1].Has(Trait.Adverb) && p[at - 2].Is("without"));

    private const string Held = " believed thought said reported alleged understood known suspected rumoured rumored ";

    // "The fire, believed to have been set, spread": a participle that tells what is held of the noun before the comma (Quirk et al. 1985, 17.28).
    private bool Describes(int at, int after) => p[at - 1].Kind == Kind.Comma && p[after].Is("to") && at > _first + 1 && p.Noun(p[at - 2]) && Held.Contains($" {Lower(at)} ", StringComparison.Ordinal);

    private const string Fates = " dead killed missing lost drowned trapped hurt injured wounded buried stranded ";

    // "Dozens feared dead", "man found dead in flat": in the short form of headlines, of whom it is feared, not who fears (Quirk et al. 1985, 11.46).
    private bool Presumed(int at, int after) => p[at].Is("found") && p[after].IsWord && (Fates.Contains($" {Lower(after)} ", StringComparison.Ordinal) || Lower(after) is "guilty" or "alive" or "safe") && !p.Noun(p[after + 1]) || (p[at].Is("feared") || p[at].Is("believed") || p[at].Is("presumed") || p[at].Is("thought")) && p.TagOf(at) == Tag.Finite && p[after].IsWord && Fates.Contains($" {Lower(after)} ", StringComparison.Ordinal);

    private const string Units = " day days week weeks month months year years hour hours minutes ";

    // "Will decide in three weeks", "ruled on Friday", "wrote in March": to the sentence's end only when.
    private bool OnlyWhen(int at)
    {
        if (!p[at].Has(Trait.Preposition)) return false;
        var (i, timed) = (at, false);
        for (; i < _limit && i < at + 7 && p[i].Kind is Kind.Word or Kind.Number; i++)
        {
            var time = p[i].Has(Trait.Weekday | Trait.Day | Trait.Month) && p[i].Capital || Units.Contains($" {Lower(i)} ", StringComparison.Ordinal);
            timed |= time;
            if (!time && p[i].Kind != Kind.Number && !p[i].Has(Trait.Preposition | Trait.Determiner | Trait.Numeral) && !p[i].Is("next") && !p[i].Is("last") && !p[i].Is("'s")) return false;
        }
        return timed && i >= _limit;
    }
}
