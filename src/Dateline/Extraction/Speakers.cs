namespace Dateline.Extraction;

/// <summary>
/// Keeps who was named last, for the pronouns that follow: by recency, sources and subjects before others (Lappin and Leass 1994). Gender is known from
/// titles only; a name of the other gender is passed over, and so is what is no person's name.
/// </summary>
internal sealed partial class Speakers(string text)
{
    private const int Most = 8;

    // The last named is the first; in which sentence that was, and whether it spoke there.
    private readonly List<Person> named = [];
    private int sentence;

    private readonly record struct Person(Range16 Name, Gender Gender, int Sentence, bool Spoke);

    internal void Hear(Passage p, int first, int limit, List<Attribution> found, int from, Names names)
    {
        var heads = new List<(int Start, int End)>();
        sentence++;
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
            else if (p[start].Is("he") || p[start].Is("his") || p[start].Is("him")) found[i].Antecedent = Last(Gender.Man);
            else if (p[start].Is("she") || p[start].Is("her")) found[i].Antecedent = Last(Gender.Woman);
            else if (Stands(p, start, end) is { Empty: false } meant) found[i].Antecedent = meant;
            else heads.Add((start, Comma(p, start, end)));
            // "Berg said": a single name that says something is somebody's, unless somebody was named in full.
            if (end - start == 1 && Part(p[start]) && named.Count == 0 && !Body(source)) named.Add(new(source, Gender.Unknown, sentence, true));
        }
        if (from == found.Count && Subjects.OfSentence(p, first, limit) is var subject && subject.End > subject.First) heads.Add((subject.First, Comma(p, subject.First, subject.End)));
        Mind(p, first, limit, found.Count > from ? found[from].Source : default);
        Appoint(p, first, limit);
        Remember(p, first, limit, names, false);
        for (var i = heads.Count - 1; i >= 0; i--) Remember(p, heads[i].Start, heads[i].End, names, from < found.Count);
    }

    // Of two whose gender nothing shows, named in one sentence, it may be either, unless the last of them spoke. Whom a pronoun stood for keeps its gender.
    private Range16 Last(Gender wanted)
    {
        var at = named.FindIndex(n => n.Gender == wanted || n.Gender == Gender.Unknown);
        if (at < 0) return default;
        if (named[at].Gender == Gender.Unknown)
        {
            var other = named.FindIndex(at + 1, n => n.Sentence == named[at].Sentence && (n.Gender == wanted || n.Gender == Gender.Unknown));
            if (other > 0 && named[other].Gender == wanted) at = other;
            else if (other > 0 && !named[at].Spoke) return default;
        }
        named[at] = named[at] with { Gender = wanted };
        return named[at].Name;
    }

    // "His rival, Joe Biden", "her deputy Tom Ray": the name at the end of a noun phrase or of its apposition is whose the words are; whom the pronoun stands for has not spoken.
    private Range16 Owned(Passage p, int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            var last = i;
            while (last < end && p[last].IsWord && !p[last].Has(Trait.Preposition | Trait.Wh | Trait.Coordinator)) last++;
            var first = last;
            while (first > i && Part(p[first - 1])) first--;
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

    // The names of persons in a stretch, the first of them on top.
    private void Remember(Passage p, int start, int end, Names names, bool spoke)
    {
        var run = new List<(Range16, Gender)>();
        for (var i = start; i < end; i++)
        {
            if (!Part(p[i])) continue;
            var last = i;
            while (last + 1 < end && Part(p[last + 1])) last++;
            var gender = Titled(p, i);
            var name = new Range16(p[last].Start, p[last].End);
            if (gender != Gender.Unknown || i > 0 && p[i - 1].Has(Trait.Title) || (last > i || names.Surname(Text(name))) && !Body(name)) run.Add((name, gender));
            i = last;
        }
        for (var i = run.Count - 1; i >= 0; i--)
        {
            var (name, gender) = run[i];
            if (gender == Gender.Unknown) gender = names.GenderAt(name);
            var known = named.FindIndex(n => Same(n.Name, name) && !names.Differ(n.Name, name));
            if (known >= 0)
            {
                if (gender == Gender.Unknown) gender = named[known].Gender;
                named.RemoveAt(known);
            }
            named.Insert(0, new(name, gender, sentence, spoke));
        }
        if (named.Count > Most) named.RemoveRange(Most, named.Count - Most);
    }

    private bool Part(Item item) => item.IsWord && item.Capital && !item.Has(Trait.Title | Trait.Determiner | Trait.Pronoun | Trait.Possessive | Trait.Preposition | Trait.Media | Trait.Weekday
        | Trait.Month | Trait.Subordinator | Trait.Coordinator | Trait.Adverb | Trait.Wh | Trait.Auxiliary) && !(item.End - item.Start > 1 && char.IsUpper(text[item.End - 1]) && item.Word.Forms != VerbForms.None) && !(item.Has(Trait.Modal) && !item.Is("will") && !item.Is("may"));

    private Gender Titled(Passage p, int at) => at == 0 ? Gender.Unknown : Genders.Of(text.AsSpan(p[at - 1].Start, p[at - 1].End - p[at - 1].Start));

    private bool Body(Range16 name) => Bodies.Ends(Text(name));

    private bool Same(Range16 a, Range16 b) => Text(a).SequenceEqual(Text(b));

    private ReadOnlySpan<char> Text(Range16 range) => text.AsSpan(range.Start, range.End - range.Start);
}
