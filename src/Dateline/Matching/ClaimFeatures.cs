using System.Globalization;
using Dateline.Claims;

namespace Dateline.Matching;

/// <summary>What matching keeps of one mention.</summary>
internal sealed class ClaimFeatures
{
    private const int LongestReading = 120;

    public required int[] Sorted { get; init; }
    public required (int Id, int Run)[] Names { get; init; }
    public required Amount[] Amounts { get; init; }
    public required (int From, int To)[] Days { get; init; }
    public required int Fingerprint { get; init; }
    public required bool Quoted { get; init; }
    public required bool FirstPerson { get; init; }
    public required bool Pronoun { get; init; }
    public required int Speaker { get; init; }
    public required string SourceId { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required Polarity Polarity { get; init; }
    public required Mode Mode { get; init; }

    /// <summary>A number as it is compared: value, the words of its unit, and how it is bounded or changed.</summary>
    public readonly record struct Amount(decimal Value, int Unit, string Bound, string? Change, string Text);

    /// <summary>Reads a mention of a document of <paramref name="sourceId"/> that was published at <paramref name="publishedAt"/>.</summary>
    public static ClaimFeatures Of(Mention mention, string sourceId, DateTimeOffset publishedAt)
    {
        var text = mention.Quote;
        var terms = Terms.Read(text, LongestReading);
        // What is counted belongs to the subject; how much and when are values.
        var covered = mention.Numbers.Select(n => (n.Start, n.End, Unit: UnitOf(n))).Concat(mention.Dates.Select(d => (d.Start, d.End, Unit: Array.Empty<int>()))).ToArray();
        bool Value(Term t) => t.Is(TermKinds.Number) || (mention.More.Count == 0
            && covered.Any(c => mention.Content.Start + t.Start >= c.Start && mention.Content.Start + t.End <= c.End && !c.Unit.Contains(t.Id)));
        var content = terms.Where(t => !t.Is(TermKinds.Stop) && !Value(t)).ToList();
        var names = new List<(int, int)>();
        var run = 0;
        for (var i = 0; i < terms.Count; i++)
        {
            if (!terms[i].Is(TermKinds.Name) || Value(terms[i])) continue;
            if (i == 0 || !terms[i - 1].Is(TermKinds.Name)) run++;
            names.Add((terms[i].Id, run));
        }
        var print = 17;
        foreach (var term in terms) print = Terms.Mix((uint)(print * 31 + term.Id));
        var first = terms.Count == 0 ? "" : text[terms[0].Start..terms[0].End].ToLowerInvariant();
        return new()
        {
            Sorted = [.. content.Select(t => t.Id).Distinct().Order()],
            Names = [.. names],
            Amounts = [.. mention.Numbers.Select(AmountOf).OfType<Amount>()],
            Days = [.. mention.Dates.Select(DaysOf).OfType<(int, int)>()],
            Fingerprint = content.Count < 8 ? 0 : print,
            Quoted = text.AsSpan().TrimStart() is ['"' or '“' or '‘' or '\'' or '«', ..],
            FirstPerson = terms.Any(t => t.Is(TermKinds.Stop) && text[t.Start..t.End].ToLowerInvariant() is "i" or "we" or "our" or "my" or "us" or "me"),
            Pronoun = first is "he" or "she" or "they" or "it" or "this" or "that" or "these" or "those" or "his" or "her" or "their" or "its",
            Speaker = SpeakerOf(mention),
            SourceId = sourceId,
            PublishedAt = publishedAt,
            Polarity = mention.Polarity,
            Mode = mention.Mode
        };
    }

    // The last word of the name as given in full: "Marco Rubio" and "Rubio" are one speaker. 0 when nobody is named.
    private static int SpeakerOf(Mention mention)
    {
        var name = mention.SpeakerName ?? mention.Speaker?.Text;
        if (name is null) return 0;
        var words = Terms.Read(name, 20);
        var last = words.FindLastIndex(t => t.Is(TermKinds.Name) || (t.Is(TermKinds.Opens) && words.Count(w => !w.Is(TermKinds.Stop)) == 1));
        if (last < 0) last = words.FindLastIndex(t => !t.Is(TermKinds.Stop));
        return last < 0 ? 0 : words[last].Id;
    }

    private static Amount? AmountOf(NumberFact n)
    {
        if (!decimal.TryParse(n.Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)) return null;
        return new(value, UnitOf(n) is [.., var unit] ? unit : 0, n.Bound, n.Change, n.Text);
    }

    private static int[] UnitOf(NumberFact n) => n.Unit is null ? [] : [.. Terms.Read(n.Unit, 8).Where(t => !t.Is(TermKinds.Stop)).Select(t => t.Id)];

    private static (int, int)? DaysOf(DateFact d)
    {
        static int? Day(string? day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date.DayNumber : null;
        return Day(d.From) is { } from ? (from, Math.Max(from, Day(d.To) ?? from)) : null;
    }
}
