using System.Collections.Immutable;

namespace Dateline.Stories;

/// <summary>What a machine suggests to the people who keep a story.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Other">The story to merge with; null where documents should be split off.</param>
/// <param name="Documents">The documents to split off; empty where two stories should be merged.</param>
/// <param name="Score">The likeness that it rests on, in thousandths.</param>
/// <param name="Because">Why, in plain words.</param>
public sealed record StorySuggestion(string Id, string? Other, ImmutableArray<string> Documents, int Score, string Because)
{
    /// <summary>"merge" or "split".</summary>
    public string Kind => Other is null ? "split" : "merge";

    internal bool IsAbout(string document) => Documents.Contains(document);
}
