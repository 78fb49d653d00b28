using System.Collections.Frozen;
using Dateline.Extraction;

namespace Dateline.Documents;

/// <summary>
/// The persons that a phrase names, however it introduces them: of "accountant Theodric Plumstead" the name without the role, and the surname where it is no
/// ordinary word. Places, bodies and media are none.
/// </summary>
internal static class PersonNames
{
    private const Trait Role = Trait.Title | Trait.Person;
    private const Trait NoName = Role | Trait.Media | Trait.Determiner | Trait.Pronoun | Trait.Preposition | Trait.Weekday | Trait.Subordinator | Trait.Coordinator | Trait.Possessive | Trait.Wh;

    private const Trait NoOffice = Trait.Media | Trait.Possessive | Trait.Preposition | Trait.Pronoun | Trait.Subordinator | Trait.Coordinator | Trait.Wh;

    private static readonly FrozenSet<string> particles = Set("al ben bin da das de del della den der di dos du el ibn la le ten ter van von zu");

    // What stands after these is where somebody is.
    private static readonly FrozenSet<string> places = Set("across around at from in inside near on outside throughout");

    private static readonly FrozenSet<string> ofPlaces = Set("cape east el fort great lake las los lower mount new north northern port saint san santa south southern st upper west western");

    // Surnames that are words of their own, or offices and nationalities that may be taken for one.
    private static readonly FrozenSet<string> ordinary = Set("abbot american archer armstrong arab baker ball banks barber baron bass bell best bird bishop black boss bowman bridge bridges bright british brook brooks brown burns bush butcher butler canadian carpenter carter case chairman "
        + "chamberlain chancellor chapel chapman chase chief child chinese christian church clark clerk close coach coast coleman commissioner constable cook cooper correspondent counsel cox crane cross dane danish day deacon dean deputy desk diamond director doctor drake "
        + "driver duke dutch earl east editor editors egyptian english european family farmer father field fields fish fisher flower flowers ford foreign forest foster fox freeman french friend frost garden gardener gates general german glass gold golden good grace gray greek "
        + "green greene grey hall hand hart hawk head hill hills holiday holy hood hope house hunt hunter indian inspector interior iraqi irish israeli italian japanese jewish joy judge justice king kings kitchen knight korean lady lake lamb lambert lane law lawyer leader life light "
        + "little long lord love major manager marine marks marsh marshal marshall mason masters mayor mercer mexican mill miller mills minister moon moss muslim nash newman newsroom night noble norman north norwegian nurse office owner page painter palestinian palmer park "
        + "parker parks peace pearl people pepper pitt pole polish pollard pond poole poor pope porter potter power powers premier press price priest prince prior professor queen rain read reader reed rice rich rivers road roman rose royal rush russian sailor saint saudi schools "
        + "scott secretary senior sergeant sharp shepherd short silver singer skinner slater small smart smith snow song south spanish speaker spring staff star steel sterling stone street strong summer summers swan swedish swift swiss syrian tanner taylor team temple thatcher "
        + "tower town trainer treasurer turkish turner tyler ukrainian union vice wall walker ward warden waters weaver webb welsh west wheeler white whole wild winter wise wolf wood woods woodward work workers world worth wright young");

    // What follows a name and is no part of it: generations, offices, honours and degrees.
    private static readonly FrozenSet<string> suffixes = Set("jr sr ii iii iv mp msp ms mep kc qc sc md phd obe mbe cbe kbe dbe");

    /// <summary>The names in a phrase; <c>Alone</c> says that it is a surname by itself.</summary>
    internal static IEnumerable<(string Name, bool Alone)> Of(string phrase)
    {
        var words = Words(phrase);
        for (int i = 0, end; i < words.Count; i = Math.Max(end, i + 1))
        {
            end = End(words, i);
            if (end == i) continue;
            var (before, last) = (i > 0 && !words[i - 1].Ends ? words[i - 1].Text : "", words[end - 1]);
            var name = words[i..end].ConvertAll(w => w.Text);
            if (places.Contains(before) || (!last.Ends && end < words.Count && Is(words[end].Text, Role)) || Bodies.Speaks(last.Text) || Outlets.Name(string.Join(' ', name)) is not null) continue;
            if (name.Count > 1) yield return (string.Join(' ', name), false);
            if (name.Count > 2) yield return (string.Join(' ', name[^2..]), false);
            if (name.Count > 1 ? !before.Equals("of", StringComparison.OrdinalIgnoreCase) && !ofPlaces.Contains(name[0]) : Is(before, Role))
                if (IsTelling(last.Text)) yield return (last.Text, true);
        }
    }

    /// <summary>Whether the words before a name say what the person is and no more: they end in an office or a kind of person, and relate nobody to anybody.</summary>
    internal static bool AreOffice(string before)
    {
        var words = before.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words is [.., var last] && Is(last, Role) && words.All(w => w.All(c => char.IsLetter(c) || c == '-') && !Is(w, NoOffice));
    }

    /// <summary>Whether a surname, in small letters, is a word of its own, an office or a nationality.</summary>
    internal static bool IsOrdinary(string surname) => ordinary.Contains(surname);

    /// <summary>Where the run of capitals ends that begins at a word; there where none does. It ends in a word of two letters or more.</summary>
    private static int End(List<(string Text, bool Ends)> words, int first)
    {
        var end = first;
        for (var i = first; i < words.Count; i++)
        {
            var (text, ends) = words[i];
            var part = char.IsUpper(text[0]) && !Is(text, NoName) && (i > first || !Is(text, Trait.Month));
            if (!part && (i == first || !particles.Contains(text)) || i > first && suffixes.Contains(text)) break;
            if (part && text.Length > 1) end = i + 1;
            if (ends) break;
        }
        return end;
    }

    private static bool IsTelling(string surname) => surname.Length > 2 && ReferenceEquals(Lexicon.Find(surname), Word.Unknown)
        && FrequentWords.Of(surname.ToLowerInvariant()) == 0 && !ordinary.Contains(surname);

    private static bool Is(string word, Trait traits) => word.Length > 0 && Lexicon.Find(word).Has(traits);

    /// <summary>The words, without the marks around them, and whether what follows is about somebody else.</summary>
    private static List<(string Text, bool Ends)> Words(string phrase)
    {
        var words = new List<(string, bool)>();
        foreach (var piece in phrase.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var word = piece.Trim('.', ',', ';', ':', '(', ')', '[', ']', '"', '“', '”', '‘', '’', '\'', '!', '?');
            var owner = word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal);
            if (owner) word = word[..^2];
            if (word.Length > 0) words.Add((word, owner || piece[^1] is ',' or ';' or ':' or ')'));
        }
        return words;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
