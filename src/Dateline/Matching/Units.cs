using System.Collections.Frozen;
using Dateline.Claims;

namespace Dateline.Matching;

/// <summary>
/// Units of measure and of money, each under one word however it is written: "30kg" and "30 kilograms", "$4m" and "4 million dollars" (SI brochure; ISO 4217). Dollars of no country are American ones, as the sign alone is read.
/// </summary>
internal static class Units
{
    private static readonly FrozenDictionary<string, string> names = new[]
    {
        "usd dollar dollars", "eur euro euros", "gbp", "jpy yen", "cny yuan renminbi", "krw won", "rub rouble roubles ruble rubles", "ils shekel shekels", "pln zloty zlotys", "uah hryvnia hryvnias", "inr rupee rupees", "zar rand",
        "pence penny p", "kg kilogram kilograms kilogramme kilogrammes kilo kilos", "g gram grams gramme grammes", "lb lbs", "oz ounce ounces", "tonne tonnes", "km kilometre kilometres kilometer kilometers", "metre metres meter meters m",
        "cm centimetre centimetres centimeter centimeters", "mm millimetre millimetres millimeter millimeters", "mile miles", "ft foot feet", "inch inches", "litre litres liter liters", "ml millilitre millilitres", "ha hectare hectares",
        "acre acres", "kw kilowatt kilowatts", "mw megawatt megawatts", "gw gigawatt gigawatts", "kwh", "mwh", "gwh", "gb gigabyte gigabytes", "percent", "second seconds sec secs", "minute minutes min mins", "hour hours hr hrs", "day days", "week weeks", "month months", "year years", "decade decades", "degrees degree celsius centigrade", "fahrenheit"
    }.Select(static line => line.Split(' ')).SelectMany(static line => line.Select(word => (Word: word, First: line[0]))).ToFrozenDictionary(static p => p.Word, static p => p.First, StringComparer.Ordinal);

    // Words beside pounds that are weighed.
    private static readonly string[] weighed = ["weigh", "weight", "heav", "cocaine", "heroin", "explosive", "bomb", "parcel"];

    /// <summary>The unit of a number as a term, where it measures something or is money; 0 where it counts. The hour of a speed is part of it as of any rate.</summary>
    public static (int Unit, int Rate) Of(Mention mention, NumberFact number) => number.Unit switch
    {
        null => default,
        "mph" => (Terms.IdOf("mile"), Terms.IdOf("hour")),
        "km/h" or "kph" => (Terms.IdOf("km"), Terms.IdOf("hour")),
        "pound" or "pounds" => (Terms.IdOf(IsWeight(mention, number) ? "lb" : "gbp"), 0),
        "degrees fahrenheit" => (Terms.IdOf("fahrenheit"), 0),
        "degrees celsius" => (Terms.IdOf("degrees"), 0),
        { } unit => (names.TryGetValue(unit, out var name) ? Terms.IdOf(name) : 0, 0)
    };

    // "20 pounds of cocaine", "weighed 9 pounds"; millions of pounds are money.
    private static bool IsWeight(Mention mention, NumberFact number)
    {
        if (number.Value.Length > 6) return false;
        foreach (var part in mention.More.Prepend(mention.Content))
        {
            if (number.Start >= part.Start && number.End <= part.End && part.Text.AsSpan(number.End - part.Start).TrimStart().StartsWith("of ", StringComparison.Ordinal)) return true;
            foreach (var word in weighed)
                if (part.Text.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
