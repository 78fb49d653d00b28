using System.Collections.Frozen;

namespace Dateline.Extraction;

/// <summary>Signs of units that are written to the number ("30kg", "96mph", "139p", "20C"; SI brochure and the agencies' style books), and currencies by country and name (ISO 4217).</summary>
internal static class Measures
{
    private const int LongestSign = 3;

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> signs = Pairs("kg:kg|g:g|mg:mg|lb:lb|lbs:lb|oz:oz|km:km|cm:cm|mm:mm|ft:ft|mph:mph|kph:km/h|kmh:km/h|ml:ml|cl:cl|ha:ha|p:pence|C:degrees|F:degrees fahrenheit|"
        + "W:watts|kW:kw|MW:mw|GW:gw|TW:tw|kWh:kwh|MWh:mwh|GWh:gwh|TWh:twh|MB:mb|GB:gb|TB:tb|MHz:mhz|GHz:ghz|hp:hp|cc:cc", StringComparer.Ordinal);

    // The lines of a picture.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> lines = WordSet.Of("240p 360p 480p 720p 1080p 1440p 2160p", ' ', StringComparer.Ordinal);

    // A country's word and the money's, in the singular.
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> money = Pairs("us dollar:usd|u.s. dollar:usd|american dollar:usd|australian dollar:aud|canadian dollar:cad|hong kong dollar:hkd|new zealand dollar:nzd|singapore dollar:sgd|"
        + "british pound:gbp|pound sterling:gbp|egyptian pound:egp|swiss franc:chf|japanese yen:jpy|chinese yuan:cny|indian rupee:inr|pakistani rupee:pkr|sri lankan rupee:lkr|south african rand:zar|mexican peso:mxn|argentine peso:ars|colombian peso:cop|philippine peso:php|"
        + "swedish krona:sek|swedish kronor:sek|norwegian krone:nok|norwegian kroner:nok|danish krone:dkk|danish kroner:dkk|russian rouble:rub|russian ruble:rub|turkish lira:try|brazilian real:brl|brazilian reai:brl|israeli shekel:ils|polish zloty:pln|czech crown:czk|"
        + "czech koruna:czk|saudi riyal:sar|south korean won:krw", StringComparer.OrdinalIgnoreCase);

    /// <summary>The unit at the end of a number's token, and how many letters it has: "30kg" is ("kg", 2).</summary>
    internal static (string? Unit, int Letters) Attached(string text, List<Token> tokens, int at)
    {
        var token = tokens[at];
        if (token.Kind != Kind.Number) return default;
        var form = text.AsSpan(token.Start, token.End - token.Start);
        var letters = 0;
        while (letters <= LongestSign && letters < form.Length && char.IsAsciiLetter(form[^(letters + 1)])) letters++;
        if (letters is 0 or > LongestSign || !signs.TryGetValue(form[^letters..], out var unit) || lines.Contains(form)) return default;
        // "The Boeing 737C", "section 12c": a letter behind a name's number.
        if (letters == 1 && at > 0 && tokens[at - 1].IsWord && tokens[at - 1].Capital) return default;
        if (unit == "km" && Hourly(text, token.End)) return ("km/h", letters);
        return (unit, letters);
    }

    /// <summary>Whether "/h" or "/hr" stands at a place.</summary>
    internal static bool Hourly(string text, int at) =>
        at + 1 < text.Length && text[at] == '/' && text[at + 1] == 'h' && (at + 2 == text.Length || !char.IsLetter(text[at + 2]) || text[at + 2] == 'r' && (at + 3 == text.Length || !char.IsLetter(text[at + 3])));

    /// <summary>The currency that begins at a token by country and name ("Australian dollars", "pounds sterling"), and the token behind it.</summary>
    internal static (string? Unit, int End) Money(string text, List<Token> tokens, int at)
    {
        for (var end = at + 2; end <= at + 3 && end <= tokens.Count && tokens[end - 1].IsWord; end++)
        {
            var name = text.AsSpan(tokens[at].Start, tokens[end - 1].End - tokens[at].Start);
            if (money.TryGetValue(name, out var code) || name[^1] == 's' && money.TryGetValue(name[..^1], out code) || name.Equals("pounds sterling", StringComparison.OrdinalIgnoreCase) && (code = "gbp") is not null) return (code, end);
        }
        return (null, at);
    }

    private static FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Pairs(string pairs, StringComparer comparer) =>
        pairs.Split('|').Select(static p => p.Split(':')).ToFrozenDictionary(static p => p[0], static p => p[1], comparer).GetAlternateLookup<ReadOnlySpan<char>>();
}
