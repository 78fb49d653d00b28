using System.Buffers;
using Dateline.Extraction;

namespace Dateline.Matching;

/// <summary>What a telling word is in its sentence, beside its <see cref="Role"/>.</summary>
[Flags]
internal enum Case : ushort
{
    None = 0,

    /// <summary>It does it (<see cref="Role.Does"/>).</summary>
    Does = 1,

    /// <summary>It is done to it (<see cref="Role.Suffers"/>).</summary>
    Suffers = 2,

    /// <summary>The verb that the parts belong to.</summary>
    Verb = 4,

    /// <summary>The last telling word of its phrase.</summary>
    Head = 8,

    /// <summary>Written as a name.</summary>
    Name = 16,

    /// <summary>A form of a verb that is no noun here.</summary>
    Verbal = 32,

    /// <summary>It stands under a verb that leaves open whether it is so, or says that it is not.</summary>
    Governed = 64,

    /// <summary>How it is done, or only colour.</summary>
    Manner = 128,

    /// <summary>What it stands behind, as a number in the upper byte (<see cref="Frame.Preposition"/>).</summary>
    Behind = 0xff00
}

/// <summary>A telling word of a mention and what it is there.</summary>
internal readonly record struct Place(int Id, Case Case)
{
    public bool Is(Case what) => (Case & what) != 0;

    /// <summary>Does it, suffers it, or neither.</summary>
    public Case Role => Case & (Case.Does | Case.Suffers);

    /// <summary>The preposition it stands behind; none for what has a role, since "by" and the passive are turned round already.</summary>
    public int Behind => (int)Case >> 8;
}

/// <summary>The telling words of a mention in their order, each with its case (Fillmore 1968: who, whom, from where, to whom, with what). One pass.</summary>
internal static partial class Frame
{
    private const int Reach = 5;
    private const int ParticleReach = 3;
    private const int ShortestIng = 5;

    private static readonly SearchValues<char> marks = SearchValues.Create(",;:()–—");

    /// <summary>"Of", which joins what it stands before to what goes before.</summary>
    public const int Of = 1;

    /// <summary>From where, and to where.</summary>
    public const int From = 2, To = 3;

    /// <summary>Whom it is aimed at.</summary>
    public const int Against = 7;

    /// <summary>The prepositions, those alike in sense together (Quirk et al. 1985, 9.14 to 9.60).</summary>
    private static readonly string[][] prepositions =
        [.. "of|from off|to into onto toward towards|by|in inside within at on upon near outside around|with alongside|against|for|over about concerning regarding|during amid|after following|before|between among|under below beneath|as|through via across along|without|since until".Split('|').Select(p => p.Split(' '))];

