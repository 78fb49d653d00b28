using Dateline.Claims;

namespace Dateline.Specs.Extraction;

/// <summary>A mention that a reader finds, axis by axis, as text.</summary>
internal sealed record Gold(IReadOnlyDictionary<string, string> Axes)
{
    internal static readonly string[] AllAxes = ["speaker", "name", "cue", "content", "via", "polarity", "mode", "certainty", "numbers", "dates"];

    /// <summary>The axes of marks.txt besides.</summary>
    internal static readonly string[] MarkedAxes = [.. AllAxes, "evidence", "worth"];

    /// <summary>The least worth of what a fact checker would look at.</summary>
    private const int Checked = 500;

    internal string this[string axis] => Axes[axis];

    /// <summary>What extraction found, in the same words.</summary>
    internal static Gold Of(Mention m) => new(new Dictionary<string, string>
    {
        ["speaker"] = m.Speaker?.Text ?? "-",
        ["name"] = m.SpeakerName ?? "-",
        ["cue"] = m.Cue?.Text ?? "-",
        ["content"] = string.Join(" … ", m.More.Prepend(m.Content).Select(s => s.Text)),
        ["via"] = string.Join(", ", m.Via.Select(v => v.Text)),
        ["polarity"] = m.Polarity == Polarity.Positive ? "+" : "-",
        ["mode"] = Words.Of(m.Mode),
        ["certainty"] = Words.Of(m.Certainty),
        ["numbers"] = string.Join("; ", m.Numbers.Select(n => $"{n.Value}/{n.Unit ?? "-"}/{n.Bound}/{n.Change ?? "-"}")),
        ["dates"] = string.Join("; ", m.Dates.Select(d => $"{d.Text}/{d.From ?? "-"}/{d.To ?? "-"}")),
        ["evidence"] = string.Join(", ", m.Evidence.Select(e => e.Text)),
        ["worth"] = m.Worth >= Checked ? "check" : "skip"
    });

    internal static Gold Parse(string line)
    {
        var fields = line.Split(" | ").Select(f => f.Trim()).ToArray();
        var axes = fields[3].Split(' ');
        string Further(string key) => string.Join("; ", fields.Skip(4).Where(f => f.StartsWith(key, StringComparison.Ordinal)).Select(f => f[key.Length..]));
        return new(new Dictionary<string, string>
        {
            ["speaker"] = fields[0],
            ["name"] = Further("name=") is { Length: > 0 } name ? name : "-",
            ["cue"] = fields[1],
            ["content"] = fields[2],
            ["via"] = Further("via="),
            ["polarity"] = axes[0],
            ["mode"] = axes[1],
            ["certainty"] = axes[2],
            ["numbers"] = Further("n="),
            ["dates"] = Further("d="),
            ["evidence"] = Further("e="),
            ["worth"] = Further("w=")
        });
    }
}

/// <summary>A text of the sentence set: its kind, its words, and the mentions that a reader finds in it.</summary>
internal sealed record Sentence(string Kind, string Text, IReadOnlyList<Gold> Mentions)
{
    /// <summary>The sentences of a file; how it is written stands at the head of each.</summary>
    internal static IReadOnlyList<Sentence> Load(string name)
    {
        using var reader = File.OpenText(Path.Combine(AppContext.BaseDirectory, "Extraction", "Sentences", name + ".txt"));
        var sentences = new List<Sentence>();
        var (kind, mentions) = ("", new List<Gold>());
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) kind = line[3..];
            else if (line.StartsWith("T: ", StringComparison.Ordinal)) sentences.Add(new(kind, line[3..], mentions = []));
            else if (line.StartsWith("M: ", StringComparison.Ordinal)) mentions.Add(Gold.Parse(line[3..]));
        }
        return sentences;
    }

    /// <summary>Each mention of the reader's beside the one found that is most like it, and how many were found that no reader finds.</summary>
    internal (IReadOnlyList<(Gold Wanted, Gold? Found)> Pairs, int Spurious) Compare()
    {
        var found = Read.All(Text).Select(Gold.Of).ToList();
        var pairs = new List<(Gold, Gold?)>();
        foreach (var wanted in Mentions)
        {
            var best = found.OrderByDescending(f => Gold.AllAxes.Count(a => f[a] == wanted[a]) + (f["cue"] == wanted["cue"] ? 5 : 0)).FirstOrDefault();
            if (best is not null) found.Remove(best);
            pairs.Add((wanted, best));
        }
        return (pairs, found.Count);
    }
}
