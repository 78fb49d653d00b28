using Dateline.Claims;
using Dateline.Stories;
using Npgsql;

namespace Dateline.Postgres.Views;

/// <summary>Which streams an event ties together. Ties are never taken back: a course is folded from all that ever had to do with it.</summary>
internal readonly record struct Link(string Stream, string Kind, string Other)
{
    /// <summary>A document in a story.</summary>
    internal const string In = "in";

    /// <summary>A document that mentions a claim.</summary>
    internal const string Says = "says";

    /// <summary>A claim that was put into a story by hand.</summary>
    internal const string Pin = "pin";

    /// <summary>Stories or claims that were merged or split.</summary>
    internal const string Kin = "kin";

    /// <summary>Claims that contradict each other.</summary>
    internal const string Against = "against";

    /// <summary>Claims in another relation.</summary>
    internal const string Related = "related";

    /// <summary>Whether the other stream's own events tell of it.</summary>
    internal bool Told { get; private init; }

    /// <summary>The ties of some events to other streams, each once.</summary>
    internal static IReadOnlyList<Link> Of(IEnumerable<Recorded> events) => [.. events.SelectMany(e => Of(e.Data)).Where(l => l.Stream != l.Other).Distinct()];

    private static IEnumerable<Link> Of(object data) => data switch
    {
        DocumentFiled e => [new(Ids.Document(e.DocumentId), In, Ids.Story(e.StoryId))],
        DocumentMoved e => [new(Ids.Document(e.DocumentId), In, Ids.Story(e.From)), new(Ids.Document(e.DocumentId), In, Ids.Story(e.To)), new(Ids.Document(e.DocumentId), In, Ids.Story(e.StoryId))],
        StorySplit e => [new(Ids.Story(e.StoryId), Kin, Ids.Story(e.NewStoryId)), .. e.Documents.Select(d => new Link(Ids.Document(d), In, Ids.Story(e.NewStoryId)))],
        StoriesMerged e => [new(Ids.Story(e.From), Kin, Ids.Story(e.Into)), new(Ids.Story(e.StoryId), Kin, Ids.Story(e.Into))],
        ClaimFiled e => [new(Ids.Claim(e.ClaimId), Pin, Ids.Story(e.StoryId))],
        ClaimMentioned e => [new(Ids.Document(e.DocumentId), Says, Ids.Claim(e.ClaimId)) { Told = true }],
        ClaimRelated e => [new(Ids.Claim(e.ClaimId), e.Relation == Relation.Contradicts ? Against : Related, Ids.Claim(e.OtherClaimId))],
        ClaimsMerged e => [new(Ids.Claim(e.From), Kin, Ids.Claim(e.Into)), new(Ids.Claim(e.ClaimId), Kin, Ids.Claim(e.Into))],
        ClaimSplit e => [new(Ids.Claim(e.ClaimId), Kin, Ids.Claim(e.NewClaimId)), .. e.Mentions.Select(m => new Link(Ids.Document(m.DocumentId), Says, Ids.Claim(e.NewClaimId)))],
        _ => []
    };
}

/// <summary>Streams of stories, claims and documents.</summary>
internal sealed record Circle(HashSet<string> Stories, HashSet<string> Claims, HashSet<string> Documents)
{
    internal IEnumerable<string> All => [.. Stories, .. Claims, .. Documents];
}

/// <summary>The streams that have to do with each other, as far as they were asked for.</summary>
internal sealed class Links(NpgsqlDataSource database)
{
    /// <summary>Joins to streams of claims, k, their own events that name documents, e: of the type $4, up to the position $3.</summary>
    internal const string OwnMentions =
        """
        cross join lateral (select seq_id, type, data from mt_events where stream_id = k.stream offset 0) e
        where e.seq_id <= $3 and e.type = $4 and e.data ->> 'documentId' is not null
        """;

    private const int MostInMemory = 100_000;
    private readonly Dictionary<string, Few<(string Kind, string Other)>> known = new(StringComparer.Ordinal);
    private int held;

    /// <summary>Up to where the log tells of documents that mention claims; what came after that was learned.</summary>
    internal long Through { get; set; } = long.MaxValue;

    /// <summary>Learns ties that are being written.</summary>
    internal async Task Learn(IReadOnlyList<Link> links, CancellationToken cancellation)
    {
        if (held > MostInMemory)
        {
            known.Clear();
            held = 0;
        }
        await Load(links.SelectMany(l => new[] { l.Stream, l.Other }), cancellation);
        foreach (var link in links)
        {
            if (known[link.Stream].Add((link.Kind, link.Other))) held++;
            if (known[link.Other].Add((link.Kind, link.Stream))) held++;
        }
    }

    /// <summary>What is tied to some streams in some ways.</summary>
    internal async Task<HashSet<string>> From(IReadOnlyCollection<string> streams, string[] kinds, CancellationToken cancellation)
    {
        await Load(streams, cancellation);
        return [.. streams.SelectMany(s => known[s].Where(l => kinds.Contains(l.Kind)).Select(l => l.Other))];
    }

