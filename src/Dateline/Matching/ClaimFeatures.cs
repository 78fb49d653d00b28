using System.Globalization;
using System.Runtime.InteropServices;
using Dateline.Claims;

namespace Dateline.Matching;

/// <summary>What matching keeps of one mention.</summary>
internal sealed partial class ClaimFeatures
{
    private const int LongestReading = 120;
    private const int LongestUnit = 8;

    // Fewer words than these say the same by chance.
    private const int ShortestPrint = 8;

    /// <summary>Its telling terms, ascending, each once.</summary>
    public required int[] Sorted { get; init; }

    /// <summary>Words of names in text order: the place in <see cref="Sorted"/> (lower byte), and a number that the words of one name share (upper byte).</summary>
    public required ushort[] Names { get; init; }
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

    /// <summary>A number as it is compared: value, the words of its unit, and how it is bounded or changed.</summary>
    public readonly record struct Amount(decimal Value, int Unit, string Bound, string? Change, string Text);

    /// <summary>Reads a mention of a document of <paramref name="sourceId"/> that was published at <paramref name="publishedAt"/>.</summary>
    public static ClaimFeatures Of(Mention mention, string sourceId, DateTimeOffset publishedAt)
    {
        var text = mention.Quote;
        var terms = CollectionsMarshal.AsSpan(Terms.Read(text, LongestReading));
        Span<int> content = stackalloc int[LongestReading];
        Span<(int, int)> names = stackalloc (int, int)[LongestReading];
        int n = 0, named = 0, run = 0, print = 17;
        bool first = false, inName = false;
        foreach (var term in terms)
        {
            print = Terms.Mix((uint)(print * 31 + term.Id));
            var isName = term.Is(TermKinds.Name);
            first |= term.Is(TermKinds.Stop) && term.End - term.Start <= 3 && Own(text.AsSpan(term.Start, term.End - term.Start));
            if (!IsValue(term, mention))
            {
                if (!term.Is(TermKinds.Stop)) content[n++] = term.Id;
                if (isName)
                {
                    if (!inName) run++;
                    names[named++] = (term.Id, run);
                }
            }
            inName = isName;
        }
        var fingerprint = n < ShortestPrint ? 0 : print;
        var sorted = Different(content[..n]);
        var places = named == 0 ? [] : new ushort[named];
        for (var i = 0; i < named; i++) places[i] = (ushort)((names[i].Item2 << 8) | Array.BinarySearch(sorted, names[i].Item1));
        return new()
        {
            Fingerprint = fingerprint,
            Sorted = sorted,
            Names = places,
            Amounts = AmountsOf(mention.Numbers),
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

    private static Amount[] AmountsOf(IReadOnlyList<NumberFact> numbers)
    {
        if (numbers.Count == 0) return [];
        var amounts = new List<Amount>(numbers.Count);
        foreach (var n in numbers)
        {
            if (!decimal.TryParse(n.Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)) continue;
            var unit = 0;
            if (n.Unit is not null)
                foreach (var term in Terms.Read(n.Unit, LongestUnit))
                    if (!term.Is(TermKinds.Stop)) unit = term.Id;
            amounts.Add(new(value, unit, n.Bound, n.Change, n.Text));
        }
        return [.. amounts];
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
