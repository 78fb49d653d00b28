using System.Globalization;
using System.Runtime.InteropServices;
using Dateline.Claims;

namespace Dateline.Matching;

/// <summary>What matching keeps of one mention.</summary>
internal sealed partial class ClaimFeatures
{
    private const int LongestReading = 120;
    private const int LongestUnit = 8;

    private static readonly HashSet<int> none = [];

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
    public required int Speaker { get; init; }
    public required string SourceId { get; init; }
    public required long PublishedAt { get; init; }
    public required Polarity Polarity { get; init; }
    public required Mode Mode { get; init; }

    /// <summary>Whether a word is written as a name.</summary>
    public bool Named => Array.Exists(Names, n => n >> 8 != 0);

    /// <summary>Its terms that have an opposite or belong to a field of <see cref="Words.Fields"/>.</summary>
    public (int Field, int Term)[] Telling => _telling ??= Opposition.Of(Sorted);

    private (int, int)[]? _telling;

    /// <summary>A number as it is compared: value, the words of its unit, and how it is bounded or changed.</summary>
    public readonly record struct Amount(decimal Value, int Unit, string Bound, string? Change, string Text)
    {
        /// <summary>Whether the bound itself is within it: "at least 30", not "more than 30".</summary>
        public bool Closed { get; init; }
    }

