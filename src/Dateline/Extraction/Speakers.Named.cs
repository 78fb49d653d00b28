namespace Dateline.Extraction;

// Which stretches of a sentence name a person.
internal sealed partial class Speakers
{
    // The names of persons in a stretch, the first of them on top.
    private void Remember(Passage p, int start, int end, Names names)
    {
        var run = new List<Person>();
        for (var i = start; i < end; i++)
        {
            if (!Part(p, i)) continue;
            var last = i;
            while (last + 1 < end && Part(p, last + 1)) last++;
            var gender = Titled(p, i);
            var name = new Range16(p[last].Start, p[last].End);
            if (gender != Gender.Unknown || i > 0 && p[i - 1].Has(Trait.Title) || (last > i || names.Surname(Text(name))) && !Body(name))
            {
                if (gender == Gender.Unknown) gender = names.GenderAt(name);
                if (gender != Gender.Unknown || !Place(p, i)) run.Add(new(name, gender, _sentence));
            }
            i = last;
        }
        for (var i = run.Count - 1; i >= 0; i--)
        {
            var one = run[i];
            var known = named.FindIndex(n => Same(n.Name, one.Name) && !names.Differ(n.Name, one.Name));
            if (known >= 0)
            {
                if (one.Gender == Gender.Unknown) one = one with { Gender = named[known].Gender };
                named.RemoveAt(known);
            }
            named.Insert(0, one);
        }
        if (named.Count > Most) named.RemoveRange(Most, named.Count - Most);
    }

    private const string Within = " in at near into across outside inside throughout around ";
    private const string Placing = " new san santa los las north south east west northern southern eastern western united saint st. port fort cape mount lake upper lower great central middle white supreme high crown grand ";

    // "In Hyde Park", "New York": a place, unless something shows a person.
    private static bool Place(Passage p, int at) => at > 0 && p[at - 1].IsWord && Within.Contains($" {p.Written(at - 1)} ", StringComparison.OrdinalIgnoreCase)
        || p[at].End - p[at].Start < 12 && Placing.Contains($" {p.Written(at)} ", StringComparison.OrdinalIgnoreCase);

    private static bool Part(Passage p, int at) => p[at] is var item && item.IsWord && item.Capital && !item.Has(Trait.Title | Trait.Determiner | Trait.Pronoun | Trait.Possessive | Trait.Preposition | Trait.Media | Trait.Weekday
        | Trait.Month | Trait.Subordinator | Trait.Coordinator | Trait.Adverb | Trait.Wh) && !(item.Word.Forms != VerbForms.None && !item.Word.Forms.HasFlag(VerbForms.Base) && p.Ends(item, "ed"));

    private Gender Titled(Passage p, int at) => at == 0 ? Gender.Unknown : Genders.Of(text.AsSpan(p[at - 1].Start, p[at - 1].End - p[at - 1].Start));

    private bool Body(Range16 name) => Bodies.Ends(Text(name));

    private bool Same(Range16 a, Range16 b) => Text(a).SequenceEqual(Text(b));

    private ReadOnlySpan<char> Text(Range16 range) => text.AsSpan(range.Start, range.End - range.Start);
}
