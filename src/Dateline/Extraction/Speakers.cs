namespace Dateline.Extraction;

/// <summary>Keeps who was last named as a subject or source, for the pronouns that follow (recency and grammatical role, Lappin and Leass 1994).</summary>
internal sealed class Speakers(string text)
{
    private Range16 _man, _woman, _person;

    internal void Hear(Passage p, int first, int limit, List<Attribution> found, int from)
    {
        for (var i = from; i < found.Count; i++)
        {
            var source = found[i].Source;
            if (source.Empty) continue;
            var (start, end) = ViaChains.Items(p, first, limit, source);
            if (end <= start) continue;
            if (p[start].Is("he") || p[start].Is("his") || p[start].Is("him")) found[i].Antecedent = _man.Empty ? _person : _man;
            else if (p[start].Is("she") || p[start].Is("her")) found[i].Antecedent = _woman.Empty ? _person : _woman;
            else Remember(p, start, end);
        }
        if (from != found.Count) return;
        var subject = Subjects.OfSentence(p, first, limit);
        if (subject.End > subject.First) Remember(p, subject.First, subject.End);
    }

    private void Remember(Passage p, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!p[i].Capital || p[i].Has(Trait.Title | Trait.Determiner | Trait.Pronoun | Trait.Preposition | Trait.Media)) continue;
            var last = i;
            while (last + 1 < end && p[last + 1].IsWord && p[last + 1].Capital) last++;
            var name = new Range16(p[last].Start, p[last].End);
            var title = i > 0 ? text.AsSpan(p[i - 1].Start, p[i - 1].End - p[i - 1].Start) : default;
            if (title.StartsWith("Mrs") || title.StartsWith("Ms") || title.StartsWith("Miss") || title.EndsWith("woman")) _woman = name;
            else if (title.StartsWith("Mr") || title.EndsWith("man")) _man = name;
            else if (last > i || _man.Empty && _woman.Empty || !Same(name, _man) && !Same(name, _woman)) (_man, _woman) = (name, name);
            _person = name;
            return;
        }
    }

    private bool Same(Range16 a, Range16 b) => text.AsSpan(a.Start, a.End - a.Start).SequenceEqual(text.AsSpan(b.Start, b.End - b.Start));
}
