namespace Dateline.Extraction;

/// <summary>Where a content ends on the right: at the sentence's end, or where another cue of the same subject or a new independent clause begins.</summary>
internal static class Contents
{
    internal static int End(Passage p, int start, int limit, Use use, bool quoted)
    {
        for (var i = start + (quoted ? 1 : 2); i < limit; i++)
        {
            var item = p[i];
            var next = p[i + 1];
            if (item.Kind == Kind.Comma)
            {
                var after = i + 1;
                while (after < limit && p.Adverb(p[after])) after++;
                if (Participial(p, after, limit)) return i;
                if (next.Is("but") || next.Is("according") || next.Is("while") || next.Is("though") || next.Is("although")) return i;
                if (quoted && i == start + 1 && !next.IsQuote) return i;
                if (Resumes(p, after, limit)) return i;
            }
            else if (item.Is("and") || item.Is("but"))
            {
                var after = i + 1;
                while (after < limit && (p.Adverb(p[after]) || p[after].Has(Trait.Auxiliary) && after < i + 3)) after++;
                if (after < limit && Resumes(p, after, limit)) return p[i - 1].Kind == Kind.Comma ? i - 1 : i;
                if (after < limit && next.Has(Trait.Pronoun) && Finite(p, i + 2, limit) && p[i - 1].Kind == Kind.Comma) return i - 1;
            }
            else if (item.Kind == Kind.Semicolon && use.Takes.HasFlag(Takes.Object) && !use.Takes.HasFlag(Takes.That)) return i;
        }
        return limit;
    }

    /// <summary>A cue in -ing with a complement ("saying that", "adding: …").</summary>
    internal static bool Participial(Passage p, int at, int limit) => at < limit && p[at].IsWord && p[at].Word.Uses is { } uses && p[at].Word.Form == Form.Ing && at + 1 < limit
        && Complements.Find(p, at + 1 + (Cues.Particle(p, at, uses) is { Particle: not null } ? 1 : 0), limit, Cues.Particle(p, at, uses).Takes).Strength != Complements.Strength.None;

    // "and said", ", told": a finite cue without a subject of its own.
    private static bool Resumes(Passage p, int at, int limit) => Finite(p, at, limit);

    private static bool Finite(Passage p, int at, int limit)
    {
        while (at < limit && p.Adverb(p[at])) at++;
        if (at >= limit || !p[at].IsWord || p[at].Word.Uses is not { } uses || p[at].Capital) return false;
        if (p[at].Word.Form is not (Form.Past or Form.Present) || p[at].Word.NounUses is not null && p[at].Word.Form != Form.Past) return false;
        var use = Cues.Particle(p, at, uses);
        return Complements.Find(p, at + 1 + (use.Particle is null ? 0 : 1), limit, use.Takes).Strength != Complements.Strength.None;
    }
}
