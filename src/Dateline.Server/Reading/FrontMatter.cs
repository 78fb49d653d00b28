using System.Text;

namespace Dateline.Server.Reading;

/// <summary>The head of a text or Markdown file: <c>key: value</c> lines between two lines of three hyphens.</summary>
/// <param name="Fields">What it says, by key.</param>
/// <param name="Body">The text after it.</param>
internal sealed record FrontMatter(IReadOnlyDictionary<string, string> Fields, string Body)
{
    private static readonly string[] Keys = ["source", "url", "title", "author", "published", "publishedat", "published_at", "publishdate", "date", "language", "revises", "act", "reason", "sample"];

    /// <summary>The value of a key; null when it is absent or empty.</summary>
    public string? this[string key] => Fields.TryGetValue(key, out var value) && value.Length > 0 ? value : null;

    /// <summary>Splits a text. Without a head all of it is body. Keys that Dateline does not know are passed over, with the lines indented under them.</summary>
    /// <exception cref="NotReadable">The head does not end, says a thing twice, or a quoted value does not close.</exception>
    public static FrontMatter Split(string text)
    {
        var lines = new Lines(text);
        if (!lines.Next() || lines.Current.TrimEnd() is not "---") return new(new Dictionary<string, string>(), text);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var opened = false;
        while (lines.Next())
        {
            var line = lines.Current.TrimEnd();
            if (line is "---" or "...") return new(fields, text[lines.After..]);
            if (line.Length == 0 || line[0] is '#' or ' ' or '\t' or '-') continue;
            var colon = line.IndexOf(':');
            var isField = colon > 0 && !line[..colon].TrimEnd().ContainsAny(' ', '\t');
            if (!isField && !opened) break;
            if (!isField)
                throw new NotReadable($"Line {lines.Number} of the front matter is not \"key: value\". Correct it, or close the front matter with a line \"---\" before it.");
            opened = true;
            var key = line[..colon].Trim().ToString().ToLowerInvariant();
            if (!Keys.Contains(key)) continue;
            if (!fields.TryAdd(key, Unquote(line[(colon + 1)..].Trim(), lines.Number)))
                throw new NotReadable($"Line {lines.Number} of the front matter gives \"{key}\" again. Keep one.");
        }
        if (!opened) return new(new Dictionary<string, string>(), text);
        throw new NotReadable("The front matter that the first line opens never ends. Close it with a line \"---\".");
    }

    private static string Unquote(ReadOnlySpan<char> value, int line)
    {
        if (value.Length == 0 || value[0] is not ('"' or '\'')) return value.ToString();
        var quote = value[0];
        var plain = new StringBuilder();
        for (var i = 1; i < value.Length; i++)
        {
            var c = value[i];
            if (c == quote)
            {
                if (quote == '\'' && i + 1 < value.Length && value[i + 1] == '\'') i++;
                else if (i == value.Length - 1) return plain.ToString();
                else break;
            }
            else if (c == '\\' && quote == '"' && i + 1 < value.Length)
            {
                c = value[++i] switch { 'n' => '\n', 't' => '\t', var other => other };
            }
            plain.Append(c);
        }
        throw new NotReadable($"The quoted value on line {line} of the front matter does not close where the line ends. Correct the quotes.");
    }

    /// <summary>The lines of a text, whatever ends them.</summary>
    private ref struct Lines(string text)
    {
        public int Number { get; private set; }
        public int After { get; private set; }
        public ReadOnlySpan<char> Current { get; private set; }

        public bool Next()
        {
            if (After >= text.Length) return false;
            var rest = text.AsSpan(After);
            var end = rest.IndexOfAny('\r', '\n');
            Current = end < 0 ? rest : rest[..end];
            After += end < 0 ? rest.Length : end + (rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n' ? 2 : 1);
            Number++;
            return true;
        }
    }
}
