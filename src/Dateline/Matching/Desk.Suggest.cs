namespace Dateline.Matching;

public sealed partial class Desk
{
    // A story is looked through when it has grown to twice what it was, so that its cost a document is bounded.
    private const int FirstLook = 8;

    private SuggestedMerger? Merger(string story, string other, string document)
    {
        if (story == other || _stories.Find(story) is not { } here || _stories.Find(other) is not { } there) return null;
        if (_stories.Kinship(here, there) is not { } kinship) return null;
        var score = (int)Math.Round(1000 * kinship);
        return new(other, score, $"{document} fits both, and their latest documents are alike at {score} of 1000.");
    }

    private SuggestedSplit? Division(string story)
    {
        if (_stories.Find(story) is not { } held || held.Documents.Count < FirstLook || !int.IsPow2(held.Documents.Count)) return null;
        if (_stories.Divide(held) is not { } divided) return null;
        var score = (int)Math.Round(1000 * divided.Likeness);
        return new(
            [.. divided.Group.Select(e => e.Id).Order(StringComparer.Ordinal)], score,
            $"{divided.Group.Count} documents are like the others at {score} of 1000 only, less than half as much as inside either group.");
    }
}
