namespace Dateline.Extraction;

/// <summary>
/// Takes coordinated clauses apart where one is denied and the other is not ("will not attack and will release 30 men"): they are two claims. A second
/// predicate keeps the subject that both have (Quirk et al. 1985, 13.44 to 13.52).
/// </summary>
internal static class Clauses
{
    private const int Reach = 9;
    private const int LongestSubject = 8;

    // Beyond this a sentence is no sentence, and its clauses are not sought.
    private const int MostTokens = 400;

    /// <summary>The stretches of a content; <c>Apart</c> where another claim begins.</summary>
    /// <param name="text">The text.</param>
    /// <param name="part">The stretch.</param>
    /// <param name="before">What the same sentence says before it.</param>
    internal static IEnumerable<(Range16 Stretch, bool Apart)> Apart(string text, Range16 part, IReadOnlyList<Range16> before)
    {
        var tokens = new List<Token>();
        Tokenizer.Read(text, part.Start, part.End, tokens);
        var first = 0;
        while (first < tokens.Count && !tokens[first].IsWord && tokens[first].Kind != Kind.Number) first++;
        if (before.Count > 0 && Coordinates(tokens, first) && Verb(text, tokens, first + 1, first + Reach) && Denies(text, before) != Factuality.Denies(tokens, first, tokens.Count))
            return [(new(tokens[first].Start, part.End), true)];
        if (tokens.Count > MostTokens) return [(part, false)];
        for (var i = first + 2; i + 2 < tokens.Count; i++)
        {
            var clause = Clause(tokens, first, i);
            if (!clause && !(i > first + 2 && Coordinates(tokens, i) && !Headless(tokens, first, i))) continue;
            var predicate = !clause && (tokens[i + 1].Has(Trait.Auxiliary | Trait.Modal) || Finite(tokens, first, i));
            if (!clause && !predicate && !((tokens[i].Is("but") || tokens[i - 1].Kind == Kind.Comma) && Verb(text, tokens, i + 1, i + Reach)) || !Verb(text, tokens, first, i)
                || Factuality.Denies(tokens, first, i) == Factuality.Denies(tokens, i + 1, tokens.Count)) continue;
            var left = tokens[i - 1].Kind == Kind.Comma ? i - 2 : i - 1;
            var subject = Subject(text, tokens, first, i);
            var (head, rest) = (new Range16(part.Start, tokens[left].End), new Range16(Coordinates(tokens, i) ? tokens[i].Start : tokens[i + 1].Start, part.End));
            // What the rest says of itself may be two claims again.
            if (clause) return [(head, false), .. Apart(text, rest, []).Select(static (piece, n) => n == 0 ? (piece.Stretch, true) : piece)];
            return predicate && subject > first ? [(head, false), (new(tokens[first].Start, tokens[subject - 1].End), true), (rest, false)] : [(head, false), (rest, true)];
        }
        return [(part, false)];
    }

    // Whether a clause with a subject of its own begins behind this token, and what goes before it is a whole clause: "no one was hurt and two men were arrested".
    private static bool Clause(List<Token> tokens, int first, int at)
    {
        var comma = tokens[at].Kind == Kind.Comma;
        // "Never said, ‘You will go’": what somebody said is no clause beside it.
        if (comma && tokens[at + 1].Kind == Kind.Quote) return false;
        var joins = Coordinates(tokens, at) || tokens[at].Kind == Kind.Semicolon || comma && !tokens[at + 1].Has(Trait.Coordinator) || tokens[at - 1].Kind == Kind.Comma && (tokens[at].Is("while") || tokens[at].Is("whereas"));
        if (!joins) return false;
        if (tokens[at + 1].Has(Trait.Subordinator | Trait.Wh | Trait.Auxiliary | Trait.Modal | Trait.Adverb) || tokens[at + 1].Has(Trait.Preposition)) return false;
        // "Whether the driver and two men were hurt", "between the harbour and the station": what is joined are two things.
        var (whole, main) = (false, false);
        for (var i = tokens[first].Is("that") ? first + 1 : first; i < at; i++)
        {
            if (tokens[i].Has(Trait.Subordinator | Trait.Wh) && !tokens[i].Has(Trait.Preposition) || tokens[i].Is("between"))
            {
                // What goes before a relative or subordinate clause is to have its own verb.
                main |= whole;
                if (!main || comma) return false;
                whole = false;
            }
            else if (tokens[i].Word.Uses is not null && tokens[i].Word.Forms != VerbForms.None && !tokens[i].Capital && !(i > 0 && tokens[i - 1].Has(Trait.Be))) whole = i == at - 1;
            else whole |= tokens[i].Has(Trait.Auxiliary | Trait.Modal) || Past(tokens[i]);
        }
        if (!whole) return false;
        var closed = Past(tokens[at - 1]) || tokens[at - 1].Kind == Kind.Comma || !Coordinates(tokens, at);
        var nobody = tokens[at + 1].Has(Trait.Negation) && tokens[at + 1].Has(Trait.Pronoun) || tokens[at + 1].Is("no") || tokens[at + 1].Is("none") || tokens[at + 1].Is("nobody") || tokens[at + 1].Is("nothing");
        for (var i = at + 2; i < tokens.Count && i <= at + Reach; i++)
        {
            var token = tokens[i];
            if (token.Kind is Kind.Comma or Kind.Semicolon or Kind.Stop || token.Has(Trait.Coordinator | Trait.Wh) || token.Has(Trait.Subordinator) && !token.Has(Trait.Preposition)) return false;
            if (token.Has(Trait.Auxiliary | Trait.Modal)) return true;
            if (Past(token) && !comma && (closed || nobody || !token.Word.Forms.HasFlag(VerbForms.Participle)) && !tokens[i - 1].Has(Trait.Determiner | Trait.Possessive | Trait.Preposition)) return true;
        }
        return false;
    }

