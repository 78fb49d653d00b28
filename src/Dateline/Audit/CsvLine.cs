using System.Buffers;
using System.Globalization;
using System.Text;

namespace Dateline.Audit;

/// <summary>
/// Lines of comma-separated values (RFC 4180). What a spreadsheet would run as a formula is made text by an apostrophe before it (OWASP, "CSV injection"): at the
/// start of a cell, and behind what ends a cell or a line for a program that was told of another separator.
/// </summary>
public static class CsvLine
{
    private static readonly SearchValues<char> signs = SearchValues.Create("=+-@\uFF1D\uFF0B\uFF0D\uFF20|");
    private static readonly SearchValues<char> separators = SearchValues.Create(";\t\r\n");

    /// <summary>One line with its line break; each cell in quotation marks, null an empty one.</summary>
    public static string Of(params ReadOnlySpan<string?> cells)
    {
        var line = new StringBuilder();
        foreach (var cell in cells)
        {
            line.Append(line.Length == 0 ? "\"" : ",\"");
            Append(line, (cell ?? "").Replace("\"", "\"\"", StringComparison.Ordinal));
            line.Append('"');
        }
        return line.Append("\r\n").ToString();
    }

    private static void Append(StringBuilder line, ReadOnlySpan<char> cell)
    {
        if (!cell.IsEmpty && cell[0] is '\t' or '\r' or '\n') line.Append('\'');
        while (true)
        {
            if (IsFormula(cell) && line[^1] != '\'') line.Append('\'');
            var end = cell.IndexOfAny(separators);
            line.Append(end < 0 ? cell : cell[..(end + 1)]);
            if (end < 0) break;
            cell = cell[(end + 1)..];
        }
    }

    /// <summary>White space and marks that are not seen do not hide what comes first.</summary>
    private static bool IsFormula(ReadOnlySpan<char> cell)
    {
        foreach (var c in cell)
        {
            if (c is not ('\r' or '\n') && (char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control)) continue;
            return signs.Contains(c);
        }
        return false;
    }
}
