using Dateline.Claims;
using Dateline.Documents;
using Dateline.Stories;
using Dateline.Verdicts;
using Npgsql;
using static Dateline.Postgres.Views.BoardStatements;

namespace Dateline.Postgres.Views;

/// <summary>Which stories and claims each event is about, as of the event.</summary>
internal sealed class LiveFollower(NpgsqlDataSource database) : IFollower
{
    internal const string ViewName = "live";
    private const int MostInMemory = 50_000;
    private readonly Dictionary<string, string?> storyOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Few<string>> documentsOf = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => ViewName;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Types => [];

    /// <inheritdoc/>
    public async ValueTask Follow(IReadOnlyList<Recorded> events, ISql sql, CancellationToken cancellation)
    {
        if (storyOf.Count + documentsOf.Count > MostInMemory)
        {
            storyOf.Clear();
            documentsOf.Clear();
        }
        await Load(events, cancellation);
        var rows = new List<(long Position, DateTimeOffset At, string Stories, string Claims)>();
        var moved = new HashSet<string>(StringComparer.Ordinal);
        var mentioned = new HashSet<(string Claim, string Document)>();
        foreach (var e in events)
        {
            Learn(e.Data, moved, mentioned, sql);
            var (stories, claims) = About(e);
            rows.Add((e.Position, e.PublishedAt.ToUniversalTime(), Joined(stories), Joined(claims)));
        }
        Write(rows, moved, mentioned, sql);
    }

