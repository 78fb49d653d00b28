namespace Dateline.Extraction;

// Claims that are told and at once denied: coordinated cues, verbs of scorn, what becomes of a claim, and who lied.
internal sealed partial class SentenceGrammar
{
    // "neither confirm nor deny", "could not confirm or rule out": two cues with one content.
    private (Use Use, int After)? Coordinated(int at, int after)
    {
        var next = after + 1;
        if (!(p[after].Is("or") || p[after].Is("nor")) || next >= _limit || !p[next].IsWord || p[next].Word.Uses is not { } uses || (p[next].Word.Forms & p[at].Word.Forms) == 0) return null;
        var use = Cues.Particle(p, next, uses);
        return (use, next + (use.Particle is null ? 1 : 2));
    }

    // Whoever will neither confirm nor deny leaves it open, in whichever order.
    private static Use Both(Use one, Use other) => new(null, one.Takes | other.Takes, one.Sense == Sense.Deny ? other.Sense : one.Sense);

    private static bool Scorns(Item verb) => verb.Word.Text.StartsWith("scoff", StringComparison.Ordinal) || verb.Word.Text.StartsWith("sneer", StringComparison.Ordinal) || verb.Word.Text.StartsWith("laugh", StringComparison.Ordinal)
        || verb.Word.Text.StartsWith("mock", StringComparison.Ordinal) || verb.Word.Text.StartsWith("ridicul", StringComparison.Ordinal) || verb.Word.Text.StartsWith("derid", StringComparison.Ordinal);

    // "suggestions that …", "the idea that …"
    private bool Claimed(int at)
    {
        for (var i = at; i < _limit && i < at + 5 && p[i].IsWord; i++)
            if (p[i].Word.NounUses is not null && !p[i].Word.Adjective && (p[i + 1].Is("that") || p[i + 1].Is("of") || p[i + 1].Is("about"))) return true;
        return false;
    }

    // "lied when he said", "lied by saying", "was wrong to say": the document's own word against it.
    private Range16 Against(int opener, int first)
    {
        foreach (var at in (int[])[opener - 1, first - 2])
            if (at > _first && (p[at].Is("lied") || p[at].Is("lying") || p[at].Is("wrong") && p[at - 1].Has(Trait.Be)) && (p[at + 1].Is("when") || p[at + 1].Is("by") || p[at + 1].Is("in") || p[at + 1].Is("to"))) return new(p[at].Start, p[at].End);
        return default;
    }

    private const string Falsehoods = " false untrue baseless unfounded fabricated invented fake wrong nonsense hoax lie lies myth fabrication debunked disproved discredited refuted ";
    private const string Open = " unconfirmed unverified unproven unsubstantiated ";

    /// <summary>What becomes of a claim that is a subject: "… was debunked by the army", "… are false", "… could not be verified". None where nothing of it is said.</summary>
    private (Range16 Cue, Range16 By, int End, bool Denied)? Fate(int at)
    {
        var (i, negated) = (at, false);
        for (; i < _limit && i < at + 8 && (p[i].Has(Trait.Auxiliary | Trait.Modal | Trait.Negation) || p.TagOf(i) is Tag.Adverb or Tag.To || p[i].Is("proved") || p[i].Is("turned") || p[i].Is("out") || p[i].Is("remain") || p[i].Is("a") || p[i].Is("widely") || p[i].Is("complete") || p[i].Is("total") || p[i].Is("pure")); i++) negated |= p[i].Has(Trait.Negation);
        if (i == at || i >= _limit || !p[i].IsWord) return null;
        var denies = p[i].Word.Uses is { } uses && Cues.Particle(p, i, uses) is { Sense: Sense.Deny } use;
        var after = i + (denies && Cues.Particle(p, i, p[i].Word.Uses!).Particle is not null ? 2 : 1);
        var cue = new Range16(p[at].Start, p[after - 1].End);
        if (Holds(Open, p[i]) || negated && (p[i].Is("verified") || p[i].Is("confirmed"))) return (cue, default, after, false);
        if (negated || !Holds(Falsehoods, p[i]) && !(denies && p.TagOf(i) is Tag.Participle)) return null;
        if (!p[after].Is("by")) return (cue, default, after, true);
        var end = after + 1;
        while (end < _limit && p[end].Kind is Kind.Word or Kind.Number && !p[end].Is("as") && !p[end].Has(Trait.Subordinator) && !p[end].Has(Trait.Weekday) && !(p[end].Is("on") && p[end + 1].Has(Trait.Weekday))) end++;
        return (cue, p.Span(after + 1, end), end, true);
    }

    private static bool Holds(string words, Item item) => item.Word.Text.Length > 0 && words.Contains($" {item.Word.Text} ", StringComparison.Ordinal);
}
