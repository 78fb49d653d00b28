using Dateline.Claims;

namespace Dateline.Matching;

public sealed partial class Desk
{
    private const int MostClaims = 40;
    private const int FewestTerms = 3;
    private const int WorthChecking = 400;
    private const int WorthFollowing = 250;
    private const int NearStories = 3;
    private const int MostRelations = 5;
    private const int LongestTitle = 140;

    /// <summary>Decides where a revision belongs. Changes nothing: <see cref="Learn"/> does.</summary>
    public Filing File(FilingInput input)
    {
        var answer = _stories.Find(DocFeatures.Of(input.Title, input.Text, input.PublishedAt), input.DocumentId);
        var kept = _stories.StoryOf(input.DocumentId);
        var story = kept ?? answer.StoryId ?? IdOf("s-", input.DocumentId);
        var isNew = kept is null && answer.StoryId is null;
        var copy = _origins.CopyOf(input.DocumentId, Sketch.Of(input.Text));
        var origin = copy?.Origin ?? Origins.OfSource(input.SourceId);
        var stories = answer.Neighbours.Select(n => n.StoryId).Where(s => s != story).Distinct().Take(NearStories).Append(story).ToHashSet(StringComparer.Ordinal);
        var (mentions, relations) = FileMentions(input, origin, stories);
        var reason = kept is not null ? "A revision stays in its document's story." : answer.Reason;
        return new(story, isNew, TitleOf(story) ?? Headline(input), kept is null ? answer.Score : 1000, reason, origin, mentions, relations);
    }

    private (List<FiledMention>, List<SuggestedRelation>) FileMentions(FilingInput input, string origin, HashSet<string> stories)
    {
        var chosen = input.Mentions.Where(Worthy).OrderByDescending(m => m.Worth).ThenBy(m => m.Id, StringComparer.Ordinal).Take(MostClaims)
            .OrderBy(m => m.Content.Start).ThenBy(m => m.Id, StringComparer.Ordinal);
        List<FiledMention> filed = [];
        List<SuggestedRelation> relations = [];
        List<ClaimStore.Held> own = [];
        foreach (var mention in chosen)
        {
            var features = ClaimFeatures.Of(mention, input.SourceId, input.PublishedAt);
            if (!Tells(features)) continue;
            var near = _claims.Near(features, held => held.DocumentId == input.DocumentId || stories.Contains(_stories.StoryOf(held.DocumentId) ?? ""));
            var compared = own.Concat(near).Select(held => (Held: held, Answer: ClaimMatcher.Compare(features, held.Features, _claims.Idf)))
                .GroupBy(c => c.Held.ClaimId, StringComparer.Ordinal).Select(Summary)
                .OrderByDescending(c => c.Answer.Score).ThenBy(c => c.Held.ClaimId, StringComparer.Ordinal).ToList();
            var match = compared.FirstOrDefault(c => c.Answer.Relation is ClaimRelation.Same or ClaimRelation.Denies);
            var from = OriginOf(mention, features, input, origin, match.Held);
            var answer = match.Held is null
                ? new FiledMention(mention.Id, IdOf("c-", mention.Id), true, mention.Quote, 1000, from, ["No known claim of this story says the same."])
                : new FiledMention(mention.Id, match.Held.ClaimId, false, TextOf(match.Held), match.Answer.Score, from, match.Answer.Reasons);
            filed.Add(answer);
            own.Add(new(input.DocumentId, mention.Id, answer.ClaimId, answer.ClaimText, from, features));
            if (!answer.NewClaim) continue;
            foreach (var (held, other) in compared.Where(c => KindOf(c.Answer.Relation) is not null).Take(MostRelations))
                relations.Add(new(answer.ClaimId, KindOf(other.Relation)!, held.ClaimId, string.Join(' ', other.Reasons)));
        }
        return (filed, relations);
    }

    // A claim of several mentions: one that conflicts outweighs any that agrees, so that no chain of likenesses joins two values.
    private static (ClaimStore.Held Held, ClaimComparison Answer) Summary(IEnumerable<(ClaimStore.Held Held, ClaimComparison Answer)> mentions) =>
        mentions.OrderBy(c => c.Answer.Relation switch
        {
            ClaimRelation.Updates => 0,
            ClaimRelation.Contradicts => 1,
            ClaimRelation.Same or ClaimRelation.Denies => 2,
            ClaimRelation.Supports => 3,
            _ => 4
        }).ThenByDescending(c => c.Answer.Score).ThenBy(c => c.Held.MentionId, StringComparer.Ordinal).First();

    private static string? KindOf(ClaimRelation relation) => relation switch
    {
        ClaimRelation.Contradicts => "contradicts",
        ClaimRelation.Updates => "updates",
        ClaimRelation.Supports => "supports",
        _ => null
    };

    // A subject and what is said of it, told apart from others by a name, a value or a third word: "Vogel resigned", "12 died", not "it was good".
    private static bool Tells(ClaimFeatures claim) => claim.Sorted.Length + claim.Amounts.Length + (claim.Names.Length > 0 ? 1 : 0) >= FewestTerms;

    private static bool Worthy(Mention m) =>
        m.Mode is not (Mode.Opinion or Mode.Question)
        && (m.Cue is not null ? m.Mode is not Mode.Conditional : m.Worth >= (m.Mode is Mode.Prediction or Mode.Promise ? WorthFollowing : WorthChecking));

    private string OriginOf(Mention mention, ClaimFeatures features, FilingInput input, string documentOrigin, ClaimStore.Held? match)
    {
        // The last named link of the chain is the one that knows: "CNN, citing Reuters" is Reuters, "CNN, citing an official" is CNN.
        var cited = mention.Via.Select(v => v.Text).LastOrDefault(v => Terms.Read(v, 20).Any(t => t.Is(TermKinds.Name) || (t.Is(TermKinds.Opens) && !t.Is(TermKinds.Stop))));
        if (cited is not null)
        {
            var outlet = Origins.OfOutlet(cited);
            if (outlet == Origins.OfOutlet(input.SourceName)) return documentOrigin;
            return _outlets.TryGetValue(outlet, out var sources) ? Origins.OfSource(sources.Keys.First()) : outlet;
        }
        if (match is null || features.Fingerprint == 0 || features.Quoted) return documentOrigin;
        return _claims.Of(match.ClaimId).FirstOrDefault(h => h.Features.Fingerprint == features.Fingerprint && h.DocumentId != input.DocumentId)?.Origin ?? documentOrigin;
    }

    private string TextOf(ClaimStore.Held held) => _claims.Of(held.ClaimId) is [var first, ..] ? first.Text : held.Text;

    private string? TitleOf(string story) => _titles.TryGetValue(story, out var titles) ? titles.Min.Title : null;

    private static string Headline(FilingInput input)
    {
        var title = string.IsNullOrWhiteSpace(input.Title) ? input.Text : input.Title;
        var line = title.AsSpan().TrimStart();
        var end = line.IndexOfAny('\n', '\r');
        if (end >= 0) line = line[..end];
        if (line.Length > LongestTitle) line = line[..(char.IsHighSurrogate(line[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle)];
        return line.TrimEnd() is { Length: > 0 } text ? text.ToString() : input.DocumentId;
    }
}
