namespace Dateline.Extraction;

/// <summary>
/// Keeps who was named last, for the pronouns that follow: by recency, sources and subjects before others (Lappin and Leass 1994). A name of the other gender is passed over, and so is what is no person's
/// name. Of two whose gender nothing shows and who are named in one sentence, the pronoun is neither's.
/// </summary>
internal sealed partial class Speakers(string text)
{
    private const int Most = 8;

    // The last named is the first.
    private readonly List<Person> named = [];
    private int _sentence;

    // Who was named: the surname, and the sentence in which a name or a pronoun last stood for that person.
    private sealed record Person(Range16 Name, Gender Gender, int Sentence);

    internal void Hear(Passage p, int first, int limit, List<Attribution> found, int from, Names names)
    {
        _sentence++;
        // Where all is in capitals nothing shows who is named, and whom a later pronoun stands for.
        if (Shouted(p, first, limit))
        {
            named.Clear();
            _subject = default;
            return;
        }
        var heads = new List<(int Start, int End)>();
        var again = new List<Range16>();
        for (var i = from; i < found.Count; i++)
        {
            var source = found[i].Source;
            if (source.Empty) continue;
            var (start, end) = ViaChains.Items(p, first, limit, source);
            if (end <= start) continue;
            if (p[start].Has(Trait.Possessive) && end > start + 1)
            {
                found[i].Antecedent = Owned(p, start, end);
                // "His lawyer, Eva Dahl, said. She said …": the apposition names who spoke.
                heads.Add((start, found[i].Antecedent.Empty ? Comma(p, start, end) : end));
            }
            else if (Pronoun(p[start]) is var gender && gender != Gender.Unknown)
            {
                found[i].Antecedent = Last(gender, names);
                if (!found[i].Antecedent.Empty) again.Add(found[i].Antecedent);
            }
            else if (Stands(p, start, end) is { Empty: false } meant) found[i].Antecedent = meant;
            else heads.Add((start, Comma(p, start, end)));
            // "Berg said": a single name that says something is somebody's, unless somebody was named in full.
            if (end - start == 1 && Part(p, start) && named.Count == 0 && !Body(source)) named.Add(new(source, Gender.Unknown, _sentence));
        }
        if (from == found.Count && Subjects.OfSentence(p, first, limit) is var subject && subject.End > subject.First) heads.Add((subject.First, Comma(p, subject.First, subject.End)));
        Mind(p, first, limit, found.Count > from ? found[from].Source : default);
        Appoint(p, first, limit);
        var refers = Refer(p, first, limit);
        Remember(p, first, limit, names);
        for (var i = heads.Count - 1; i >= 0; i--) Remember(p, heads[i].Start, heads[i].End, names);
        foreach (var antecedent in again) Top(antecedent);
        // Nobody else is there for whom "his" could stand.
        if (refers != Gender.Unknown && named.Count(n => Fits(n, refers)) == 1) Show(named.FindIndex(n => Fits(n, refers)), refers, names);
    }

    private static Gender Pronoun(Item item) => item.Is("he") || item.Is("his") || item.Is("him") ? Gender.Man : item.Is("she") || item.Is("her") || item.Is("hers") ? Gender.Woman : Gender.Unknown;

    private static bool Fits(Person one, Gender wanted) => one.Gender == wanted || one.Gender == Gender.Unknown;

    // Of the last sentence that names anybody who fits it is the one of that gender, or the only one.
    private Range16 Last(Gender wanted, Names names)
    {
        var top = named.FindIndex(n => Fits(n, wanted));
        if (top < 0) return default;
        if (named[top].Gender == wanted) return named[top].Name;
        var near = named.FindAll(n => n.Sentence == named[top].Sentence && Fits(n, wanted));
        if (near.Count > 1) return near.Find(n => n.Gender == wanted)?.Name ?? default;
        Show(top, wanted, names);
        return named[top].Name;
    }

    // A pronoun shows the gender of whom it stands for.
    private void Show(int index, Gender gender, Names names)
    {
        if (named[index].Gender == gender) return;
        named[index] = named[index] with { Gender = gender };
        names.Show(named[index].Name, gender);
    }

    // Whoever a pronoun stands for is spoken of again; the gender of the sentence's pronouns, where they have one.
    private Gender Refer(Passage p, int first, int limit)
    {
        var (one, several) = (Gender.Unknown, false);
        for (var i = first; i < limit; i++)
        {
            var gender = p[i].IsWord ? Pronoun(p[i]) : Gender.Unknown;
            if (gender == Gender.Unknown) continue;
            several |= one != Gender.Unknown && one != gender;
            one = gender;
            if (named.FindIndex(n => n.Gender == gender) is >= 0 and var known) named[known] = named[known] with { Sentence = _sentence };
        }
        return several ? Gender.Unknown : one;
    }

    private void Top(Range16 name)
    {
        var at = named.FindIndex(n => n.Name == name);
        if (at < 0) return;
        var person = named[at] with { Sentence = _sentence };
        named.RemoveAt(at);
        named.Insert(0, person);
    }

    private bool Shouted(Passage p, int first, int limit)
    {
        const int Few = 3;
        var words = 0;
        for (var i = first; i < limit; i++)
        {
            if (!p[i].IsWord || p[i].End - p[i].Start < 2) continue;
            if (Text(new(p[i].Start, p[i].End)).ContainsAnyInRange('a', 'z')) return false;
            words++;
        }
        return words > Few;
    }

    // "His rival, Joe Biden", "her deputy Tom Ray": the name at the end of a noun phrase or of its apposition is whose the words are; whom the pronoun stands for has not spoken.
    private Range16 Owned(Passage p, int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            var last = i;
            while (last < end && p[last].IsWord && !p[last].Has(Trait.Preposition | Trait.Wh | Trait.Coordinator)) last++;
            var first = last;
            while (first > i && Part(p, first - 1)) first--;
            var name = last > first ? new Range16(p[last - 1].Start, p[last - 1].End) : default;
            if (last > first && first > start + 1 && !Body(name)) return name;
            if (last < end && p[last].Kind != Kind.Comma) return default;
            i = last;
        }
        return default;
    }

    private static int Comma(Passage p, int start, int end)
    {
        while (start < end && p[start].Kind != Kind.Comma) start++;
        return start;
    }
}
