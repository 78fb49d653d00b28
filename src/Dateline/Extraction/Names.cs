namespace Dateline.Extraction;

/// <summary>Full names that the document gives, by surname. A surname of two people is either's only where its title, a pronoun or the nearest use in full shows whose it is.</summary>
internal sealed partial class Names(string text)
{
    private const int Most = 2000;

    private readonly Dictionary<string, Family> _bySurname = new(StringComparer.Ordinal);
    private readonly List<int> _paragraphs = [];

    internal void Learn(Passage p)
    {
        var tokens = p.Tokens;
        if (tokens.Count > 0) _paragraphs.Add(tokens[0].Start);
        for (var i = 0; i + 1 < tokens.Count && _bySurname.Count < Most; i++)
        {
            // "Citing Reuters, …" begins with no name.
            if (!Part(tokens[i]) || tokens[i].Is("citing") || tokens[i].Is("quoting") || tokens[i].Is("via") || i > 1 && tokens[i - 1].Is("of") && tokens[i - 2].Has(Trait.Title)) continue;
            var end = i + 1;
            while (end < tokens.Count && end - i < 4 && (Part(tokens[end]) || Initial(tokens, end))) end++;
            while (end > i + 1 && !Part(tokens[end - 1])) end--;
            if (end - i >= 2 && !(Shouted(tokens, i) && (Shouted(tokens, i - 1) || Shouted(tokens, end)))) Learn(tokens, i, end);
            else if (_bySurname.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Text(tokens[i]), out var family)) family.Meet();
            i = end - 1;
        }
    }

    private void Learn(IReadOnlyList<Token> tokens, int first, int end)
    {
        var surname = tokens[end - 1];
        if (!_bySurname.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Text(surname), out var family)) _bySurname[Text(surname).ToString()] = family = new();
        var gender = first > 0 ? Genders.Of(Text(tokens[first - 1])) : Gender.Unknown;
        // "Mary Smith said she leads the firm."
        for (var i = end + 1; gender is Gender.Unknown && i < end + 3 && i < tokens.Count && tokens[end].Word.Uses is not null; i++)
            gender = tokens[i].Is("she") ? Gender.Woman : tokens[i].Is("he") ? Gender.Man : Gender.Unknown;
        var opens = (first == 0 || tokens[first - 1].Kind is Kind.Stop or Kind.Quote) && !(end < tokens.Count && (tokens[end].Word.Forms != VerbForms.None || tokens[end].Has(Trait.Auxiliary | Trait.Modal)));
        // "Her daughter, Lily Frost": the surname alone goes on to be of whom it was.
        var kin = first > 1 && tokens[first - 1].Kind == Kind.Comma ? first - 2 : first - 1;
        if (kin >= 0 && Genders.Kin(Text(tokens[kin]))) family.Meet();
        family.Add(text.AsSpan(tokens[first].Start, surname.End - tokens[first].Start), gender, new(tokens[first].Start, surname.End), _paragraphs.Count, opens);
    }

    // A word in capitals: among others of the kind nothing shows where a name begins and ends ("POLICE DENIED THAT").
    private bool Shouted(IReadOnlyList<Token> tokens, int at) => at >= 0 && at < tokens.Count && tokens[at].IsWord && tokens[at].End - tokens[at].Start > 1 && char.IsUpper(text[tokens[at].Start + 1]) && !Text(tokens[at]).ContainsAnyInRange('a', 'z');

    private bool Part(Token token) => token.IsWord && token.Capital && token.End - token.Start > 1 && !(token.Word.Forms != VerbForms.None && !token.Word.Forms.HasFlag(VerbForms.Base) && Text(token).EndsWith("ed", StringComparison.OrdinalIgnoreCase))
        && !token.Has(Trait.Title | Trait.Determiner | Trait.Pronoun | Trait.Preposition | Trait.Weekday | Trait.Month | Trait.Subordinator | Trait.Coordinator | Trait.Adverb | Trait.Possessive | Trait.Wh | Trait.Auxiliary) && !(token.Has(Trait.Modal) && !token.Is("will") && !token.Is("may"));

    private static bool Initial(IReadOnlyList<Token> tokens, int at) => tokens[at].Capital && tokens[at].End - tokens[at].Start == 1
        || tokens[at].Kind == Kind.Stop && at > 0 && tokens[at - 1].Capital && tokens[at - 1].End - tokens[at - 1].Start == 1;

    /// <summary>The full name of a source: of the surname it ends in, or of what its pronoun stands for; null when the source says as much itself, or two people have the surname and nothing shows whose it is.</summary>
    internal string? Resolve(Range16 source, Range16 antecedent)
    {
        var words = new List<Token>();
        if (antecedent.Empty && source.End - source.Start > 200) return null;
        Tokenizer.Read(text, source.Start, source.End, words);
        if (antecedent.End - antecedent.Start > 200) return null;
        if (!antecedent.Empty)
        {
            var name = text[antecedent.Start..antecedent.End];
            if (!_bySurname.TryGetValue(name, out var family)) return name;
            var gender = words.Count == 0 ? Gender.Unknown : words[0].Is("she") || words[0].Is("her") ? Gender.Woman : words[0].Is("he") || words[0].Is("him") ? Gender.Man : Gender.Unknown;
            return family.Whose(antecedent, gender, Paragraph(antecedent.Start)) ?? name;
        }
        var (last, count, at) = (default(Token), 0, 0);
        for (; at < words.Count; at++)
        {
            if (!Part(words[at])) { if (count > 0) break; continue; }
            (last, count) = (words[at], count + 1);
        }
        return count == 1 && Heads(words, at - 1) && FullName(last, at > 1 ? Genders.Of(Text(words[at - 2])) : Gender.Unknown) is { } full && !text.AsSpan(source.Start, source.End - source.Start).Contains(full, StringComparison.Ordinal) ? full : null;
    }

    // "Berg's deputy", "a spokesman for Berg", "the Berg campaign": somebody else than Berg.
    private static bool Heads(List<Token> words, int at)
    {
        for (var i = 0; i < at; i++)
            if (words[i].Has(Trait.Preposition | Trait.Wh) || words[i].Kind == Kind.Comma) return false;
        return at + 1 >= words.Count || !words[at + 1].IsWord || words[at + 1].Has(Trait.Preposition | Trait.Wh | Trait.Coordinator);
    }

    /// <summary>Whether somebody of this surname was named in full.</summary>
    internal bool Surname(ReadOnlySpan<char> word) => _bySurname.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word);

    /// <summary>The gender of who is named at a place, as far as the document and common given names show.</summary>
    internal Gender GenderAt(Range16 surname) => Of(surname)?.Gender ?? Gender.Unknown;

    /// <summary>A pronoun showed the gender of who is named at a place.</summary>
    internal void Show(Range16 surname, Gender gender)
    {
        if (_bySurname.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(surname.Start, surname.End - surname.Start), out var family)) family.Show(surname, gender);
    }

    /// <summary>Whether two surnames that are written alike are of two people.</summary>
    internal bool Differ(Range16 a, Range16 b) => Of(a) is { } one && Of(b) is { } other && one.Name != other.Name;

    private (string Name, Gender Gender)? Of(Range16 surname) => _bySurname.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(surname.Start, surname.End - surname.Start), out var family) ? family.Of(surname) : null;

    private string? FullName(Token surname, Gender gender) => _bySurname.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Text(surname), out var family) ? family.Whose(new(surname.Start, surname.End), gender, Paragraph(surname.Start)) : null;

    // The paragraph of a place, counted from one.
    private int Paragraph(int at) => _paragraphs.BinarySearch(at) is var found && found >= 0 ? found + 1 : ~found;

    private ReadOnlySpan<char> Text(Token token) => text.AsSpan(token.Start, token.End - token.Start);
}