    private static string Joined(IEnumerable<string?> ids) => string.Join('\n', ids.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>What is known of the claims that verdicts and the like are about, and of the documents that mention them.</summary>
    private async Task Load(IReadOnlyList<Recorded> events, CancellationToken cancellation)
    {
        var claims = events.SelectMany(e => ClaimsIn(e.Data)).Where(c => !documentsOf.ContainsKey(c)).Distinct(StringComparer.Ordinal).ToArray();
        foreach (var claim in claims) documentsOf[claim] = new();
        if (claims.Length > 0)
            foreach (var (claim, document) in await Mentioning(claims, events[0].Position - 1, cancellation)) documentsOf[claim].Add(document);
        var documents = events.Select(e => e.Stream).Where(Ids.IsDocument).Select(Ids.Of)
            .Concat(events.Select(e => e.Data).OfType<ClaimMentioned>().Select(m => m.DocumentId)).Concat(claims.SelectMany(c => documentsOf[c]))
            .Where(d => !storyOf.ContainsKey(d)).Distinct(StringComparer.Ordinal).ToArray();
        foreach (var document in documents) storyOf[document] = null;
        if (documents.Length > 0)
            foreach (var (document, story) in await database.CreateCommand("select document, story from live_documents where document = any($1)").With(documents)
                .Rows(r => (r.GetString(0), r.GetString(1)), cancellation)) storyOf[document] = story;
    }

    /// <summary>The documents that mention claims: those that the claims' own streams name, and those that came by mergers and splits.</summary>
    private Task<List<(string Claim, string Document)>> Mentioning(string[] claims, long through, CancellationToken cancellation) =>
        database.CreateCommand(
            $"""
            select claim, document from live_mentions where claim = any($1)
            union all
            select k.claim, e.data ->> 'documentId' from unnest($1, $2) as k (claim, stream) {Links.OwnMentions}
            """).With(claims, claims.Select(Ids.Claim).ToArray(), through, EventTypes.NameOf<ClaimMentioned>()).Rows(r => (r.GetString(0), r.GetString(1)), cancellation);

    private static IEnumerable<string> ClaimsIn(object data) => data switch
    {
        ClaimsMerged e => [e.Into, e.From],
        ClaimsMergeVoided e => [e.Into, e.ClaimId],
        ClaimSplit e => [e.ClaimId, e.NewClaimId],
        ClaimRelated e => [e.ClaimId, e.OtherClaimId],
        ClaimRelationWithdrawn e => [e.ClaimId, e.OtherClaimId],
        ClaimRaised e => [e.ClaimId],
        ClaimMentioned e => [e.ClaimId],
        MentionRetracted e => [e.ClaimId],
        VerdictProposed e => [e.ClaimId],
        VerdictApproved e => [e.ClaimId],
        VerdictRejected e => [e.ClaimId],
        VerdictWithdrawn e => [e.ClaimId],
        VerdictBasisChanged e => [e.ClaimId],
        ClaimFiled e => [e.ClaimId],
        DocumentCited e => [e.ClaimId],
        MentionCited e => [e.ClaimId, e.ByClaimId],
        CitationTouched e => [e.ClaimId, e.ByClaimId],
        MentionsFiled e => e.Mentions.Select(m => m.ClaimId),
        _ => []
    };

    private (IEnumerable<string?> Stories, IEnumerable<string> Claims) About(Recorded e)
    {
        var claims = ClaimsIn(e.Data).ToList();
        return e.Data switch
        {
            StoriesMerged d => ([d.Into, d.From], claims),
            StoriesMergeVoided d => ([d.Into, d.StoryId], claims),
            StorySplit d => ([d.StoryId, d.NewStoryId, Ids.Of(e.Stream)], claims),
            DocumentMoved d => ([d.From, d.To], claims),
            MentionsFiled d => ([d.StoryId], claims),
            _ when Ids.IsStory(e.Stream) => ([Ids.Of(e.Stream)], claims),
            _ when Ids.IsDocument(e.Stream) => ([storyOf.GetValueOrDefault(Ids.Of(e.Stream))], claims),
            _ => (claims.SelectMany(c => documentsOf.GetValueOrDefault(c) ?? (IEnumerable<string>)[]).Select(d => storyOf.GetValueOrDefault(d)), claims)
        };
    }

    private void Learn(object data, HashSet<string> moved, HashSet<(string, string)> mentioned, ISql sql)
    {
        switch (data)
        {
            case DocumentFiled e: Put(e.DocumentId, e.StoryId); break;
            case MentionsFiled e: Put(e.DocumentId, e.StoryId); break;
            case DocumentMoved e: Put(e.DocumentId, e.To); break;
            case StorySplit e: foreach (var document in e.Documents) Put(document, e.NewStoryId); break;
            case StoriesMerged e: PutAll(e.From, e.Into); break;
            // What was merged away into it holds nothing of its own.
            case StoriesMergeVoided e: PutAll(e.Into, e.StoryId); break;
            case ClaimMentioned e: documentsOf[e.ClaimId].Add(e.DocumentId); break;
            case ClaimSplit e: foreach (var m in e.Mentions) Mention(e.NewClaimId, m.DocumentId); break;
            case ClaimsMerged e: foreach (var document in documentsOf.GetValueOrDefault(e.From)?.ToList() ?? []) Mention(e.Into, document); break;
            default: break;
        }

        void Put(string document, string story)
        {
            storyOf[document] = story;
            moved.Add(document);
        }

        void PutAll(string from, string into)
        {
            foreach (var document in storyOf.Where(d => d.Value == from).Select(d => d.Key).ToList()) Put(document, into);
            // Those that are not remembered; what this batch moved is written after it.
            sql.Add("update live_documents set story = $2 where story = $1", from, into);
        }

        void Mention(string claim, string document)
        {
            if (documentsOf[claim].Add(document)) mentioned.Add((claim, document));
        }
    }

    private void Write(List<(long Position, DateTimeOffset At, string Stories, string Claims)> rows, HashSet<string> moved, HashSet<(string Claim, string Document)> mentioned, ISql sql)
    {
        sql.Add(
            """
            insert into live (position, published_at, stories, claims)
            select position, published_at, string_to_array(stories, E'\n'), string_to_array(claims, E'\n') from unnest($1, $2, $3, $4)
                as x (position, published_at, stories, claims)
            """,
            Each(rows, r => r.Position), Each(rows, r => r.At), Each(rows, r => r.Stories), Each(rows, r => r.Claims));
        var documents = moved.Order(StringComparer.Ordinal).ToList();
        if (documents.Count > 0)
            sql.Add(
                "insert into live_documents (document, story) select * from unnest($1, $2) on conflict (document) do update set story = excluded.story",
                Each(documents, d => d), Each(documents, d => storyOf[d]));
        var mentions = mentioned.Order().ToList();
        if (mentions.Count > 0)
            sql.Add("insert into live_mentions (claim, document) select * from unnest($1, $2) on conflict do nothing", Each(mentions, m => m.Claim), Each(mentions, m => m.Document));
    }
}
