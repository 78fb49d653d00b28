namespace Dateline.Extraction;

/// <summary>Full names given in a document, by surname; and the person whom a pronoun last stood near.</summary>
internal sealed class Names
{
    private const int Longest = 5;

    private readonly Dictionary<string, List<(int At, string Full)>> bySurname = new(StringComparer.Ordinal);

    public Names(Reading r)
    {
        for (var i = 0; i < r.Tokens.Length; i++)
        {
            if (!Part(r, i)) continue;
            var end = i + 1;
            while (end < r.Tokens.Length && end - i < Longest && Part(r, end) && r.Tokens[end].Breaks == 0) end++;
            if (end - i >= 2 && r.Of(end - 1) is not ("Jr." or "Sr."))
            {
                var surname = r.Of(end - 1).ToString();
                var full = r.Text[r.Tokens[i].Start..r.Tokens[end - 1].End];
                if (!bySurname.TryGetValue(surname, out var list)) bySurname[surname] = list = [];
                if (list.Count < 8 && !list.Exists(x => x.Full == full)) list.Add((i, full));
            }
            i = end - 1;
        }
    }

    // A capitalised word that is neither a title, a function word nor a role.
    private static bool Part(Reading r, int i)
    {
        var t = r.Tokens[i];
        if (t.Kind != TokenKind.Word || !t.Capital || t.Is(Tag.Function | Tag.Title | Tag.Time | Tag.Negation) || t.Is(Tag.Month) && !r.Says(i, "may") && !r.Says(i, "april") && !r.Says(i, "june")) return false;
        if (t.Is(Tag.Role | Tag.Text)) return false;
        var word = r.Of(i);
        return word.Length > 1 && (word.Length < 3 || !char.IsUpper(word[^1]) || word[^1] == '.');
    }

    /// <summary>The full name that a surname stands for; null when there is none or more than one.</summary>
    public string? Full(Reading r, Range speaker)
    {
        var last = speaker.End - 1;
        while (last >= speaker.Start && !Part(r, last)) last--;
        if (last < speaker.Start) return null;
        var first = last;
        while (first > speaker.Start && Part(r, first - 1)) first--;
        if (first != last || last - speaker.Start > 1) return null;
        if (!bySurname.TryGetValue(r.Of(last).ToString(), out var list) || list.Count != 1) return null;
        return list[0].Full;
    }

    /// <summary>The name in a speaker's own words, for pronouns that follow: its last run of name parts before a comma.</summary>
    public string? Own(Reading r, Range speaker)
    {
        for (var i = speaker.Start; i < speaker.End && !r.Comma(i); i++)
        {
            if (!Part(r, i)) continue;
            var end = i + 1;
            while (end < speaker.End && Part(r, end)) end++;
            if (end < speaker.End && r.Is(end, Tag.Role | Tag.Title)) { i = end; continue; }
            if (end < speaker.End && (r.Of(end)[0] is '\'' or '’')) { i = end; continue; }
            return end - i >= 2 ? r.Text[r.Tokens[i].Start..r.Tokens[end - 1].End] : Full(r, new(i, i + 1)) ?? r.Text[r.Tokens[i].Start..r.Tokens[i].End];
        }
        return null;
    }
}
