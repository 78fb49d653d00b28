using System.Runtime.InteropServices;

namespace Dateline.Extraction;

/// <summary>One paragraph as items, with the questions that the grammar asks of them. The lists are reused from paragraph to paragraph.</summary>
internal sealed class Passage(string text)
{
    private readonly List<Token> _tokens = [];

    internal string Text { get; } = text;

    internal List<Item> Items { get; } = [];

    internal IReadOnlyList<Token> Tokens => _tokens;

    internal void Read(int start, int end)
    {
        Tokenizer.Read(Text, start, end, _tokens);
        Quotations.Collapse(Text, _tokens, Items);
    }

    internal ref readonly Item this[int index]
    {
        get
        {
            var items = CollectionsMarshal.AsSpan(Items);
            if ((uint)index < (uint)items.Length) return ref items[index];
            return ref Item.None;
        }
    }

    internal bool Ends(Item item, string suffix) => item.End - item.Start > suffix.Length + 1
        && Text.AsSpan(item.Start, item.End - item.Start).EndsWith(suffix, StringComparison.OrdinalIgnoreCase);

    /// <summary>An adverb: one of the list, or a lower-case word in -ly.</summary>
    internal bool Adverb(Item item) => item.IsWord && (item.Has(Trait.Adverb) || !item.Capital && Ends(item, "ly") && item.Word.Uses is null);

    /// <summary>A word that can carry a clause: auxiliary, modal, a known verb, or a lower-case form in -ed that no determiner precedes.</summary>
    internal bool Verb(int index)
    {
        var item = this[index];
        if (!item.IsWord) return false;
        if (item.Has(Trait.Auxiliary | Trait.Modal)) return true;
        if (item.Capital && index > 0) return false;
        if (this[index - 1].Has(Trait.Determiner | Trait.Possessive)) return false;
        if (item.Has(Trait.Verb)) return true;
        if (item.Word.Uses is not null) return item.Word.Form is Form.Past || item.Word.Form is Form.Present && item.Word.NounUses is null;
        return !item.Capital && Ends(item, "ed") && !item.Has(Trait.Determiner | Trait.Numeral) && !this[index - 1].Has(Trait.Preposition)
            && !Text.AsSpan(item.Start, item.End - item.Start).Contains('-');
    }

    internal bool Noun(Item item) => item.IsWord && !item.Has(Trait.Auxiliary | Trait.Modal | Trait.Preposition | Trait.Determiner | Trait.Possessive | Trait.Pronoun
        | Trait.Coordinator | Trait.Subordinator | Trait.Wh | Trait.Negation) && !Adverb(item);

    internal Range16 Span(int first, int end)
    {
        while (end > first && Items[end - 1].Kind is Kind.Comma or Kind.Stop or Kind.Dash or Kind.Colon or Kind.Semicolon) end--;
        while (first < end && Items[first].Kind is Kind.Comma or Kind.Dash or Kind.Colon or Kind.Semicolon or Kind.Stop) first++;
        return first < end ? new Range16(Items[first].Start, Items[end - 1].End) : default;
    }
}
