namespace Dateline.Extraction;

/// <summary>
/// Which way a bare date looks, and where a weekday is part of a name. What "is due", "is set for", or begins and ends by timetable in the present tense lies ahead (Quirk et al. 1985, 4.45: the simple present
/// of scheduled events).
/// </summary>
internal static partial class DateDirection
{
    private const int Reach = 6;

    private const string Timetable = " opens starts begins resumes expires ends meets reopens open start begin resume expire end meet reopen "
        + "votes decides rules closes leaves arrives departs returns flies travels visits convenes reconvenes concludes finishes retires elects chooses debates launches hosts sits testifies "
        + "vote decide rule close leave arrive depart return fly travel visit convene reconvene conclude finish retire elect choose debate launch host sit testify ";

    // "Is leaving on Friday": the progressive of what is arranged (Quirk et al. 1985, 4.44).
    private const string Arranging = " opening starting beginning resuming ending meeting reopening voting closing leaving arriving departing returning flying travelling traveling visiting retiring launching hosting ";
    private const string Fixed = " due set scheduled slated planned expected timetabled ";
    // "Comes into force", "goes on sale".
    private const string Starting = " force effect operation law sale service display air trial strike ";
    private const string Named = " bloody black good ash super palm easter shrove maundy giving cyber holy whit sheffield ";

    /// <summary>Whether the words before a date show that it lies ahead.</summary>
    internal static bool Ahead(string text, List<Token> tokens, int i)
    {
        for (var at = i - 1; at >= 0 && at >= i - Reach && tokens[at].Kind is Kind.Word or Kind.Number; at--)
        {
            if (tokens[at].Is("since") || tokens[at].Is("last")) return false;
            var word = $" {Dates.Lower(text, tokens[at])} ";
            if (Fixed.Contains(word, StringComparison.Ordinal)) return i - at <= 3 && at + 1 < i && tokens[at + 1].Has(Trait.Preposition) && Now(tokens, at);
            if (Arranging.Contains(word, StringComparison.Ordinal) && Now(tokens, at)) return true;
            if (at > 0 && (word is " place " or " effect " or " office ") && Dates.Lower(text, tokens[at - 1]) is "takes" or "take") return Finite(text, tokens, at - 1);
            if (at > 1 && Starting.Contains(word, StringComparison.Ordinal) && (tokens[at - 1].Is("into") || tokens[at - 1].Is("on") || tokens[at - 1].Is("in")) && Dates.Lower(text, tokens[at - 2]) is "comes" or "come" or "goes" or "go" or "enters" or "enter") return Finite(text, tokens, at - 2);
            if (Timetable.Contains(word, StringComparison.Ordinal)) return !tokens[at].Capital && Finite(text, tokens, at) && !Told(tokens, i);
            if (at < i - 1 && (tokens[at].Has(Trait.Auxiliary | Trait.Modal | Trait.Verb | Trait.Wh | Trait.Coordinator | Trait.Subordinator | Trait.Pronoun) && !tokens[at].Has(Trait.Preposition) || tokens[at].Word.Forms != VerbForms.None)) return false;
        }
        return false;
    }

    /// <summary>Whether the verb before a day is in the simple present of what is timetabled: "votes on Thursday".</summary>
    internal static bool Timetabled(string text, List<Token> tokens, int i)
    {
        if (!Ahead(text, tokens, i)) return false;
        for (var at = i - 1; at >= 0 && at >= i - Reach; at--)
            if (Timetable.Contains($" {Dates.Lower(text, tokens[at])} ", StringComparison.Ordinal) || at > 0 && tokens[at].Is("place") && Dates.Lower(text, tokens[at - 1]) is "takes" or "take") return true;
        return false;
    }

    /// <summary>Whether a date may begin here that has no year of its own: a weekday, a month, a day of the month.</summary>
    internal static bool Bare(List<Token> tokens, int i) => tokens[i].IsWord ? tokens[i].Has(Trait.Month | Trait.Weekday) : tokens[i].Kind == Kind.Number && i + 1 < tokens.Count && (tokens[i + 1].Has(Trait.Month) || tokens[i + 1].Is("of"));

    // "The votes on Thursday were close": a verb behind the date shows that the word is a noun.
    private static bool Told(List<Token> tokens, int i) => i + 1 < tokens.Count && !tokens[i + 1].Capital
        && (tokens[i + 1].Has(Trait.Auxiliary | Trait.Modal) || tokens[i + 1].Word.Forms != VerbForms.None && tokens[i + 1].Word.Forms.HasFlag(VerbForms.Past) && !tokens[i + 1].Has(Trait.Preposition | Trait.Adverb));

    // "is due", "are still set", not "was due".
    private static bool Now(List<Token> tokens, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 3; i--)
            if (tokens[i].Is("is") || tokens[i].Is("are") || tokens[i].Is("'s") || tokens[i].Is("'re")) return true;
            else if (!tokens[i].Has(Trait.Adverb | Trait.Negation) && !tokens[i].Is("been")) return false;
        return false;
    }

    // In the plain form a plural subject stands before it ("the talks resume"), and neither "to" nor an auxiliary.
    private static bool Finite(string text, List<Token> tokens, int at)
    {
        if (at == 0 || !tokens[at - 1].IsWord || tokens[at - 1].Has(Trait.Determiner | Trait.Possessive | Trait.Auxiliary | Trait.Modal | Trait.Preposition) || tokens[at - 1].Is("to")) return at > 0 && tokens[at - 1].Kind == Kind.Comma && text[tokens[at].End - 1] == 's';
        return text[tokens[at].End - 1] == 's' ? !tokens[at - 1].Has(Trait.Coordinator) : text[tokens[at - 1].End - 1] == 's' || tokens[at - 1].Has(Trait.Pronoun) || tokens[at - 1].Is("people");
    }

    /// <summary>Whether a weekday is part of a name: "Bloody Sunday", "the Sunday Times", "the Mail on Sunday".</summary>
    internal static bool Names(string text, List<Token> tokens, int at)
    {
        var before = at > 0 ? tokens[at - 1] : default(Token) with { Word = Word.Unknown };
        if (before.Capital && Named.Contains($" {Dates.Lower(text, before)} ", StringComparison.Ordinal)) return true;
        if (before.Is("on") && at > 1 && tokens[at - 2].Capital && Dates.Lower(text, tokens[at - 2]) == "mail") return true;
        var next = at + 1 < tokens.Count ? tokens[at + 1] : default(Token) with { Word = Word.Unknown };
        return next is { IsWord: true, Capital: true } && !next.Has(Trait.Month | Trait.Weekday | Trait.Determiner | Trait.Pronoun) && (before.Is("the") || before.Is("a"));
    }
}
