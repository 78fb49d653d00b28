namespace Dateline.Extraction;

/// <summary>Half-open range of the text.</summary>
internal readonly record struct Range16(int Start, int End)
{
    internal bool Empty => End <= Start;
}

/// <summary>A source, a cue and a content as found in one sentence; contents that continue it are added later.</summary>
internal sealed class Attribution
{
    internal List<Range16> Content { get; } = [];
    internal Range16 Source { get; set; }
    internal Range16 Cue { get; set; }
    internal List<Range16> Via { get; } = [];
    internal Sense Sense { get; set; }
    internal bool Narrator { get; set; }

    /// <summary>A question mark stands behind the content.</summary>
    internal bool Asks { get; set; }

    /// <summary>Nobody is named who says it ("is said to", "was reported to").</summary>
    internal bool Hearsay { get; set; }

    /// <summary>The words by which the document itself speaks against what is said ("lied when he said").</summary>
    internal Range16 Against { get; set; }

    /// <summary>The name that a pronoun in <see cref="Source"/> stands for.</summary>
    internal Range16 Antecedent { get; set; }

    /// <summary>Whether a place of the text stands in a content of those found from an index on.</summary>
    internal static bool Covers(List<Attribution> found, int from, int at)
    {
        for (var i = from; i < found.Count; i++)
            foreach (var content in found[i].Content)
                if (content.Start <= at && at < content.End) return true;
        return false;
    }
}
