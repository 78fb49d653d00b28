using System.Collections.Immutable;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Stories;
using Dateline.Verdicts;

namespace Dateline.Replay;

/// <summary>
/// Every story, claim and document as they stand after the events applied so far, and the changes of status on the way. The same fold
/// serves the live views (over the part of it that a batch of events touches) and the replay of any moment (over the log).
/// Not safe for use by several threads.
/// </summary>
/// <param name="clock">The clock by which events are applied. On the published one nothing is shown in words that were not out yet.</param>
/// <param name="policy">What the status rules go by; null for the version in force.</param>
public sealed partial class Picture(Clock clock = Clock.Recorded, StatusPolicy? policy = null)
{
    // A chain of mergers ends: what is merged away takes nothing in. The bound holds for logs of other makes.
    private const int MostHops = 100;
    private readonly Dictionary<string, ClaimFacts> claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoryFacts> stories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocumentFacts> documents = new(StringComparer.Ordinal);
    private readonly List<StatusChange> changes = [];
    private readonly HashSet<string> unsettled = new(StringComparer.Ordinal);
    private readonly HashSet<string> touchedClaims = new(StringComparer.Ordinal);
    private readonly HashSet<string> touchedStories = new(StringComparer.Ordinal);
    private readonly HashSet<string> touchedDocuments = new(StringComparer.Ordinal);
    private readonly HashSet<Facts> consulted = [];

    // Used anew for every event.
    private readonly Dictionary<string, Tally> sharesBefore = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tally> sharesAfter = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> documentsIn = new(StringComparer.Ordinal);

    /// <summary>The stored names of the events that change a picture.</summary>
    public static ImmutableArray<string> Types { get; } =
    [
        .. new[]
        {
            typeof(DocumentFiled), typeof(DocumentMoved), typeof(DocumentWithdrawn), typeof(DocumentRevised), typeof(ClaimRaised), typeof(ClaimMentioned),
            typeof(MentionRetracted), typeof(ClaimRelated), typeof(ClaimRelationWithdrawn), typeof(ClaimsMerged), typeof(ClaimSplit),
            typeof(VerdictProposed), typeof(VerdictApproved), typeof(VerdictRejected), typeof(VerdictWithdrawn), typeof(VerdictBasisChanged),
            typeof(StoryOpened), typeof(StoryRenamed), typeof(StoriesMerged), typeof(StorySplit), typeof(StoryClosed), typeof(StoryReopened), typeof(ClaimFiled)
        }.Select(EventTypes.NameOf)
    ];

    // What is told of a document names the stories that it is in: it concerns the document even where it was not filed yet.
    private void Tell(string document) => touchedDocuments.Add(DocumentOf(document).Id);

    /// <summary>The claims by id.</summary>
    public IReadOnlyDictionary<string, ClaimFacts> Claims => claims;

    /// <summary>The stories by id.</summary>
    public IReadOnlyDictionary<string, StoryFacts> Stories => stories;

    /// <summary>The filed documents by id.</summary>
    public IReadOnlyDictionary<string, DocumentFacts> Documents => documents;

    /// <summary>The claims, stories and documents that changed since the last call of <see cref="TakeChanges"/>.</summary>
    public (IReadOnlyCollection<string> Claims, IReadOnlyCollection<string> Stories, IReadOnlyCollection<string> Documents) Touched =>
        (touchedClaims, touchedStories, touchedDocuments);

    /// <summary>What the events since the last call of <see cref="TakeChanges"/> looked at, whether they changed it or not.</summary>
    internal IReadOnlyCollection<Facts> Consulted => consulted;

    /// <summary>The changes of status since the last call, in order; also forgets what was touched.</summary>
    public IReadOnlyList<StatusChange> TakeChanges()
    {
        var taken = changes.ToList();
        changes.Clear();
        touchedClaims.Clear();
        touchedStories.Clear();
        touchedDocuments.Clear();
        consulted.Clear();
        return taken;
    }

