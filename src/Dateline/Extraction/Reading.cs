namespace Dateline.Extraction;

/// <summary>A half-open range of tokens.</summary>
internal readonly record struct Range(int Start, int End)
{
    public bool Empty => End <= Start;
}

/// <summary>A text read once: its tokens, quotations and sentences, and questions about single tokens.</summary>
internal sealed class Reading
{
    public Reading(string text)
    {
        Text = text;
        Tokens = Tokenizer.Split(text);
        Quotations = Quotes.Find(Tokens, text);
        Sentences = Splitter.Find(Tokens, Quotations);
    }

    public string Text { get; }
    public Token[] Tokens { get; }
    public List<Quotation> Quotations { get; }
    public List<Sentence> Sentences { get; }

    public ReadOnlySpan<char> Of(int i) => Text.AsSpan(Tokens[i].Start, Tokens[i].End - Tokens[i].Start);

    public bool Says(int i, string word) => i >= 0 && i < Tokens.Length && Tokens[i].End - Tokens[i].Start == word.Length
        && Of(i).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool Is(int i, Tag tag) => i >= 0 && i < Tokens.Length && Tokens[i].Is(tag);

    public bool Comma(int i) => i >= 0 && i < Tokens.Length && Tokens[i].Mark(',');

    public bool Dash(int i) => i >= 0 && i < Tokens.Length && Tokens[i].Kind == TokenKind.Mark
        && (Tokens[i].First is '—' or '–' || Tokens[i].First == '-' && Tokens[i].SpaceBefore);

    public bool Stop(int i) => i >= 0 && i < Tokens.Length && Tokens[i].Kind == TokenKind.Mark && Tokens[i].First is '.' or '!' or '?' or '…';

    /// <summary>An adverb: listed, or a small word in -ly that is not a verb or noun of its own.</summary>
    public bool Adverb(int i)
    {
        if (i < 0 || i >= Tokens.Length || Tokens[i].Kind != TokenKind.Word) return false;
        if (Is(i, Tag.Adverb)) return true;
        var word = Of(i);
        return word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal) && Tokens[i].Entry?.Verb is null
            && !word.Equals("family", StringComparison.OrdinalIgnoreCase) && !word.Equals("only", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A word that can only or mostly be a finite verb here.</summary>
    public bool VerbLike(int i)
    {
        if (i < 0 || i >= Tokens.Length || Tokens[i].Kind != TokenKind.Word) return false;
        var t = Tokens[i];
        if (t.Is(Tag.Auxiliary | Tag.Modal)) return !(t.Is(Tag.Be) && Of(i)[0] is '\'' or '’' && Possessive(i));
        if (t.Capital) return false;
        if (t.Is(Tag.Verb)) return !Is(i - 1, Tag.Determiner | Tag.Preposition);
        if (t.Entry?.Verb is not null)
            return (t.Entry.Forms & (Form.Past | Form.Participle)) != 0 ? !Is(i - 1, Tag.Determiner)
                : (t.Entry.Forms & (Form.Base | Form.Third)) != 0 && (!Cues.NounToo(t.Entry) || Is(i - 1, Tag.Pronoun | Tag.Modal) || Says(i - 1, "to"));
        var word = Of(i);
        return t.Entry is null && word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && !Is(i - 1, Tag.Determiner)
            && !word.Contains('-');
    }

    /// <summary>Whether 's here marks a possessor and not "is" or "has": no participle, adverb or determiner follows.</summary>
    public bool Possessive(int i)
    {
        if (Tokens[i].End - Tokens[i].Start != 2 || Of(i)[1] is not ('s' or 'S')) return false;
        if (Is(i - 1, Tag.Pronoun | Tag.Relative)) return false;
        var next = i + 1;
        return next < Tokens.Length && !Is(next, Tag.Determiner | Tag.Negation | Tag.Preposition)
            && !(Tokens[next].Entry is { Verb: not null } e && (e.Forms & Form.Ing) != 0);
    }

    /// <summary>Offsets of a range without the marks and spaces at its ends.</summary>
    public Claims.Span? Span(Range range)
    {
        var (start, end) = (range.Start, range.End);
        while (start < end && Trimmed(Tokens[start])) start++;
        while (end > start && Trimmed(Tokens[end - 1])) end--;
        if (start >= end) return null;
        var (from, to) = (Tokens[start].Start, Tokens[end - 1].End);
        return new(from, to, Text[from..to]);
    }

    /// <summary>A range as it stands, marks and all.</summary>
    public Claims.Span? Whole(Range range)
    {
        if (range.Empty) return null;
        var (from, to) = (Tokens[range.Start].Start, Tokens[range.End - 1].End);
        return new(from, to, Text[from..to]);
    }

    private static bool Trimmed(Token t) => t.Kind == TokenKind.Quote
        || t.Kind == TokenKind.Mark && t.First is ',' or '.' or ';' or ':' or '-' or '—' or '–' or '!' or '…';
}
