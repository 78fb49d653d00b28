namespace Dateline.Extraction;

/// <summary>One attribution in tokens, before it becomes a mention.</summary>
internal sealed class Found
{
    public required Range Cue { get; init; }
    public required CueKind Kind { get; init; }
    public Range Speaker { get; set; }
    public Range Via { get; set; }
    public List<Range> Parts { get; } = [];

    /// <summary>The cue itself is negated ("did not say"), or negates ("denied").</summary>
    public bool Negated { get; init; }
    public bool Denies { get; init; }
    public bool Modal { get; init; }
    public int Depth { get; set; }

    /// <summary>The sentence that the cue stands in.</summary>
    public int Sentence { get; init; }
}
