using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dateline.Audit;

/// <summary>Numbers as ECMAScript writes IEEE 754 doubles, which RFC 8785, section 3.2.2.3, asks for.</summary>
internal static class CanonicalNumber
{
    /// <summary>Whether it is an integer that every double holds exactly and that has this one form.</summary>
    internal static bool IsPlainInteger(ReadOnlySpan<byte> number)
    {
        var digits = number[0] == '-' ? number[1..] : number;
        return digits.Length <= 15 && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9') && (number.Length == digits.Length || digits[0] != '0');
    }

    /// <summary>The canonical form of a JSON number.</summary>
    /// <exception cref="JsonException">It is beyond the range of a double.</exception>
    internal static byte[] Of(ReadOnlySpan<byte> number)
    {
        if (!Utf8Parser.TryParse(number, out double value, out var read) || read != number.Length || !double.IsFinite(value))
            throw new JsonException("A number is beyond what a double can hold.");
        return Encoding.ASCII.GetBytes(Of(value));
    }

    /// <summary>ECMA-262, Number::toString, for a finite number.</summary>
    internal static string Of(double value)
    {
        if (value == 0) return "0";
        var shortest = value.ToString("E16", CultureInfo.InvariantCulture);
        for (var precision = 0; precision < 16; precision++)
        {
            var shorter = value.ToString("E" + precision.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (double.Parse(shorter, CultureInfo.InvariantCulture) != value) continue;
            shortest = shorter;
            break;
        }
        var sign = value < 0 ? "-" : "";
        var parts = shortest.TrimStart('-').Split('E');
        return sign + Layout(parts[0].Replace(".", "", StringComparison.Ordinal).TrimEnd('0'), int.Parse(parts[1], CultureInfo.InvariantCulture) + 1);
    }

    /// <summary>Digits with the decimal point after the <paramref name="point"/>th of them.</summary>
    private static string Layout(string digits, int point) => point switch
    {
        > 0 and <= 21 when digits.Length <= point => digits.PadRight(point, '0'),
        > 0 and <= 21 => $"{digits[..point]}.{digits[point..]}",
        > -6 and <= 0 => $"0.{new string('0', -point)}{digits}",
        _ => $"{digits[0]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{(point > 0 ? "+" : "-")}{Math.Abs(point - 1).ToString(CultureInfo.InvariantCulture)}"
    };
}
