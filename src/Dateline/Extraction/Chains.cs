namespace Dateline.Extraction;

/// <summary>Chains by which a claim came: "CNN, citing an official, said", "a source told CNN that", "CNN said an official said".</summary>
internal static class Chains
{
    /// <summary>Moves outlets that only pass a claim on from speaker to <see cref="Found.Via"/>.</summary>
    public static void Add(Reading r, Found? outer, Found found)
    {
        for (var k = found.Speaker.Start + 1; k < found.Speaker.End - 1; k++)
        {
            if (!r.Says(k, "citing") && !r.Says(k, "quoting")) continue;
            found.Via.Add(new(found.Speaker.Start, r.Comma(k - 1) ? k - 1 : k));
            found.Speaker = new(k + 1, found.Speaker.End);
            return;
        }
        if (found.Kind == CueKind.Tell && found.Lemma == "tell" && Addressee(r, found) is { Empty: false } outlet) found.Via.Add(outlet);
        if (outer is not null && outer.Sentence == found.Sentence && outer.Kind is CueKind.Say or CueKind.Tell && !outer.Speaker.Empty && outer.Parts.Count > 0 && !found.Speaker.Empty)
        {
            var start = outer.Parts[^1].Start;
            if (r.Says(start, "that")) start++;
            if (found.Speaker.Start == start && !r.Is(start, Tag.Pronoun)) { found.Via.AddRange(outer.Via); found.Via.Add(outer.Speaker); }
        }
    }

    /// <summary>"S said C, citing T": T becomes the speaker of what S said, and S the way it came. False when T is a thing and not a source.</summary>
    public static bool Passes(Reading r, Sentence s, Found outer, Found citing, int sentence)
    {
        if (citing.Lemma != "cite" || outer.Sentence != sentence || citing.Cue.End - citing.Cue.Start != 1 || !r.Says(citing.Cue.Start, "citing")) return false;
        if (outer.Kind is not (CueKind.Say or CueKind.Show or CueKind.Tell) || outer.Speaker.Empty || outer.Via.Count > 0) return false;
        var source = Speakers.After(r, s, citing.Cue.End);
        for (var k = source.Start; k < source.End && k < source.Start + 8; k++)
        {
            if (r.Is(k, Tag.Preposition | Tag.Relative)) break;
            if (!r.Is(k, Tag.Role | Tag.Text)) continue;
            outer.Via.Add(outer.Speaker);
            outer.Speaker = source;
            return true;
        }
        return false;
    }

    // The outlet that was told: capitalised words right after the verb, or "the" and such words.
    private static Range Addressee(Reading r, Found found)
    {
        var k = found.Cue.End;
        if (r.Says(k, "the")) k++;
        var start = k;
        while (k < r.Tokens.Length && k - start < 5 && r.Tokens[k].Kind == TokenKind.Word && r.Tokens[k].Capital && !r.Is(k, Tag.Function | Tag.Weekday)) k++;
        return k > start ? new(found.Cue.End, k) : default;
    }
}