    /// <summary>The number of a preposition; 0 for what is none.</summary>
    public static int Preposition(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < prepositions.Length; i++)
            foreach (var one in prepositions[i])
                if (word.Equals(one, StringComparison.OrdinalIgnoreCase)) return i + 1;
        return 0;
    }

    /// <summary>Reads the telling words.</summary>
    /// <param name="text">The mention's text.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="roles">The part that each has.</param>
    /// <param name="verb">Which is the verb; -1 where none is.</param>
    /// <param name="kept">Which are telling words and no values.</param>
    public static Place[] Read(string text, ReadOnlySpan<Term> terms, ReadOnlySpan<Role> roles, int verb, ReadOnlySpan<bool> kept)
    {
        Span<Place> places = stackalloc Place[terms.Length];
        int n = 0, behind = 0, governed = -1;
        for (var i = 0; i < terms.Length; i++)
        {
            var term = terms[i];
            var form = text.AsSpan(term.Start, term.End - term.Start);
            var word = Lexicon.Find(form);
            if (i > 0 && Breaks(text, terms[i - 1].End, term.Start) && roles[i] is Role.None && i + 1 < terms.Length && word.Forms != VerbForms.None) behind = 0;
            if (i == verb || word.Has(Trait.Auxiliary | Trait.Modal | Trait.Subordinator) && !word.Has(Trait.Preposition)) behind = 0;
            if (term.Is(TermKinds.Stop) || word.Has(Trait.Preposition))
            {
                if (Preposition(form) is > 0 and var preposition) behind = preposition;
                if (!kept[i] || term.Is(TermKinds.Stop)) continue;
            }
            if (!kept[i]) continue;
            var verbal = i == verb || Acts(word, form, term) || i > 0 && Terms.Is(text, terms[i - 1], "to") && (word.Forms & VerbForms.Base) != 0 && !term.Is(TermKinds.Name);
            var role = roles[i] is Role.Does ? Case.Does : roles[i] is Role.Suffers ? Case.Suffers : Case.None;
            var cases = i == verb ? Case.Verb : role;
            if (cases is Case.None || behind == Of) cases |= (Case)(behind << 8);
            if (term.Is(TermKinds.Name)) cases |= Case.Name;
            else if (verbal) cases |= Case.Verbal;
            if (i == governed) cases |= Case.Governed;
            if (Ends(text, terms, i, verb, kept)) cases |= Case.Head;
            if ((!term.Is(TermKinds.Name) || word.Has(Trait.Abbreviation)) && (form.Length > 4 && form.EndsWith("ly", StringComparison.Ordinal) || Alikeness.Colours(term.Id) && !Body(text, terms, i) || word.Has(Trait.Title) && word.Has(Trait.Abbreviation))) cases |= Case.Manner;
            var id = (i == verb || word.Forms != VerbForms.None) && !term.Is(TermKinds.Name) ? Phrasal(text, terms, i) : term.Id;
            places[n++] = new(id, cases);
            if (Alikeness.Governs(term.Id) && !term.Is(TermKinds.Name) && Under(text, terms, i) is > 0 and var under) governed = under;
        }
        return places[..n].ToArray();
    }

    // "In the back", "his back": a part of the body, of which only "back" is a word of colour besides.
    private static bool Body(string text, ReadOnlySpan<Term> terms, int at) =>
        at > 0 && Terms.Is(text, terms[at], "back") && Lexicon.Find(text.AsSpan(terms[at - 1].Start, terms[at - 1].End - terms[at - 1].Start)).Has(Trait.Determiner | Trait.Possessive);

    private static bool Acts(Word word, ReadOnlySpan<char> form, Term term) =>
        !term.Is(TermKinds.Name) && !word.Nominal && ((word.Forms & (VerbForms.Past | VerbForms.Participle | VerbForms.Present | VerbForms.Ing)) != 0 || word.Forms == VerbForms.None && form.EndsWith("ed", StringComparison.Ordinal));

    // "Refused to go", "accused of bribing", "ordered the troops to go": the place of what is governed.
    private static int Under(string text, ReadOnlySpan<Term> terms, int at)
    {
        for (var i = at + 1; i < terms.Length && i <= at + Reach && !Breaks(text, terms[i - 1].End, terms[i].Start); i++)
        {
            var word = Lexicon.Find(text.AsSpan(terms[i].Start, terms[i].End - terms[i].Start));
            var before = Lexicon.Find(text.AsSpan(terms[i - 1].Start, terms[i - 1].End - terms[i - 1].Start));
            if (word.Has(Trait.Subordinator | Trait.Wh | Trait.Modal | Trait.Coordinator)) return -1;
            if (Terms.Is(text, terms[i], "to") && i + 1 < terms.Length && !terms[i + 1].Is(TermKinds.Name | TermKinds.Number))
            {
                var next = Lexicon.Find(text.AsSpan(terms[i + 1].Start, terms[i + 1].End - terms[i + 1].Start));
                if ((next.Forms & VerbForms.Base) != 0 || ReferenceEquals(next, Word.Unknown) && !terms[i + 1].Is(TermKinds.Stop)) return i + 1;
            }
            if ((i == at + 1 || before.Has(Trait.Preposition)) && ((word.Forms & VerbForms.Ing) != 0 || ReferenceEquals(word, Word.Unknown) && terms[i].End - terms[i].Start > ShortestIng) && !terms[i].Is(TermKinds.Name) && !terms[i].Is(TermKinds.Stop) && text.AsSpan(terms[i].Start, terms[i].End - terms[i].Start).EndsWith("ing", StringComparison.Ordinal)) return i;
        }
        return -1;
    }

    private static int Phrasal(string text, ReadOnlySpan<Term> terms, int at)
    {
        for (var i = at + 1; i < terms.Length && i <= at + ParticleReach; i++)
        {
            if (Breaks(text, terms[i - 1].End, terms[i].Start)) break;
            // Only what is no preposition may stand behind the object.
            if (i > at + 1 && !(Terms.Is(text, terms[i], "up") || Terms.Is(text, terms[i], "down") || Terms.Is(text, terms[i], "off") || Terms.Is(text, terms[i], "out") || Terms.Is(text, terms[i], "back"))) continue;
            var form = text.AsSpan(terms[i].Start, terms[i].End - terms[i].Start);
            if (Alikeness.WithParticle(terms[at].Id, form) is var joined && joined != terms[at].Id) return joined;
        }
        return terms[at].Id;
    }

    // A phrase ends before a mark, a function word, the verb or a value.
    private static bool Ends(string text, ReadOnlySpan<Term> terms, int at, int verb, ReadOnlySpan<bool> kept) =>
        at + 1 >= terms.Length || at + 1 == verb || !kept[at + 1] || terms[at + 1].Is(TermKinds.Stop) || Breaks(text, terms[at].End, terms[at + 1].Start);

    private static bool Breaks(string text, int from, int to) => text.AsSpan(from, Math.Max(0, to - from)).ContainsAny(marks);
}
