using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>
/// The medium that heard, saw or found out what somebody else says ("told Reuters", "in an interview with the BBC", "a document seen by CNN"): the last link of the chain. Who speaks stays who speaks.
/// </summary>
internal sealed class Hearers
{
    private const int Reach = 5;

    // What one speaks or writes in to a medium.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> talks = WordSet.Of("interview interviews remarks comments statement statements conversation email emails message messages letter appearance");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> talking = WordSet.Of("speaking talking writing appearing spoke spoken");

    // How a medium comes by what others wrote: "seen by", "shared with", "leaked to".
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> gotBy = WordSet.Of("seen obtained reviewed viewed read examined verified heard published broadcast aired released carried");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> gotTo = WordSet.Of("shared provided sent leaked given supplied shown passed");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> again = WordSet.Of("newspaper paper broadcaster magazine newswire outlet channel network website programme program station");

    // The medium that was named last.
    private Range16 _last;

    internal void Hear(Passage p, int first, int limit, List<Attribution> found, int from)
    {
        for (var i = from; i < found.Count; i++)
        {
            var one = found[i];
            if (one.Source.Empty)
            {
                if (Told(p, first, limit, one) is { Empty: false } told) one.Via.Add(told);
                continue;
            }
            if (ViaChains.Medium(p, one)) Remember(p, one.Source);
            else
            {
                var hearer = Hearer(p, first, limit, found, from, one);
                if (!hearer.Empty && !one.Via.Contains(hearer) && !(one.Via.Count > 0 && one.Via[^1].Start <= hearer.Start && one.Via[^1].End >= hearer.End)) one.Via.Add(hearer);
            }
            foreach (var via in one.Via) Remember(p, via);
        }
    }

    private void Remember(Passage p, Range16 medium)
    {
        foreach (var c in p.Text.AsSpan(medium.Start + 1, medium.End - medium.Start - 1))
            if (char.IsUpper(c)) _last = medium;
    }

    private Range16 Hearer(Passage p, int first, int limit, List<Attribution> found, int from, Attribution one)
    {
        var (_, cue) = ViaChains.Items(p, first, limit, one.Cue);
        if (cue > first && cue < limit)
        {
            var at = p[cue].Is("to") ? cue + 1 : p[cue - 1].Is("told") || p[cue - 1].Is("tell") || p[cue - 1].Is("tells") || p[cue - 1].Is("telling") ? cue
                // "said on Sky News", "wrote in the Times"
                : p[cue].Is("on") || p[cue].Is("in") ? cue + 1 : limit;
            if (Medium(p, at, Math.Min(limit, Begins(p, cue, limit, one))) is { Empty: false } told) return told;
        }
        for (var i = first; i + 1 < limit; i++)
        {
            if (!p[i].IsWord) continue;
            var opens = Talk(p, first, i) || Got(p, i) ? i + 1 : -1;
            var sees = opens < 0 && p.TagOf(i) is Tag.Finite or Tag.Participle && gotBy.Contains(p.Written(i));
            if (opens < 0 && !sees || Attribution.Covers(found, from, p[i].Start) || OfAnother(found, from, one, p[i].Start)) continue;
            if (opens > 0 && Medium(p, opens, p[opens].Start < one.Cue.Start ? Math.Min(limit, ViaChains.Items(p, first, limit, one.Cue).First) : limit) is { Empty: false } medium) return medium;
            if (sees && Sees(p, first, i) is { Empty: false } seer) return seer;
        }
        return default;
    }

    // "The mayor denied it, but emails seen by the Guardian show …": what is part of another source is no hearer of this one.
    private static bool OfAnother(List<Attribution> found, int from, Attribution one, int at)
    {
        for (var k = from; k < found.Count; k++)
            if (found[k] != one && found[k].Source.Start <= at && at < found[k].Source.End && !(one.Source.Start <= at && at < one.Source.End)) return true;
        return false;
    }

    // "The BBC has been told that …"
    private static Range16 Told(Passage p, int first, int limit, Attribution one)
    {
        var (begin, end) = ViaChains.Items(p, first, limit, one.Cue);
        if (end <= begin || !p[end - 1].Is("told") || !Cues.Group(p, end - 1, first).Passive) return default;
        var subject = Subjects.Before(p, first, begin);
        return subject.End > subject.First && p.Span(subject.First, subject.End) is var span && Names(p, span) ? span : default;
    }

    // Where the content begins that stands behind the cue.
    private static int Begins(Passage p, int cue, int limit, Attribution one)
    {
        foreach (var content in one.Content)
            for (var i = cue; i < limit; i++)
                if (p[i].Start == content.Start) return i;
        return limit;
    }

    // "In an interview with", "in remarks to", "speaking to".
    private static bool Talk(Passage p, int first, int at)
    {
        if (!p[at].Is("with") && !p[at].Is("to") && !p[at].Is("on")) return false;
        if (at > first && talking.Contains(p.Written(at - 1))) return true;
        if (at <= first || !talks.Contains(p.Written(at - 1))) return false;
        for (var i = at - 2; i >= first && i >= at - Reach && p[i].IsWord; i--)
            if (p[i].Has(Trait.Preposition)) return p[i].Is("in") || p[i].Is("during") || p[i].Is("by");
        return false;
    }

    // "Seen by", "shared with", and "an investigation by".
    private static bool Got(Passage p, int at) => at > 0 && (p[at].Is("by") ? gotBy.Contains(p.Written(at - 1)) || p[at - 1].Is("quoted") || p[at - 1].Is("cited") || OutletPhrases.IsWork(p.Written(at - 1))
        : (p[at].Is("to") || p[at].Is("with")) && gotTo.Contains(p.Written(at - 1)));

    // "Reuters has seen a document that shows …"
    private static Range16 Sees(Passage p, int first, int at)
    {
        if (!p.Verb(at) && p.TagOf(at) is not Tag.Participle) return default;
        var (group, passive, _, _, _) = Cues.Group(p, at, first);
        var subject = passive ? default : Subjects.Before(p, first, group);
        return subject.End > subject.First && p.Span(subject.First, subject.End) is var span && Names(p, span) ? span : default;
    }

    // The medium that a noun phrase names, its "the" included; the one named last for "the newspaper".
    private Range16 Medium(Passage p, int at, int limit)
    {
        var end = at;
        while (end < limit && (p[end].IsWord || p[end].Kind == Kind.Number && end > at && p[end - 1].Capital) && !p.Verb(end) && !p[end].Is("that") && !p[end].Is("'s") && !p[end].Has(Trait.Pronoun | Trait.Coordinator | Trait.Subordinator | Trait.Wh | Trait.Weekday | Trait.Day)
            && !(p[end].Has(Trait.Determiner | Trait.Possessive) && end > at) && !(p[end].Has(Trait.Preposition) && !(p[end].Is("of") && p[end - 1].Capital && p[end + 1].Capital))) end++;
        if (end == at) return default;
        if (end == at + 2 && p[at].Is("the") && again.Contains(p.Written(at + 1))) return _last;
        var span = p.Span(at, end);
        return !span.Empty && Names(p, span) ? span : default;
    }

    // A medium, or somebody of one; no "news conference" and no "media" at large.
    private static bool Names(Passage p, Range16 span)
    {
        var phrase = p.Text.AsSpan(span.Start, span.End - span.Start);
        if (!Media.Names(phrase)) return false;
        var last = phrase[(phrase.LastIndexOf(' ') + 1)..];
        return char.IsUpper(last[0]) || Media.Listed(phrase) is not null || OutletPhrases.IsKind(last);
    }

}
