namespace Dateline.Matching;

/// <summary>
/// M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980. Works in place on lower-case ASCII words;
/// a word with any other character is left as it is.
/// </summary>
internal static class Porter
{
    /// <summary>Stems the first <paramref name="length"/> characters of the buffer and gives the stem's length, never longer.</summary>
    public static int Stem(Span<char> word, int length)
    {
        if (length <= 2) return length;
        for (var i = 0; i < length; i++) if (word[i] is < 'a' or > 'z') return length;
        var w = new Word(word, length);
        w.Plurals();
        w.PastAndGerund();
        w.TerminalY();
        w.Replace(Step2, 0);
        w.Replace(Step3, 0);
        w.Drop();
        w.Tidy();
        return w.Length;
    }

    private static readonly (string From, string To)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
        ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble")
    ];

    private static readonly (string From, string To)[] Step3 =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")
    ];

    private static readonly string[] Step4 =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic", "ou"
    ];

    private ref struct Word(Span<char> text, int length)
    {
        private readonly Span<char> _text = text;
        public int Length = length;

        private readonly bool Consonant(int i) => _text[i] switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' => false,
            'y' => i == 0 || !Consonant(i - 1),
            _ => true
        };

        // The measure m of the paper: how often a vowel is followed by a consonant in the first `end` letters.
        private readonly int Measure(int end)
        {
            var m = 0;
            var vowel = false;
            var before = false;
            for (var i = 0; i < end; i++)
            {
                // 'y' is a vowel after a consonant; carried along, so that a run of them stays linear.
                var consonant = _text[i] == 'y' ? i == 0 || !before : _text[i] is not ('a' or 'e' or 'i' or 'o' or 'u');
                if (consonant && vowel) m++;
                vowel = !consonant;
                before = consonant;
            }
            return m;
        }

        private readonly bool HasVowel(int end)
        {
            for (var i = 0; i < end; i++)
                if (_text[i] is 'a' or 'e' or 'i' or 'o' or 'u' || (_text[i] == 'y' && i > 0)) return true;
            return false;
        }

        private readonly bool Ends(string s) => Length >= s.Length && _text[(Length - s.Length)..Length].SequenceEqual(s);
        private readonly bool Doubled() => Length >= 2 && _text[Length - 1] == _text[Length - 2] && Consonant(Length - 1);

        private readonly bool ShortSyllable(int end) =>
            end >= 3 && Consonant(end - 1) && !Consonant(end - 2) && Consonant(end - 3) && _text[end - 1] is not ('w' or 'x' or 'y');

        private void Put(string suffix, string by)
        {
            by.CopyTo(_text[(Length - suffix.Length)..]);
            Length += by.Length - suffix.Length;
        }

        public void Plurals()
        {
            if (Ends("sses") || Ends("ies")) Length -= 2;
            else if (_text[Length - 1] == 's' && !Ends("ss")) Length--;
        }

        public void PastAndGerund()
        {
            if (Ends("eed"))
            {
                if (Measure(Length - 3) > 0) Length--;
                return;
            }
            var cut = Ends("ed") ? 2 : Ends("ing") ? 3 : 0;
            if (cut == 0 || !HasVowel(Length - cut)) return;
            Length -= cut;
            if (Ends("at") || Ends("bl") || Ends("iz")) _text[Length++] = 'e';
            else if (Doubled() && _text[Length - 1] is not ('l' or 's' or 'z')) Length--;
            else if (Measure(Length) == 1 && ShortSyllable(Length)) _text[Length++] = 'e';
        }

        public readonly void TerminalY()
        {
            if (_text[Length - 1] == 'y' && HasVowel(Length - 1)) _text[Length - 1] = 'i';
        }

        public void Replace((string From, string To)[] rules, int above)
        {
            foreach (var (from, to) in rules)
            {
                if (!Ends(from)) continue;
                if (Measure(Length - from.Length) > above) Put(from, to);
                return;
            }
        }

        public void Drop()
        {
            foreach (var suffix in Step4)
            {
                if (!Ends(suffix)) continue;
                var stem = Length - suffix.Length;
                if (Measure(stem) > 1 && (suffix != "ion" || (stem > 0 && _text[stem - 1] is 's' or 't'))) Length = stem;
                return;
            }
        }

        public void Tidy()
        {
            if (Ends("e") && (Measure(Length - 1) is var m && (m > 1 || (m == 1 && !ShortSyllable(Length - 1))))) Length--;
            if (Ends("ll") && Measure(Length) > 1) Length--;
        }
    }
}
