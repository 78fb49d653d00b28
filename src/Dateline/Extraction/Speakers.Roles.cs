namespace Dateline.Extraction;

// Whom an office and a plain "it" or "they" stand for: the one person of that office whom the document names, and the body or the people that the sentence before is about.
internal sealed partial class Speakers
{
    private const string Bodied = " company firm airline bank ministry council union club team agency regulator retailer maker group party government army navy committee commission court board university hospital charity school museum network broadcaster newspaper operator carrier manufacturer brand office department watchdog ";

    // By the office in small letters; empty where two people have it.
    private readonly Dictionary<string, Range16> _offices = new(StringComparer.Ordinal);

    private const string Abbreviations = " gen=general lt=lieutenant col=colonel maj=major capt=captain sgt=sergeant cmdr=commander adm=admiral sen=senator rep=representative gov=governor prof=professor dr=doctor pres=president rev=reverend ";

    private Range16 _subject;
    private bool _many;

    // "The prime minister said", "It said", "They said".
    private Range16 Stands(Passage p, int start, int end)
    {
        if (p[start].Is("it")) return _many ? default : _subject;
        if (p[start].Is("they")) return _many ? _subject : default;
        return p[start].Is("the") && end > start + 1 && _offices.TryGetValue(text[p[start + 1].Start..p[end - 1].End].ToLowerInvariant(), out var name) ? name : default;
    }

    // "Prime Minister Lena Marsh": the office, and whose it is.
    private void Appoint(Passage p, int first, int limit)
    {
        for (var i = first; i < limit; i++)
        {
            if (!p[i].Has(Trait.Title) || !p[i].Capital) continue;
            var name = i + 1;
            while (name < limit && p[name].Has(Trait.Title) && p[name].Capital) name++;
            var end = name;
            while (end < limit && Part(p, end)) end++;
            if (end > name + 1 && _offices.Count < 100)
            {
                var who = new Range16(p[end - 1].Start, p[end - 1].End);
                var office = "";
                for (var k = i; k < name; k++) office += (k > i ? " " : "") + Office(p.Written(k));
                Appoint(office, who);
                // "Lieutenant General Orlov": "the general", too.
                if (name > i + 1) Appoint(Office(p.Written(name - 1)), who);
            }
            i = Math.Max(i, end - 1);
        }
    }

    private void Appoint(string office, Range16 who) => _offices[office] = _offices.TryGetValue(office, out var other) && (other.Empty || !Same(other, who)) ? default : who;

    // An office in full: "Gen." is a general.
    private static string Office(ReadOnlySpan<char> title)
    {
        var office = title.TrimEnd('.').ToString().ToLowerInvariant();
        return Abbreviations.IndexOf($" {office}=", StringComparison.Ordinal) is >= 0 and var at && at + office.Length + 2 is var full ? Abbreviations[full..Abbreviations.IndexOf(' ', full)] : office;
    }

    // A pronoun keeps whom the sentence before was about.
    private void Mind(Passage p, int first, int limit, Range16 said)
    {
        var (start, end) = said.Empty ? Subjects.OfSentence(p, first, limit) : ViaChains.Items(p, first, limit, said);
        if (end <= start) { _subject = default; return; }
        if (p[start].Is("it") || p[start].Is("they")) return;
        var head = end - 1;
        for (var i = start + 1; i < end; i++)
            if (p[i].Has(Trait.Preposition) || p[i].Kind == Kind.Comma) { head = i - 1; break; }
        var plural = Tagger.Plural(p, p[head]) && !p[head].Capital || p[head].Is("police");
        var span = p.Span(start, end);
        var speaks = plural ? !p[head].Has(Trait.Pronoun | Trait.Numeral) && p[start].Kind != Kind.Number : Bodied.Contains($" {p.Written(head)} ", StringComparison.OrdinalIgnoreCase) || Body(new(p[head].Start, p[head].End));
        (_subject, _many) = speaks && !p[start].Has(Trait.Pronoun | Trait.Possessive) && !p[head].Has(Trait.Pronoun) ? (span, plural) : (default, false);
    }
}
