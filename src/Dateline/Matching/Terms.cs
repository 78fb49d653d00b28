using System.Globalization;
using System.Text;

namespace Dateline.Matching;

/// <summary>What kind of term a word is.</summary>
[Flags]
internal enum TermKinds : byte
{
    Word = 0,

    /// <summary>A function word.</summary>
    Stop = 1,

    /// <summary>Written as a name: a capital within a sentence.</summary>
    Name = 2,

    /// <summary>A number, in its normal form.</summary>
    Number = 4,

    /// <summary>Opens a sentence with a capital: it may or may not be a name.</summary>
    Opens = 8,

    /// <summary>A handle or a tag ("@name", "#word").</summary>
    Tag = 16
}

/// <summary>One term of a text. <see cref="Id"/> is a 32-bit hash of the normalised word, the same in every process.</summary>
internal readonly record struct Term(int Id, int Start, int End, TermKinds Kinds)
{
    public bool Is(TermKinds kind) => (Kinds & kind) != 0;
}

/// <summary>
/// Text → terms. One pass over any UTF-16, lone surrogates included. Words are lower-cased invariantly, freed of diacritics, joined with their
/// common variants (<see cref="Words.Same"/>) and stemmed (<see cref="Porter"/>); numbers come to one form ("2,000,000", "2 million");
/// addresses of pages are left out.
/// </summary>
internal static partial class Terms
{
    private const int LongestWord = 48;
    private const string Plain =
        "aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>Whether a term of a text is a word, in small letters or in capitals.</summary>
    public static bool Is(string text, Term term, string word) => text.AsSpan(term.Start, term.End - term.Start).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The ids of the words of a line, each in its plain, lower-case form.</summary>
    public static int[] IdsOf(string words) => [.. words.Split(' ').Select(IdOf)];

    /// <summary>The id of a word given in its plain, lower-case form.</summary>
    public static int IdOf(string word)
    {
        Span<char> buffer = stackalloc char[LongestWord + 1];
        var n = Math.Min(word.Length, LongestWord);
        word.AsSpan(0, n).CopyTo(buffer);
        return Normal(buffer, n);
    }

    /// <summary>The terms of a text in order, at most <paramref name="most"/>; function words are included and marked.</summary>
    public static List<Term> Read(string text, int most = 20_000)
    {
        var terms = new List<Term>(Math.Min(most, text.Length / 6 + 4));
        Span<char> buffer = stackalloc char[LongestWord + 1];
        var opens = true;
        for (var i = 0; i < text.Length && terms.Count < most;)
        {
            var step = Letter(text, i);
            if (step == 0)
            {
                opens |= text[i] is '.' or '!' or '?' or '\n' or ':' or '“' or '"' or '…';
                i++;
                continue;
            }
            var address = AddressEnd(text, i);
            if (address > i)
            {
                i = address;
                continue;
            }
            if (char.IsAsciiDigit(text[i])) i = Number(text, i, buffer, terms);
            else if (i > 0 && text[i - 1] is '@' or '#') i = Tag(text, i, buffer, terms);
            else i = Word(text, i, step, opens, buffer, terms);
            opens = false;
        }
        return terms;
    }

    private static int Word(string text, int start, int step, bool opens, Span<char> buffer, List<Term> terms)
    {
        int i = start, n = 0;
        if (Ideograph(text[start]))
        {
            buffer[0] = text[start];
            terms.Add(new(Hash(buffer[..1]), start, start + 1, TermKinds.Word));
            return start + 1;
        }
        var capital = char.IsUpper(text[start]);
        var capitals = 0;
        var negated = false;
        for (; i < text.Length; i += step)
        {
            step = Letter(text, i);
            if (step == 0)
            {
                if (text[i] == '.' && i + 1 < text.Length && Initial(text, i - 1) && Initial(text, i + 1))
                {
                    step = 1;
                    continue;
                }
                if (text[i] is not ('\'' or '’') || i + 1 >= text.Length || !char.IsLetter(text[i + 1])) break;
                if (i - start <= 2 && char.IsUpper(text[i + 1]))
                {
                    step = 1;
                    continue;
                }
                // What follows an apostrophe is grammar ("'s", "n't", "'re"): read over it.
                negated = text[i + 1] is 't' or 'T' && n > 0 && buffer[n - 1] == 'n';
                for (i++; i < text.Length && Letter(text, i) > 0; i++) { }
                break;
            }
            if (Ideograph(text[i])) break;
            if (char.IsUpper(text[i])) capitals++;
            n = Append(buffer, n, text, i, step);
        }
        var id = n is 2 && capitals == 2 && buffer[0] == 'u' && buffer[1] is 's' or 'k' ? IdOf(buffer[1] == 's' ? "u.s" : "u.k") : 0;
        var known = id != 0 ? (Id: id, Stop: false, Number: false) : negated ? Denied(buffer[..n]) : Look(buffer, n);
        if (known.Number)
        {
            terms.Add(new(known.Id, start, i, TermKinds.Number));
            return i;
        }
        var kinds = known.Stop ? TermKinds.Stop : TermKinds.Word;
        if (capital && !known.Stop) kinds |= opens && capitals < 2 ? TermKinds.Opens : TermKinds.Name;
        terms.Add(new(known.Id, start, i, kinds));
        return i;
    }

    private static int Append(Span<char> buffer, int n, string text, int i, int step)
    {
        if (n + step > LongestWord || char.GetUnicodeCategory(text, i) is UnicodeCategory.NonSpacingMark) return n;
        if (step == 2)
        {
            buffer[n++] = text[i];
            buffer[n++] = text[i + 1];
            return n;
        }
        var c = text[i];
        if (c is >= 'À' and < 'Ā') c = Plain[c - 'À'];
        else if (c is >= 'Ā' and <= 'ſ' && 64 + c - 'Ā' < Plain.Length) c = Plain[64 + c - 'Ā'];
        buffer[n++] = char.ToLowerInvariant(c);
        return n;
    }

    private static int Normal(Span<char> buffer, int n)
    {
        n = Spelled(buffer, n);
        if (Words.Same.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(buffer[..n], out var same))
        {
            same.CopyTo(buffer);
            n = same.Length;
        }
        n = Porter.Stem(buffer, n);
        return Hash(buffer[..n]);
    }

    // Length in code units of the letter, digit or mark at i; 0 for anything else.
    private static int Letter(string text, int i)
    {
        var c = text[i];
        if (c < 128) return char.IsAsciiLetterOrDigit(c) ? 1 : 0;
        if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            return Rune.IsLetterOrDigit(new Rune(c, text[i + 1])) ? 2 : 0;
        return char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark ? 1 : 0;
    }

    private static bool Initial(string text, int i) =>
        char.IsUpper(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1])) && (i + 1 >= text.Length || !char.IsLetterOrDigit(text[i + 1]));

    private static bool Ideograph(char c) => c is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff';

    // FNV-1a (Fowler, Noll, Vo), then the finaliser of MurmurHash3 (Appleby), so that near words lie far apart.
    private static int Hash(ReadOnlySpan<char> word)
    {
        var h = 2166136261u;
        foreach (var c in word) h = (h ^ c) * 16777619u;
        return Mix(h);
    }

    /// <summary>The finaliser of MurmurHash3: a bijection of 32 bits.</summary>
    public static int Mix(uint h)
    {
        h = (h ^ (h >> 16)) * 0x85ebca6bu;
        h = (h ^ (h >> 13)) * 0xc2b2ae35u;
        return (int)(h ^ (h >> 16));
    }
}
