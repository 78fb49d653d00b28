namespace Dateline.Extraction;

/// <summary>What a token is.</summary>
internal enum Kind : byte { Word, Number, Comma, Stop, Colon, Semicolon, Dash, Open, Close, Quote, Symbol }

/// <summary>Which way a quotation mark can face.</summary>
internal enum Facing : byte { None, Opens, Closes, Either }

/// <summary>A token of the text: a word, a number or a mark. Offsets are UTF-16 into the document.</summary>
internal readonly record struct Token(int Start, int End, Kind Kind, Word Word, bool Capital, Facing Facing = Facing.None, bool Single = false, bool Curly = false)
{
    internal bool Has(Trait traits) => Word.Has(traits);

    internal bool Is(string text) => Word.Text == text;

    internal bool IsWord => Kind == Kind.Word;
}
