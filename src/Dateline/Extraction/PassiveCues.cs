using static Dateline.Extraction.Complements;

namespace Dateline.Extraction;

// Cues in the passive.
internal sealed partial class SentenceGrammar
{
    // "is expected to win", "was criticised by the unions for …"
    private int Passive(int at, int first, int after, Use use)
    {
        var subject = Subjects.Before(p, _floor, first);
        if (use.Takes.HasFlag(Takes.Claims) && !(subject.End > subject.First && p[subject.End - 1].Word.NounUses is not null)) return -1;
        if (subject.End <= subject.First) return -1;
        // "The city is known for its canals", "known as Green Rock": what it is, and nobody's knowledge.
        if (p[at].Is("known") && (p[after].Is("for") || p[after].Is("as"))) return -1;
        var cue = new Range16(p[first].Start, p[after - 1].End);
        var right = after;
        (int First, int End) by = default;
        // "was first reported on Monday by the Herald"
        var timed = right;
        while (use.Sense == Sense.Say && timed < _limit && (p[timed].Has(Trait.Weekday | Trait.Day) || p[timed].Is("on") && p[timed + 1].Has(Trait.Weekday) || p[timed].Is("earlier") || p[timed].Is("last"))) timed++;
        if (p[timed].Is("by")) right = timed;
        if (p[right].Is("by"))
        {
            var end = right + 1;
            var charged = p[at].Is("accused") || p[at].Is("suspected");
            while (end < _limit && p[end].Kind is not (Kind.Comma or Kind.Quote or Kind.Semicolon) && !(charged && end > right + 1 && Charges(end, _limit)) && !p[end].Is("for") && !p[end].Is("as") && !p[end].Is("to") && !p[end].Has(Trait.Subordinator | Trait.Wh)) end++;
            by = (right + 1, end);
            right = end;
        }
        if (by.End > by.First && p[right].Is("as") && p[right + 1].Is("saying"))
        {
            // "The minister was quoted by Bild as saying that …", "“…,” the minister was quoted by Bild as saying"
            if (right + 2 >= _limit && Reported(subject, by, cue) is var reported && reported > 0) return reported;
            var said = Add(Sense.Say, subject, p.Span(subject.First, subject.End), cue, (right + 2, _limit));
            said?.Via.Add(p.Span(by.First, by.End));
            return said is null ? -1 : _limit;
        }
        if (by.End == 0 && p[right].Is("as") && p[right + 1].Is("saying") && (p[right + 2].Is("by") || right + 2 >= _limit || p[right + 2].Kind == Kind.Comma) && Reported(subject, p[right + 2].Is("by") ? (right + 3, Close(right + 3)) : default, cue) is var quoted && quoted > 0) return quoted;
        if (by.End == 0 && p[right].Is("as") && p[right + 1].Is("saying") && p[right + 2].Is("by") && Teller(right + 3) is var that && that > 0)
        {
            var said = Add(Sense.Say, subject, p.Span(subject.First, subject.End), cue, (that, _limit));
            said?.Via.Add(p.Span(right + 3, that));
            return said is null ? -1 : _limit;
        }
        var complement = Find(p, right, _limit, use.Takes | Takes.Infinitive | Takes.Wh);
        if (by.End == 0 && complement.Strength != Strength.Strong && !(p[right].Is("for") || p[right].Is("as") || p[right].Is("of") || p[right].Is("about"))) return -1;
        if (p[subject.First].Is("it") && complement.Strength == Strength.None) return -1;
        var impersonal = p[subject.First].Is("it") || use.Takes.HasFlag(Takes.Addressee) && p[complement.Start].Is("that") || use.Sense == Sense.Ask;
        if (impersonal && complement.Strength == Strength.None && !p[right].Is("about")) return -1;
        var finish = right < _limit && p[right].Kind != Kind.Comma ? Contents.End(p, right, _limit, use, false) : right;
        var source = by.End > by.First ? p.Span(by.First, by.End) : default;
        var added = impersonal ? Add(use.Sense, by, source, cue, (complement.Strength == Strength.None ? right : complement.Start, finish)) : Add(use.Sense, by, source, cue, subject);
        if (added is null) return -1;
        added.Hearsay = source.Empty && use.Takes.HasFlag(Takes.That);
        if (!impersonal && finish > right) Extend(added, right, finish);
        return finish;
    }

    // What somebody is quoted as saying stands before: where the reading goes on; -1 where nothing is said there, or something behind.
    private int Reported((int First, int End) subject, (int First, int End) by, Range16 cue)
    {
        var end = by.End > by.First ? by.End : _limit;
        if (by.End > by.First && Teller(by.First) > 0 || subject.First <= _floor || p[subject.First - 1].Kind != Kind.Comma && !p[subject.First - 1].IsQuote || !Says(LeftStart(subject.First), subject.First)) return -1;
        if (Add(Sense.Say, subject, p.Span(subject.First, subject.End), cue, (LeftStart(subject.First), subject.First)) is not { } said) return -1;
        if (by.End > by.First) said.Via.Add(p.Span(by.First, by.End));
        return Math.Max(end, subject.End);
    }

    private int Close(int at)
    {
        while (at < _limit && p[at].IsWord && !(p[at].Is("on") && p[at + 1].Has(Trait.Weekday)) && !p[at].Has(Trait.Weekday | Trait.Day)) at++;
        return at;
    }

    // "… as saying by Bild that …": where what was said begins; -1 where that cannot be seen.
    private int Teller(int at)
    {
        for (var i = at + 1; i < _limit && i < at + 9 && (p[i].IsWord || p[i].Kind == Kind.Comma || p[i].IsQuote); i++)
            if (p[i].Is("that") || p[i].IsQuote) return i;
        return -1;
    }
}
