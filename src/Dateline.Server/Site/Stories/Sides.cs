using Dateline.Claims;
using Dateline.Replay;

namespace Dateline.Server.Site.Stories;

/// <summary>Somebody who asserts or denies a claim, and where.</summary>
public sealed record Voice(
    string Who, bool Named, string Source, string Document, string Title, string Quote, string Certainty, string Origin, DateTimeOffset PublishedAt);

/// <summary>A claim with who asserts it, who denies it, who mentions it without vouching for either, and who did any of this and does no longer.</summary>
public sealed record Side(ClaimLine Claim, IReadOnlyList<Voice> Asserting, IReadOnlyList<Voice> Denying, IReadOnlyList<Voice> Uncommitted, IReadOnlyList<Voice> Former);

/// <summary>How two sides stand to each other, and why.</summary>
public sealed record Between(string Relation, string Because, long Position);

/// <summary>Claims about one thing that cannot all be so, or of which a later one changes an earlier one.</summary>
/// <param name="Sides">The first of them, in the order in which they were raised.</param>
/// <param name="More">How many more there are.</param>
/// <param name="Relations">How they stand to each other.</param>
public sealed record Accounts(IReadOnlyList<Side> Sides, int More, IReadOnlyList<Between> Relations);

/// <summary>Puts the claims of a story side by side.</summary>
internal static class SidesOf
{
    private const int MostAccounts = 12;
    private const int MostSides = 6;
    private const int MostVoices = 12;

    /// <summary>The accounts that differ, those of most origins, at most so many as a page shows; a claim that one asserts and another denies is one by itself.</summary>
    internal static IReadOnlyList<Accounts> Differing(Picture picture, IReadOnlyList<ClaimLine> claims)
    {
        var lines = claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var group = claims.ToDictionary(c => c.Id, c => c.Id, StringComparer.Ordinal);
        var relations = claims.SelectMany(c => picture.Claims[c.Id].Relations.Where(r => !r.Incoming && r.Relation != Relation.Supports && lines.ContainsKey(r.Other)).Select(r => (From: c.Id, Relation: r))).ToList();
        foreach (var (from, relation) in relations)
        {
            var (a, b) = (Root(from), Root(relation.Other));
            if (a != b) group[b] = a;
        }
        var between = relations.ToLookup(r => Root(r.From), r => r.Relation, StringComparer.Ordinal);
        return
        [
            .. claims.GroupBy(c => Root(c.Id)).Where(g => g.Skip(1).Any() || g.Any(c => c is { Asserting: > 0, Denying: > 0 }))
                .OrderByDescending(g => g.Sum(c => c.Origins)).Take(MostAccounts)
                .Select(g => new Accounts(
                    [.. g.OrderBy(c => picture.Claims[c.Id].RaisedPosition).Take(MostSides).Select(c => Of(picture, c))], Math.Max(0, g.Count() - MostSides),
                    [.. between[g.Key].Take(MostSides).Select(r => new Between(Words.Of(r.Relation), r.Because, r.Position))]))
        ];

        // Each look shortens the way of the next.
        string Root(string id)
        {
            while (group[id] is var above && above != id) (group[id], id) = (group[above], above);
            return id;
        }
    }

    internal static Side Of(Picture picture, ClaimLine claim) => new(
        claim, Voices(picture, claim.Id, m => m is { Stands: true, Mention: { IsCommitted: true, Polarity: Polarity.Positive } }),
        Voices(picture, claim.Id, m => m is { Stands: true, Mention: { IsCommitted: true, Polarity: Polarity.Negative } }),
        Voices(picture, claim.Id, m => m is { Stands: true, Mention.IsCommitted: false }), Voices(picture, claim.Id, m => !m.Stands));

    private static List<Voice> Voices(Picture picture, string claim, Func<MentionFacts, bool> which) =>
    [
        .. picture.Claims[claim].Mentions.Where(which).Select(m => m.Mention).OrderBy(m => m.PublishedAt).Take(MostVoices)
            .Select(m => new Voice(
                m.Speaker ?? m.SourceId, m.Speaker is not null, m.SourceId, m.DocumentId, picture.Documents.GetValueOrDefault(m.DocumentId)?.Filed?.Title ?? m.DocumentId, m.Quote,
                Words.Of(m.Certainty), m.Origin, m.PublishedAt))
    ];
}
