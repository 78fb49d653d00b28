namespace Dateline.Extraction;

/// <summary>What a token is.</summary>
internal enum TokenKind : byte
{
    Word,
    Number,
    Punctuation,
    Quote,
    Break
}

/// <summary>A token: where it stands in the text. A break is the end of a paragraph.</summary>
internal readonly record struct Token(int Start, int End, TokenKind Kind);

/// <summary>A range of tokens, the end exclusive.</summary>
internal readonly record struct Stretch(int Start, int End)
{
    internal int Length => End - Start;

    internal bool Contains(int token) => token >= Start && token < End;
}

/// <summary>A text as tokens, sentences and quotations. Offsets are UTF-16 code units.</summary>
internal sealed class TokenisedText
{
    private readonly int[] sentenceOf;
    private readonly int[] quoteOf;

    internal TokenisedText(string text)
    {
        Text = text;
        Tokens = Tokeniser.Tokens(text);
        Quotations = QuotationMarks.Find(this);
        quoteOf = new int[Tokens.Count + 1];
        Array.Fill(quoteOf, -1);
        for (var q = 0; q < Quotations.Count; q++)
            for (var i = Quotations[q].Start; i < Quotations[q].End; i++) quoteOf[i] = q;
        Sentences = SentenceEnds.Find(this);
        sentenceOf = new int[Tokens.Count + 1];
        for (var s = 0; s < Sentences.Count; s++)
            for (var i = Sentences[s].Start; i < Sentences[s].End; i++) sentenceOf[i] = s;
    }

    internal string Text { get; }

    internal IReadOnlyList<Token> Tokens { get; }

    internal IReadOnlyList<Stretch> Sentences { get; }

    /// <summary>Quotations with their marks, in order; nested ones are part of the outer one.</summary>
    internal IReadOnlyList<Stretch> Quotations { get; }

    internal ReadOnlySpan<char> Of(int token) => Text.AsSpan(Tokens[token].Start, Tokens[token].End - Tokens[token].Start);

    internal bool Is(int token, string word) => token >= 0 && token < Tokens.Count && Of(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    internal bool IsMark(int token, char mark) => token >= 0 && token < Tokens.Count && Tokens[token].Kind == TokenKind.Punctuation && Text[Tokens[token].Start] == mark;

    internal bool IsWord(int token) => token >= 0 && token < Tokens.Count && Tokens[token].Kind == TokenKind.Word;

    internal bool IsQuote(int token) => token >= 0 && token < Tokens.Count && Tokens[token].Kind == TokenKind.Quote;

    internal bool IsCapital(int token) => IsWord(token) && char.IsUpper(Text[Tokens[token].Start]);

    /// <summary>The quotation that a token is in, marks included; -1 when in none.</summary>
    internal int QuotationAt(int token) => token >= 0 && token < Tokens.Count ? quoteOf[token] : -1;

    internal int SentenceAt(int token) => sentenceOf[token];

    /// <summary>A token in lower case, for look-ups.</summary>
    internal string Lower(int token) => Tokens[token].End - Tokens[token].Start > 40 ? "" : Of(token).ToString().ToLowerInvariant().Replace('’', '\'');

    /// <summary>The span of the text that a stretch of tokens covers.</summary>
    internal Claims.Span Span(Stretch stretch)
    {
        var (start, end) = (Tokens[stretch.Start].Start, Tokens[stretch.End - 1].End);
        return new(start, end, Text[start..end]);
    }
}
