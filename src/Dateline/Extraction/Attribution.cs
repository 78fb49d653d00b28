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
    internal Range16 Via { get; set; }
    internal Sense Sense { get; set; }
    internal bool Narrator { get; set; }
    internal Range16 Sentence { get; set; }
}
