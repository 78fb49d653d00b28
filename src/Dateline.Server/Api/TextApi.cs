using Dateline.Extraction;
using Dateline.Matching;
using Dateline.Server.Accounts;

namespace Dateline.Server.Api;

/// <summary>A text to read.</summary>
/// <param name="Text">The text.</param>
/// <param name="Title">Its headline.</param>
/// <param name="PublishedAt">When it was published, for what it says of "yesterday".</param>
/// <param name="Language">BCP 47 language tag.</param>
internal sealed record TextRequest(string Text, string? Title = null, DateTimeOffset? PublishedAt = null, string? Language = null);

/// <summary>A claim that is known.</summary>
internal sealed record KnownClaim(string Id, string Claim, string? Title = null);

/// <summary>A text, and the claims that it may repeat.</summary>
internal sealed record MatchRequest(KnownClaim[] Claims, string Text);

/// <summary>Documents in the order in which they came.</summary>
internal sealed record GroupRequest(GroupDocument[] Documents);

/// <summary>A document to group.</summary>
internal sealed record GroupDocument(string Id, string Text, string? Title = null, DateTimeOffset? PublishedAt = null);

/// <summary>The story that a document belongs to.</summary>
internal sealed record Grouped(string Id, string Story);

/// <summary><c>/extractions</c>, <c>/matches</c>, <c>/groupings</c>: what the machine makes of texts. Nothing is recorded.</summary>
internal static class TextApi
{
    private const int Most = 1000;
    private const int MostMatches = 10;

    internal static void Map(RouteGroupBuilder api)
    {
        var texts = api.MapGroup("").WithTags("Texts");
        texts.MapPost("/extractions", (TextRequest body) => Extractor.Extract(new("text", 1, body.Title, body.Text, body.Language, body.PublishedAt, null)))
            .WithName("extract").WithSummary("The claims in a text, each with its span, speaker, cue and factuality").Answers<Extraction.Extraction>(413, 415).RequireAuthorization(Policies.Read);
        texts.MapPost("/matches", Match).WithName("match").WithSummary("Which known claims a text repeats, best first").Answers<IReadOnlyList<Matching.Match>>(413, 415).RequireAuthorization(Policies.Read);
        texts.MapPost("/groupings", Group).WithName("group").WithSummary("Which story each document belongs to, in their order; a story is called after its first document")
            .Answers<IReadOnlyList<Grouped>>(413, 415).RequireAuthorization(Policies.Read);
    }

    private static IReadOnlyList<Matching.Match> Match(MatchRequest body)
    {
        if (body.Claims.Length is 0 or > Most) throw new BadRequest($"claims names 1 to {Most} claims.");
        var index = new MatchIndex();
        foreach (var claim in body.Claims) index.Add(claim.Id, claim.Claim, claim.Title);
        return index.Find(body.Text, MostMatches);
    }

    private static IReadOnlyList<Grouped> Group(GroupRequest body)
    {
        if (body.Documents.Length is 0 or > Most) throw new BadRequest($"documents holds 1 to {Most} documents.");
        var stories = new StoryIndex();
        return [.. body.Documents.Select(d => new Grouped(d.Id, stories.Group(d.Id, d.Title, d.Text, d.PublishedAt ?? DateTimeOffset.UnixEpoch)))];
    }
}