    // "The mayor, who had not resigned, and …": before the relative clause nothing is said yet.
    private static bool Headless(List<Token> tokens, int first, int at)
    {
        for (var i = first + 1; i < at; i++)
            if (tokens[i].Has(Trait.Auxiliary | Trait.Modal) || Past(tokens[i])) return false;
            else if (tokens[i].Is("who") || tokens[i].Is("which") || tokens[i].Is("whose")) return true;
        return false;
    }

    // A finite verb right behind "and": no part of what "did not" denies ("did not resign and apologised to parliament").
    private static bool Finite(List<Token> tokens, int first, int at)
    {
        var next = tokens[at + 1];
        if (!Past(next) || next.Word.Forms.HasFlag(VerbForms.Base)) return false;
        for (var i = at - 1; i > first; i--)
            if (tokens[i].Has(Trait.Auxiliary | Trait.Modal)) return !tokens[i].Has(Trait.Be) && (tokens[i].Has(Trait.Modal) || tokens[i].Word.Text.StartsWith('d'));
        return false;
    }

    private static bool Past(Token token) => token.IsWord && !token.Capital && (token.Word.Forms & (VerbForms.Past | VerbForms.Participle)) != 0;

    private static bool Coordinates(List<Token> tokens, int i) => i < tokens.Count && (tokens[i].Is("and") || tokens[i].Is("but"));

    private static bool Verb(string text, List<Token> tokens, int from, int to)
    {
        for (var i = from; i < Math.Min(to, tokens.Count); i++)
            if (tokens[i].Has(Trait.Auxiliary | Trait.Modal) || i > from && (tokens[i].Word.Forms.HasFlag(VerbForms.Past) && !tokens[i].Capital || Regular(text, tokens[i]) && !tokens[i - 1].Has(Trait.Determiner | Trait.Possessive))) return true;
        return false;
    }

    // "shelled": a form in -ed that the lexicon does not hold.
    private static bool Regular(string text, Token token) => token.IsWord && !token.Capital && ReferenceEquals(token.Word, Word.Unknown) && token.End - token.Start > 4 && text[token.End - 2] == 'e' && text[token.End - 1] == 'd';

    // Where the first clause's verb begins: its auxiliary, or without one its first verb form; nowhere when the subject is long or begins with what is no subject.
    private static int Subject(string text, List<Token> tokens, int first, int end)
    {
        if (tokens[first].Is("to")) return 0;
        var verb = 0;
        for (var i = first; i < end && i <= first + LongestSubject; i++)
            if (tokens[i].Has(Trait.Auxiliary | Trait.Modal)) return i;
            else if (!tokens[i].IsWord && tokens[i].Kind != Kind.Number || tokens[i].Has(Trait.Subordinator) && !tokens[i].Is("that")) return verb;
            else if (verb == 0 && i > first && Leads(text, tokens, i)) verb = i;
        return verb;
    }

    // A past form, or one in the present before its object, that no determiner makes a noun or an adjective.
    private static bool Leads(string text, List<Token> tokens, int i)
    {
        if (tokens[i].Capital || tokens[i - 1].Has(Trait.Determiner | Trait.Possessive | Trait.Preposition)) return false;
        if (Past(tokens[i]) || Regular(text, tokens[i])) return true;
        return (tokens[i].Word.Forms & (VerbForms.Present | VerbForms.Base)) != 0 && (!tokens[i].Word.Nominal || tokens[i + 1].Has(Trait.Determiner | Trait.Possessive) || tokens[i + 1].Kind == Kind.Number);
    }

    private static bool Denies(string text, IReadOnlyList<Range16> before)
    {
        var tokens = new List<Token>();
        foreach (var range in before)
        {
            Tokenizer.Read(text, range.Start, range.End, tokens);
            if (Factuality.Denies(tokens, 0, tokens.Count)) return true;
        }
        return false;
    }
}