    /// <summary>Streams with all that they were ever merged with or split from, however far.</summary>
    internal async Task<HashSet<string>> WithKin(IEnumerable<string> streams, CancellationToken cancellation)
    {
        var all = streams.ToHashSet(StringComparer.Ordinal);
        for (string[] next = [.. all]; next.Length > 0;) next = [.. (await From(next, [Link.Kin], cancellation)).Where(all.Add)];
        return all;
    }

    /// <summary>Of some streams those that nothing was ever tied to.</summary>
    internal async Task<IEnumerable<string>> Untied(IReadOnlyCollection<string> streams, CancellationToken cancellation)
    {
        await Load(streams, cancellation);
        return streams.Where(s => known[s].Count == 0);
    }

    /// <summary>
    /// Every stream that the courses of some stories, claims and documents are folded from: their documents, all that those mention, and what that is
    /// related to: a relation is on the stream of one of the two.
    /// </summary>
    internal async Task<HashSet<string>> Around(Circle circle, CancellationToken cancellation)
    {
        HashSet<string> documents = [.. circle.Documents, .. await From(circle.Stories, [Link.In], cancellation)];
        var said = await WithKin([.. await From(documents, [Link.Says], cancellation), .. await From(circle.Stories, [Link.Pin], cancellation), .. circle.Claims], cancellation);
        var related = await WithKin(await From(said, [Link.Against, Link.Related], cancellation), cancellation);
        // A document that was moved in was filed elsewhere: that is on the other story's stream.
        var elsewhere = await WithKin(await From(documents, [Link.In], cancellation), cancellation);
        return [.. circle.Stories, .. elsewhere, .. documents, .. said, .. related];
    }

    /// <summary>The streams that events are on, and those that they tie to each other.</summary>
    internal static HashSet<string> Named(IReadOnlyList<Recorded> events, IEnumerable<Link>? tied = null) =>
        [.. events.Select(e => e.Stream), .. (tied ?? Link.Of(events)).SelectMany(l => new[] { l.Stream, l.Other })];

    /// <summary>The stories and claims whose course events that name some streams can have changed, and the documents in which those claims are.</summary>
    internal async Task<Circle> Concerned(IReadOnlyCollection<string> named, CancellationToken cancellation)
    {
        var claims = await WithKin(named.Where(Ids.IsClaim), cancellation);
        claims = await WithKin([.. claims, .. await From(claims, [Link.Against, Link.Related], cancellation)], cancellation);
        var documents = await From(claims, [Link.Says], cancellation);
        documents.UnionWith(named.Where(Ids.IsDocument));
        var stories = await WithKin(
            [.. named.Where(Ids.IsStory), .. await From(documents, [Link.In], cancellation), .. await From(claims, [Link.Pin], cancellation)], cancellation);
        return new(stories, claims, documents);
    }

    /// <summary>Documents that change their story by some events: all that they mention counts elsewhere then.</summary>
    internal async Task<HashSet<string>> Moved(IReadOnlyList<Recorded> events, CancellationToken cancellation)
    {
        var needs = BoardNeeds.Of(events);
        var merged = await WithKin(needs.WholeStories.Select(Ids.Story), cancellation);
        return [.. needs.WholeDocuments.Select(Ids.Document), .. await From(merged, [Link.In], cancellation)];
    }

    /// <summary>Adds the stories that the documents of a circle's stories were ever in.</summary>
    internal async Task AddSharing(Circle circle, CancellationToken cancellation)
    {
        var documents = await From(circle.Stories, [Link.In], cancellation);
        circle.Stories.UnionWith(await WithKin(await From(documents, [Link.In], cancellation), cancellation));
    }

    /// <summary>Adds the claims that a circle's claims are related to.</summary>
    internal async Task AddRelated(Circle circle, CancellationToken cancellation) =>
        circle.Claims.UnionWith(await WithKin(await From(circle.Claims, [Link.Against, Link.Related], cancellation), cancellation));

    private async Task Load(IEnumerable<string> streams, CancellationToken cancellation)
    {
        var wanted = streams.Where(s => !known.ContainsKey(s)).Distinct(StringComparer.Ordinal).ToArray();
        if (wanted.Length == 0) return;
        foreach (var stream in wanted) known.Add(stream, new());
        // Lateral with a fence: each is looked up by the key, whatever the planner believes of the sizes.
        var rows = await database.CreateCommand(
            $"""
            select l.* from unnest($1) as k (stream) cross join lateral (select h.stream, h.kind, h.other from history_links h where h.stream = k.stream offset 0) l
            union all
            select k.stream, null, e.data ->> 'documentId' from unnest($2) as k (stream) {OwnMentions}
            """).With(wanted, wanted.Where(Ids.IsClaim).ToArray(), Through, EventTypes.NameOf<ClaimMentioned>())
            .Rows(r => (r.GetString(0), r.Text(1) ?? Link.Says, r.IsDBNull(1) ? Ids.Document(r.GetString(2)) : r.GetString(2)), cancellation);
        foreach (var (stream, kind, other) in rows) known[stream].Add((kind, other));
        held += rows.Count + wanted.Length;
    }
}
