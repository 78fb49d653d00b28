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
        Tagger.Read(this, Tags);
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

    /// <summary>An adverb: one of the list, or a lower-case word in -ly that is no noun ("family").</summary>
    internal bool Adverb(Item item) => item.IsWord && (item.Has(Trait.Adverb) || !item.Capital && Ends(item, "ly") && item.Word.Uses is null && !item.Word.Nominal);

    /// <summary>An item as it is written.</summary>
    internal ReadOnlySpan<char> Written(int index) => Text.AsSpan(this[index].Start, this[index].End - this[index].Start);

    internal List<Tag> Tags { get; } = [];

    internal Tag TagOf(int index) => (uint)index < (uint)Tags.Count ? Tags[index] : Tag.Mark;

    /// <summary>A word that carries a clause: a finite verb or a finite auxiliary.</summary>
    internal bool Verb(int index) => TagOf(index) is Tag.Finite or Tag.Auxiliary;

    internal bool Noun(Item item) => item.IsWord && !item.Has(Trait.Auxiliary | Trait.Modal | Trait.Preposition | Trait.Determiner | Trait.Possessive | Trait.Pronoun
        | Trait.Coordinator | Trait.Subordinator | Trait.Wh | Trait.Negation) && !Adverb(item);

    internal Range16 Span(int first, int end)
    {
        while (end > first && Items[end - 1].Kind is Kind.Comma or Kind.Stop or Kind.Dash or Kind.Colon or Kind.Semicolon) end--;
        while (first < end && Items[first].Kind is Kind.Comma or Kind.Dash or Kind.Colon or Kind.Semicolon or Kind.Stop) first++;
        return first < end ? new Range16(Items[first].Start, Items[end - 1].End) : default;
    }
}
