namespace Dateline.Extraction;

// "Call" and "weigh", which attribute in one of their senses only.
internal sealed partial class SentenceGrammar
{
    private const string Times = " day days week weeks month months year years morning afternoon evening night nights weekend summer autumn winter spring hour minute moment time season ";
    private const string Modifiers = " true false racist sexist fair unfair corrupt weak strong fake void safe unsafe mad insane evil legal dead free guilty innocent ";

    // Nouns that end as adjectives do.
    private const string Nouns = " hospital official professional general rival festival capital detective executive native representative arsenal animal criminal public clinic critic cynic mechanic table vegetable convertible ";

    // "Called the reform a disaster", "called it unfair", "called her “brave”": who calls says what a thing is (Levin 1993, 29.3), by a second complement or a quotation. With an object alone, a place or a
    // particle ("called 999", "called a strike", "called to a house", "called off") nothing is said.
    private bool Calls(int at, int after, bool passive, int opener)
    {
        if (!p[at].Is("call") && !p[at].Is("calls") && !p[at].Is("called") && !p[at].Is("calling")) return true;
        if (p[after].IsQuote || p[after].Kind == Kind.Colon || opener >= _first && (p[opener].Has(Trait.Wh) || p[opener].Is("that") || p[opener].Is("which"))) return true;
        for (var i = after; i < _limit && i < after + 14 && p[i].Kind is not (Kind.Stop or Kind.Semicolon or Kind.Dash); i++)
            if (p[i].IsQuote) return true;
        if (passive) return !p[after].Is("by") && Predicated(after) && p[after].IsWord;
        if (p[after].Has(Trait.Pronoun)) return Predicated(after + 1);
        for (var i = after + 1; i < _limit && i < after + 18; i++)
        {
            if (p[i].Kind is not (Kind.Word or Kind.Number) || p[i].Has(Trait.Subordinator | Trait.Wh) && !p[i].Is("as")) return false;
            if (p.TagOf(i - 1) is not Tag.Noun && p[i - 1].Word.NounUses is null || p[i - 1].Has(Trait.Preposition) || p[i - 1].Kind == Kind.Number) continue;
            if (p[i].Has(Trait.Determiner | Trait.Possessive) && !p[i].Is("'s") && !Timed(i) || Adjectival(i) && !Describes(i)) return true;
        }
        return false;
    }

    // What can stand as a complement: not a particle, a place, a day or an adverb.
    private bool Predicated(int at) => at < _limit && p[at].IsWord && p[at].Word.Text is not ("off" or "out" or "back" or "up" or "away" or "over" or "forward" or "upon" or "to" or "again")
        && !p[at].Has(Trait.Preposition | Trait.Coordinator | Trait.Subordinator | Trait.Wh | Trait.Weekday | Trait.Day | Trait.Auxiliary | Trait.Modal)
        && !(p[at].Has(Trait.Determiner | Trait.Adverb) && Timed(at)) && !(p[at].Has(Trait.Adverb) && !p[at].Has(Trait.Evaluative) && !Adjectival(at + 1) && !p[at + 1].Has(Trait.Determiner)) && !p.Ends(p[at], "ing");

    // "The next day", "this week", "a few hours later"
    private bool Timed(int at)
    {
        for (var i = at; i < at + 4 && i < _limit; i++)
            if (p[i].IsWord && Times.Contains($" {Lower(i)} ", StringComparison.Ordinal) || p[i].Has(Trait.Weekday | Trait.Day)) return true;
            else if (p[i].Has(Trait.Preposition)) return false;
        return false;
    }

    private bool Adjectival(int at) => p[at] is { IsWord: true, Capital: false } item && (item.Has(Trait.Evaluative) || item.Word.Adjective || p.TagOf(at) is Tag.Modifier or Tag.Participle || Modifiers.Contains($" {Lower(at)} ", StringComparison.Ordinal)
        || Tagger.Adjectival(p, item) && !Nouns.Contains($" {Lower(at)} ", StringComparison.Ordinal) || p.Ends(item, "ed"));

    // An adjective before a noun belongs to it.
    private bool Describes(int at) => at + 1 < _limit && p[at + 1].IsWord && p.TagOf(at + 1) == Tag.Noun && !Adjectival(at + 1);

    private string Lower(int at) => p.Text[p[at].Start..p[at].End].ToLowerInvariant();

    // "Weighed 80 kg": a verb of measure (Levin 1993, 54.1), and no thought.
    private bool Measures(int at, int after) => p[at].Word.Text.StartsWith("weigh", StringComparison.Ordinal) && (p[after].Kind == Kind.Number || p[after].Has(Trait.Numeral) || BoundPhrases.Opens(p, after) || p[after].Is("a") && Weights.Contains($" {Lower(after + 1)} ", StringComparison.Ordinal) || p[after].Has(Trait.Adverb));

    private const string Weights = " tonne ton kilo kilogram kilogramme gram gramme pound stone ounce few ";
}
