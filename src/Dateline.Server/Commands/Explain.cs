using System.Text;
using Dateline.Claims;
using Dateline.Extraction;
using Dateline.Server.Reading;
using Spectre.Console;

namespace Dateline.Server.Commands;

/// <summary>Shows a text with what extraction found in it: spans in colour where the terminal has colours, numbered brackets around each content everywhere.</summary>
internal static class Explain
{
    private const int Longest = 4 << 20;

    // The style that a stretch has where several meet is the later one of this list.
    private static readonly (string Name, Style Style)[] legend =
    [
        ("claim", new Style(decoration: Decoration.Underline)),
        ("headline, byline, dateline, caption, boilerplate, another language", new Style(Color.Grey)),
        ("number or date", new Style(Color.Blue, decoration: Decoration.Underline)),
        ("hedge, negation or other evidence", new Style(Color.Red, decoration: Decoration.Underline)),
        ("via", new Style(Color.Fuchsia)),
        ("speaker", new Style(Color.Aqua, decoration: Decoration.Bold)),
        ("cue", new Style(Color.Yellow, decoration: Decoration.Bold))
    ];

    private enum Layer { None, Claim, Part, Value, Evidence, Via, Speaker, Cue }

    /// <summary>One text and its findings.</summary>
    internal static void Write(Output output, ExtractionInput input, Extraction.Extraction found)
    {
        output.Heading(TextHygiene.Line(input.Title ?? input.DocumentId, 200));
        if (found.NotSupported is { } why)
        {
            output.Line(why);
            return;
        }
        output.Screen.Write(Marked(input.Text.Length <= Longest ? input.Text : input.Text[..Longest], found));
        output.Line();
        Legend(output);
        foreach (var part in found.Parts) output.Line($"{Words.Of(part.Kind)}: {TextHygiene.Line(input.Text[part.Start..part.End], 120)}");
        output.Table(
            ["#", "Speaker", "Via", "Cue", "Polarity", "Mode", "Certainty", "Numbers and dates", "Worth", "Why"],
            found.Mentions.Select((m, i) => Row(m, i + 1)));
        if (found.LeftOut > 0) output.Line($"{found.LeftOut} more were found and left out: a document has {Extractor.MostMentions} mentions at most, those of most worth.");
    }

    private static string?[] Row(Mention m, int number) =>
    [
        $"{number}", m.SpeakerName is { } name && name != m.Speaker?.Text ? $"{m.Speaker?.Text} ({name})" : m.Speaker?.Text ?? "the document", string.Join(", ", m.Via.Select(v => v.Text)), m.Cue?.Text,
        Words.Of(m.Polarity), Words.Of(m.Mode), Words.Of(m.Certainty),
        string.Join("; ", m.Numbers.Select(n => $"{n.Bound} {n.Value} {n.Unit}".TrimEnd() + (n.Change is { } change ? $", {change}" : "")).Concat(m.Dates.Select(d => d.From == d.To ? d.From ?? d.Text : $"{d.From} to {d.To}"))),
        $"{m.Worth}", m.WorthReason
    ];

    private static void Legend(Output output)
    {
        var line = new Paragraph();
        foreach (var (name, style) in legend) line.Append(name, style).Append("  ");
        output.Screen.Write(line);
        output.Line();
    }

    private static Paragraph Marked(string text, Extraction.Extraction found)
    {
        var layers = new Layer[text.Length];
        var (opens, closes) = (new Dictionary<int, StringBuilder>(), new Dictionary<int, StringBuilder>());
        foreach (var part in found.Parts) Paint(part.Start, part.End, Layer.Part);
        for (var i = 0; i < found.Mentions.Count; i++)
        {
            var mention = found.Mentions[i];
            foreach (var span in mention.More.Prepend(mention.Content))
            {
                Paint(span.Start, span.End, Layer.Claim);
                At(opens, span.Start).Append('[').Append(i + 1).Append('>');
                At(closes, span.End).Insert(0, $"<{i + 1}]");
            }
            foreach (var n in mention.Numbers) Paint(n.Start, n.End, Layer.Value);
            foreach (var d in mention.Dates) Paint(d.Start, d.End, Layer.Value);
            foreach (var e in mention.Evidence) Paint(e.Start, e.End, Layer.Evidence);
            foreach (var v in mention.Via) Paint(v.Start, v.End, Layer.Via);
            if (mention.Speaker is { } speaker) Paint(speaker.Start, speaker.End, Layer.Speaker);
            if (mention.Cue is { } cue) Paint(cue.Start, cue.End, Layer.Cue);
        }
        var shown = new Paragraph();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var mark = opens.ContainsKey(i) || closes.ContainsKey(i);
            if (i < text.Length && i > start && !mark && layers[i] == layers[start]) continue;
            if (i > start) shown.Append(Output.Safe(text[start..i]), StyleOf(layers[start]));
            if (closes.TryGetValue(i, out var close)) shown.Append(close.ToString(), new Style(Color.Grey));
            if (opens.TryGetValue(i, out var open)) shown.Append(open.ToString(), new Style(Color.Grey));
            start = i;
        }
        return shown.Append("\n");

        void Paint(int from, int to, Layer layer)
        {
            for (var i = Math.Max(0, from); i < Math.Min(to, layers.Length); i++)
                if (layers[i] < layer) layers[i] = layer;
        }
    }

    private static StringBuilder At(Dictionary<int, StringBuilder> marks, int at) => marks.TryGetValue(at, out var mark) ? mark : marks[at] = new StringBuilder();

    private static Style StyleOf(Layer layer) => layer == Layer.None ? Style.Plain : legend[(int)layer - 1].Style;
}
