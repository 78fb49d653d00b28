using System.Collections.Immutable;
using Dateline.Claims;

namespace Dateline.Replay;

/// <summary>
/// The rules of <see cref="Status.Rules"/>: facts in, status with its grounds and one sentence out. Pure. The grounds are the events that the status rests
/// on; what changed it is added to them when it changes, as that may have taken a ground away.
/// </summary>
public static class StatusRules
{
    /// <summary>Where a claim stands.</summary>
    /// <param name="claim">Its facts.</param>
    /// <param name="find">Looks another claim up, for contradictions.</param>
    /// <param name="policy">What the rules go by; null for the version in force.</param>
    public static (string Status, ImmutableArray<long> Grounds, string Sentence) Of(ClaimFacts claim, Func<string, ClaimFacts?> find, StatusPolicy? policy = null)
    {
        if (claim.MergedInto is { } into) return (Status.Merged, [claim.EndedPosition], claim.MergedHow ?? $"It was merged into {into}.");
        if (claim.StandingVerdict is { } id && claim.Verdicts.FirstOrDefault(v => v.Proposed.VerdictId == id) is { ApprovedPosition: { } approved } verdict)
        {
            var judged = $"{verdict.Proposed.By} proposed and {verdict.ApprovedBy} approved: {Name(verdict.Proposed.Rating)}, {Name(verdict.Proposed.Confidence)} confidence.";
            return claim.BasisCause is not { } touched ? (Name(verdict.Proposed.Rating), [verdict.Position, approved], judged)
                : (Name(verdict.Proposed.Rating), InOrder(verdict.Position, approved).Add(touched.Position).Sort(), Turns.Closed($"{judged} Its basis changed: {touched.Cause}"));
        }
        var standing = claim.Standings.OrderBy(m => m.Position).ToList();
        if (standing.Count == 0) return (Status.Retracted, [], "None of its mentions stands any more.");
        if (Due.Can(claim))
            return Open(claim);
        policy ??= StatusPolicy.Current;
        var committed = policy.CountsUncommitted ? standing : standing.FindAll(m => m.Mention.IsCommitted);
        return Dispute(claim, standing, committed, find) ?? Count(standing, committed, policy.CorroboratedBy);
    }

    /// <summary>A prediction or promise that is not judged: who makes it, and which mention gave the day.</summary>
    internal static (string Status, ImmutableArray<long> Grounds, string Sentence) Open(ClaimFacts claim)
    {
        var dating = claim.Dating;
        var mention = claim.Standings.MinBy(m => m.Position) ?? dating ?? claim.Mentions[0];
        if (dating is null) return (Status.Open, [mention.Position], $"A {Name(claim.Mode)} by {mention.Who}, not judged yet.");
        var day = $"due by {claim.DueAt}{(dating == mention ? "" : $" as {dating.Mention.DocumentId} said")}";
        return (Status.Open, dating == mention ? [mention.Position] : InOrder(dating.Position, mention.Position),
            $"A {Name(claim.Mode)} by {mention.Who} in {mention.Mention.DocumentId}, {day}, not judged yet.");
    }

    /// <summary>Where a story stands.</summary>
    /// <param name="story">Its facts.</param>
    /// <param name="policy">What the rules go by; null for the version in force.</param>
    public static string StatusOf(StoryFacts story, StatusPolicy? policy = null)
    {
        var t = story.Tally;
        return story.MergedInto is not null ? Status.Merged
            : story.ClosedPosition is not null ? Status.Closed
            : story.Origins.Count == 0 ? Status.Retracted
            : t.Key > 0 && t.Judged == t.Key ? Status.Settled
            : t.Disputed > 0 ? Status.Disputed
            : story.Origins.Count < (policy ?? StatusPolicy.Current).DevelopingFrom ? Status.Emerging
            : t.Corroborated + t.Judged > 0 && t.Corroborated + t.Judged + t.Open == t.Key ? Status.Established
            : Status.Developing;
    }

    /// <summary>Where a story stands and why. Of what its claims give only the tally is known: the event that moved it is the ground then.</summary>
    /// <inheritdoc cref="StatusOf"/>
    public static (string Status, ImmutableArray<long> Grounds, string Sentence) Of(StoryFacts story, StatusPolicy? policy = null)
    {
        var needed = (policy ?? StatusPolicy.Current).DevelopingFrom;
        var (status, t) = (StatusOf(story, policy), story.Tally);
        var (origins, first) = (story.Origins.Count, story.First);
        (ImmutableArray<long> grounds, string sentence) = status switch
        {
            Status.Merged => ([story.MergedPosition], story.MergedHow ?? $"It was merged into {story.MergedInto}."),
            Status.Closed => ([story.ClosedPosition!.Value], story.ClosedHow ?? "An editor closed it."),
            Status.Retracted => ([], "No document stands in it."),
            Status.Settled => ([], $"Every key claim has a verdict ({t.Key})."),
            Status.Disputed => ([], t.Disputed == 1 ? "A key claim is disputed." : $"{t.Disputed} key claims are disputed."),
            Status.Established => ([], Agreed(t)),
            Status.Emerging when origins > 1 => ([first[0].Position], $"{origins} origins of the {needed} that it takes report it: {Listed(first.Select(o => o.Origin), origins)}."),
            Status.Emerging => ([first[0].Position], $"One origin reports it: {first[0].Origin}."),
            _ => ((ImmutableArray<long>)[.. first.Take(needed).Select(o => o.Position).Distinct()], $"{origins} independent origins report it: {Listed(first.Select(o => o.Origin), origins)}.")
        };
        return (status, grounds, sentence);
    }

