using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>Who stands behind a medium: "CNN, citing an official, reported …", "Reuters reported that the ministry denied …".</summary>
internal static class ViaChains
{
    private const int LongestName = 20;
    private const int Deepest = 4;

    internal static void Resolve(Passage p, int first, int limit, List<Attribution> found, int from)
    {
        for (var i = from; i < found.Count; i++)
        {
            var outer = found[i];
            var (start, end) = Items(p, first, limit, outer.Source);
            if (end <= start) continue;
            var medium = Medium(p, outer);
            var chain = medium ? Behind(p, first, limit, outer, start, end) : [];
            for (var k = chain.Count == 0 ? -1 : found.Count - 1; k >= from; k--)
                if (k != i && found[k].Content.Count == 1 && chain.Exists(c => c.Start == found[k].Content[0].Start)) found.RemoveAt(k);
            i = found.IndexOf(outer, from);
            if (Quotes(p, first, limit, outer, chain)) continue;
            if (!medium)
            {
                if (SpeaksForAnother(p, start, end) && outer.Sense == Sense.Say) Promised(p, first, limit, outer);
                continue;
            }
            if (chain.Count > 0)
            {
                var (name, until) = Subjects.Timeless(p, (start, Math.Min(end, Comma(p, start, end))));
                outer.Via.Add(p.Span(name, until));
                outer.Via.AddRange(chain[..^1]);
                outer.Source = chain[^1];
            }
            if (chain.Count == 0 || Medium(p, outer)) Inner(p, first, limit, outer);
        }
    }

    /// <summary>
    /// Whom a medium cites, and whom the cited cite in turn: "citing the Courier, which quoted an aide"; the medium nearest to the document first. Empty where nobody is cited at an item.
    /// </summary>
    internal static (List<Range16> Cited, int End) Chain(Passage p, int at, int limit)
    {
        var cited = new List<Range16>();
        for (var link = Link(p, at, limit); link > 0 && cited.Count < Deepest; link = Link(p, p[at].Kind == Kind.Comma ? at + 1 : at, limit))
        {
            at = link;
            while (at < limit && at < link + LongestName && p[at].Kind is Kind.Word or Kind.Number && !p[at].Is("as") && (at == link || Link(p, at, limit) < 0) && !p[at].Is("that")) at++;
            if (p.Span(link, at) is { Empty: false } name) cited.Add(name);
        }
        return (cited, at);
    }

    // "citing", "quoting", "which cited", "which in turn had quoted": the item after it.
    private static int Link(Passage p, int at, int limit)
    {
        if (at >= limit) return -1;
        if (p[at].Is("citing") || p[at].Is("quoting")) return at + 1;
        if (p[at].Is("itself") || p[at].Is("themselves")) return Link(p, at + 1, limit);
        if (!p[at].Is("which") && !p[at].Is("who") && !p[at].Is("that")) return -1;
        for (var i = at + 1; i < limit && i < at + 6 && p[i].IsWord; i++)
            if (p[i].Is("cited") || p[i].Is("cites") || p[i].Is("cite") || p[i].Is("citing") || p[i].Is("quoted") || p[i].Is("quotes") || p[i].Is("quote") || p[i].Is("quoting")) return i + 1;
            else if (!p[i].Has(Trait.Auxiliary | Trait.Preposition | Trait.Adverb) && !p[i].Is("turn") && !p[i].Is("itself")) return -1;
        return -1;
    }

    // The chain stands before the medium, behind it, behind its verb, or at the sentence's end; in the middle of the content somebody else cites.
    private static List<Range16> Behind(Passage p, int first, int limit, Attribution outer, int start, int end)
    {
        // "Citing officials, Axios reported that …"
        if (start > first && (p[first].Is("citing") || p[first].Is("quoting")) && Chain(p, first, start) is var (fronted, comma) && comma == start - 1 && p[comma].Kind == Kind.Comma && fronted.Exists(c => Somebody(p, c, first, comma))) return fronted;
        for (var i = start + 1; i <= end + 1; i++)
            if ((i < end || p[i - 1].Kind == Kind.Comma || i == end) && Link(p, i, limit) > 0) return Chain(p, i, limit).Cited;
        // "Reuters on Tuesday, citing an official, reported that …"
        if (Cites(p, Subjects.Dated(p, end, limit), limit) is > 0 and var dated) return Chain(p, dated, limit).Cited;
        var (_, cue) = Items(p, first, limit, outer.Cue);
        if (cue > 0 && !p[cue].Is("that") && Cites(p, Subjects.Dated(p, cue, limit), limit) is > 0 and var cites) return Chain(p, cites, limit).Cited;
        for (var i = Math.Max(end, cue); i < limit; i++)
        {
            if (!p[i].Is("citing") && !p[i].Is("quoting")) continue;
            var (cited, close) = Chain(p, i, limit);
            if (close >= limit - 1 && cited.Exists(c => Somebody(p, c, i, close))) return cited;
        }
        return [];
    }

    // Where "citing …" begins, over a comma; -1 where it does not.
    private static int Cites(Passage p, int at, int limit)
    {
        if (at < limit && p[at].Kind == Kind.Comma) at++;
        return Link(p, at, limit) > 0 ? at : -1;
    }

