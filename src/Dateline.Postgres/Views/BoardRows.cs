using Dateline.Claims;
using Dateline.Replay;
using Npgsql;

namespace Dateline.Postgres.Views;

/// <summary>
/// Reads back from the board's rows what a picture needs: the claims, documents and stories that events touch, the claims that those
/// contradict (and, to judge them, the ones that these contradict), and the stories of all their documents.
/// </summary>
internal sealed partial class BoardRows(NpgsqlDataSource database)
{
    private readonly HashSet<string> knownClaims = new(StringComparer.Ordinal);
    private readonly HashSet<string> knownDocuments = new(StringComparer.Ordinal);
    private readonly HashSet<string> wholeDocuments = new(StringComparer.Ordinal);
    private readonly HashSet<string> knownStories = new(StringComparer.Ordinal);

    /// <summary>Forgets what was loaded, together with the picture that it was loaded into.</summary>
    internal void Forget()
    {
        knownClaims.Clear();
        knownDocuments.Clear();
        wholeDocuments.Clear();
        knownStories.Clear();
    }

    /// <summary>Loads what the events need.</summary>
    internal async Task Load(Picture picture, IReadOnlyList<Recorded> events, CancellationToken cancellation)
    {
        before = events[0].Position;
        await Begin(picture, events, cancellation);
        var needs = BoardNeeds.Of(events);
        foreach (var merged in needs.WholeStories) needs.WholeDocuments.UnionWith(await DocumentsOf(merged, cancellation));
        foreach (var document in picture.Documents.Values.Where(d => d.StoryId is { } s && needs.WholeStories.Contains(s))) needs.WholeDocuments.Add(document.Id);
        await LoadDocuments(picture, [.. needs.Documents, .. needs.WholeDocuments], cancellation);
        needs.Claims.UnionWith(await ClaimsIn(picture, needs.WholeDocuments, cancellation));
        await LoadCircle(picture, needs.Claims, cancellation);
        await LoadStories(picture, needs.Stories, cancellation);
    }

    /// <summary>Loads claims with everything that shows where they stand: what they were merged into, their opponents, documents and stories.</summary>
    internal async Task LoadCircle(Picture picture, IReadOnlySet<string> claims, CancellationToken cancellation)
    {
        var circle = await LoadMerged(picture, claims, cancellation);
        for (var hop = 0; hop < 3; hop++)
        {
            await LoadClaims(picture, circle, cancellation);
            circle.UnionWith(circle.Select(id => picture.Claims.GetValueOrDefault(id)).OfType<ClaimFacts>().SelectMany(Neighbours).ToList());
        }
        await LoadClaims(picture, circle, cancellation);
        var facts = circle.Select(id => picture.Claims.GetValueOrDefault(id)).OfType<ClaimFacts>().ToList();
        await LoadDocuments(picture, facts.SelectMany(c => c.Mentions.Select(m => m.Mention.DocumentId)), cancellation);
        var documents = facts.SelectMany(c => c.Mentions).Select(m => picture.Documents.GetValueOrDefault(m.Mention.DocumentId)?.StoryId).OfType<string>();
        await LoadStories(picture, documents.Concat(facts.SelectMany(c => c.Pins)), cancellation);
    }

    /// <summary>Loads claims as they stand, what they were merged into, and the documents that mention them; where they stand is taken as it was found.</summary>
    internal async Task LoadStanding(Picture picture, IReadOnlySet<string> claims, CancellationToken cancellation)
    {
        var all = await LoadMerged(picture, claims, cancellation);
        await ReadDocuments(picture, all.Select(id => picture.Claims.GetValueOrDefault(id)).OfType<ClaimFacts>().SelectMany(c => c.Mentions.Select(m => m.Mention.DocumentId)), cancellation);
    }

