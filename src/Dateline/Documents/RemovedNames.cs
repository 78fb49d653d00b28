namespace Dateline.Documents;

/// <summary>Names that were removed: each as it was extracted, the person in it without the role, and the surname.</summary>
internal sealed class RemovedNames
{
    private readonly List<(string[] Words, bool Alone)> names = [];
    private readonly HashSet<string> added = new(StringComparer.Ordinal);

    /// <summary>Adds a name as it was extracted.</summary>
    internal void Add(string name)
    {
        if (!added.Add(name)) return;
        Add(name, alone: false);
        foreach (var (person, alone) in PersonNames.Of(name)) Add(person, alone);
    }

    /// <summary>Marks the words of a text that are part of a name.</summary>
    internal void Mark(string text, List<(string Word, int Start, int End)> found, bool[] gone)
    {
        foreach (var (at, name) in Find(text, found)) gone.AsSpan(at, name.Length).Fill(true);
    }

    /// <summary>The names that a text holds.</summary>
    internal IEnumerable<string[]> In(string text, List<(string Word, int Start, int End)> found) => Find(text, found).Select(f => f.Name);

    // A surname alone is one where it is written with a capital.
    private IEnumerable<(int At, string[] Name)> Find(string text, List<(string Word, int Start, int End)> found)
    {
        foreach (var (name, alone) in names)
            for (var i = 0; i + name.Length <= found.Count; i++)
                if (found.GetRange(i, name.Length).Select(f => f.Word).SequenceEqual(name) && (!alone || char.IsUpper(text[found[i].Start]))) yield return (i, name);
    }

    private void Add(string name, bool alone)
    {
        var words = SharedWords.Words(name).ConvertAll(w => w.Word);
        if (words.Sum(w => w.Length) > 2) names.Add(([.. words], alone));
    }
}