    private const string Grounding = " people person source sources persons someone executives insiders traders bankers document documents data record records letter memo memos email emails filing filings files study ";

    // Who is named by what they do or are to somebody.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> callings = WordSet.Of("producer producers director directors actor actors actress actresses singer singers writer writers author authors manager managers coach coaches player players agent agents publicist publicists banker bankers broker brokers "
        + "employee employees worker workers boss bosses owner owners founder founders friend friends relative relatives neighbour neighbours neighbor neighbors doctor doctors nurse nurses teacher teachers student students pilot pilots driver drivers farmer farmers engineer engineers judge judges clerk clerks attorney attorneys "
        + "barrister barristers solicitor solicitors politician politicians lawmaker lawmakers senators mayor mayors councillor councillors ambassador ambassadors general generals commander commanders soldier fighter fighters rebel rebels campaigner campaigners scholar scholars professor professors historian historians "
        + "physicist physicists biologist biologists epidemiologist epidemiologists meteorologist meteorologists executive chairman chairwoman spokesmen wife husband mother father brother sister son daughter family victim victims survivor survivors organiser organisers organizer organizers colleague colleagues insider");

    // "citing two officials", not "citing ill health".
    private static bool Somebody(Passage p, Range16 name, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (p[i].Start >= name.Start && p[i].End <= name.End && (p[i].Capital || p[i].Kind == Kind.Number || p[i].Has(Trait.Person | Trait.Media | Trait.Numeral) || p[i].Word.NounUses is not null || callings.Contains(p.Written(i)) || Grounding.Contains($" {p.Written(i)} ", StringComparison.Ordinal))) return true;
        return Media.Names(p.Text.AsSpan(name.Start, name.End - name.Start));
    }

    // "Xinhua quoted an official as saying that …", "CNN reported that the Courier had quoted an aide as saying that …".
    private static bool Quotes(Passage p, int first, int limit, Attribution outer, List<Range16> chain)
    {
        var (start, end) = Items(p, first, limit, outer.Content[0]);
        for (var i = start + 1; i + 2 < end && i < start + LongestName; i++)
        {
            if (!p[i].Is("as") || !p[i + 1].Is("saying") && !p[i + 1].Is("telling")) continue;
            var verb = i;
            while (verb > start && !p[verb].Is("quoted") && !p[verb].Is("quotes") && !p[verb].Is("quoting") && !p[verb].Is("cited") && !p[verb].Is("cites") && !p[verb].Is("citing")) verb--;
            var (from, to) = Items(p, first, limit, outer.Source);
            outer.Via.Add(p.Span(from, Comma(p, from, to)));
            outer.Via.AddRange(chain);
            if (verb > start)
            {
                var group = Cues.Group(p, verb, start).First;
                if (p.Span(p[start].Is("that") ? start + 1 : start, group) is { Empty: false } between) outer.Via.Add(between);
                outer.Cue = p.Span(group, verb + 1);
            }
            outer.Source = p.Span(verb > start ? verb + 1 : start, i);
            outer.Content[0] = p.Span(i + 2, end);
            return true;
        }
        return false;
    }

    private static void Inner(Passage p, int first, int limit, Attribution outer)
    {
        for (var depth = 0; depth < Deepest; depth++)
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
            if (outer.Source.Empty || !Medium(p, outer)) return;
        }
    }

    // "His office", "a spokeswoman": whoever speaks for the one who is spoken of.
    private static bool SpeaksForAnother(Passage p, int start, int end) => p[start].Has(Trait.Possessive)
        || end == start + 2 && p[start].Has(Trait.Determiner) && (p[start + 1].Is("spokesman") || p[start + 1].Is("spokeswoman") || p[start + 1].Is("spokesperson"));

    // "The mayor promised to resign, his office said": the promise is the mayor's, handed on.
    private static void Promised(Passage p, int first, int limit, Attribution outer)
    {
        var (start, end) = Items(p, first, limit, outer.Content[0]);
        if (outer.Content.Count != 1 || end - start < 4) return;
        var inside = new List<Attribution>();
        new SentenceGrammar(p, inside).Read(start, end, false, false);
        if (inside is not [{ Sense: Sense.Promise, Source.Empty: false } promise] || promise.Source.Start > p[start].Start && !p[start].Is("that")) return;
        outer.Via.Add(outer.Source);
        (outer.Source, outer.Cue, outer.Sense) = (promise.Source, promise.Cue, promise.Sense);
        outer.Content.Clear();
        outer.Content.AddRange(promise.Content);
    }

    /// <summary>Whether who says something is a medium.</summary>
    internal static bool Medium(Passage p, Attribution from)
    {
        var source = p.Text.AsSpan(from.Source.Start, from.Source.End - from.Source.Start);
        return Media.Names(source) || !from.Cue.Empty && Media.Reports(source, p.Text.AsSpan(from.Cue.Start, from.Cue.End - from.Cue.Start));
    }

    private static int Comma(Passage p, int start, int end)
    {
        while (start < end && p[start].Kind != Kind.Comma) start++;
        return start;
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
