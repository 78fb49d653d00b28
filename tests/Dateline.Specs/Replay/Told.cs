using System.Collections.Immutable;
using Dateline.Claims;
using Dateline.Replay;

namespace Dateline.Specs;

/// <summary>A picture of what happened, told event by event.</summary>
internal sealed class Told
{
    private readonly Log log = new();

    internal Picture Picture { get; } = new();

    internal List<StatusChange> Changes { get; } = [];

    internal static Told Of(params object[] facts) => new Told().And(facts);

    internal Told And(params object[] facts)
    {
        foreach (var fact in facts) Because(null, fact);
        return this;
    }

    /// <summary>Something that somebody did for a reason.</summary>
    internal Told Because(string? reason, object fact)
    {
        log.Add(fact, reason);
        Picture.Apply(log.Events[^1], log.Events[^1].RecordedAt);
        Changes.AddRange(Picture.TakeChanges());
        return this;
    }

    internal string Claim(string id = "c-1") => Picture.Claims.GetValueOrDefault(id)?.Standing?.Status ?? "nowhere";

    internal string Story(string id = "s-1") => Picture.Stories.GetValueOrDefault(id)?.Standing?.Status ?? "nowhere";

    internal ImmutableArray<long> Because(string claim = "c-1") => Picture.Claims[claim].Standing!.Because;

    internal StoryPage Page(string story = "s-1") => Pages.Story(Picture, story, Changes, Clock.Recorded, Log.Begin.AddDays(1))!;

    internal ClaimPage ClaimPage(string claim = "c-1") => Pages.Claim(Picture, claim, Changes, Clock.Recorded, Log.Begin.AddDays(1))!;

    /// <summary>A document in a story, with a mention of a claim in it; the claim is raised by its first.</summary>
    internal Told Document(
        string document, string origin, string claim = "c-1", string story = "s-1", Polarity polarity = Polarity.Positive, Mode mode = Mode.Assertion)
    {
        if (!Picture.Stories.ContainsKey(story)) And(Facts.Opened(story));
        And(Facts.Filed(document, story, origin));
        if (!Picture.Claims.ContainsKey(claim)) And(Facts.Raised(claim, mode));
        return And(Facts.Mentioned(claim, $"{document}/1/{claim}", document, origin, polarity));
    }
}
