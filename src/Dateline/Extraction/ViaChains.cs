namespace Dateline.Extraction;

/// <summary>Who stands behind a medium: "CNN, citing an official, reported …", "Reuters reported that the ministry denied …".</summary>
internal static class ViaChains
{
    internal static void Resolve(Passage p, int first, int limit, List<Attribution> found, int from)
    {
        for (var i = from; i < found.Count; i++)
        {
            var outer = found[i];
            var (start, end) = Items(p, first, limit, outer.Source);
            if (end > start && Quotes(p, first, limit, outer)) continue;
            if (end <= start || !Medium(p, start, end)) continue;
            if (Cited(p, end, limit) is { Empty: false } cited)
            {
                outer.Via.Add(p.Span(start, Math.Min(end, Comma(p, start, end))));
                outer.Source = cited;
                found.RemoveAll(a => !ReferenceEquals(a, outer) && a.Content.Count == 1 && a.Content[0].Start == cited.Start && found.IndexOf(a) >= from);
            }
            else Inner(p, first, limit, outer);
        }
    }

    // "Xinhua quoted an official as saying that …": the official says it, via Xinhua.
    private static bool Quotes(Passage p, int first, int limit, Attribution outer)
    {
        var (start, end) = Items(p, first, limit, outer.Content[0]);
        for (var i = start + 1; i + 2 < end && i < start + 14; i++)
        {
            if (!p[i].Is("as") || !p[i + 1].Is("saying") && !p[i + 1].Is("telling")) continue;
            outer.Via.Add(outer.Source);
            outer.Source = p.Span(start, i);
            outer.Content[0] = p.Span(i + 2, end);
            return true;
        }
        return false;
    }

    private static void Inner(Passage p, int first, int limit, Attribution outer)
    {
        for (var depth = 0; depth < 4; depth++)
        {
            var (start, end) = Items(p, first, limit, outer.Content[0]);
            if (outer.Content.Count != 1 || end - start < 4) return;
            var inside = new List<Attribution>();
            new SentenceGrammar(p, inside).Read(start, end, false, false);
            if (inside.Count == 0 || inside[0].Source.Empty || inside[0].Source.Start > p[Math.Min(start + 8, end - 1)].Start || inside[0].Sense is Sense.Judge or Sense.Desire) return;
            outer.Via.Add(outer.Source);
            (outer.Source, outer.Cue, outer.Sense) = (inside[0].Source, inside[0].Cue, inside[0].Sense);
            outer.Content.Clear();
            outer.Content.AddRange(inside[0].Content);
            (start, end) = Items(p, first, limit, outer.Source);
            if (end <= start || !Medium(p, start, end)) return;
        }
    }

    private static bool Medium(Passage p, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (p[i].Has(Trait.Media) || p[i].Has(Trait.Preposition)) return p[i].Has(Trait.Media);
        return false;
    }

    private static int Comma(Passage p, int start, int end)
    {
        while (start < end && p[start].Kind != Kind.Comma) start++;
        return start;
    }

    private static Range16 Cited(Passage p, int at, int limit)
    {
        for (var i = Math.Max(0, at - 8); i < limit; i++)
        {
            if (!p[i].Is("citing") && !p[i].Is("quoting")) continue;
            var end = i + 1;
            while (end < limit && p[end].Kind is Kind.Word or Kind.Number && !p[end].Is("as") && end < i + 20) end++;
            return p.Span(i + 1, end);
        }
        return default;
    }

    /// <summary>The items of a sentence that lie in a range.</summary>
    internal static (int First, int End) Items(Passage p, int first, int limit, Range16 range)
    {
        if (range.Empty) return default;
        while (first < limit && p[first].Start < range.Start) first++;
        var end = first;
        while (end < limit && p[end].End <= range.End) end++;
        return (first, end);
    }
}
