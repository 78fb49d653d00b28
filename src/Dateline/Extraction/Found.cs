namespace Dateline.Extraction;

/// <summary>One attribution in tokens, before it becomes a mention.</summary>
internal sealed class Found
{
    public required Range Cue { get; init; }
    public required CueKind Kind { get; init; }

    /// <summary>The cue's lemma, where it is a word.</summary>
    public string? Lemma { get; init; }
    public Range Speaker { get; set; }
    public List<Range> Via { get; } = [];
    public List<Range> Parts { get; } = [];

    /// <summary>The cue itself is negated ("did not say").</summary>
    public bool Negated { get; init; }

    /// <summary>The sentence that the cue stands in.</summary>
    public int Sentence { get; init; }

    /// <summary>The cue says that its content is not so.</summary>
    public bool Denies => Kind == CueKind.Deny;

    /// <summary>The cue commits the speaker to act (Levin 37.13; FactBank's commissives).</summary>
    public bool Promises => Lemma is "vow" or "pledge" or "promise" or "threaten" or "swear" or "offer" or "threat" or "intend" or "plan" or "refuse" or "decline" or "refusal";

    public bool Predicts => Lemma is "predict" or "forecast" or "foresee" or "anticipate" or "expect" or "project" or "prediction";

    /// <summary>The cue leaves open whether it is so.</summary>
    public bool Hedges => Lemma is "suggest" or "speculate" or "hint" or "imply" or "fear" or "hope" or "suspect" or "wonder" or "guess" or "doubt" or "worry"
        or "imagine" or "opine" or "surmise" or "theorize" or "rumor" or "suspicion" or "estimate" or "indicate" or "appear" or "seem" or "allege" or "allegation";

    /// <summary>The cue presupposes that it is so (factives).</summary>
    public bool Knows => Lemma is "know" or "realize" or "understand" or "recognize";
}
