using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>How a number is bounded, and how it changed: verbs of calibratable changes of state (Levin 1993, 45.6) with "to" and "by".</summary>
internal static class NumberBounds
{
    private const int Reach = 7, Nearby = 3;

    // What sinks or is eased may be a ship or a rule: of these a change needs "to", "by", or a measure.
    private static readonly FrozenSet<string> falling = ("tumbled tumble tumbles tumbling sank sink sinks sunk sinking plummeted plummet plummets plummeting dipped dip dips dipping eased ease eases easing cutting cuts falling dropping drops declining "
        + "declines plunging plunge plunges slipping slip slips shrinking shrink shrinks sliding slide slides decreasing decreases reducing reduce reduces lowering lower lowers slumped slump slumps slumping crashed crash crashes crashing").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> rising = ("rising increasing climbing climbs jumping jumps growing grow grows gaining gain gains soaring soar soars surging surge surges raising raise raises swelled swell swells swelling rocketed skyrocketed ballooned").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> fell = ("fell fall falls fallen decreased decrease dropped drop declined decline plunged slipped shrank slid cut reduced lowered").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>How the number of the tokens from <paramref name="at"/> up to <paramref name="after"/> is bounded.</summary>
    internal static string Bound(string text, List<Token> tokens, int at, int after)
    {
        var article = tokens[at].Has(Trait.Numeral) && tokens[at].Word.Value >= 12;
        var before = BoundPhrases.Read(text.AsSpan(tokens[0].Start, tokens[at].Start - tokens[0].Start), article).Bound;
        if (Moves(text, tokens, at) is not null) return "exactly";
        if (before is not "exactly") return before;
        if (after + 1 >= tokens.Count || !tokens[after].Is("or")) return "exactly";
        // "200 or more", "200 people or so".
        return tokens[after + 1].Is("more") ? "more-than" : tokens[after + 1].Is("fewer") || tokens[after + 1].Is("less") ? "less-than" : tokens[after + 1].Is("so") ? "about" : "exactly";
    }

    /// <summary>How a number of this unit changed; null where it did not, or where it is the value from which another one moved.</summary>
    internal static string? Change(string text, List<Token> tokens, int at, string? unit)
    {
        if (Moves(text, tokens, at) is { } moved) return moved;
        string? particle = null;
        for (var i = at - 1; i >= 0 && i >= at - Reach; i--)
        {
            var token = tokens[i];
            if (particle is null && i >= at - Nearby)
            {
                if (token.Is("from")) return null;
                if (token.Is("by")) particle = "by";
                if (token.Is("to") && !(i > 0 && tokens[i - 1].Is("up"))) particle = "to";
            }
            if (token.Kind is Kind.Stop or Kind.Semicolon) return null;
            var word = NumberUnits.Text(text, token);
            var (down, up) = (falling.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word), rising.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word));
            if (!token.Has(Trait.Change) && !(down || up)) continue;
            if (!token.Has(Trait.Change) && !Measures(unit) && particle is null && !NumberUnits.Is(text, token, "cutting") && !(i == at - 1 && NumberUnits.Is(text, token, "cuts"))) continue;
            return $"{(down || fell.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) ? "fell" : "rose")}-{particle ?? "by"}";
        }
        return null;
    }

    // Verbs of motion (Levin 1993, 51.3) that say with "up" or "down" how a value moves.
    private static readonly FrozenSet<string> moving = ("edge edges edged edging creep creeps crept creeping go goes went gone going tick ticks ticked ticking inch inches inched inching move moves moved moving nudge nudges nudged drift drifts drifted push pushes pushed pushing "
        + "come comes came coming bring brings brought take takes took shoot shoots shot climb climbs climbed climbing rise rises rose risen rising jump jumps jumped float floated march marched").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // "Edged up to 5.1%": the particle is the verb's, and bounds nothing.
    private static string? Moves(string text, List<Token> tokens, int at) => at > 2 && tokens[at - 1].Is("to") && (tokens[at - 2].Is("up") || NumberUnits.Is(text, tokens[at - 2], "down")) && moving.GetAlternateLookup<ReadOnlySpan<char>>().Contains(NumberUnits.Text(text, tokens[at - 3]))
        ? tokens[at - 2].Is("up") ? "rose-to" : "fell-to" : null;

    private static bool Measures(string? unit) => unit is not null && (unit is "percent" or "points" or "degrees" || unit.EndsWith(" points", StringComparison.Ordinal) || unit.Length == 3);
}
