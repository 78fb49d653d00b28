using System.Text.RegularExpressions;
using Dateline.Claims;

namespace Dateline.Documents;

/// <summary>
/// Reasons that a machine gave and that quote values of what was compared ("One says 300 crowns, the other 400 crowns"). Where one of them is of the removed text, and
/// no other mention of the claims has it, all that is said of values goes.
/// </summary>
internal sealed partial class MachineReasons(RemovedNames names)
{
    private readonly HashSet<string> spoken = new(StringComparer.Ordinal);
    private readonly List<string[]> values = [];

    /// <summary>Adds a removed text: numbers in it are known by their digits.</summary>
    internal void Add(string text) => spoken.UnionWith(SharedWords.Words(text).Select(w => w.Word));

    /// <summary>Adds a removed mention: its numbers and dates may be spelt out.</summary>
    internal void Add(Mention mention)
    {
        foreach (var text in mention.Numbers.Select(n => n.Text).Concat(mention.Dates.Select(d => d.Text)))
            if (Run(text) is { Count: > 0 } value) values.Add([.. value]);
    }

    /// <summary>A reason without what it tells; the same where it tells nothing.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="known">What other mentions of the claims say.</param>
    internal string Without(string reason, IEnumerable<string> known)
    {
        var kept = Alike().Match(reason).Length;
        var said = Frame().Replace(reason[kept..], "\n");
        List<List<string>>? others = null;
        if (!Told(said).Any(told => !(others ??= [.. known.Select(Run)]).Exists(k => SharedWords.Holds(k, told)))) return reason;
        return reason[..kept] + SharedWords.Redacted;
    }

    private IEnumerable<string[]> Told(string said)
    {
        var found = SharedWords.Words(said);
        foreach (var (word, start, _) in found)
            if (spoken.Contains(word) && (word.Any(char.IsDigit) || (start > 0 && said[start - 1] == '“'))) yield return [word];
        foreach (var value in values.Where(v => SharedWords.Holds(found.ConvertAll(w => w.Word), v))) yield return value;
        foreach (var name in names.In(said, found)) yield return name;
    }

    private static List<string> Run(string text) => SharedWords.Words(text).ConvertAll(w => w.Word);

    [GeneratedRegex(@"^The subjects share [0-9]{1,4} % of their information\. ", RegexOptions.CultureInvariant)]
    private static partial Regex Alike();

    // What stands in such reasons whatever is compared.
    [GeneratedRegex(
        @"One says all that the other says, and more\.|Only one of them says|One says|, the other|Both say|can both hold|bound it from two sides or in part|stands against|The same voice gives the later value\.|The later one gives another bound\.|It says that the value moved\.",
        RegexOptions.CultureInvariant)]
    private static partial Regex Frame();
}
