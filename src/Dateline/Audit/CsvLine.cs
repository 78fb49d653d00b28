using System.Buffers;
using System.Text;

namespace Dateline.Audit;

/// <summary>
/// Lines of comma-separated values (RFC 4180). A cell that a spreadsheet would run as a formula is made text by an apostrophe before it (OWASP,
/// "CSV injection").
/// </summary>
public static class CsvLine
{
    private static readonly SearchValues<char> starts = SearchValues.Create("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20|");

    /// <summary>One line with its line break; each cell in quotation marks, null an empty one.</summary>
    public static string Of(params ReadOnlySpan<string?> cells)
    {
        var line = new StringBuilder();
        foreach (var cell in cells)
        {
            line.Append(line.Length == 0 ? "\"" : ",\"");
            if (IsFormula(cell)) line.Append('\'');
            line.Append(cell?.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        return line.Append("\r\n").ToString();
    }

    /// <summary>White space and marks that are not seen do not hide what comes first.</summary>
    private static bool IsFormula(string? cell)
    {
        if (string.IsNullOrEmpty(cell)) return false;
        if (starts.Contains(cell[0])) return true;
        var shown = cell.AsSpan().TrimStart();
        while (shown.Length > 0 && (char.IsWhiteSpace(shown[0]) || char.GetUnicodeCategory(shown[0]) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Control))
            shown = shown[1..];
        return shown.Length > 0 && starts.Contains(shown[0]);
    }
}