    internal async Task LoadStories(Picture picture, IEnumerable<string> ids, CancellationToken cancellation)
    {
        for (var wanted = ids.Where(knownStories.Add).ToArray(); wanted.Length > 0;)
        {
            var command = database.CreateCommand(
                """
                select id, title, status, since, since_position, because, reason, documents, claims, key_claims, disputed_claims, agreed_claims,
                    judged_claims, open_claims, origins::text, opened_at, last_activity, closed_position, merged_into, merged_position, turn, basis_changed, basis_causes::text
                from stories where id = any($1)
                """);
            foreach (var story in await command.With(wanted).Rows(StoryRows.Story, cancellation))
            {
                if (!picture.Stories.ContainsKey(story.Id)) picture.Put(story);
            }
            await Recall(picture, wanted.Where(id => !picture.Stories.ContainsKey(id)).Select(Ids.Story), cancellation);
            wanted = [.. wanted.Select(id => picture.Stories.GetValueOrDefault(id)?.MergedInto).OfType<string>().Where(knownStories.Add)];
        }
    }

    internal async Task LoadDocuments(Picture picture, IEnumerable<string> ids, CancellationToken cancellation)
    {
        var wanted = await ReadDocuments(picture, ids, cancellation);
        await LoadStories(picture, wanted.Select(id => picture.Documents.GetValueOrDefault(id)?.StoryId).OfType<string>(), cancellation);
    }

    /// <summary>The documents of a story.</summary>
    internal async Task<List<string>> DocumentsOf(string story, CancellationToken cancellation) =>
        await database.CreateCommand("select document from story_documents where story = $1 order by position, document").With(story).Rows(r => r.GetString(0), cancellation);

    private static IEnumerable<string> Neighbours(ClaimFacts claim) =>
        claim.Relations.Where(r => r.Relation == Relation.Contradicts).Select(r => r.Other).Concat(claim.MergedInto is { } into ? [into] : []);

    /// <summary>Documents without their stories; gives those that were not there before.</summary>
    private async Task<string[]> ReadDocuments(Picture picture, IEnumerable<string> ids, CancellationToken cancellation)
    {
        var wanted = ids.Where(knownDocuments.Add).ToArray();
        if (wanted.Length == 0) return wanted;
        var command = database.CreateCommand(
            "select document, story, source, title, origin, score, because, published_at, position, withdrawn from story_documents where document = any($1)");
        foreach (var document in await command.With(wanted).Rows(StoryRows.Document, cancellation))
        {
            if (!picture.Documents.ContainsKey(document.Id)) picture.Put(document);
        }
        return wanted;
    }

    /// <summary>Claims and what they were merged into; gives the ids of all.</summary>
    private async Task<HashSet<string>> LoadMerged(Picture picture, IReadOnlySet<string> claims, CancellationToken cancellation)
    {
        var all = new HashSet<string>(claims, StringComparer.Ordinal);
        for (var merged = all.ToList(); merged.Count > 0;)
        {
            await LoadClaims(picture, merged, cancellation);
            merged = [.. merged.Select(id => picture.Claims.GetValueOrDefault(id)?.MergedInto).OfType<string>().Where(all.Add)];
        }
        return all;
    }

    private async Task<List<string>> ClaimsIn(Picture picture, HashSet<string> documents, CancellationToken cancellation)
    {
        var unknown = documents.Where(wholeDocuments.Add).ToArray();
        if (unknown.Length > 0)
        {
            var command = database.CreateCommand("select distinct document, claim from mentions where document = any($1)");
            foreach (var (document, claim) in await command.With(unknown).Rows(r => (r.GetString(0), r.GetString(1)), cancellation))
            {
                if (!picture.Documents.ContainsKey(document)) picture.Put(new DocumentFacts(document));
                picture.Documents[document].Claims.Add(claim);
            }
        }
        return [.. documents.Select(d => picture.Documents.GetValueOrDefault(d)).OfType<DocumentFacts>().SelectMany(d => d.Claims)];
    }

    private async Task LoadClaims(Picture picture, IEnumerable<string> ids, CancellationToken cancellation)
    {
        var wanted = ids.Where(knownClaims.Add).ToArray();
        if (wanted.Length == 0) return;
        foreach (var claim in await ClaimRows.Read(database, wanted, cancellation))
        {
            if (picture.Claims.ContainsKey(claim.Id)) continue;
            picture.Put(claim);
            foreach (var mention in claim.Mentions)
            {
                if (picture.Documents.TryGetValue(mention.Mention.DocumentId, out var document)) document.Claims.Add(claim.Id);
            }
        }
        await Recall(picture, wanted.Where(id => !picture.Claims.ContainsKey(id)).Select(Ids.Claim), cancellation);
    }
}
