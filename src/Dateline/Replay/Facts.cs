using System.Collections.Immutable;
using Dateline.Claims;

namespace Dateline.Replay;

/// <summary>What a picture knows of one thing.</summary>
public abstract class Facts(string id)
{
    /// <summary>Its id.</summary>
    public string Id { get; } = id;

    /// <summary>The last point of a course at which it changed or another's change hung on it, as <see cref="Course.Begins"/> counts.</summary>
    internal long Reached { get; set; }
}

/// <summary>What a picture knows of a document: where it is filed and what it mentions.</summary>
public sealed class DocumentFacts(string id) : Facts(id)
{
    /// <summary>The story it is in.</summary>
    public string? StoryId { get; internal set; }

    /// <summary>How it was filed, once it was.</summary>
    public Stories.DocumentFiled? Filed { get; internal set; }

    /// <summary>The position at which it was filed or moved to its story.</summary>
    public long Position { get; internal set; }

    /// <summary>The publisher's act that took it back, if one did.</summary>
    public Documents.PublisherAct? Withdrawn { get; internal set; }

    /// <summary>The claims that mentions in it were filed to.</summary>
    public HashSet<string> Claims { get; } = [];
}

/// <summary>A mention as a picture shows it.</summary>
public sealed class MentionFacts(ClaimMentioned mention, long position, DateTimeOffset recordedAt)
{
    /// <summary>What was recorded of it.</summary>
    public ClaimMentioned Mention { get; } = mention;

    /// <summary>Where it stands in the log.</summary>
    public long Position { get; } = position;

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset RecordedAt { get; } = recordedAt;

    /// <summary>The day that it gives (ISO 8601), where it gives one.</summary>
    public string? DueAt { get; internal init; }

    /// <summary>The event that retracted it, if one did.</summary>
    public long? RetractedPosition { get; internal set; }

    /// <summary>Why it was retracted.</summary>
    public string? RetractedCause { get; internal set; }

    /// <summary>Whether it still counts.</summary>
    public bool Stands => RetractedPosition is null;

    /// <summary>Who says it: the speaker, else the source.</summary>
    public string Who => Mention.Speaker ?? Mention.SourceId;
}

/// <summary>A relation as a picture shows it.</summary>
public sealed record RelationFacts(Relation Relation, string Other, string Because, long Position, bool Incoming);

/// <summary>What a picture knows of a claim.</summary>
public sealed class ClaimFacts(string id) : Facts(id)
{
    /// <summary>Its words.</summary>
    public string Text { get; internal set; } = "";

    /// <summary>Its speech act.</summary>
    public Mode Mode { get; internal set; }

    /// <summary>The day by which it has to have come true (ISO 8601), where there is one.</summary>
    public string? DueAt { get; internal set; }

    /// <summary>What raised it, while that was not out yet on the published clock.</summary>
    internal Claims.ClaimRaised? Ahead { get; set; }

    /// <summary>Whether a mention of it was out: on the published clock it may be named, related and even merged away before that.</summary>
    internal bool IsOut { get; set; }

    /// <summary>On the published clock, its relations that were taken back, and by which event.</summary>
    internal ImmutableArray<(Relation Relation, string Other, long Position)> TakenBack { get; set; } = [];

    /// <summary>Where it was raised.</summary>
    public long RaisedPosition { get; internal set; }

    /// <summary>Its mentions, in the order they were filed.</summary>
    public List<MentionFacts> Mentions { get; } = new(1);

    /// <summary>Its relations, both ways.</summary>
    public ImmutableArray<RelationFacts> Relations { get; internal set; } = [];

    /// <summary>Its verdicts, in the order they were proposed.</summary>
    public ImmutableArray<VerdictFacts> Verdicts { get; internal set; } = [];

    /// <summary>Marks of verdicts that are not proposed yet: on the published clock what touches a basis may have been out before the verdict.</summary>
    internal ImmutableArray<VerdictAct> EarlyMarks { get; set; } = [];

    /// <summary>The id of the verdict that stands.</summary>
    public string? StandingVerdict { get; internal set; }

    /// <summary>Whether what the verdict that stands rests on was touched since.</summary>
    public bool IsBasisChanged => BasisCause is not null;

    /// <summary>What touched what the verdict that stands rests on; null where nothing did.</summary>
    public BasisCause? BasisCause => StandingVerdict is { } id ? Verdicts.FirstOrDefault(v => v.Proposed.VerdictId == id)?.BasisCause : null;

    /// <summary>Stories that it was put into by hand.</summary>
    public ImmutableHashSet<string> Pins { get; internal set; } = [];

    /// <summary>The claim that it was found to be.</summary>
    public string? MergedInto { get; internal set; }

    /// <summary>The event that merged it or retracted its last mention.</summary>
    public long EndedPosition { get; internal set; }

    /// <summary>Who merged it and why, in a sentence, from the event on: what stands merged is not restated.</summary>
    internal string? MergedHow { get; set; }

    /// <summary>Where it stands.</summary>
    public Standing? Standing { get; internal set; }

    /// <summary>The mentions that still count.</summary>
    public IEnumerable<MentionFacts> Standings => Mentions.Where(m => m.Stands);

    /// <summary>Whether any mention still counts.</summary>
    public bool IsAlive => MergedInto is null && Mentions.Exists(m => m.Stands);

    /// <summary>Its status at a moment: an open one whose day has passed is due.</summary>
    public string StatusAt(DateTimeOffset moment) => Due.Status(Standing?.Status, DueAt, moment);

    /// <summary>Where it stands at a moment: an open one whose day has passed is due since then.</summary>
    internal Standing? StandingAt(DateTimeOffset moment) => Standing is null ? null : Due.Standing(Standing, DueAt, moment);

    /// <summary>The mention that gives its day; null where it has none.</summary>
    internal MentionFacts? Dating { get; set; }

    /// <summary>How many independent origins its standing mentions have: those that commit to it, or all where none does.</summary>
    public int Origins => Mentions.Count == 1 ? (Mentions[0].Stands ? 1 : 0) : OriginsOf(committed: true) is > 0 and var origins ? origins : OriginsOf(committed: false);

    private int OriginsOf(bool committed) => Standings.Where(m => m.Mention.IsCommitted == committed).Select(m => m.Mention.Origin).Distinct(StringComparer.Ordinal).Count();

    /// <summary>How many of its standing mentions assert it, or deny it.</summary>
    internal int StandingWith(Polarity polarity)
    {
        var count = 0;
        foreach (var m in Mentions)
        {
            if (m.Stands && m.Mention.IsCommitted && m.Mention.Polarity == polarity) count++;
        }
        return count;
    }
}
