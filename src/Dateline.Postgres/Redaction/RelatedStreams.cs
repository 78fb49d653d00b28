using Dateline.Claims;
using Dateline.Documents;
using Dateline.Stories;
using Npgsql;

namespace Dateline.Postgres.Redaction;

/// <summary>The streams that can hold words of a document: its own, those of the claims it mentions and the stories it is or was in, and what came of those.</summary>
internal static class RelatedStreams
{
    private static readonly string[] types =
    [
        .. new[]
        {
            typeof(MentionsFiled), typeof(DocumentCited), typeof(DocumentMoved), typeof(StorySplit), typeof(StoriesMerged), typeof(ClaimsMerged), typeof(ClaimSplit),
            typeof(ClaimRelated)
        }.Select(EventTypes.NameOf)
    ];

    internal static async Task<string[]> Of(NpgsqlConnection connection, string document, CancellationToken cancellation)
    {
        var streams = new HashSet<string>([Ids.Document(document)], StringComparer.Ordinal);
        for (var fresh = streams.ToArray(); fresh.Length > 0;)
        {
            await using var command = new NpgsqlCommand("select type, data::text from mt_events where stream_id = any($1) and type = any($2) order by seq_id", connection);
            var events = await command.With(fresh, types).Rows(r => EventJson.Read(r.GetString(0), r.GetFieldValue<byte[]>(1)), cancellation);
            fresh = [.. events.SelectMany(e => Next(e, document)).Where(streams.Add).Distinct()];
        }
        var claims = streams.Where(Ids.IsClaim).Select(Ids.Of).ToArray();
        await using var beside = new NpgsqlCommand("select distinct stream_id from mt_events where type = 'claim_related' and data ->> 'otherClaimId' = any($1)", connection);
        streams.UnionWith(await beside.With(claims).Rows(r => r.GetString(0), cancellation));
        return [.. streams.Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Next(object e, string document) => e switch
    {
        MentionsFiled x => x.Mentions.Select(m => Ids.Claim(m.ClaimId)).Append(Ids.Story(x.StoryId)),
        DocumentCited x => [Ids.Claim(x.ClaimId)],
        DocumentMoved x when x.DocumentId == document => [Ids.Story(x.From), Ids.Story(x.To)],
        StorySplit x => [Ids.Story(x.StoryId), Ids.Story(x.NewStoryId)],
        StoriesMerged x => [Ids.Story(x.From), Ids.Story(x.Into)],
        ClaimsMerged x => [Ids.Claim(x.From), Ids.Claim(x.Into)],
        ClaimSplit x => [Ids.Claim(x.ClaimId), Ids.Claim(x.NewClaimId)],
        _ => []
    };
}
