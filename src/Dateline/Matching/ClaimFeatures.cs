using System.Runtime.InteropServices;
using Dateline.Claims;

namespace Dateline.Matching;

/// <summary>What matching keeps of one mention.</summary>
internal sealed partial class ClaimFeatures
{
    private const int LongestReading = 120;

    // More words tell by themselves of what they speak.
    private const int MostBare = 7;

    // Fewer words than these say the same by chance.
    private const int ShortestPrint = 8;

    /// <summary>Its telling terms, ascending, each once.</summary>
    public required int[] Sorted { get; init; }

    /// <summary>
    /// Words of names in text order, who does it in a passive before all others: the place in <see cref="Sorted"/> (lower byte), and a number that the
    /// words of one name share (upper byte), 0 for a word that may be none since it opens a sentence. A number that counts nothing names
    /// ("the 2019 flood", "Flight 370").
    /// </summary>
    public required ushort[] Names { get; init; }

    /// <summary>Who does it and who suffers it: the place in <see cref="Sorted"/> (lower byte) and the <see cref="Role"/> (upper byte).</summary>
    public required ushort[] Parts { get; init; }

    /// <summary>Its telling words in text order, each with what it is there.</summary>
    public required Place[] Frame { get; init; }

    /// <summary>The verb that the parts belong to; 0 where none was found.</summary>
    public required int Verb { get; init; }

    /// <summary>The verb of the cue where the mention has none of its own ("recalled | the buses"), so that it is part of what is said; else 0.</summary>
    public required int Act { get; init; }

    /// <summary>Function words that change what is said, as bits (<see cref="Words.Marks"/>).</summary>
    public required uint Marks { get; init; }
    public required Amount[] Amounts { get; init; }
    public required (int From, int To)[] Days { get; init; }
    /// <summary>A hash of all its words; 0 for few words.</summary>
    public required int Fingerprint { get; init; }
    public required bool Quoted { get; init; }
    public required bool FirstPerson { get; init; }
    public required bool Pronoun { get; init; }
    /// <summary>Whether few words name nothing of their own, neither a name nor a day ("98 people were rescued"): its document's story tells of what it speaks.</summary>
    public required bool Bare { get; init; }
    public required int Speaker { get; init; }
    public required string SourceId { get; init; }
    public required long PublishedAt { get; init; }
    public required Polarity Polarity { get; init; }
    public required Mode Mode { get; init; }

    /// <summary>Whether a word is written as a name.</summary>
    public bool Named => Array.Exists(Names, n => n >> 8 != 0);

    /// <summary>The one word that tells what happened where nothing else but people is named ("two died", "nobody was hurt"); else 0.</summary>
    public int Terse => _terse ??= Named || FirstPerson || Pronoun || Mode is not Mode.Assertion || Act != 0 ? 0 : Alone(Sorted);

    private int? _terse;

    /// <summary>Whether it is denied of everybody ("nobody was hurt", "no soldiers died").</summary>
    public bool Nobody => Polarity is Polarity.Negative && Array.TrueForAll(Amounts, static a => a.Whole) && (Marks & Words.Nil) != 0;

    /// <summary>Whether it counts some: one number above nothing, and not at most so many.</summary>
    public bool Somebody => Polarity is Polarity.Positive && Array.FindAll(Amounts, static a => !a.Whole) is [{ Value: > 0, Change: null } some] && some.Bound != "less-than";

    /// <summary>Its terms that have an opposite or belong to a field of <see cref="Words.Fields"/>.</summary>
    public (int Field, int Term)[] Telling => _telling ??= Opposition.Of(Sorted, Frame);

    private (int, int)[]? _telling;

    /// <summary>The places of its terms that may stand for other words, or against them.</summary>
    public int[] Kin => _kin ??= Alikeness.Kin(Sorted);

    private int[]? _kin;

    /// <summary>A number as it is compared: value, the words of its unit, and how it is bounded or changed.</summary>
    public readonly record struct Amount(decimal Value, int Unit, string Bound, string? Change, string Text)
    {
        /// <summary>Whether the bound itself is within it: "at least 30", not "more than 30".</summary>
        public bool Closed { get; init; }

        /// <summary>Whether it is a share of something (percent), which is never a number of it.</summary>
        public bool Share { get; init; }

        /// <summary>Whether it is the whole of which another number is a part ("five of the seven").</summary>
        public bool Whole { get; init; }

        /// <summary>The upper end of a range, of which <see cref="Value"/> is the lower one; null for a single number.</summary>
        public decimal? To { get; init; }
    }