    /// <summary>Reads a mention of a document of <paramref name="sourceId"/> that was published at <paramref name="publishedAt"/>.</summary>
    public static ClaimFeatures Of(Mention mention, string sourceId, DateTimeOffset publishedAt)
    {
        var text = mention.Quote;
        var terms = CollectionsMarshal.AsSpan(Terms.Read(text, LongestReading));
        Span<int> content = stackalloc int[LongestReading];
        Span<(int, int)> names = stackalloc (int, int)[LongestReading];
        Span<(int, Role)> parts = stackalloc (int, Role)[LongestReading];
        Span<Role> roles = stackalloc Role[LongestReading];
        Span<bool> taken = stackalloc bool[LongestReading];
        Span<bool> kept = stackalloc bool[LongestReading];
        int n = 0, named = 0, does = 0, part = 0, run = 0, print = 17;
        bool first = false, inName = false;
        var amounts = AmountsOf(mention);
        Shares.Read(text, terms, amounts, taken);
        Bounds.Take(text, terms, mention, taken);
        var (verb, passive) = Roles.Read(text, terms, roles);
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
                kept[i] = !term.Is(TermKinds.Stop);
                if (!term.Is(TermKinds.Stop)) content[n++] = term.Id;
                if (isName || term.Is(TermKinds.Opens))
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
                if (roles[i] is Role.Does or Role.Suffers && !term.Is(TermKinds.Stop) && !label) parts[part++] = (term.Id, roles[i]);
            }
            inName = isName && !label;
        }
        var fingerprint = n < ShortestPrint ? 0 : print;
        var sorted = Different(content[..n]);
        var places = named == 0 ? [] : new ushort[named];
        for (var i = 0; i < named; i++) places[i] = (ushort)((names[i].Item2 << 8) | Array.BinarySearch(sorted, names[i].Item1));
        var acting = part == 0 ? [] : new ushort[part];
        for (var i = 0; i < part; i++) acting[i] = (ushort)(((int)parts[i].Item2 << 8) | Array.BinarySearch(sorted, parts[i].Item1));
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
            Days = DaysOf(mention.Dates),
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

    // What is counted belongs to the subject; how much and when are values.
    private static bool IsValue(Term term, Mention mention)
    {
        if (term.Is(TermKinds.Number)) return true;
        if (mention.More.Count > 0) return false;
        int start = mention.Content.Start + term.Start, end = mention.Content.Start + term.End;
        foreach (var number in mention.Numbers)
            if (start >= number.Start && end <= number.End) return !Counts(number, term);
        foreach (var date in mention.Dates)
            if (start >= date.Start && end <= date.End) return true;
        return false;
    }

    private static bool Counts(NumberFact number, Term term)
    {
        if (number.Unit is null) return false;
        foreach (var word in Terms.Read(number.Unit, LongestUnit))
            if (word.Id == term.Id && !word.Is(TermKinds.Stop)) return true;
        return false;
    }

    // The numbers that count, measure or date something, as terms.
    private static HashSet<int> Counted(Mention mention)
    {
        if (mention.Numbers.Count + mention.Dates.Count == 0) return none;
        var counted = new HashSet<int>();
        foreach (var stretch in mention.Numbers.Select(f => f.Text).Concat(mention.Dates.Select(f => f.Text)))
            foreach (var term in Terms.Read(stretch, LongestUnit)) if (term.Is(TermKinds.Number)) counted.Add(term.Id);
        return counted;
    }

    // A word that does it and suffers it has no part.
    private static ushort[] Distinct(ushort[] parts) =>
        [.. parts.Distinct().GroupBy(p => p & 255).Where(g => g.Count() == 1).Select(g => g.First())];

    private static int[] Different(Span<int> ids)
    {
        ids.Sort();
        var kept = 0;
        for (var i = 0; i < ids.Length; i++)
            if (i == 0 || ids[i] != ids[kept - 1]) ids[kept++] = ids[i];
        return ids[..kept].ToArray();
    }

    private static bool Own(ReadOnlySpan<char> word) =>
        word.Equals("i", StringComparison.OrdinalIgnoreCase) || word.Equals("we", StringComparison.OrdinalIgnoreCase)
        || word.Equals("our", StringComparison.OrdinalIgnoreCase) || word.Equals("my", StringComparison.OrdinalIgnoreCase)
        || word.Equals("us", StringComparison.OrdinalIgnoreCase) || word.Equals("me", StringComparison.OrdinalIgnoreCase);

    private static bool Open(ReadOnlySpan<char> word)
    {
        if (word.Length > 5) return false;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return lower is "he" or "she" or "they" or "it" or "this" or "that" or "these" or "those" or "his" or "her" or "their" or "its";
    }

    // The last word of the name as given in full: "Marco Rubio" and "Rubio" are one speaker. 0 when nobody is named.
    private static int SpeakerOf(Mention mention)
    {
        var name = mention.SpeakerName ?? mention.Speaker?.Text;
        if (name is null) return 0;
        var words = Terms.Read(name, 20);
        int telling = 0, named = 0, opens = 0, last = 0;
        foreach (var word in words)
        {
            if (word.Is(TermKinds.Name)) named = word.Id;
            if (word.Is(TermKinds.Stop)) continue;
            telling++;
            last = word.Id;
            if (word.Is(TermKinds.Opens)) opens = word.Id;
        }
        return named != 0 ? named : telling == 1 && opens != 0 ? opens : last;
    }

    private static List<Amount> AmountsOf(Mention mention)
    {
        var amounts = new List<Amount>(mention.Numbers.Count);
        foreach (var n in mention.Numbers)
        {
            if (!decimal.TryParse(n.Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)) continue;
            var unit = 0;
            if (n.Unit is not null)
                foreach (var term in Terms.Read(n.Unit, LongestUnit))
                    if (!term.Is(TermKinds.Stop)) unit = term.Id;
            amounts.Add(new(value, unit, n.Bound, n.Change, n.Text) { Closed = n.Bound is "more-than" or "less-than" && Bounds.Closed(mention, n.Start) });
        }
        return amounts;
    }

    private static (int, int)[] DaysOf(IReadOnlyList<DateFact> dates)
    {
        if (dates.Count == 0) return [];
        var days = new List<(int, int)>(dates.Count);
        foreach (var date in dates)
            if (Day(date.From) is { } from) days.Add((from, Math.Max(from, Day(date.To) ?? from)));
        return [.. days];
    }

    private static int? Day(string? day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date.DayNumber : null;
}
