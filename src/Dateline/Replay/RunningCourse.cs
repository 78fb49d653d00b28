namespace Dateline.Replay;

/// <summary>
/// The course of stories and claims on one clock, with all that the next events' effects depend on, so that what follows is added without folding the
/// past anew. It may be of a part of them: whoever adds events brings in what these depend on first, and lets go of what was of no use for long.
/// </summary>
public sealed class RunningCourse(Clock clock)
{
    private readonly Picture picture = new(clock);
    private readonly Lane<StoryLine> stories = new(Same);
    private readonly Lane<ClaimLine> claims = new(Same);
    private readonly List<Telling> told = [];

    /// <summary>Every span that it holds.</summary>
    public Spans Spans => new(stories.Spans, claims.Spans);

    /// <summary>Adds events.</summary>
    /// <param name="events">The events, in the order of the clock, with the time of their effect.</param>
    /// <param name="story">Which stories are followed.</param>
    /// <param name="claim">Which claims are followed.</param>
    /// <param name="tells">Whether what happened is to be told as well.</param>
    /// <returns>Events that came too late: they concern something that already took in a later point of the clock, so that the course of all that they
    /// concern has to be folded anew and adopted.</returns>
    public IReadOnlyList<Recorded> Add(IEnumerable<(Recorded Event, DateTimeOffset Effective)> events, Func<string, bool> story, Func<string, bool> claim, bool tells = true)
    {
        var late = new List<Recorded>();
        foreach (var (e, effective) in events)
        {
            picture.Apply(e, effective);
            var point = Course.Begins(clock, e, effective);
            var isLate = Reach(e.Stream, point);
            if (isLate) late.Add(e);
            else Show(e, effective, point, story, claim);
            var moved = picture.TakeChanges();
            if (tells && !isLate) told.AddRange(Differ.Told(e, effective, moved, picture).Where(c => IsFollowed(c.Subject, story, claim)).Select(c => new Telling(point, e.Position, c)));
        }
        return late;
    }

    /// <summary>What changed of stories and of claims since the last call.</summary>
    public (IReadOnlyList<ChangedSpans<StoryLine>> Stories, IReadOnlyList<ChangedSpans<ClaimLine>> Claims) TakeChanged() => (stories.TakeChanged(), claims.TakeChanged());

    /// <summary>What happened since the last call, as it is told.</summary>
    public IReadOnlyList<Telling> TakeTold()
    {
        var taken = told.ToList();
        told.Clear();
        return taken;
    }

    /// <summary>Leaves out of what is told what is about some streams: another course tells it.</summary>
    public void Untell(Func<string, bool> stream) => told.RemoveAll(t => stream(t.Change.Subject));

    /// <summary>Takes over what another course of the same clock knows of some streams, in place of what this one knows of them.</summary>
    public void Adopt(RunningCourse other, IEnumerable<string> streams)
    {
        foreach (var stream in streams)
        {
            var id = Ids.Of(stream);
            picture.Adopt(other.picture, stream);
            if (Ids.IsStory(stream)) stories.Adopt(other.stories, id);
            else if (Ids.IsClaim(stream)) claims.Adopt(other.claims, id);
        }
    }

    /// <summary>Lets go of a stream.</summary>
    public void Forget(string stream)
    {
        picture.Remove(stream);
        stories.Remove(Ids.Of(stream));
        claims.Remove(Ids.Of(stream));
    }

    private static bool IsFollowed(string subject, Func<string, bool> story, Func<string, bool> claim) =>
        Ids.IsStory(subject) ? story(Ids.Of(subject)) : !Ids.IsClaim(subject) || claim(Ids.Of(subject));

    /// <summary>
    /// Notes how far all that an event looked at has come on the clock; true when any of it was further already: then what the event did is not what it
    /// would have done in its place, even where it did nothing.
    /// </summary>
    private bool Reach(string stream, long point)
    {
        var (touchedClaims, touchedStories, touchedDocuments) = picture.Touched;
        var late = picture.Find(stream) is { } own && own.Reached > point;
        foreach (var facts in picture.Consulted) Note(facts);
        foreach (var id in touchedClaims) Note(picture.Claims[id]);
        foreach (var id in touchedStories) Note(picture.Stories[id]);
        foreach (var id in touchedDocuments) Note(picture.Documents[id]);
        return late;

        void Note(Facts facts)
        {
            if (facts.Reached > point) late = true;
            else facts.Reached = point;
        }
    }

    private void Show(Recorded e, DateTimeOffset effective, long point, Func<string, bool> story, Func<string, bool> claim)
    {
        var (touchedClaims, touchedStories, _) = picture.Touched;
        foreach (var id in touchedStories.Where(story)) stories.Show(id, point, effective, e.Position, Pages.Listed(picture.Stories[id]), 0);
        foreach (var id in touchedClaims.Where(claim))
            claims.Show(id, point, effective, e.Position, Pages.Listed(picture.Claims[id], DateTimeOffset.MinValue), picture.Claims[id].RaisedPosition);
    }

    private static bool Same(StoryLine a, StoryLine b) => a == b || (a.Because.SequenceEqual(b.Because) && a with { Because = b.Because } == b);

    private static bool Same(ClaimLine a, ClaimLine b) => a == b || (a.Because.SequenceEqual(b.Because) && a with { Because = b.Because } == b);
}