    /// <summary>What a person has to look at again in a story, though no status moved, and the event that says so; null for nothing.</summary>
    internal static (long Position, string Sentence)? Shaken(StoryFacts story) => story.MergedInto is not null || story.LastBasisCause is not var (claim, touched) ? null
        : (touched.Position, Turns.Closed(story.BasisCauses.Count == 1
            ? $"The basis of the verdict on {claim} changed: {touched.Cause}"
            : $"The bases of {story.BasisCauses.Count} verdicts changed, that of the one on {claim} last: {touched.Cause}"));

    /// <summary>What a claim adds to a story's tally.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="documents">How many of the story's documents mention it.</param>
    /// <param name="pinned">Whether it was put into the story by hand.</param>
    public static Tally Share(ClaimFacts claim, int documents, bool pinned)
    {
        if (claim.MergedInto is not null) return default;
        // Its mentions may be gone: that is what changed the basis.
        if (documents == 0 && !pinned) return default(Tally) with { BasisChanged = One(claim.IsBasisChanged) };
        var status = claim.Standing?.Status;
        var judged = claim.StandingVerdict is not null;
        var key = judged || pinned || status == Status.Disputed || documents >= 2;
        static int One(bool b) => b ? 1 : 0;
        return new(1, One(key), One(key && status == Status.Disputed), One(key && status == Status.Corroborated), One(judged), One(key && status == Status.Open),
            One(claim.IsBasisChanged));
    }

    private static string Agreed(Tally t) => t.Judged == 0
        ? $"Independent origins agree on its key claims ({t.Corroborated})."
        : $"Its key claims are agreed on by independent origins ({t.Corroborated}) or judged ({t.Judged}).";

    private static (string, ImmutableArray<long>, string)? Dispute(ClaimFacts claim, List<MentionFacts> standing, List<MentionFacts> committed, Func<string, ClaimFacts?> find)
    {
        var asserts = committed.Find(m => m.Mention.Polarity == Polarity.Positive);
        var denies = committed.Find(m => m.Mention.Polarity == Polarity.Negative);
        if (asserts is not null && denies is not null)
            return (Status.Disputed, InOrder(asserts.Position, denies.Position), $"{asserts.Who} asserts it, {denies.Who} denies it.");
        var against = claim.Relations.Where(r => r.Relation == Relation.Contradicts && find(r.Other) is { IsAlive: true }).OrderBy(r => r.Position).FirstOrDefault();
        return against is null ? null : (Status.Disputed, InOrder(standing[0].Position, against.Position), $"It conflicts with {against.Other}: {against.Because}");
    }

    private static (string, ImmutableArray<long>, string) Count(List<MentionFacts> standing, List<MentionFacts> committed, int needed)
    {
        if (committed.Count == 0) return (Status.SingleOrigin, [standing[0].Position], $"It is mentioned without anybody vouching for it: {Listed(standing)}.");
        var origins = committed.DistinctBy(m => m.Mention.Origin).ToList();
        if (origins.Count == 1 && needed > 1) return (Status.SingleOrigin, [origins[0].Position], $"One origin: {origins[0].Mention.Origin}.");
        ImmutableArray<long> because = [.. origins.Take(needed).Select(o => o.Position).Distinct()];
        var names = Listed(origins);
        return origins.Count < needed ? (Status.SingleOrigin, because, $"{origins.Count} origins of the {needed} that it takes: {names}.")
            : (Status.Corroborated, because, $"{(origins.Count == 2 ? "Two" : $"{origins.Count}")} independent origins agree: {names}.");
    }

    private static ImmutableArray<long> InOrder(long a, long b) => a <= b ? [a, b] : [b, a];

    private static string Listed(List<MentionFacts> mentions)
    {
        var origins = mentions.Select(m => m.Mention.Origin).Distinct(StringComparer.Ordinal).ToList();
        return Listed(origins, origins.Count);
    }

    /// <summary>The first of some names, and how many more there are.</summary>
    private static string Listed(IEnumerable<string> names, int count)
    {
        var first = names.Take(StoryFacts.MostFirst).ToList();
        return count > first.Count ? $"{string.Join(", ", first)} and {count - first.Count} more"
            : first.Count > 1 ? $"{string.Join(", ", first.SkipLast(1))} and {first[^1]}" : first[0];
    }

    private static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
