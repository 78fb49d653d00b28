using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace Dateline.Server.Commands;

/// <summary>
/// Results go to standard output, as tables for people or as JSON; everything else goes to standard error. Text from documents is never
/// trusted: control characters, bidirectional controls and markup lose their effect.
/// </summary>
internal sealed class Output(bool json)
{
    private static readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) }
    };

    private readonly TextWriter result = Console.Out;
    private readonly TextWriter error = Console.Error;
    private readonly IAnsiConsole console = Console.IsOutputRedirected ? Wide() : AnsiConsole.Console;

    internal bool IsJson => json;

    /// <summary>A line on standard error.</summary>
    internal void Say(string line) => error.WriteLine(Safe(line));

    /// <summary>A value as one line of JSON.</summary>
    internal void Json(object value) => result.WriteLine(JsonSerializer.Serialize(value, options));

    /// <summary>A line for people.</summary>
    internal void Line(string text = "") => console.WriteLine(Safe(text));

    /// <summary>A heading for people.</summary>
    internal void Heading(string text)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{Markup.Escape(Safe(text))}[/]");
    }

    /// <summary>A table for people; cells wrap.</summary>
    internal void Table(string[] columns, IEnumerable<string?[]> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns) table.AddColumn(new TableColumn(Markup.Escape(column)));
        foreach (var row in rows) table.AddRow([.. row.Select(c => (Spectre.Console.Rendering.IRenderable)new Text(Safe(c ?? "")))]);
        console.Write(table);
    }

    /// <summary>Text without anything that a terminal would obey.</summary>
    internal static string Safe(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001f') && !text.AsSpan().ContainsAnyInRange('\u007f', '\u009f') && !text.AsSpan().ContainsAnyInRange('\u200e', '\u202e')
            && !text.AsSpan().ContainsAnyInRange('\u2066', '\u2069')) return text;
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c == '\n' || !(char.IsControl(c) || c is '\u200e' or '\u200f' or (>= '\u2028' and <= '\u202e') or (>= '\u2066' and <= '\u2069'))) safe.Append(c);
            else safe.Append(' ');
        }
        return safe.ToString();
    }

    /// <summary>A moment as people read it.</summary>
    internal static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", null) + "Z";

    /// <summary>Positions as people read them.</summary>
    internal static string Positions(IEnumerable<long> positions) => string.Join(", ", positions.Select(p => $"#{p}"));

    private static IAnsiConsole Wide()
    {
        var wide = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(Console.Out) });
        wide.Profile.Width = 160;
        return wide;
    }
}
