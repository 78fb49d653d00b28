using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>How words of other languages are written: letters that English has not, and endings and beginnings of words, from each language's orthography and inflection.</summary>
internal static class Spellings
{
    private const int Longest = 6;

    // English words that keep the marks of the language that they come from.
    private const string Borrowed = "café cafés naïve résumé résumés façade façades cliché clichés fiancé fiancée fiancés protégé protégés protégée exposé exposés communiqué communiqués détente née élite élites régime régimes rôle déjà jalapeño jalapeños "
        + "señor señora piñata über coöperate coöperation coup d état états touché papier mâché mâché blasé passé entrée entrées soirée pâté crème brûlée fête émigré émigrés décor début débuts éclair sauté sautéed à la vis façon doppelgänger smörgåsbord reëlection";

    private static readonly (string Language, string Letters, string Ends, string Begins)[] rules =
    [
        ("German", "äöüß", "ung ungen keit heit lich liche lichen igen isch ische ischen schen ierte ieren iert", "ge ver"),
        ("French", "àâçèéêëîïôùûœ", "aient eux euse tion tions ment ique iques eur eurs ée ées és", ""),
        ("Spanish", "áéíóúñ¿", "ción ciones dad ado ados ada adas ando iendo aron ieron mente ía ías", ""),
        ("Italian", "àèéìòù", "zione zioni ità ato ata ati ate ando endo mente ano ono are ere ire", ""),
        ("Portuguese", "ãõâêôáéíóúç", "ção ções dade ado ados ada adas ando endo aram eram mente ões ão", ""),
        ("Galician", "áéíóúñ", "ción cións dade ado ados ada adas ando aron mente", ""),
        ("Catalan", "àèéíòóúç", "ció cions tat ats ada ades ment aven", ""),
        ("Romanian", "ăâîșțşţ", "ului ilor ește esc ții ția ească ările area ul ele", ""),
        ("Dutch", "ë", "ijk ijke lijk lijke ingen heid aar eerd eren den ten gen ken", "ge ver"),
        ("Afrikaans", "êëô", "heid lik like ering", "ge ver"),
        ("Swedish", "åäö", "ningen ningar ningen erna arna orna ade ades ligt liga het", ""),
        ("Danish or Norwegian", "æøå", "ningen ninger erne ene ede lig lige hed het else elser", ""),
        ("Icelandic", "áéíóúýðþæö", "inn inum anna unum ður num ina", ""),
        ("Polish", "ąćęłńóśźż", "ych ego ymi owie ów ania enia ował owała ość ości acji acja", "prz szcz"),
        ("Czech", "áčďéěíňóřšťúůýž", "ého ých ové ova ovat ost osti ání ení ích ům", "před"),
        ("Slovak", "áäčďéíĺľňóôŕšťúýž", "ého ých ové ovať osť osti anie enie ích om", "pred"),
        ("Slovene", "čšž", "anje enje ega ih ost osti ijo ila ov", "pre"),
        ("Croatian, Bosnian or Serbian", "čćđšž", "anje enje oga ih ost osti aju ila ima ovi", "pre"),
        ("Hungarian", "áéíóöőúüű", "ban ben nak nek val vel ság ség ból ből ról ről hoz hez tott ett ott ják nál nél ások ének ának", "meg"),
        ("Finnish", "äö", "ssa ssä sta stä lla llä lta ltä lle een neen iin aan ään vat vät ttiin nut nyt inen isen minen sten jen tti si", ""),
        ("Estonian", "äöõü", "sse ses st le lt ks ga mine sed tud nud vad dele iku", ""),
        ("Latvian", "āčēģīķļņšūž", "ību ība ības ajam iem ās ēja īja šanas šana", ""),
        ("Lithuanian", "ąčęėįšųūž", "ų ė ės imas imo ybė ybės ojo ė iai iams uose iu", ""),
        ("Turkish", "çğıöşü", "lar ler ları leri lerin ların yor ında inde dan den nın nin tır dir dı di mak mek acak ecek", ""),
        ("Azerbaijani", "əçğıöşü", "lar lər ları ləri nın nin ında ində dan dən dır dir ib ıb", ""),
        ("Albanian", "ëç", "it ve ës ën imit ave uar shme", ""),
        ("Indonesian or Malay", "", "nya kan annya kannya", "mem men meng ber ter per diper"),
        ("Vietnamese", "ăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵ", "", ""),
        ("Swahili", "", "isha iwa aji eni wa", "wana wali ali ana ili ime wame ame kuwa ku"),
        ("Filipino", "", "ang ong han", "nag pag naka mag ipina pina"),
        ("Irish", "áéíóú", "acht adh aigh ann eann aí", "bh mb gc dt bhf mh"),
        ("Welsh", "âêîôûŵŷ", "odd iad wyd aeth au", "dd ll rh"),
        ("Basque", "", "ren aren eko tzen ako rekin etan ean ak ek", ""),
        ("Maltese", "ċġħż", "ijiet ijja zzjoni", ""),
        ("Somali", "", "ka ta ay aa ada", "")
    ];

