namespace Dateline.Matching;

public sealed partial class Desk
{
    private const int NearStories = 3;
    private const int MostRelations = 5;
    private const int MostNeighbours = 5;
    private const int LongestTitle = 140;

    // A copy may be cut to half of its original.
    private const int LongestCopy = 2;

    private static readonly string[] NothingKnown = ["No known claim of this story says the same."];

    /// <summary>A mention of the document that is being filed, with what its terms tell.</summary>
    private readonly record struct Own(string ClaimId, ClaimFeatures Features, int[] Telling);

    /// <summary>The mention of a claim that counts; no mention is held where it is one of the document that is being filed.</summary>
    private readonly record struct Compared(string ClaimId, ClaimStore.Held? Held, ClaimComparison Answer);

    /// <summary>Decides where a revision belongs. Changes nothing: <see cref="Learn"/> does.</summary>
    public Filing File(FilingInput input)
    {
        var reading = ReadingOf(input);
        var copies = _origins.CopiesOf(input.DocumentId, reading.Sketch);
        var answer = _stories.Find(reading.Document, input.DocumentId);
        var kept = StoryOf(input.DocumentId) ?? input.Story;
        if (kept is null && answer.StoryId is null && copies is [var first, ..]) answer = StoryOfCopy(first.Id, reading.Sketch, answer);
        var story = kept ?? answer.StoryId ?? IdOf("s-", input.DocumentId);
        var isNew = kept is null && answer.StoryId is null;
        var origin = copies is [var earliest, ..] ? earliest.Origin : Origins.OfSource(input.SourceId);
        var (mentions, relations) = FileMentions(reading, copies, story, NearestStories(story, answer));
        var reason = kept is not null ? "A revision stays in its document's story." : answer.Reason;
        return new(story, isNew, Headline(input), kept is null ? answer.Score : 1000, reason, origin, mentions, relations)
        {
            Neighbours = answer.Neighbours.Count > MostNeighbours ? [.. answer.Neighbours.Take(MostNeighbours)] : answer.Neighbours,
            Merger = kept is null && answer.RunnerUp is { } other ? Merger(story, other, input.DocumentId) : null,
            Split = kept is null && !isNew ? Division(story) : null
        };
    }

    /// <summary>The story of the text that a document repeats, where its words alone tell of none: what everybody writes about tells nothing any more, but a copy stays a copy.</summary>
    private StoryAnswer StoryOfCopy(string document, Sketch sketch, StoryAnswer answer)
    {
        if (StoryOf(document) is not { } story || _origins.Of(document)?.Sketch is not { } other) return answer;
        // What only contains the other text, or is contained in it, may be a review of many stories.
        if (Math.Max(sketch.All, other.All) > Math.Min(sketch.All, other.All) * LongestCopy) return answer;
        var score = (int)Math.Round(1000 * Sketch.Containment(sketch, other));
        return answer with { StoryId = story, Score = score, Reason = $"It repeats {document}, which is in the story: {score} of 1000 of the shorter text." };
    }

    private StoryIndex.Story[] NearestStories(string own, StoryAnswer answer)
    {
        var stories = new List<StoryIndex.Story>(NearStories + 1);
        if (_stories.Find(own) is { } known) stories.Add(known);
        var most = NearStories + stories.Count;
        foreach (var neighbour in answer.Neighbours)
        {
            if (stories.Count == most) break;
            var story = _stories.Find(neighbour.StoryId)!;
            if (neighbour.StoryId != own && !stories.Contains(story)) stories.Add(story);
        }
        return [.. stories];
    }

    private (List<FiledMention>, List<SuggestedRelation>) FileMentions(DeskReading reading, List<Origins.Copy> copies, string story, StoryIndex.Story[] stories)
    {
        var input = reading.Input;
        List<FiledMention> filed = [];
        List<SuggestedRelation> relations = [];
        List<Own> own = [];
        List<Compared> compared = [];
        List<Compared> others = [];
        List<ClaimStore.Held> near = [];
        _claims.Search(stories, _stories);
        foreach (var mention in Chosen(input.Mentions))
        {
            var features = reading.Read(mention);
            if (!Tells(mention, features)) continue;
            var telling = _claims.Telling(features);
            compared.Clear();
            foreach (var other in own)
                Weigh(compared, new(other.ClaimId, null,
                    ClaimMatcher.Compare(features, telling, other.Features, other.Telling, true)));
            near.Clear();
            others.Clear();
            _claims.Near(features, near);
            foreach (var held in near)
            {
                var one = new Compared(held.Claim.Id, held, ClaimMatcher.Compare(features, telling, held.Features, _claims.Telling(held), held.Document.Story.Id == story));
                Weigh(compared, one);
                if (one.Answer.Score >= WorthNoting) others.Add(one);
            }
            compared.Sort(static (a, b) => a.Answer.Score != b.Answer.Score ? b.Answer.Score.CompareTo(a.Answer.Score) : string.CompareOrdinal(a.ClaimId, b.ClaimId));
            var match = compared.Find(static c => c.Answer.Relation is ClaimRelation.Same or ClaimRelation.Denies);
            var from = OriginOf(mention, features, reading, copies, match.Held?.Claim);
            var answer = match.ClaimId is null
                ? new FiledMention(mention.Id, IdOf("c-", mention.Id), true, mention.Quote, 1000, from, NothingKnown)
                : new FiledMention(mention.Id, match.ClaimId, false, mention.Quote, match.Answer.Score, from, match.Answer.Reasons);
            filed.Add(others.Count == 0 ? answer : answer with { Considered = Considered(others, answer.ClaimId) });
            own.Add(new(answer.ClaimId, features, telling));
            if (answer.NewClaim) Relate(relations, answer.ClaimId, compared);
        }
        return (filed, relations);
    }

    private static void Relate(List<SuggestedRelation> relations, string claim, List<Compared> compared)
    {
        var most = MostRelations;
        foreach (var other in compared)
        {
            if (KindOf(other.Answer.Relation) is not { } kind) continue;
            relations.Add(new(claim, kind, other.ClaimId, string.Join(' ', other.Answer.Reasons)));
            if (--most == 0) return;
        }
    }

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
