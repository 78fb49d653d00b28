namespace Dateline.Replay;

// What a picture knows of single streams, put in by views, taken over and forgotten.
public sealed partial class Picture
{
    /// <summary>Puts facts into the picture that a view has kept.</summary>
    internal void Put(ClaimFacts claim)
    {
        claims[claim.Id] = claim;
        if (claim.Dating is null) Date(claim);
    }

    /// <inheritdoc cref="Put(ClaimFacts)"/>
    internal void Put(StoryFacts story) => stories[story.Id] = story;

    /// <inheritdoc cref="Put(ClaimFacts)"/>
    internal void Put(DocumentFacts document) => documents[document.Id] = document;

    /// <summary>What it knows of a stream; null for nothing.</summary>
    internal Facts? Find(string stream) => Ids.IsClaim(stream) ? claims.GetValueOrDefault(Ids.Of(stream))
        : Ids.IsStory(stream) ? stories.GetValueOrDefault(Ids.Of(stream))
        : documents.GetValueOrDefault(Ids.Of(stream));

    /// <summary>Takes over what another picture knows of a stream.</summary>
    internal void Adopt(Picture other, string stream)
    {
        switch (other.Find(stream))
        {
            case ClaimFacts claim: Put(claim); break;
            case StoryFacts story: Put(story); break;
            case DocumentFacts document: Put(document); break;
            default: Remove(stream); break;
        }
    }

    /// <summary>Forgets a stream.</summary>
    internal void Remove(string stream)
    {
        var id = Ids.Of(stream);
        if (Ids.IsClaim(stream)) claims.Remove(id);
        else if (Ids.IsStory(stream)) stories.Remove(id);
        else documents.Remove(id);
    }

    private ClaimFacts ClaimOf(string id)
    {
        if (!claims.TryGetValue(id, out var claim)) claims.Add(id, claim = new(id));
        consulted.Add(claim);
        return claim;
    }

    private DocumentFacts DocumentOf(string id)
    {
        if (!documents.TryGetValue(id, out var document)) documents.Add(id, document = new(id));
        consulted.Add(document);
        return document;
    }

    private StoryFacts StoryOf(string id, Moment now)
    {
        if (!stories.TryGetValue(id, out var story)) stories.Add(id, story = new(id) { OpenedAt = now.At, LastActivity = now.At });
        consulted.Add(story);
        if (now.At <= story.LastActivity) return story;
        story.LastActivity = now.At;
        touchedStories.Add(id);
        return story;
    }

    private string Resolve(string story)
    {
        for (var hops = 0; hops < MostHops && stories.TryGetValue(story, out var facts); hops++)
        {
            consulted.Add(facts);
            if (facts.MergedInto is not { } into) break;
            story = into;
        }
        return story;
    }
}
