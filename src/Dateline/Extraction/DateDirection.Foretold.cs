namespace Dateline.Extraction;

internal static partial class DateDirection
{
    private const string Aims = " plan plans planning hope hopes hoping aim aims aiming intend intends intending expect expects expecting want wants seek seeks seeking vow vows pledge pledges promise promises prepare prepares preparing threaten threatens ";
    private const string Arranged = " due set scheduled slated planned expected timetabled likely unlikely bound poised about meant supposed certain sure ready ";

    /// <summary>
    /// Whether a sentence without a modal tells what is arranged: "is to close", "is scheduled to resume", "plans to open" (Quirk et al. 1985, 4.45 to 4.47).
    /// </summary>
    internal static bool Planned(string text, List<Token> tokens)
    {
        for (var i = 2; i + 1 < tokens.Count; i++)
        {
            if (!tokens[i].Is("to") || tokens[i + 1].Capital || !tokens[i + 1].IsWord) continue;
            var (next, word) = (tokens[i + 1], $" {Dates.Lower(text, tokens[i - 1])} ");
            var verb = next.Word.Forms.HasFlag(VerbForms.Base) || next.Is("be") || next.Is("have");
            var arranged = Arranged.Contains(word, StringComparison.Ordinal);
            // Behind these a word that is not known is a verb, too.
            if (arranged && (verb || ReferenceEquals(next.Word, Word.Unknown)) && Now(tokens, i - 1) || verb && (Aims.Contains(word, StringComparison.Ordinal) || !arranged && Now(tokens, i))) return true;
        }
        return false;
    }

    /// <summary>Which of a sentence's dates lie ahead where it tells what is to come.</summary>
    internal sealed class Foretold(List<Token> tokens)
    {
        private const string Ends = " by until till within ";

        private int? tells;

        /// <summary>Whether the date at a token does: not where a verb of the past has it ("the talks that began on Monday will end").</summary>
        internal bool IsAhead(string text, List<Token> tokens, int i)
        {
            if (tokens[i].Kind != Kind.Number && !(tokens[i].IsWord && tokens[i].Has(Trait.Month | Trait.Weekday))) return true;
            if (i > 0 && Ends.Contains($" {Dates.Lower(text, tokens[i - 1].Is("the") && i > 1 ? tokens[i - 2] : tokens[i - 1])} ", StringComparison.Ordinal)) return true;
            return !IsBehind(text, tokens, i) && (Opens(tokens, i) || !OfYear(text, tokens, i) || Tells < i);
        }

        // A day of the year in the subject may be over ("the attack on 5 January will be investigated"): where what is foretold begins.
        private int Tells => tells ??= tokens.FindIndex(static t => t.Has(Trait.Modal) || t.Is("to") || t.Is("going"));

        private static bool Opens(List<Token> tokens, int i)
        {
            for (var at = i - 1; at >= 0; at--) if (!tokens[at].Has(Trait.Preposition | Trait.Determiner | Trait.Adverb) && tokens[at].Kind != Kind.Quote || i - at > Reach) return false;
            return true;
        }

        private static bool OfYear(string text, List<Token> tokens, int i)
        {
            if (tokens[i].Kind == Kind.Number) return i + 1 < tokens.Count && (tokens[i + 1].Is("of") || tokens[i + 1].Has(Trait.Month));
            return tokens[i].Has(Trait.Month) && i + 1 < tokens.Count && (tokens[i + 1].Kind == Kind.Number || i + 2 < tokens.Count && tokens[i + 1].Kind == Kind.Stop && tokens[i + 2].Kind == Kind.Number);
        }

        // The verb that has the date: a past form or a participle that no auxiliary leads.
        private static bool IsBehind(string text, List<Token> tokens, int i)
        {
            for (var at = i - 1; at >= 0 && at >= i - Reach && tokens[at].Kind is Kind.Word or Kind.Number; at--)
            {
                var token = tokens[at];
                if (token.Is("was") || token.Is("were") || token.Is("had") || token.Is("did")) return true;
                if (token.Has(Trait.Modal | Trait.Auxiliary) || token.Is("to") && at + 1 < tokens.Count && tokens[at + 1].Word.Forms.HasFlag(VerbForms.Base)) return false;
                if (Fixed.Contains($" {Dates.Lower(text, token)} ", StringComparison.Ordinal)) return false;
                if (!IsPast(text, token)) continue;
                if (at > 0 && tokens[at - 1].Has(Trait.Determiner | Trait.Possessive | Trait.Preposition | Trait.Numeral)) continue;
                return !Led(tokens, at);
            }
            return false;
        }

        private static bool IsPast(string text, Token token) => token.IsWord && !token.Capital && !token.Has(Trait.Preposition)
            && ((token.Word.Forms & (VerbForms.Past | VerbForms.Participle)) != 0 && !token.Word.Forms.HasFlag(VerbForms.Base)
                || ReferenceEquals(token.Word, Word.Unknown) && token.End - token.Start > 5 && text.AsSpan(token.Start, token.End - token.Start).EndsWith("ed"));

        // "will be opened", "to have finished", "is closed"; not "was closed" and "has closed".
        private static bool Led(List<Token> tokens, int at)
        {
            for (var i = at - 1; i >= 0 && i >= at - 5; i--)
            {
                if (tokens[i].Has(Trait.Modal) || tokens[i].Is("to") || tokens[i].Is("be") || tokens[i].Is("is") || tokens[i].Is("are") || tokens[i].Is("'s") || tokens[i].Is("'re")) return true;
                if (!tokens[i].Has(Trait.Adverb | Trait.Negation) && !tokens[i].Is("been") && !tokens[i].Is("being") && !tokens[i].Is("have")) return false;
            }
            return false;
        }
    }
}
