namespace Dateline.Extraction;

/// <summary>Credits: words beside a clause that name whose report it is ("as first reported by …", "it was reported by …", "per …", "(via …)"). They are read as "according to" is.</summary>
internal static class Credits
{
    private const int Longest = 6;
    private const string Publishing = " reported revealed published broadcast disclosed announced noted ";

    /// <summary>Where the name begins in a credit that begins at an item, and where its cue ends; zero where there is none.</summary>
    internal static (int Source, int CueEnd) At(Passage p, int at, int first, int limit)
    {
        var item = p[at];
        if (!item.Is("as") && !item.Is("it") && !item.Is("per") && !item.Is("via")) return default;
        if (at != first && p[at - 1].Kind is not (Kind.Comma or Kind.Dash or Kind.Open)) return default;
        if (item.Is("per") || item.Is("via"))
            return (at > first || item.Is("per") && p[Phrase(p, at + 1, limit)].Kind == Kind.Comma) && Names(p, at + 1, limit, item.Is("per") && at > first) ? (at + 1, at + 1) : default;
        if (item.Is("it") && (at == first || !p[at + 1].Is("was") && !p[at + 1].Is("has"))) return default;
        var i = at + 1;
        while (i < limit && i < at + Longest && (p[i].Is("it") || p[i].Has(Trait.Auxiliary) || p.TagOf(i) == Tag.Adverb)) i++;
        return p[i].IsWord && Publishing.Contains($" {p.Written(i)} ", StringComparison.Ordinal) && p[i + 1].Is("by") && i + 2 < limit ? (i + 2, i + 1) : default;
    }

    private static int Phrase(Passage p, int at, int limit)
    {
        while (at < limit && p[at].IsWord && !p.Verb(at)) at++;
        return at;
    }

    // A medium, or, behind "per", somebody: no measure ("per head") and no way ("via Oslo").
    private static bool Names(Passage p, int at, int limit, bool anybody)
    {
        var end = Phrase(p, at, limit);
        if (end == at || end < limit && p[end].Kind is not (Kind.Comma or Kind.Close or Kind.Stop)) return false;
        var span = p.Span(at, end);
        return Media.Names(p.Text.AsSpan(span.Start, span.End - span.Start)) || p.Text.AsSpan(span.Start, span.End - span.Start) is "AP" or "the AP" || anybody && p[end - 1].Has(Trait.Person);
    }
}
