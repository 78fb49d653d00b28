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
public sealed record Accounts(IReadOnlyList<Side> Sides, IReadOnlyList<Between> Relations);

/// <summary>Puts the claims of a story side by side.</summary>
internal static class SidesOf
{
    private const int MostVoices = 12;

    /// <summary>The accounts that differ, those with most voices first; a claim that one asserts and another denies is one by itself.</summary>
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
        return
        [
            .. claims.GroupBy(c => Root(c.Id)).Where(g => g.Count() > 1 || g.Any(c => c is { Asserting: > 0, Denying: > 0 }))
                .Select(g => new Accounts(
                    [.. g.Select(c => Of(picture, c)).OrderBy(s => picture.Claims[s.Claim.Id].RaisedPosition)],
                    [.. relations.Where(r => Root(r.From) == g.Key).Select(r => new Between(Words.Of(r.Relation.Relation), r.Relation.Because, r.Relation.Position))]))
                .OrderByDescending(a => a.Sides.Sum(s => s.Claim.Origins))
        ];

        string Root(string id)
        {
            while (group[id] != id) id = group[id];
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