    /// <summary>Reads a mention of a document of <paramref name="sourceId"/> that was published at <paramref name="publishedAt"/>.</summary>
    public static ClaimFeatures Of(Mention mention, string sourceId, DateTimeOffset publishedAt)
    {
        mention = Understood.In(mention);
        var text = mention.Quote;
        var terms = CollectionsMarshal.AsSpan(Terms.Read(text, LongestReading));
        Span<int> content = stackalloc int[LongestReading];
        Span<(int, int)> names = stackalloc (int, int)[LongestReading];
        Span<(int, Role)> parts = stackalloc (int, Role)[LongestReading];
        Span<Role> roles = stackalloc Role[LongestReading];
        Span<bool> taken = stackalloc bool[LongestReading];
        Span<bool> kept = stackalloc bool[LongestReading];
        int n = 0, named = 0, does = 0, part = 0, run = 0, print = 17;
        bool first = false, inName = false, anchored = false;
        var shares = Shares.Read(text, terms, taken);
        var numbers = Labels.Without(Shares.Without(mention, shares), mention, text, terms);
        if (!ReferenceEquals(numbers, mention.Numbers)) mention = mention with { Numbers = numbers };
        var amounts = AmountsOf(mention, text, terms);
        foreach (var share in shares) amounts.Add(share.Amount);
        Bounds.Take(text, terms, mention, taken);
        var (verb, passive) = Roles.Read(text, terms, roles, taken);
        var counted = Counted(mention);
        for (var i = 0; i < terms.Length; i++)
        {
            var term = terms[i];
            print = Terms.Mix((uint)(print * 31 + term.Id));
            var label = term.Is(TermKinds.Number) && !taken[i] && !counted.Contains(term.Id);
            var isName = term.Is(TermKinds.Name) || label;
            first |= term.Is(TermKinds.Stop) && term.End - term.Start <= 3 && Own(text.AsSpan(term.Start, term.End - term.Start));
            if (label || !(taken[i] || IsValue(term, mention)))
            {
                anchored |= isName || term.Is(TermKinds.Opens) && MayName(text.AsSpan(term.Start, term.End - term.Start));
                kept[i] = !term.Is(TermKinds.Stop) && Array.BinarySearch(indefinite, term.Id) < 0;
                if (kept[i]) content[n++] = term.Id;
                if (kept[i] && (isName || term.Is(TermKinds.Opens)))
                {
                    if (!inName || label) run += isName ? 1 : 0;
                    var name = (term.Id, isName ? run : 0);
                    if (passive && roles[i] is Role.Does)
                    {
                        names[does..named].CopyTo(names[(does + 1)..]);
                        names[does++] = name;
                    }
                    else names[named] = name;
                    named++;
                }
                if (roles[i] is Role.Does or Role.Suffers && kept[i] && !label) parts[part++] = (term.Id, roles[i]);
            }
            inName = isName && !label;
        }
        var fingerprint = n < ShortestPrint ? 0 : print;
        var sorted = Different(content[..n]);
        var places = named == 0 ? [] : new ushort[named];
        for (var i = 0; i < named; i++) places[i] = (ushort)((names[i].Item2 << 8) | Array.BinarySearch(sorted, names[i].Item1));
        var acting = part == 0 ? [] : new ushort[part];
        for (var i = 0; i < part; i++) acting[i] = (ushort)(((int)parts[i].Item2 << 8) | Array.BinarySearch(sorted, parts[i].Item1));
        var days = DaysOf(mention, text, terms, mention.AnchoredAt ?? publishedAt);
        return new()
        {
            Fingerprint = fingerprint,
            Sorted = sorted,
            Names = places,
            Parts = Distinct(acting),
            Frame = Matching.Frame.Read(text, terms, roles, verb, kept),
            Verb = verb < 0 ? 0 : terms[verb].Id,
            Act = Cues.Act(mention, text, terms, verb),
            Marks = Opposition.MarksOf(text, terms),
            Amounts = [.. amounts],
            Days = days,
            Bare = !anchored && days.Length == 0 && sorted.Length <= MostBare,
            Quoted = text.AsSpan().TrimStart() is ['"' or '“' or '‘' or '\'' or '«', ..],
            FirstPerson = first,
            Pronoun = terms.Length > 0 && Open(text.AsSpan(terms[0].Start, terms[0].End - terms[0].Start)),
            Speaker = SpeakerOf(mention),
            SourceId = sourceId,
            PublishedAt = publishedAt.UtcTicks,
            Polarity = mention.Polarity,
            Mode = mention.Mode
        };
    }

    // A word that does it and suffers it has no part.
    private static ushort[] Distinct(ushort[] parts)
    {
        var kept = 0;
        Span<ushort> found = stackalloc ushort[parts.Length];
        foreach (var part in parts)
        {
            var one = !found[..kept].Contains(part);
            foreach (var other in parts) one &= other == part || (other & 255) != (part & 255);
            if (one) found[kept++] = part;
        }
        return found[..kept].ToArray();
    }

    private static int[] Different(Span<int> ids)
    {
        ids.Sort();
        var kept = 0;
        for (var i = 0; i < ids.Length; i++)
            if (i == 0 || ids[i] != ids[kept - 1]) ids[kept++] = ids[i];
        return ids[..kept].ToArray();
    }
}
