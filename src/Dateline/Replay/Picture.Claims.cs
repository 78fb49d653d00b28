using Dateline.Claims;

namespace Dateline.Replay;

public sealed partial class Picture
{
    /// <summary>
    /// Changes a claim, then its status, the tallies of the stories that hold it, and the claims that it contradicts. A claim may be named
    /// before it was raised when the clock is not the log's.
    /// </summary>
    private void ChangeClaim(string id, Moment now, Action<ClaimFacts> change) => ChangeClaims([id], now, () => change(ClaimOf(id)));

    private void ChangeClaims(string[] ids, Moment now, Action change)
    {
        Share(ids, sharesBefore);
        var wasAlive = Array.ConvertAll(ids, id => ClaimOf(id).IsAlive);
        change();
        foreach (var id in ids)
        {
            Date(ClaimOf(id));
            Restate(ClaimOf(id), now);
        }
        Settle(ids, now);
        for (var i = 0; i < ids.Length; i++)
        {
            var claim = ClaimOf(ids[i]);
            if (claim.IsAlive != wasAlive[i]) RestateOpponents(claim, now);
        }
    }

    private void RestateOpponents(ClaimFacts claim, Moment now)
    {
        foreach (var other in claim.Relations.Where(r => r.Relation == Relation.Contradicts).Select(r => r.Other).Distinct().ToList())
        {
            string[] one = [other];
            Share(one, sharesBefore);
            Restate(ClaimOf(other), now);
            Settle(one, now);
        }
    }

    private void Restate(ClaimFacts claim, Moment now)
    {
        touchedClaims.Add(claim.Id);
        if (claim.Standing is null && claim.Mentions.Count == 0 && claim.MergedInto is null) return;
        var (status, grounds, sentence) = StatusRules.Of(claim, id => claims.GetValueOrDefault(id), policy);
        var (old, day) = (claim.Standing, status == Status.Open ? claim.DueAt : null);
        if (old?.Status == status && old.Day == day)
        {
            if (status != Status.Merged) claim.Standing = old.On(grounds, sentence);
            return;
        }
        claim.Standing = Standing.Begin(status, now.At, now.Position, grounds, sentence, () => Turns.Of(now.Event, claim.Id, this)) with { Day = day };
        changes.Add(new("claim", claim.Id, old?.Status, claim.Standing, now.Event.RecordedAt, now.Event.PublishedAt) { FromDay = old?.Day });
    }

    /// <summary>What claims add to the tallies of their stories.</summary>
    private void Share(IReadOnlyList<string> ids, Dictionary<string, Tally> shares)
    {
        shares.Clear();
        foreach (var id in ids)
        {
            var claim = ClaimOf(id);
            Count(claim);
            foreach (var (story, count) in documentsIn)
                shares[story] = shares.GetValueOrDefault(story) + StatusRules.Share(claim, count, claim.Pins.Contains(story));
        }
    }

    /// <summary>In how many documents of each story a claim stands; none, where it stood and its verdict's basis changed.</summary>
    private void Count(ClaimFacts claim)
    {
        documentsIn.Clear();
        foreach (var pin in claim.Pins) documentsIn[pin] = 0;
        var seen = claim.Mentions.Count > 1 ? new HashSet<string>(StringComparer.Ordinal) : null;
        foreach (var m in claim.Mentions)
        {
            var counts = m.Stands && (seen is null || seen.Add(m.Mention.DocumentId));
            if ((counts || claim.IsBasisChanged) && documents.TryGetValue(m.Mention.DocumentId, out var d) && d.StoryId is { } s)
                documentsIn[s] = documentsIn.GetValueOrDefault(s) + (counts ? 1 : 0);
        }
    }

    private void Raise(ClaimFacts claim, ClaimRaised e, Moment now)
    {
        claim.Mode = e.Mode;
        claim.RaisedPosition = now.Position;
        claim.Ahead = IsAhead(e, now) ? e : null;
        if (claim.Ahead is null) (claim.Text, claim.DueAt) = (e.Text, e.DueAt);
    }

    /// <summary>The claim that a claim was found to be, or itself: mentions and their retractions count there.</summary>
    internal string Home(string claim)
    {
        for (var hops = 0; hops < MostHops && claims.TryGetValue(claim, out var facts); hops++)
        {
            consulted.Add(facts);
            if (facts.MergedInto is not { } into) break;
            claim = into;
        }
        return claim;
    }

    private void Mention(ClaimFacts home, ClaimMentioned e, Moment now)
    {
        if (home.Mentions.Exists(m => m.Mention.MentionId == e.MentionId)) return;
        home.Mentions.Add(new(e, now.Position, now.Event.RecordedAt) { DueAt = DayOf(e, now) });
        Word(home, home.Mentions, now);
        BringOut(home);
        if (e.ClaimId != home.Id) MentionMerged(ClaimOf(e.ClaimId), home.Mentions[^1], now);
        DocumentOf(e.DocumentId).Claims.Add(home.Id);
        touchedDocuments.Add(e.DocumentId);
        touchedClaims.Add(home.Id);
    }

    /// <summary>A claim that was merged away before any mention of it was out is what that one says.</summary>
    private void MentionMerged(ClaimFacts claim, MentionFacts mention, Moment now)
    {
        if (clock == Clock.Recorded || claim.IsOut) return;
        Word(claim, [mention], now);
        BringOut(claim);
        touchedClaims.Add(claim.Id);
    }

    private void Retract(ClaimFacts home, MentionRetracted e, Moment now)
    {
        var mention = home.Mentions.Find(m => m.Mention.MentionId == e.MentionId);
        if (mention is not { Stands: true }) return;
        mention.RetractedPosition = now.Position;
        mention.RetractedCause = e.Cause;
        if (!home.IsAlive) home.EndedPosition = now.Position;
        touchedClaims.Add(home.Id);
    }

    private void MergeClaims(ClaimsMerged e, Moment now) => ChangeClaims([Home(e.Into), e.From], now, () =>
    {
        var (into, from) = (ClaimOf(Home(e.Into)), ClaimOf(e.From));
        if (from.MergedInto is not null || into == from) return;
        from.MergedInto = e.Into;
        from.EndedPosition = now.Position;
        from.MergedHow = Turns.Of(now.Event, from.Id, this);
        Word(into, from.Mentions, now);
        Take(from, into, from.Mentions.ToList());
    });

    private void SplitClaim(ClaimSplit e, Moment now) => ChangeClaims([e.NewClaimId, e.NewClaimId == e.ClaimId ? e.NewClaimId : e.ClaimId], now, () =>
    {
        var split = ClaimOf(e.NewClaimId);
        if (split.RaisedPosition == 0) Raise(split, new(e.NewClaimId, e.Text, e.Mode, null, now.At), now);
        if (e.ClaimId == e.NewClaimId) return;
        var ids = e.Mentions.Select(m => m.MentionId).ToHashSet(StringComparer.Ordinal);
        Take(ClaimOf(e.ClaimId), split, ClaimOf(e.ClaimId).Mentions.Where(m => ids.Contains(m.Mention.MentionId)).ToList());
    });

    private void Take(ClaimFacts from, ClaimFacts into, List<MentionFacts> mentions)
    {
        if (mentions.Count > 0) BringOut(into);
        foreach (var mention in mentions)
        {
            from.Mentions.Remove(mention);
            into.Mentions.Add(mention);
            var document = DocumentOf(mention.Mention.DocumentId);
            document.Claims.Add(into.Id);
            if (!from.Mentions.Exists(m => m.Mention.DocumentId == document.Id)) document.Claims.Remove(from.Id);
        }
    }
}
