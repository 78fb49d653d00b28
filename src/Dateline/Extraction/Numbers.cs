using System.Collections.Frozen;
using System.Globalization;
using Dateline.Claims;

namespace Dateline.Extraction;

/// <summary>Numbers with what they count, their bound and the change they tell.</summary>
internal static class Numbers
{
    private static readonly FrozenDictionary<string, int> words =
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".Split(' ')
            .Select((w, i) => (w, i)).Concat([("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90), ("dozen", 12)])
            .ToFrozenDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, decimal> scales = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["hundred"] = 100,
        ["thousand"] = 1000,
        ["million"] = 1_000_000,
        ["billion"] = 1_000_000_000,
        ["trillion"] = 1_000_000_000_000
    }.ToFrozenDictionary(StringComparer.Ordinal);

    internal static IEnumerable<NumberFact> Find(TokenisedText text, Stretch part)
    {
        for (var i = part.Start; i < part.End; i++)
        {
            if (Value(text, i) is not { } value || (value == 1 && text.Is(i, "one"))) continue;
            var end = i + 1;
            while (end < part.End && text.IsWord(end) && scales.TryGetValue(text.Lower(end), out var scale) && value < 1_000_000_000_000)
            {
                value *= scale;
                end++;
            }
            var start = i;
            var unit = Unit(text, part, ref start, ref end);
            yield return new(
                text.Tokens[start].Start, text.Tokens[end - 1].End, text.Text[text.Tokens[start].Start..text.Tokens[end - 1].End],
                Plain(value), unit, Bound(text, part, start, end), Change(text, part, start));
            i = end - 1;
        }
    }

    private static decimal? Value(TokenisedText text, int i)
    {
        if (text.Tokens[i].Kind == TokenKind.Number)
        {
            var token = text.Of(i);
            var digits = token.Length;
            while (digits > 0 && !char.IsAsciiDigit(token[digits - 1])) digits--;
            return digits is > 0 and <= 24 && token.Length - digits <= 1
                && decimal.TryParse(token[..digits], NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) ? value : null;
        }
        return text.IsWord(i) && words.TryGetValue(text.Lower(i), out var word) ? word : null;
    }

    /// <summary>A currency before, a percent sign or the noun phrase after.</summary>
    private static string? Unit(TokenisedText text, Stretch part, ref int start, ref int end)
    {
        if (start > part.Start && text.Tokens[start - 1].Kind == TokenKind.Punctuation && text.Text[text.Tokens[start - 1].Start] is '$' or '€' or '£')
        {
            start--;
            return text.Text[text.Tokens[start].Start] switch { '$' => "usd", '€' => "eur", _ => "gbp" };
        }
        if (end < part.End && text.IsMark(end, '%'))
        {
            end++;
            return "percent";
        }
        if (end < part.End && text.Lower(end) is "percent" or "percentage")
        {
            end++;
            return "percent";
        }
        var unit = new List<string>();
        for (var k = end; k < Math.Min(part.End, end + 3) && text.IsWord(k) && !text.IsCapital(k) && !Clauses.IsAdjunct(text, k) && !Clauses.IsBoundaryWord(text, k); k++)
        {
            var word = text.Lower(k);
            if (word is "and" or "or" or "of" or "is" or "are" or "was" or "were" or "have" or "had" or "has" or "more" or "ago" or "the" or "who" or "people's" or "within" or "for" or "attacked") break;
            unit.Add(word);
            if (word.EndsWith('s') && word.Length > 3) break;
        }
        return unit.Count == 0 ? null : string.Join(' ', unit);
    }

    private static string Bound(TokenisedText text, Stretch part, int start, int end)
    {
        for (var i = start - 1; i >= Math.Max(part.Start, start - 3); i--)
        {
            switch (text.Lower(i))
            {
                case "about" or "around" or "roughly" or "nearly" or "almost" or "approximately" or "some": return "about";
                case "over" or "exceeding": return "more-than";
                case "under" or "below": return "less-than";
                case "than" when text.Lower(i - 1) is "more" or "greater" or "higher": return "more-than";
                case "than" when text.Lower(i - 1) is "less" or "fewer" or "lower": return "less-than";
                case "least" when text.Is(i - 1, "at"): return "more-than";
                case "most" when text.Is(i - 1, "at"): return "less-than";
                case "to" when text.Is(i - 1, "up"): return "less-than";
                default: break;
            }
        }
        return text.Is(end, "or") && text.Is(end + 1, "more") ? "more-than" : "exactly";
    }

    private static string? Change(TokenisedText text, Stretch part, int start)
    {
        for (var i = start - 1; i >= Math.Max(part.Start, start - 5); i--)
        {
            var direction = text.Lower(i) switch
            {
                "rose" or "risen" or "rises" or "increased" or "grew" or "climbed" or "jumped" or "up" or "rising" => "rose",
                "fell" or "fallen" or "dropped" or "decreased" or "declined" or "down" or "falling" => "fell",
                _ => null
            };
            if (direction is null) continue;
            for (var k = i + 1; k < start; k++)
            {
                if (text.Is(k, "to")) return direction + "-to";
                if (text.Is(k, "by")) return direction + "-by";
            }
            return direction + "-by";
        }
        return null;
    }

    private static string Plain(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
