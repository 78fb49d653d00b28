namespace Dateline.Replay;

/// <summary>What the status rules go by. A version that was in force is never changed: a change is a new version.</summary>
/// <param name="Name">Its name with its version.</param>
/// <param name="CorroboratedBy">How many independent origins corroborate a claim.</param>
/// <param name="DevelopingFrom">From how many independent origins on a story is developing, or established.</param>
/// <param name="CountsUncommitted">Whether who asks, passes on hearsay or does not confirm counts like who asserts; see <see cref="Claims.ClaimMentioned.IsCommitted"/>.</param>
public sealed record StatusPolicy(string Name, int CorroboratedBy, int DevelopingFrom, bool CountsUncommitted = false)
{
    /// <summary>The version in force.</summary>
    public static StatusPolicy Current { get; } = new(Status.Rules, CorroboratedBy: 2, DevelopingFrom: 2);

    /// <summary>Every version: those that were in force, the one that is, and candidates; any can be tried on the log.</summary>
    public static IReadOnlyList<StatusPolicy> All { get; } =
    [
        new("status-rules@1", CorroboratedBy: 2, DevelopingFrom: 2, CountsUncommitted: true), Current, new("status-rules@3", CorroboratedBy: 3, DevelopingFrom: 2)
    ];

    /// <summary>The version of that name.</summary>
    /// <exception cref="Refused">There is none.</exception>
    public static StatusPolicy Named(string name) =>
        All.FirstOrDefault(p => p.Name == name) ?? throw new Refused($"There are no rules {name}. There are {string.Join(", ", All.Select(p => p.Name))}.");
}

/// <summary>A status that would be another one under other rules.</summary>
/// <param name="Kind">"story" or "claim".</param>
/// <param name="Id">Which one.</param>
/// <param name="Position">The event from which on the two differ.</param>
/// <param name="At">When that was, on the clock asked for.</param>
/// <param name="Until">When they agreed again; null when they still differ.</param>
/// <param name="Now">The status under the rules in force; null before it began.</param>
/// <param name="Would">The status under the candidate.</param>
/// <param name="Reason">Why, by the candidate.</param>
/// <param name="UntilPosition">The event from which on they agreed again; null when they still differ.</param>
public sealed record PolicyDifference(
    string Kind, string Id, long Position, DateTimeOffset At, DateTimeOffset? Until, string? Now, string? Would, string? Reason, long? UntilPosition = null);

/// <summary>What a candidate would have said.</summary>
/// <param name="Policy">The candidate.</param>
/// <param name="Moment">Up to when the log was folded.</param>
/// <param name="Differences">Every stretch of time in which a status would have been another one.</param>
public sealed record PolicyTrial(StatusPolicy Policy, Resolved Moment, IReadOnlyList<PolicyDifference> Differences);

/// <summary>Tries status rules on the log; nothing is changed.</summary>
public static class PolicyTrials
{
    /// <summary>Folds the log up to a moment by the rules in force and by a candidate, side by side.</summary>
    public static async Task<PolicyTrial> Try(INewsroom newsroom, StatusPolicy candidate, Resolved moment, CancellationToken cancellation)
    {
        var events = new List<Recorded>();
        await foreach (var e in newsroom.Read(new(Through: moment.Position, Types: Picture.Types), cancellation)) events.Add(e);
        var (now, would) = (new Picture(moment.Clock), new Picture(moment.Clock, candidate));
        var open = new Dictionary<(string Kind, string Id), PolicyDifference>();
        var found = new List<PolicyDifference>();
        foreach (var (e, at) in Replayer.InOrder(events, moment.Clock))
        {
            if (moment.Clock == Clock.Published && at > moment.At) break;
            now.Apply(e, at);
            would.Apply(e, at);
            foreach (var (kind, id) in now.TakeChanges().Concat(would.TakeChanges()).Select(c => (c.Kind, c.Id)).Distinct())
            {
                var (is_, other) = (Standing(now, kind, id), Standing(would, kind, id));
                if (open.Remove((kind, id), out var before))
                {
                    if (before.Now == is_?.Status && before.Would == other?.Status)
                    {
                        open.Add((kind, id), before);
                        continue;
                    }
                    // On the recorded clock every position is a moment: events of one transaction share its time, and yet each can be asked about.
                    if (moment.Clock == Clock.Recorded || before.At < at) found.Add(before with { Until = at, UntilPosition = e.Position });
                }
                if (is_?.Status != other?.Status) open.Add((kind, id), new(kind, id, e.Position, at, null, is_?.Status, other?.Status, other?.Reason));
            }
        }
        return new(candidate, moment, [.. found.Concat(open.Values).OrderBy(d => d.At).ThenBy(d => d.Position).ThenBy(d => d.Id, StringComparer.Ordinal)]);
    }

    private static Standing? Standing(Picture picture, string kind, string id) =>
        kind == "story" ? picture.Stories.GetValueOrDefault(id)?.Standing : picture.Claims.GetValueOrDefault(id)?.Standing;
}
