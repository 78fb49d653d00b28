namespace Dateline.Extraction;

/// <summary>A quotation within a quotation, in marks of the other kind (“He said, ‘You will never work again.’”): its sentences are none of who speaks, who only tells that somebody said them or did not.</summary>
internal static class Nested
{
    // As long as a quotation in single marks may be.
    private const int Longest = 120;

    /// <summary>Where a nested quotation ends that begins at a token, its closing mark included; 0 where none does.</summary>
    internal static int End(List<Token> tokens, int at)
    {
        if (at < 2 || tokens[at].Kind != Kind.Quote || tokens[at].Facing != Facing.Opens || !Told(tokens, at)) return 0;
        for (var i = at + 1; i < tokens.Count && i < at + Longest; i++)
            if (tokens[i].Kind == Kind.Quote && tokens[i].Single == tokens[at].Single && tokens[i].Facing is Facing.Closes or Facing.Either) return i + 1;
        return 0;
    }

    // "never said, ‘…", "told me: ‘…": a verb of saying leads it.
    private static bool Told(List<Token> tokens, int at)
    {
        const int Reach = 4;
        if (tokens[0].Kind == Kind.Quote && tokens[0].Single == tokens[at].Single) return false;
        for (var i = at - 1; i > 0 && i >= at - Reach; i--)
            if (tokens[i].Word.Uses is { } uses && tokens[i].IsWord) return uses.Exists(static u => u.Takes.HasFlag(Takes.Quote));
        return false;
    }

    /// <summary>What a sentence says without what it only tells that somebody said.</summary>
    internal static List<Token> Own(List<Token> tokens)
    {
        for (var i = 2; i < tokens.Count; i++)
            if (End(tokens, i) is > 0 and var end) return [.. tokens[..i], .. tokens[end..]];
        return tokens;
    }

    /// <summary>The stretches of a content, of which none begins within a nested quotation.</summary>
    internal static List<(Range16 Stretch, bool Apart)> Whole(string text, Range16 part, IEnumerable<(Range16 Stretch, bool Apart)> stretches)
    {
        var whole = stretches.ToList();
        if (whole.Count < 2) return whole;
        var tokens = new List<Token>();
        Tokenizer.Read(text, part.Start, part.End, tokens);
        for (var i = 2; i < tokens.Count; i++)
        {
            var end = End(tokens, i);
            if (end == 0) continue;
            for (var k = whole.Count - 1; k > 0; k--)
                if (whole[k].Stretch.Start >= tokens[i].Start && whole[k].Stretch.Start < tokens[end - 1].End)
                {
                    whole[k - 1] = (new(whole[k - 1].Stretch.Start, whole[k].Stretch.End), whole[k - 1].Apart);
                    whole.RemoveAt(k);
                }
            i = end - 1;
        }
        return whole;
    }
}
