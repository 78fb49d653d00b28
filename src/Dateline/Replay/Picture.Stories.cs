using Dateline.Documents;
using Dateline.Stories;

namespace Dateline.Replay;

public sealed partial class Picture
{
    private void Open(StoryOpened e, Moment now)
    {
        var story = StoryOf(e.StoryId, now);
        if (story.Title.Length == 0 && !IsAhead(e, now)) story.Title = e.Title;
        if (now.At < story.OpenedAt) story.OpenedAt = now.At;
        unsettled.Add(e.StoryId);
    }

    private void File(DocumentFiled e, Moment now)
    {
        var document = DocumentOf(e.DocumentId);
        if (document.Filed is { } known)
        {
            // A revision that states its date can be of before the one that was filed.
            if (e.PublishedAt >= known.PublishedAt) return;
            document.Filed = known with { PublishedAt = e.PublishedAt };
            touchedDocuments.Add(document.Id);
            return;
        }
        document.Filed = e;
        if (document.StoryId is not { } moved)
        {
            Move(e.DocumentId, Resolve(e.StoryId), now);
            return;
        }
        // Somebody moved it before it was published: it counts from now on where it is.
        var story = StoryOf(moved, now);
        story.HasBegun = true;
        Entitle(story, [document]);
        Count(document, story, 1, now);
        touchedDocuments.Add(document.Id);
    }

    /// <summary>Puts a document into a story: its origin and its claims come along.</summary>
    private void Move(string documentId, string to, Moment now)
    {
        var document = DocumentOf(documentId);
        if (document.StoryId == to) return;
        MoveAll([document], to, now);
    }

    private void MoveAll(IReadOnlyList<DocumentFacts> moved, string to, Moment now)
    {
        var concerned = moved.SelectMany(d => d.Claims).Distinct(StringComparer.Ordinal).ToList();
        Share(concerned, sharesBefore);
        if (moved.Any(d => d.Filed is not null)) StoryOf(to, now).HasBegun = true;
        Entitle(StoryOf(to, now), moved);
        foreach (var document in moved)
        {
            if (document.StoryId is { } from) Count(document, StoryOf(from, now), -1, now);
            document.StoryId = to;
            document.Position = now.Position;
            Count(document, StoryOf(to, now), 1, now);
            touchedDocuments.Add(document.Id);
        }
        // A story that only shares a claim with what moved between others has not moved.
        Settle(concerned, now, spareSame: true);
        unsettled.Add(to);
    }

    private void Count(DocumentFacts document, StoryFacts story, int by, Moment now)
    {
        unsettled.Add(story.Id);
        if (document.Withdrawn is not null || document.Filed is not { } filed) return;
        story.Count(filed.Origin, by, now.Position);
    }

    private void Withdraw(string documentId, PublisherAct? act, Moment now)
    {
        if (!documents.TryGetValue(documentId, out var document))
        {
            // It was not filed yet: the act is remembered until it is.
            if (act is null) return;
            document = DocumentOf(documentId);
        }
        if (document.Withdrawn == act) return;
        var story = document.StoryId is { } id ? StoryOf(id, now) : null;
        touchedDocuments.Add(documentId);
        if (story is null || (document.Withdrawn is null) == (act is null))
        {
            document.Withdrawn = act;
            return;
        }
        if (act is not null) Count(document, story, -1, now);
        document.Withdrawn = act;
        if (act is null) Count(document, story, 1, now);
    }

    private void Merge(StoriesMerged e, Moment now)
    {
        var from = StoryOf(e.From, now);
        if (from.MergedInto is not null || Resolve(e.Into) == e.From) return;
        MoveAll(documents.Values.Where(d => d.StoryId == e.From).ToList(), Resolve(e.Into), now);
        from.MergedInto = e.Into;
        from.MergedPosition = now.Position;
        from.MergedHow = Turns.Of(now.Event, null, this);
        unsettled.Add(e.From);
        unsettled.Add(StoryOf(e.Into, now).Id);
    }

    private void Split(StorySplit e, Moment now)
    {
        var story = StoryOf(e.NewStoryId, now);
        if (story.Title.Length == 0) story.Title = e.Title;
        MoveAll(e.Documents.Select(DocumentOf).Where(d => d.StoryId == e.StoryId && d.StoryId != e.NewStoryId).ToList(), e.NewStoryId, now);
        unsettled.Add(story.Id);
    }

    private void Close(string id, long? position, Moment now)
    {
        var story = StoryOf(id, now);
        story.ClosedPosition = position;
        if (position is not null) story.ClosedHow = Turns.Of(now.Event, null, this);
        unsettled.Add(id);
    }

    /// <summary>Carries a change of claims over into the stories that hold them, or that held them before it.</summary>
    private void Settle(IReadOnlyList<string> ids, Moment now, bool spareSame = false)
    {
        Share(ids, sharesAfter);
        foreach (var (id, share) in sharesAfter)
        {
            var held = sharesBefore.TryGetValue(id, out var before);
            if (!spareSame || !held || share != before) Add(id, share - before);
        }
        foreach (var (id, share) in sharesBefore)
        {
            if (!sharesAfter.ContainsKey(id)) Add(id, default(Tally) - share);
        }
        if (sharesBefore.Values.Concat(sharesAfter.Values).Any(s => s.BasisChanged > 0)) TellBases(ids);

        void Add(string id, Tally share)
        {
            StoryOf(id, now).Tally += share;
            unsettled.Add(id);
        }
    }

    /// <summary>Tells the stories that hold claims, or held them before, what touched the bases of the verdicts on these.</summary>
    private void TellBases(IReadOnlyList<string> ids)
    {
        foreach (var claim in ids.Select(ClaimOf))
        {
            Count(claim);
            var cause = claim.MergedInto is null ? claim.BasisCause : null;
            foreach (var id in sharesBefore.Keys.Union(sharesAfter.Keys))
            {
                if (!stories.TryGetValue(id, out var story)) continue;
                story.BasisCauses = cause is { } touched && documentsIn.ContainsKey(id) ? story.BasisCauses.SetItem(claim.Id, touched) : story.BasisCauses.Remove(claim.Id);
            }
        }
    }

    /// <summary>States anew where the stories stand that the event reached, each once.</summary>
    private void RestateStories(Moment now)
    {
        if (unsettled.Count == 0) return;
        foreach (var id in unsettled.Count == 1 ? (IEnumerable<string>)unsettled : unsettled.Order(StringComparer.Ordinal)) Restate(stories[id], now);
        unsettled.Clear();
    }

    private void Restate(StoryFacts story, Moment now)
    {
        touchedStories.Add(story.Id);
        if (story is { Standing: null, HasBegun: false, MergedInto: null }) return;
        var old = story.Standing;
        var same = old?.Status == StatusRules.StatusOf(story, policy);
        if (same && (story.Said == story.ToSay || old!.Status == Status.Merged)) return;
        story.Said = story.ToSay;
        var (status, grounds, sentence) = StatusRules.Of(story, policy);
        if (same)
        {
            story.Standing = old!.On(grounds, sentence, StatusRules.Shaken(story));
            return;
        }
        story.Standing = Standing.Begin(status, now.At, now.Position, grounds, sentence, () => Turns.Of(now.Event, null, this), StatusRules.Shaken(story));
        changes.Add(new("story", story.Id, old?.Status, story.Standing, now.Event.RecordedAt, now.Event.PublishedAt));
    }
}
