using Dateline.Claims;
using Dateline.Replay;
using Dateline.Server.Site.Claims;

namespace Dateline.Server.Site.Stories;

/// <summary>Somebody who asserts or denies a claim, and where.</summary>
public sealed record Voice(
    string Who, bool Named, string Source, string Document, string Title, string Quote, string Certainty, string Origin, DateTimeOffset PublishedAt);

/// <summary>Those of one stance.</summary>
/// <param name="Stance">The stance.</param>
/// <param name="First">The earliest of them.</param>
/// <param name="More">How many more there are.</param>
public sealed record Heard(Stance Stance, IReadOnlyList<Voice> First, int More);

/// <summary>A claim with who asserts it, who denies it, who mentions it without vouching for either, and who did any of this and does no longer.</summary>
public sealed record Side(ClaimLine Claim, IReadOnlyList<Heard> Heard);

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
    internal const int MostVoices = 12;

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

    internal static Side Of(Picture picture, ClaimLine claim) => new(claim, Heard(picture.Claims[claim.Id].Mentions, Stances.Of, m => new Voice(
        m.Mention.Speaker ?? m.Mention.SourceId, m.Mention.Speaker is not null, m.Mention.SourceId, m.Mention.DocumentId,
        picture.Documents.GetValueOrDefault(m.Mention.DocumentId)?.Filed?.Title ?? m.Mention.DocumentId, m.Mention.Quote, Words.Of(m.Mention.Certainty), m.Mention.Origin, m.Mention.PublishedAt),
        m => m.Mention.PublishedAt));

    /// <summary>The voices in mentions, a list a stance; a stance that nobody has is left out.</summary>
    internal static IReadOnlyList<Heard> Heard<T>(IEnumerable<T> mentions, Func<T, Stance> stance, Func<T, Voice> voice, Func<T, DateTimeOffset> publishedAt) =>
    [
        .. mentions.GroupBy(stance).OrderBy(g => g.Key).Select(g => new Heard(g.Key, [.. g.OrderBy(publishedAt).Take(MostVoices).Select(voice)], Math.Max(0, g.Count() - MostVoices)))
    ];
}