    private static readonly string[] foreignPairs = ["aa", "ii", "uu", "jj", "vv", "yy", "cz", "sz", "rz", "zs", "dz", "tx", "tz", "ij", "gj", "xh", "nj", "lj", "dj", "kk", "hh"];
    private static readonly System.Buffers.SearchValues<string> pairs = System.Buffers.SearchValues.Create(foreignPairs, StringComparison.Ordinal);
    private static readonly ulong[] letters = new ulong[0x1F00];
    private static readonly FrozenDictionary<string, ulong> ends = Affixes(static r => r.Ends);
    private static readonly FrozenDictionary<string, ulong> begins = Affixes(static r => r.Begins);
    private static readonly FrozenSet<string> borrowed = Borrowed.Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> endsBySpan = ends.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> beginsBySpan = begins.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> borrowedBySpan = borrowed.GetAlternateLookup<ReadOnlySpan<char>>();

    static Spellings()
    {
        foreach (var (language, own, _, _) in rules)
            foreach (var letter in own) letters[letter] |= 1UL << FrequentWords.Place(language);
    }

    /// <summary>The languages whose letters a word in small letters has; all of the letters that English has not must be theirs.</summary>
    internal static ulong ByLetters(ReadOnlySpan<char> word)
    {
        var of = ulong.MaxValue;
        foreach (var c in word)
            if (c > 127) of &= c < letters.Length ? letters[c] : 0;
        return of == ulong.MaxValue || borrowedBySpan.Contains(word) ? 0 : of;
    }

    /// <summary>The languages whose words end or begin like a word in small letters.</summary>
    internal static ulong ByAffixes(ReadOnlySpan<char> word)
    {
        var of = 0UL;
        for (var length = 1; length <= Longest && length + 3 <= word.Length; length++)
        {
            if (endsBySpan.TryGetValue(word[^length..], out var byEnd)) of |= byEnd;
            if (beginsBySpan.TryGetValue(word[..length], out var byBegin)) of |= byBegin;
        }
        return of;
    }

    /// <summary>Whether a word in small letters is not written as English words are: it ends in a vowel that they hardly end in, or has letters or pairs of letters that they have not.</summary>
    internal static bool IsStrange(ReadOnlySpan<char> word) =>
        !borrowedBySpan.Contains(word) && (word.Length > 3 && word[^1] is 'a' or 'i' or 'o' or 'u' or 'v' or 'j' or 'z' || word.ContainsAnyExceptInRange('\0', '\u007F') || word.ContainsAny(pairs));

    private static FrozenDictionary<string, ulong> Affixes(Func<(string Language, string Letters, string Ends, string Begins), string> which)
    {
        var of = new Dictionary<string, ulong>(StringComparer.Ordinal);
        foreach (var rule in rules)
            foreach (var affix in which(rule).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                of[affix] = of.GetValueOrDefault(affix) | 1UL << FrequentWords.Place(rule.Language);
        return of.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
