using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dateline.Server.Reading;
using Spectre.Console;

namespace Dateline.Server.Commands;

/// <summary>
/// Results go to standard output, as tables for people or as JSON; everything else goes to standard error. Text from documents is never
/// trusted: control characters, bidirectional controls and markup lose their effect.
/// </summary>
internal sealed class Output(bool json)
{
    private const int LongestUnbroken = 20;
    private const int NarrowestTable = 110;
    private static readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) }
    };

    // What is looked at closer: what a terminal obeys, and surrogates, which may stand for such a character, or for none.
    private static readonly Lazy<SearchValues<char>> suspects = new(static () => SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => char.IsSurrogate(c) || Obeyed(new Rune(c)))]));

    private readonly TextWriter results = Console.Out;
    private readonly TextWriter messages = Console.Error;
    private readonly IAnsiConsole console = Console.IsOutputRedirected ? Plain(Console.Out) : AnsiConsole.Console;
    private (IAnsiConsole Console, Action<string, double?> Report)? bar;

    internal bool IsJson => json;

    /// <summary>Where people read results: in colour where that is a terminal.</summary>
    internal IAnsiConsole Screen => console;

    /// <summary>A line on standard error.</summary>
    internal void Say(string line)
    {
        if (bar is { } shown) shown.Console.WriteLine(TextHygiene.Line(line, 4000));
        else messages.WriteLine(TextHygiene.Line(line, 4000));
    }

    /// <summary>A value as one line of JSON.</summary>
    internal void Json(object value) => results.WriteLine(JsonSerializer.Serialize(value, options));

    /// <summary>A line for people.</summary>
    internal void Line(string text = "")
    {
        if (bar is { } shown && !Console.IsOutputRedirected) shown.Console.WriteLine(Safe(text));
        else results.WriteLine(Safe(text));
    }

    /// <summary>A heading for people.</summary>
    internal void Heading(string text)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{Markup.Escape(Safe(text))}[/]");
    }

    /// <summary>A table for people; prose wraps, ids and the like do not. Where the terminal is too narrow for it, a list.</summary>
    internal void Table(string[] columns, IEnumerable<string?[]> rows)
    {
        var cells = rows.Select(r => Array.ConvertAll(r, c => Safe(c ?? "").Replace('\n', ' '))).ToList();
        if (columns.Length > 4 && console.Profile.Width < NarrowestTable)
        {
            foreach (var row in cells)
            {
                Line();
                foreach (var (column, cell) in columns.Zip(row).Where(c => c.Second.Length > 0)) Line($"{column + ":",-12} {cell}");
            }
            return;
        }
        var table = new Table().Border(TableBorder.Simple);
        for (var i = 0; i < columns.Length; i++)
            table.AddColumn(new TableColumn(Markup.Escape(columns[i])) { NoWrap = cells.TrueForAll(r => r[i].Length <= LongestUnbroken) });
        foreach (var row in cells) table.AddRow(row.Select(c => new Text(c)));
        console.Write(table);
    }

    /// <summary>
    /// Shows how far some work is, on standard error where that is a terminal; the work says what it does and which share of it is done, null
    /// where that is not known. Work within work shares the bar.
    /// </summary>
    internal async Task Progress(Func<Action<string, double?>, Task> work)
    {
        if (bar is { } outer || Console.IsErrorRedirected || (json && !Console.IsOutputRedirected))
        {
            await work(bar?.Report ?? (static (_, _) => { }));
            return;
        }
        var shown = Console.IsOutputRedirected ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }) : console;
        await shown.Progress().AutoClear(true).Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn()).StartAsync(async context =>
        {
            var task = context.AddTask("…", maxValue: 1).IsIndeterminate();
            bar = (shown, (what, share) =>
            {
                task.Description = Markup.Escape(TextHygiene.Line(what, 80));
                task.IsIndeterminate(share is null).Value = Math.Clamp(share ?? 0, 0, 1);
            }
            );
            try
            {
                await work(bar.Value.Report);
            }
            finally
            {
                bar = null;
            }
        });
    }

    /// <summary>Text without anything that a terminal would obey; line feeds stay.</summary>
    internal static string Safe(string text)
    {
        var first = text.AsSpan().IndexOfAny(suspects.Value);
        if (first < 0) return text;
        var safe = new StringBuilder(text.Length).Append(text, 0, first);
        foreach (var rune in text.AsSpan(first).EnumerateRunes())
        {
            if (Obeyed(rune)) safe.Append(' ');
            else safe.Append(rune);
        }
        return safe.ToString();
    }

    /// <summary>A status, and whether what a verdict rests on has changed.</summary>
    internal static string Standing(string status, bool basisChanged) => basisChanged ? status + ", basis changed" : status;

    /// <summary>A moment as people read it.</summary>
    internal static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", null) + "Z";

    /// <summary>Positions as people read them.</summary>
    internal static string Positions(IEnumerable<long> positions) => string.Join(", ", positions.Select(p => $"#{p}"));

    /// <summary>Control characters (ISO/IEC 6429), and what changes the direction of writing or hides (Unicode Technical Report 36, 2.1.4; tags).</summary>
    private static bool Obeyed(Rune rune) => rune.Value != '\n' && (Rune.IsControl(rune)
        || rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x2028 and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF or (>= 0xE0000 and <= 0xE007F));

    private static IAnsiConsole Plain(TextWriter to)
    {
        var plain = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(to) });
        plain.Profile.Width = 160;
        return plain;
    }
}
