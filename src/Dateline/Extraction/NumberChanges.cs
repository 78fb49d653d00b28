using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>
/// How a value changed: verbs of calibratable changes of state (Levin 1993, 45.6) with "to" and "by", "up" and "down" before the number, and "higher", "lower" or a noun of change behind it. What moves, is
/// let fall or is cut off from somebody changes no value ("dropped 12 bombs", "cut power to 4,000 homes").
/// </summary>
internal static class NumberChanges
{
    private const int Reach = 7, Nearby = 3;

    // What sinks or is eased may be a ship or a rule: of these a change needs "to", "by", or a measure.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> falling = WordSet.Of("tumbled tumble tumbles tumbling sank sink sinks sunk sinking plummeted plummet plummets plummeting dipped dip dips dipping eased ease eases easing cutting cuts falling dropping drops declining "
        + "declines plunging plunge plunges slipping slip slips shrinking shrink shrinks sliding slide slides decreasing decreases reducing reduce reduces lowering lower lowers slumped slump slumps slumping crashed crash crashes crashing halved halve halves halving narrowed narrow narrows narrowing slowed slows slowing cooled");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> rising = WordSet.Of("rising increasing climbing climbs jumping jumps growing grow grows gaining gain gains soaring soar soars surging surge surges raising raise raises swelled swell swells swelling rocketed skyrocketed ballooned ballooning "
        + "doubled doubles doubling tripled triples tripling trebled quadrupled widened widen widens widening hiked hike hikes hiking quickened accelerated leapt leaped");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> fell = WordSet.Of("fell fall falls fallen decreased decrease dropped drop declined decline plunged slipped shrank slid cut reduced lowered");

    // Verbs that with a thing as their object change no value: "dropped 12 bombs", "declined 3 offers".
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> handling = WordSet.Of("drop drops dropped dropping raise raises raised raising grow grows grew growing lower lowers lowered lowering decline declines declined declining");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> supplied = WordSet.Of("power water electricity gas supply supplies aid service services access ties links heating fuel internet food phone phones");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> lengths = WordSet.Of("metres meters metre feet foot ft m km kilometres kilometers miles mile yards storeys stories floors");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> waters = WordSet.Of("river rivers level levels lake sea water tide tides waters");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> sums = WordSet.Of("total average minimum maximum number record");

    // Verbs of motion (Levin 1993, 51.3) that say with "up" or "down" how a value moves.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> moving = WordSet.Of("edge edges edged edging creep creeps crept creeping go goes went gone going tick ticks ticked ticking inch inches inched inching move moves moved moving nudge nudges nudged drift drifts drifted push pushes pushed pushing "
        + "come comes came coming bring brings brought take takes took shoot shoots shot climb climbs climbed climbing rise rises rose risen rising jump jumps jumped float floated march marched");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> increases = WordSet.Of("rise increase jump gain hike surge growth climb");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> decreases = WordSet.Of("fall drop decline decrease cut reduction dip slump plunge slide");

    /// <summary>How a number of this unit changed, which stands from <paramref name="at"/> up to <paramref name="after"/>; null where it did not, or where it is the value from which another one moved.</summary>
    internal static string? Change(string text, List<Token> tokens, int at, int after, string? unit) =>
        Moves(text, tokens, at) ?? Stands(text, tokens, at, unit) ?? Behind(text, tokens, after, unit) ?? Verb(text, tokens, at, unit);

    /// <summary>"Edged up to 5.1%": the particle is the verb's, and bounds nothing.</summary>
    internal static string? Moves(string text, List<Token> tokens, int at) => at > 2 && tokens[at - 1].Is("to") && (tokens[at - 2].Is("up") || NumberUnits.Is(text, tokens[at - 2], "down")) && moving.Contains(NumberUnits.Text(text, tokens[at - 3]))
        ? tokens[at - 2].Is("up") ? "rose-to" : "fell-to" : null;

    /// <summary>Whether a word is a verb of rising or falling.</summary>
    internal static bool IsMove(ReadOnlySpan<char> word) => falling.Contains(word) || rising.Contains(word);

    private static string? Verb(string text, List<Token> tokens, int at, string? unit)
    {
        string? particle = null;
        for (var i = at - 1; i >= 0 && i >= at - Reach; i--)
        {
            var token = tokens[i];
            var word = NumberUnits.Text(text, token);
            if (particle is null && i >= at - Nearby)
            {
                if (token.Is("from")) return null;
                if (token.Is("by")) particle = "by";
                if (token.Is("to") && !(i > 0 && tokens[i - 1].Is("up")) || i == at - 1 && word is "past" or "above" or "beyond" or "below") particle = "to";
            }
            if (token.Kind is Kind.Stop or Kind.Semicolon) return null;
            if (token.Kind is Kind.Comma && Parts(tokens, i, at) is var over)
            {
                if (over < 0) return null;
                i = over;
                continue;
            }
            var (down, up) = (falling.Contains(word), rising.Contains(word));
            if (!token.Has(Trait.Change) && !(down || up))
            {
                if (particle is null && Apart(text, tokens, i, unit)) return null;
                if (particle == "to" && !Measures(unit) && supplied.Contains(word)) return null;
                continue;
            }
            if (!token.Has(Trait.Change) && !Measures(unit) && particle is null && !NumberUnits.Is(text, token, "cutting") && !(i == at - 1 && NumberUnits.Is(text, token, "cuts"))) continue;
            if (unit is not null && lengths.Contains(unit) && !Water(text, tokens, i) || particle is null && Handles(text, tokens, word, unit)) return null;
            return $"{(down || fell.Contains(word) ? "fell" : "rose")}-{particle ?? "by"}";
        }
        return null;
    }

    // "After prices fell, 12 percent closed": the comma parts the verb from the number, unless "by" or "to" follows it ("rose sharply, by 3 percent") or it closes what is put in between ("fell, on average, 3 percent"). Where the reading goes on; -1 where it is parted.
    private static int Parts(List<Token> tokens, int comma, int at)
    {
        for (var i = comma - 1; i > 0 && i >= comma - Reach; i--)
            if (tokens[i].Kind == Kind.Comma && (tokens[i - 1].Has(Trait.Change | Trait.Adverb) || tokens[i - 1].Word.Forms != VerbForms.None)) return i;
        return tokens[comma + 1].Is("by") || tokens[comma + 1].Is("to") ? comma : -1;
    }

    // "The river rose 2 metres": what stands before the verb.
    private static bool Water(string text, List<Token> tokens, int verb)
    {
        for (var i = verb - 1; i >= 0 && i >= verb - Reach; i--)
            if (waters.Contains(NumberUnits.Text(text, tokens[i]))) return true;
        return false;
    }

    // "Dropped charges against 40 protesters", "rose in 12 months": the number belongs to a phrase of its own.
    private static bool Apart(string text, List<Token> tokens, int i, string? unit)
    {
        var token = tokens[i];
        if (token.Is("as") && (Degree(text, tokens, i + 1) || Degree(text, tokens, i - 1))) return false;
        if (!token.Has(Trait.Preposition) || token.Is("to") || token.Is("by") || token.Is("about") || token.Is("over") || token.Is("around") || token.Is("under") || token.Is("than") || token.Is("near") || token.Is("at") || token.Is("between")) return false;
        return !token.Is("of") || unit is not ("percent" or "points") && i > 0 && !tokens[i - 1].Has(Trait.Change) && !sums.Contains(NumberUnits.Text(text, tokens[i - 1])) && !falling.Contains(NumberUnits.Text(text, tokens[i - 1])) && !rising.Contains(NumberUnits.Text(text, tokens[i - 1])) && !decreases.Contains(NumberUnits.Text(text, tokens[i - 1]));
    }

    // "Fell as much as 9 percent": the words bound the number.
    private static bool Degree(string text, List<Token> tokens, int at) => at >= 0 && at < tokens.Count && NumberUnits.Text(text, tokens[at]) is "much" or "many" or "little" or "few" or "high" or "low";

    // "Dropped 12 bombs", "raised $40 million", "fell 200 metres": what is handled, collected or moved.
    private static bool Handles(string text, List<Token> tokens, ReadOnlySpan<char> verb, string? unit)
    {
        if (unit is null) return false;
        if (verb is "raised" or "raise" or "raises" or "raising" && unit.Length == 3) return true;
        return handling.Contains(verb) && !Measures(unit);
    }

    // "Are up 12 percent", "have gone down by 300": not "made up 12 percent" nor "up to 12 percent".
    private static string? Stands(string text, List<Token> tokens, int at, string? unit)
    {
        var i = at - 1;
        var by = i >= 0 && tokens[i].Is("by");
        if (by) i--;
        while (i > 0 && (tokens[i].Is("about") || tokens[i].Is("around") || tokens[i].Is("almost") || tokens[i].Is("nearly") || tokens[i].Is("than") || tokens[i].Is("more") || tokens[i].Is("some") || tokens[i].Is("just"))) i--;
        if (i < 1 || !tokens[i].Is("up") && !NumberUnits.Is(text, tokens[i], "down") || !by && !Measures(unit)) return null;
        var before = tokens[i - 1];
        if (NumberUnits.Text(text, before) is "bring" or "brings" or "brought" or "take" or "takes" or "took" or "shot" or "shoot") return null;
        if (!before.Has(Trait.Auxiliary | Trait.Adverb) && before.Kind != Kind.Comma && !moving.Contains(NumberUnits.Text(text, before)) && (before.Word.Forms != VerbForms.None && !before.Word.Nominal || before.Has(Trait.Preposition | Trait.Verb))) return null;
        return tokens[i].Is("up") ? "rose-by" : "fell-by";
    }

    // "2 percent higher", "a 5 percent rise in", "40,000, up from 32,000".
    private static string? Behind(string text, List<Token> tokens, int after, string? unit)
    {
        if (after >= tokens.Count) return null;
        Token At(int n) => n < tokens.Count ? tokens[n] : default(Token) with { Word = Word.Unknown };
        // "$84 a barrel, down from $90"
        var per = At(after).Is("a") || At(after).Is("an") || NumberUnits.Is(text, tokens[after], "per") ? after + 2 : after;
        var comma = At(per).Kind == Kind.Comma ? per + 1 : per;
        if (comma < tokens.Count && At(comma + 1).Is("from") && (At(comma).Is("up") || NumberUnits.Is(text, tokens[comma], "down"))) return At(comma).Is("up") ? "rose-to" : "fell-to";
        if (!Measures(unit)) return null;
        var next = NumberUnits.Text(text, tokens[after]);
        if (next is "higher" or "lower") return next is "higher" ? "rose-by" : "fell-by";
        if (next is "up" or "down" && At(after + 1).Is("on")) return next is "up" ? "rose-by" : "fell-by";
        return At(after + 1).Has(Trait.Determiner | Trait.Possessive) ? null : increases.Contains(next) ? "rose-by" : decreases.Contains(next) ? "fell-by" : null;
    }

    private static bool Measures(string? unit) => unit is not null && (unit is "percent" or "points" or "degrees" || unit.EndsWith(" points", StringComparison.Ordinal) || unit.Length == 3);
}
