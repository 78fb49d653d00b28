namespace Dateline.Extraction;

/// <summary>A token as the grammar sees it: a quotation is one item, whatever it holds.</summary>
/// <remarks>For a quotation, Words counts the words inside and Last is its last character.</remarks>
internal readonly record struct Item(int Start, int End, Kind Kind, Word Word, bool Capital, int Words = 0, char Last = ' ')
{
    internal static readonly Item None = new(0, 0, Kind.Symbol, Word.Unknown, false);

    internal bool Has(Trait traits) => Word.Has(traits);

    internal bool Is(string text) => ReferenceEquals(Word.Text, text) || Word.Text == text;

    internal bool IsQuote => Kind == Kind.Quote;

    internal bool IsWord => Kind == Kind.Word;

    internal bool EndsInStop => Last is '.' or '!' or '?' or '…';
}