    /// <summary>Applies an event.</summary>
    /// <param name="e">The event.</param>
    /// <param name="at">When it takes effect on the clock of the replay.</param>
    public void Apply(Recorded e, DateTimeOffset at)
    {
        var now = new Moment(e, at);
        var first = changes.Count;
        BeginTelling();
        ApplyToFacts(e, now);
        RestateStories(now);
        TellRelations();
        KeepOneChangeEach(first);
    }

    /// <summary>What an event moved twice has moved once: from where it was before it to where it is after it.</summary>
    private void KeepOneChangeEach(int first)
    {
        for (var i = changes.Count - 1; i > first; i--)
        {
            var earlier = changes.FindIndex(first, i - first, c => c.Kind == changes[i].Kind && c.Id == changes[i].Id);
            if (earlier < 0) continue;
            changes[earlier] = changes[i] with { From = changes[earlier].From, FromDay = changes[earlier].FromDay };
            changes.RemoveAt(i);
        }
        for (var i = changes.Count - 1; i >= first; i--)
        {
            if (changes[i].From == changes[i].To.Status && changes[i].FromDay == changes[i].To.Day) changes.RemoveAt(i);
        }
    }

    private void ApplyToFacts(Recorded e, Moment now)
    {
        switch (e.Data)
        {
            case StoryOpened s: Open(s, now); break;
            case DocumentFiled d: File(d, now); break;
            case DocumentMoved d: Move(d.DocumentId, Resolve(d.To), now); break;
            case DocumentWithdrawn d:
                if (d.Act is not PublisherAct.Correction) Withdraw(d.DocumentId, d.Act, now);
                Tell(d.DocumentId);
                break;
            case DocumentRevised d:
                Withdraw(d.DocumentId, null, now);
                Tell(d.DocumentId);
                break;
            case StoryRenamed s: StoryOf(s.StoryId, now).Title = s.Title; unsettled.Add(s.StoryId); break;
            case StoriesMerged s: Merge(s, now); break;
            case StorySplit s: Split(s, now); break;
            case StoryClosed s: Close(s.StoryId, e.Position, now); break;
            case StoryReopened s: Close(s.StoryId, null, now); break;
            case ClaimFiled s: ChangeClaim(s.ClaimId, now, c => c.Pins = c.Pins.Add(s.StoryId)); break;
            default: ApplyToClaim(e.Data, now); break;
        }
    }

    private void ApplyToClaim(object data, Moment now)
    {
        switch (data)
        {
            case ClaimRaised c: ChangeClaim(c.ClaimId, now, f => Raise(f, c, now)); break;
            case ClaimMentioned m: ChangeClaim(Home(m.ClaimId), now, f => Mention(f, m, now)); break;
            case MentionRetracted m: ChangeClaim(Home(m.ClaimId), now, f => Retract(f, m, now)); break;
            case ClaimRelated r: Relate(r, now); break;
            case ClaimRelationWithdrawn r: Unrelate(r, now); break;
            case ClaimsMerged m: MergeClaims(m, now); break;
            case ClaimSplit s: SplitClaim(s, now); break;
            case VerdictProposed v: ChangeClaim(v.ClaimId, now, f => Propose(f, v, now)); break;
            case VerdictApproved v: ChangeClaim(v.ClaimId, now, f => Approve(f, v, now)); break;
            case VerdictRejected v: ChangeClaim(v.ClaimId, now, f => Act(f, v.VerdictId, "rejected", v.By, v.Reason, now, x => x.State = ProposalState.Rejected)); break;
            case VerdictWithdrawn v: ChangeClaim(v.ClaimId, now, f => WithdrawVerdict(f, v, now)); break;
            case VerdictBasisChanged v:
                ChangeClaim(v.ClaimId, now, f => Mark(f, v, now));
                break;
            default: break;
        }
    }

    /// <summary>An event, and when it takes effect.</summary>
    private readonly record struct Moment(Recorded Event, DateTimeOffset At)
    {
        public long Position => Event.Position;
        public string By => Event.By;
    }
}
